"""`orgatlas serve`: it says where it is, answers there, and ends when told."""

from __future__ import annotations

import signal
import socket
import subprocess

import httpx
import pytest

from tests.api.servers import ORGATLAS, address_of, environment, serving

__all__ = ["environment", "serving"]


def test_it_says_where_it_is_answers_and_ends(serving: subprocess.Popen[str]) -> None:
    root = address_of(serving)

    answer = httpx.post(f"{root}/graphql", json={"query": "{ plan { key } }"})
    ready = httpx.get(f"{root}/health/ready")
    serving.send_signal(signal.SIGINT)

    assert root.startswith("http://127.0.0.1:")
    assert answer.json() == {"data": {"plan": {"key": "small-plan"}}}
    assert "server" not in answer.headers
    assert ready.status_code == 200
    serving.wait(timeout=20)
    assert serving.stdout is not None
    assert "Traceback" not in serving.stdout.read()


@pytest.mark.usefixtures("environment")
def test_an_open_address_is_refused() -> None:
    done = _run("serve", "--host", "0.0.0.0")  # noqa: S104

    assert done.returncode == 1
    assert "no sign-in yet" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("environment", "store")
def test_a_taken_port_is_said_so() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = _run("serve", "--port", str(port))

    assert done.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("environment")
def test_a_database_that_is_away_is_said_so(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{reserved.getsockname()[1]}")

        done = _run("serve", "--port", "0")

    assert done.returncode == 1
    assert "Neo4j does not answer" in done.stderr
    assert "Traceback" not in done.stderr


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - our own program
        [*ORGATLAS, *arguments], capture_output=True, text=True, timeout=60, check=False
    )
