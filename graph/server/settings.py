"""The embedded server's settings: those it shares with docker/, and its own."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from graph.errors import ServerError

if TYPE_CHECKING:
    from graph.server.homes import Home

MEGABYTE = 1024 * 1024
_UNITS = {"k": 1024, "m": MEGABYTE, "g": 1024 * MEGABYTE}
STOP_WAIT = "500ms"
"""How long Bolt waits, twice, for work still under way; Neo4j's 5 s make every stop last 10."""

CUT_LOG = "ORGATLAS_CUT_LOG"
"""Set for one start: Neo4j drops what comes after the damaged place of its transaction log."""
_FAIL_ON_CUT_LOG = "internal.dbms.tx_log.fail_on_corrupted_log_files"
_OVERRIDES = {
    "ORGATLAS_HEAP": "server.memory.heap.max_size",
    "ORGATLAS_PAGECACHE": "server.memory.pagecache.size",
}


@dataclass(frozen=True, slots=True)
class Ports:
    """Where the server listens on the loopback interface."""

    bolt: int
    http: int


def shared_settings() -> dict[str, str]:
    """Return the settings of neo4j.env, with the memory that the environment asks for.

    Raises:
        ServerError: a memory setting is not a size.
    """
    text = files("graph.server").joinpath("neo4j.env").read_text(encoding="utf-8")
    settings = {
        _dotted(name): value
        for name, _, value in (
            line.partition("=") for line in text.splitlines() if line and not line.startswith("#")
        )
    }
    for variable, setting in _OVERRIDES.items():
        value = os.environ.get(variable)
        if value:
            bytes_of(value, variable)
            settings[setting] = value
    return settings


def configuration(home: Home, ports: Ports) -> str:
    """Return the text of neo4j.conf."""
    settings = {
        **shared_settings(),
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.listen_address": f"127.0.0.1:{ports.bolt}",
        "server.bolt.advertised_address": f"127.0.0.1:{ports.bolt}",
        "server.http.listen_address": f"127.0.0.1:{ports.http}",
        "server.http.advertised_address": f"127.0.0.1:{ports.http}",
        "server.https.enabled": "false",
        "internal.server.bolt.thread_pool_shutdown_wait_time": STOP_WAIT,
        **({_FAIL_ON_CUT_LOG: "false"} if os.environ.get(CUT_LOG) else {}),
        # relative to the home, which is an argument: Neo4j mistakes letters beyond ASCII in here
        "server.directories.data": str(home.data.relative_to(home.folder)),
        "server.directories.logs": str(home.logs.relative_to(home.folder)),
    }
    return "".join(f"{name}={value}\n" for name, value in settings.items())


def heap_flags(settings: dict[str, str]) -> list[str]:
    """Return the JVM's flags for the heap."""
    largest = settings["server.memory.heap.max_size"]
    first = settings["server.memory.heap.initial_size"]
    if bytes_of(first, "heap") > bytes_of(largest, "heap"):
        first = largest
    return [f"-Xms{first}", f"-Xmx{largest}"]


def bytes_of(size: str, where: str) -> int:
    """Return a size such as `512m` in bytes.

    Raises:
        ServerError: it is not a size.
    """
    found = re.fullmatch(r"(\d+)([kmg])", size.lower())
    if found is None:
        raise ServerError(f"{where}={size} is not a size", "write it like 512m or 2g")
    return int(found[1]) * _UNITS[found[2]]


def _dotted(name: str) -> str:
    bare = name.removeprefix("NEO4J_")
    return bare.replace("__", "\0").replace("_", ".").replace("\0", "_")
