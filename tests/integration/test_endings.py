"""Commands that are told to end, by Ctrl-C, `kill` or a closed terminal, leave nothing behind."""

from __future__ import annotations

import os
import re
import signal
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
import pytest

from graph.server import processes, starts
from graph.server.homes import Home
from tests.profiles import by_night
from tests.programs import ORGATLAS

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator
    from pathlib import Path

LONGEST = 60
ENDING = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
"""All are heard in the same way: by day the demo hears one of them, a server the others."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("endings")


@pytest.fixture(autouse=True)
def hearing() -> Iterator[None]:
    """Let commands hear that a terminal is closed also where these tests run under `nohup`."""
    before = signal.signal(signal.SIGHUP, signal.SIG_DFL)
    yield
    signal.signal(signal.SIGHUP, before)


def surroundings(folder: Path) -> dict[str, str]:
    """Return the environment in which commands keep their own server in a folder."""
    own = {"ORGATLAS_HOME": str(folder), "PYTHONUNBUFFERED": "1", "COLUMNS": "300"}
    return {name: value for name, value in os.environ.items() if "NEO4J" not in name} | own


@contextmanager
def running(folder: Path, *arguments: str) -> Generator[subprocess.Popen[str]]:
    """Give a command with an embedded server of its own; what it says is on its stdout."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [*ORGATLAS, *arguments],
        env=surroundings(folder),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()
            starts.stop(Home(folder / "neo4j"))


def said_by(process: subprocess.Popen[str], pattern: str) -> str:
    """Read on until a line matches; return what matched."""
    assert process.stdout is not None
    lines: list[str] = []
    for line in iter(process.stdout.readline, ""):
        lines.append(line)
        if found := re.search(pattern, line):
            return found[1]
    pytest.fail("".join(lines))


@pytest.mark.parametrize("ending", by_night(ENDING, [signal.SIGTERM]))
def test_the_demo_stops_all_it_started(folder: Path, ending: signal.Signals) -> None:
    with running(folder, "demo", "--port", "0") as demo:
        root = said_by(demo, r"(http\S+)/graphql")
        before = httpx.get(f"{root}/health/ready").status_code

        demo.send_signal(ending)
        code = demo.wait(LONGEST)

        assert demo.stdout is not None
        assert "Neo4j has stopped" in demo.stdout.read()
        assert (before, code) == (200, 0)
        assert processes.running(Home(folder / "neo4j")) is None
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{root}/health/ready")


@pytest.mark.parametrize("ending", by_night(ENDING, [signal.SIGINT]))
def test_a_server_in_the_terminal_ends_with_its_command(
    folder: Path, ending: signal.Signals
) -> None:
    with running(folder, "neo4j", "console") as console:
        password_file = said_by(console, r"user neo4j, password in (\S+)")
        home = Home(folder / "neo4j")
        runs = processes.running(home) is not None

        console.send_signal(ending)
        code = console.wait(LONGEST)

        assert password_file == str(home.password_file)
        assert (runs, code) == (True, 0)
        assert processes.running(home) is None


def test_a_second_server_in_a_terminal_is_refused_and_the_first_stays(folder: Path) -> None:
    with running(folder, "neo4j", "console") as first:
        said_by(first, r"(password in)")

        second = subprocess.run(  # noqa: S603 - our own command
            [*ORGATLAS, "neo4j", "console"],
            env=surroundings(folder),
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )

        assert second.returncode == 1
        assert "Neo4j is already running" in second.stderr
        assert processes.running(Home(folder / "neo4j")) is not None
