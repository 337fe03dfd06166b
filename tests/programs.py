"""`orgatlas` as a process of its own, on the server of the tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator

    from graph.server.connections import Connection

ORGATLAS = [sys.executable, "-c", "from graph.commands.main import main; main()"]
LONGEST = 120
"""Seconds until a command counts as hung."""


def surroundings(connection: Connection) -> dict[str, str]:
    """Return the environment in which commands use this server, and write for a wide terminal."""
    return {name: value for name, value in os.environ.items() if name != "ORGATLAS_CONTAINER"} | {
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


@contextmanager
def serving(connection: Connection, *options: str) -> Generator[subprocess.Popen[str]]:
    """Give a running `orgatlas serve`; what it says is on its stdout."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [*ORGATLAS, "serve", "--port", "0", *options],
        env=surroundings(connection),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def address_of(serving: subprocess.Popen[str]) -> str:
    """Return where the API says it is: scheme, host and port."""
    assert serving.stdout is not None
    lines = iter(serving.stdout.readline, "")
    [root] = next(found for line in lines if (found := re.findall(r"(http\S+)/graphql", line)))
    return root
