"""Commands run for the bench: how long, how much memory, how long each step."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.server.connections import Connection

ORGATLAS = [sys.executable, "-m", "graph.commands.main"]


@dataclass(frozen=True, slots=True)
class Run:
    """One command: its seconds, the most memory of its process, the seconds of its steps."""

    seconds: float
    megabytes: float
    output: str
    steps: dict[str, float] = field(default_factory=dict[str, float])


def surroundings(server: Connection) -> dict[str, str]:
    """Return the environment of a command that shall use a server."""
    return {
        **os.environ,
        "NEO4J_URI": server.uri,
        "NEO4J_USER": server.user,
        "NEO4J_PASSWORD": server.password,
        "PYTHONWARNINGS": "ignore",
    }


def run(server: Connection, *words: str) -> Run:
    """Run `orgatlas` against a server and wait for it.

    Raises:
        RuntimeError: it failed; what it said is the message.
    """
    began = perf_counter()
    with TemporaryFile("w+") as out, TemporaryFile("w+") as err:
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*ORGATLAS, *words], env=surroundings(server), stdout=out, stderr=err
        )
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        err.seek(0)
        output, errors = out.read(), err.read()
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)}: {errors[-2000:]}{output[-2000:]}")
    told = [json.loads(line) for line in errors.splitlines() if line.startswith("{")]
    steps = {line["stage"]: line["seconds"] for line in told}
    return Run(seconds, usage.ru_maxrss / 1024, output, steps)
