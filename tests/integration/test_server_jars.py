"""Fetching the server's jars: whole, or not at all. The repository is a server of this test."""

from __future__ import annotations

import hashlib
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from jgo.env import LockedDependency
from jgo.maven import MavenContext

from graph.errors import ServerError
from graph.progress import silently
from graph.server import jars
from graph.server.homes import jar_cache
from graph.server.ports import free_port
from graph.server.settings import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENT = b"PK a whole jar"
JAR = LockedDependency("org.atlas", "atlas", "1.0", sha256=hashlib.sha256(CONTENT).hexdigest())


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Keep the log of the tests short."""


@pytest.fixture
def served(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The one jar, as a repository serves it."""
    jar = tmp_path / "repository" / "org" / "atlas" / "atlas" / "1.0" / "atlas-1.0.jar"
    jar.parent.mkdir(parents=True)
    _serve(jar, CONTENT)
    handler = partial(_Quiet, directory=tmp_path / "repository")
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        _use(monkeypatch, server.server_port)
        yield jar
        server.shutdown()


def test_a_missing_jar_is_fetched_and_counted(served: Path, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []

    def progress(stage: str, done: int, total: int) -> None:
        told.append((stage, done, total))

    [path] = jars.class_path(tmp_path / "cache", progress)

    assert path.read_bytes() == CONTENT
    assert told[-1] == ("fetching Neo4j", len(CONTENT), jars.JARS_MEGABYTES * MEGABYTE)
    assert jars.missing_jars(tmp_path / "cache") == 0


def test_a_damaged_jar_is_fetched_once_more(served: Path, tmp_path: Path) -> None:
    [path] = jars.class_path(tmp_path / "cache", silently)
    path.write_bytes(CONTENT[:5])
    assert jars.missing_jars(tmp_path / "cache") == 1

    [again] = jars.class_path(tmp_path / "cache", silently)

    assert again.read_bytes() == CONTENT


def test_a_jar_that_is_not_the_locked_one_is_refused(served: Path, tmp_path: Path) -> None:
    _serve(served, b"PK somebody else's jar")

    with pytest.raises(ServerError, match=r"atlas-1\.0\.jar is damaged"):
        jars.class_path(tmp_path / "cache", silently)

    assert not list((tmp_path / "cache").rglob("*.jar"))


def test_whole_jars_need_no_network(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = jars.class_path(tmp_path / "cache", silently)
    _use(monkeypatch, free_port())

    assert jars.class_path(tmp_path / "cache", silently) == paths


def test_without_network_the_first_start_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _use(monkeypatch, free_port())

    with pytest.raises(ServerError, match=r"could not be fetched.*\n.*connect to the network"):
        jars.class_path(tmp_path / "cache", silently)


def test_a_full_disk_is_refused_before_fetching(
    served: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jars, "JARS_MEGABYTES", 10**9)

    with pytest.raises(ServerError, match="Neo4j needs 1000000000 MB"):
        jars.class_path(tmp_path / "cache", silently)


def test_the_size_that_is_told_is_the_size_of_the_jars() -> None:
    paths = jars.class_path(jar_cache(), silently)

    megabytes = sum(path.stat().st_size for path in paths) / MEGABYTE
    assert megabytes == pytest.approx(jars.JARS_MEGABYTES, abs=1)


def _serve(jar: Path, content: bytes) -> None:
    jar.write_bytes(content)
    jar.with_name(jar.name + ".sha1").write_text(hashlib.sha1(content).hexdigest())  # noqa: S324


def _use(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    """Make the repository on this port the only one there is, and the jar the only one locked."""

    def context(**settings: Any) -> MavenContext:
        repositories = {"test": f"http://127.0.0.1:{port}"}
        return MavenContext(**settings, local_repos=[], remote_repos=repositories)

    monkeypatch.setattr(jars, "locked_jars", lambda: [JAR])
    monkeypatch.setattr(jars, "MavenContext", context)
