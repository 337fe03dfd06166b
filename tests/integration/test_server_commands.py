"""`orgatlas neo4j` and `orgatlas doctor`, as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from pathlib import Path


class Orgatlas(Protocol):
    """Runs one command on a home of its own."""

    def __call__(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Return its exit code, stdout and stderr."""
        ...


@pytest.fixture
def orgatlas(tmp_path: Path) -> Orgatlas:
    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        environment = {name: value for name, value in os.environ.items() if "NEO4J" not in name}
        environment |= {"ORGATLAS_HOME": str(tmp_path), "COLUMNS": "200"}
        return subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", "graph.commands.main", *arguments],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return run


def test_a_user_starts_looks_and_stops(orgatlas: Orgatlas, tmp_path: Path) -> None:
    try:
        started = orgatlas("neo4j", "start")
        again = orgatlas("neo4j", "start")
        status = orgatlas("neo4j", "status")
        found = orgatlas("doctor")
    finally:
        stopped = orgatlas("neo4j", "stop")

    assert started.returncode == 0, started.stderr
    assert "Neo4j runs." in started.stdout
    assert f"password in {tmp_path / 'neo4j' / 'password'}" in started.stdout
    assert "Neo4j is already running." in again.stdout
    assert status.returncode == 0
    assert (tmp_path / "neo4j" / "password").read_text() not in started.stdout + status.stdout
    for what in ("Python", "Java", "Jars", "all as locked", "bolt://127.0.0.1:", "version 0"):
        assert what in found.stdout
    assert stopped.stdout == "Neo4j has stopped.\n"


def test_without_a_server_status_and_doctor_say_so(orgatlas: Orgatlas) -> None:
    status = orgatlas("neo4j", "status")
    found = orgatlas("doctor")

    assert status.returncode == 3
    assert "Neo4j is not running" in status.stdout
    assert found.returncode == 0
    assert "orgatlas neo4j start" in found.stdout


def test_an_error_is_one_message_without_traceback(
    orgatlas: Orgatlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "plenty")

    refused = orgatlas("neo4j", "start")

    assert refused.returncode == 1
    assert refused.stdout == ""
    assert refused.stderr.strip() == (
        "Error: ORGATLAS_HEAP=plenty is not a size\n  What to do: write it like 512m or 2g"
    )


def test_a_port_that_only_root_may_have_is_refused(orgatlas: Orgatlas) -> None:
    refused = orgatlas("neo4j", "start", "--bolt-port", "80")

    assert refused.returncode == 2
    assert "Invalid value for '--bolt-port'" in refused.stderr
