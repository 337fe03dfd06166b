"""Which Neo4j answers, and how to log in to it."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import ServerError
from graph.server import processes
from graph.server.homes import Home, home
from graph.server.passwords import USER, password

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Connection:
    """A server's address, user and password; `browser_url` where it serves Neo4j Browser.

    `data` is the folder of its data, where that is on this machine.
    """

    uri: str
    user: str
    password: str = field(repr=False)
    browser_url: str | None = None
    data: Path | None = None


def named_connection() -> Connection | None:
    """Return the server that the environment names, if it names one.

    Raises:
        ServerError: `NEO4J_URI` without `NEO4J_PASSWORD`.
    """
    uri = os.environ.get("NEO4J_URI")
    if not uri:
        return None
    secret = os.environ.get("NEO4J_PASSWORD")
    if not secret:
        raise ServerError(
            "NEO4J_URI names a server, but NEO4J_PASSWORD is not set",
            "set NEO4J_PASSWORD (and NEO4J_USER, if it is not neo4j), or unset NEO4J_URI to use"
            " the embedded server",
        )
    return Connection(uri, os.environ.get("NEO4J_USER", USER), secret)


def connection() -> Connection:
    """Return the server to use: the one `NEO4J_URI` names, else the embedded one that runs.

    Raises:
        ServerError: the embedded server does not run.
    """
    named = named_connection()
    if named is not None:
        return named
    place = home()
    found = processes.running(place)
    if found is None:
        raise ServerError(
            "Neo4j is not running",
            "start it with `orgatlas neo4j start`, or name another server: NEO4J_URI,"
            " NEO4J_USER, NEO4J_PASSWORD",
        )
    return of_running(place, found)


def of_running(place: Home, found: processes.Running) -> Connection:
    """Return how to reach an embedded server."""
    return Connection(
        uri=f"bolt://127.0.0.1:{found.bolt}",
        user=USER,
        password=password(place),
        browser_url=f"http://127.0.0.1:{found.http}/browser/",
        data=place.data,
    )
