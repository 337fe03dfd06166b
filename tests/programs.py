"""`orgatlas` as a process of its own, on the server of the tests."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.server.connections import Connection

ORGATLAS = [sys.executable, "-c", "from graph.commands.main import main; main()"]
LONGEST = 120
"""Seconds until a command counts as hung."""


def surroundings(connection: Connection) -> dict[str, str]:
    """Return the environment in which commands use this server, and write for a wide terminal."""
    return os.environ | {
        "NEO4J_URI": connection.uri,
        "NEO4J_USER": connection.user,
        "NEO4J_PASSWORD": connection.password,
        "COLUMNS": "300",
        "PYTHONUNBUFFERED": "1",
    }


def orgatlas(connection: Connection, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run one command to its end; return its exit code, stdout and stderr."""
    return subprocess.run(  # noqa: S603 - our own command
        [*ORGATLAS, *arguments],
        env=surroundings(connection),
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
