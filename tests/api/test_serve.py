"""`orgatlas serve`: it says where it is, answers there, and ends when told."""

from __future__ import annotations

import signal
import socket
from dataclasses import replace
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.programs import address_of, orgatlas, serving

if TYPE_CHECKING:
    from graph.server.connections import Connection


@pytest.mark.usefixtures("small_graph")
def test_it_says_where_it_is_answers_and_ends(connection: Connection) -> None:
    with serving(connection) as api:
        root = address_of(api)

        answer = httpx.post(f"{root}/graphql", json={"query": "{ plan { key } }"})
        ready = httpx.get(f"{root}/health/ready")
        api.send_signal(signal.SIGINT)

        assert root.startswith("http://127.0.0.1:")
        assert answer.json() == {"data": {"plan": {"key": "small-plan"}}}
        assert "server" not in answer.headers
        assert ready.status_code == 200
        api.wait(timeout=20)
        assert api.stdout is not None
        assert "Traceback" not in api.stdout.read()


def test_an_open_address_is_refused(connection: Connection) -> None:
    done = orgatlas(connection, "serve", "--host", "0.0.0.0")  # noqa: S104

    assert done.returncode == 1
    assert "no sign-in yet" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.usefixtures("store")
def test_a_taken_port_is_said_so(connection: Connection) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        done = orgatlas(connection, "serve", "--port", str(port))

    assert done.returncode == 1
    assert f"cannot listen on 127.0.0.1:{port}" in done.stderr
    assert "--port" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_database_that_is_away_is_said_so(connection: Connection) -> None:
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        away = replace(connection, uri=f"bolt://127.0.0.1:{reserved.getsockname()[1]}")

        done = orgatlas(away, "serve", "--port", "0")

    assert done.returncode == 1
    assert "Neo4j does not answer" in done.stderr
    assert "Traceback" not in done.stderr
