"""The server's jars: exactly those of jars.lock.toml, fetched once into the user's cache.

`python -m graph.server.jars` resolves jars.toml anew and rewrites the lock file.
"""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import shutil
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from jgo.env import EnvironmentBuilder, EnvironmentSpec, LockedDependency, LockFile
from jgo.maven import MavenContext, PythonResolver

from graph.errors import ServerError
from graph.server.settings import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from graph.progress import Progress

JARS_MEGABYTES = 186
"""What all jars take; a test compares it with those fetched."""

AT_ONCE = 8


class _Meter:
    """Adds up what the threads have fetched, and tells it on."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._lock = threading.Lock()
        self._bytes = 0

    @contextlib.contextmanager
    def of_file(self, _name: str, _size: int) -> Generator[Callable[[int], None]]:
        yield self._add

    def _add(self, count: int) -> None:
        with self._lock:
            self._bytes += count
            total = JARS_MEGABYTES * MEGABYTE
            self._progress("fetching Neo4j", min(self._bytes, total), total)


def locked_jars() -> list[LockedDependency]:
    """Return the jars of the lock file, with their SHA-256 sums."""
    with as_file(files("graph.server").joinpath("jars.lock.toml")) as path:
        return list(LockFile.load(path).dependencies)


def class_path(cache: Path, progress: Progress) -> list[Path]:
    """Return every jar's path, all whole and as locked; those that are missing are fetched.

    A jar whose sum differs is fetched once more before it is refused.

    Raises:
        ServerError: no network, no space, or a jar that is not the one of the lock file.
    """
    cache.mkdir(parents=True, exist_ok=True)
    jars = locked_jars()
    with (cache / "fetch.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        paths = [_path(cache, jar) for jar in jars]
        wanting = [
            (jar, path) for jar, path in zip(jars, paths, strict=True) if not _is_whole(jar, path)
        ]
        if wanting:
            _fetch(cache, wanting, progress)
    return paths


def missing_jars(cache: Path) -> int:
    """Return how many jars are not in the cache, or not as locked."""
    return sum(not _is_whole(jar, _path(cache, jar)) for jar in locked_jars())


def neo4j_version() -> str:
    """Return the version of Neo4j in the lock file."""
    return next(jar.version for jar in locked_jars() if jar.artifactId == "neo4j")


def _path(cache: Path, jar: LockedDependency) -> Path:
    suffix = f"-{jar.classifier}" if jar.classifier else ""
    name = f"{jar.artifactId}-{jar.version}{suffix}.{jar.packaging}"
    return cache.joinpath(*jar.groupId.split("."), jar.artifactId, jar.version, name)


def _is_whole(jar: LockedDependency, path: Path) -> bool:
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == jar.sha256


def _fetch(cache: Path, wanting: list[tuple[LockedDependency, Path]], progress: Progress) -> None:
    free = shutil.disk_usage(cache).free // MEGABYTE
    if free < JARS_MEGABYTES * 1.5:
        raise ServerError(
            f"Neo4j needs {JARS_MEGABYTES} MB in {cache}, where {free} MB are free",
            "make room, or name another folder: ORGATLAS_CACHE=/path",
        )
    resolver = PythonResolver(progress_callback=_Meter(progress).of_file)
    context = MavenContext(resolver=resolver, repo_cache=cache, timeout=60)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        every = [pool.submit(_fetched, context, jar, path) for jar, path in wanting]
        try:
            for fetched in as_completed(every):
                fetched.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _fetched(context: MavenContext, jar: LockedDependency, path: Path) -> None:
    path.unlink(missing_ok=True)
    component = context.project(jar.groupId, jar.artifactId).at_version(jar.version)
    try:
        component.artifact(jar.classifier or "", jar.packaging).resolve()
    except (OSError, RuntimeError) as error:
        path.unlink(missing_ok=True)
        raise ServerError(
            f"{path.name} of Neo4j could not be fetched: {_reason(error)}",
            "connect to the network for the first start (later ones need none), or copy the jar"
            " cache from a machine that has it and name it: ORGATLAS_CACHE=/path",
        ) from error
    if not _is_whole(jar, path):
        path.unlink(missing_ok=True)
        raise ServerError(
            f"{path.name} is damaged: its SHA-256 sum is not the one of jars.lock.toml",
            "start again; if it stays so, what the network serves is not the jar of the lock file",
        )


def _reason(error: Exception) -> str:
    """Return the innermost of the causes that a network error lists."""
    return str(error).rpartition(": ")[2].rstrip("'\")")


def _lock() -> None:
    """Resolve jars.toml and write jars.lock.toml beside it."""
    folder = Path(__file__).parent
    spec = EnvironmentSpec.load(folder / "jars.toml")
    builder = EnvironmentBuilder(context=MavenContext(resolver=PythonResolver()))
    environment = builder.from_spec(spec, update=True)
    shutil.copy(environment.path / "jgo.lock.toml", folder / "jars.lock.toml")


if __name__ == "__main__":
    _lock()
