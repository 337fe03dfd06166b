"""The embedded server's life, on a home of its own."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, LiteralString

import neo4j
import psutil
import pytest

from graph.errors import ServerError
from graph.server import processes, starts
from graph.server.homes import Home
from graph.server.ports import LOOPBACK, free_port
from graph.server.settings import CUT_LOG
from tests.profiles import is_night
from tests.torn_logs import tear

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.server.connections import Connection


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Home]:
    """A home whose path is as hard as paths get; its server may run already, or not."""
    place = Home(tmp_path_factory.mktemp("大客户 atlas") / "neo4j")
    yield place
    starts.stop(place)


@pytest.fixture
def new_place(tmp_path: Path) -> Home:
    """A home that never had a server."""
    return Home(tmp_path / "neo4j")


async def test_a_second_start_finds_the_running_server(place: Home) -> None:
    starts.stop(place)

    first, second = await asyncio.gather(
        asyncio.to_thread(starts.start, place), asyncio.to_thread(starts.start, place)
    )

    assert first[0] == second[0]
    assert sorted([first[1], second[1]]) == [False, True]


def test_data_survive_a_kill_of_server_and_starter(place: Home) -> None:
    server, _ = starts.start(place)
    _run(server, "CREATE (:Kept {name: '国家电网'})")

    killed = processes.running(place)
    assert killed is not None
    psutil.Process(killed.pid).kill()
    processes.record(place, processes.Running(1, killed.bolt, killed.http, killed.version))
    again, is_new = starts.start(place)

    assert is_new
    assert again == server
    assert _run(again, "MATCH (kept:Kept) RETURN kept.name AS name") == [{"name": "国家电网"}]


def test_a_server_that_is_dying_is_not_taken_for_one_that_starts(place: Home) -> None:
    server, _ = starts.start(place)
    starts.stop(place)
    last = processes.last_start(place)
    assert last is not None
    words = [sys.executable, "-c", "import time; time.sleep(1)", f"--home-dir={place.folder}"]

    with subprocess.Popen(words) as dying:  # noqa: S603 - our own command
        processes.record(place, processes.Running(dying.pid, last.bolt, last.http, last.version))
        assert processes.running(place) is not None
        again, is_new = starts.start(place)

    assert is_new
    assert again == server


def test_a_server_whose_starter_died_is_found_and_stopped(place: Home) -> None:
    starts.start(place)
    found = processes.running(place)
    assert found is not None

    processes.record(
        place, processes.Running(processes.NO_PROCESS, found.bolt, found.http, found.version)
    )

    assert processes.running(place) == found
    assert starts.stop(place) is True
    assert processes.running(place) is None
    assert starts.stop(place) is False


@pytest.mark.skipif(not is_night(), reason="it starts a server three times: make nightly")
def test_a_torn_log_is_told_and_cut_only_where_that_is_asked_for(
    place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = starts.start(place)
    _run(server, "CREATE (:Committed)")
    starts.stop(place)
    tear(place)

    with pytest.raises(ServerError, match=r"log is damaged.*\n.*backup.*ORGATLAS_CUT_LOG=1"):
        starts.start(place)
    assert processes.running(place) is None
    monkeypatch.setenv(CUT_LOG, "1")
    cut, _ = starts.start(place)

    assert _run(cut, "MATCH (n:Committed) RETURN count(n) AS n") == [{"n": 1}]


def test_the_server_is_closed_to_strangers(place: Home) -> None:
    server, _ = starts.start(place)
    running = processes.running(place)
    assert running is not None

    listening = {
        (line.laddr.ip.removeprefix("::ffff:"), line.laddr.port)
        for line in psutil.Process(running.pid).net_connections("tcp")
        if line.status == psutil.CONN_LISTEN
    }
    assert listening == {(LOOPBACK, running.bolt), (LOOPBACK, running.http)}
    with pytest.raises(neo4j.exceptions.AuthError):
        _run(_with_password(server, "neo4j"), "RETURN 1")
    with pytest.raises(ServerError, match=rf"already runs on ports {running.bolt}"):
        starts.start(place, bolt_port=free_port())


def test_a_taken_port_is_refused_before_anything_starts(new_place: Home) -> None:
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen()
        port = listener.getsockname()[1]

        with pytest.raises(ServerError, match=f"Port {port} is taken"):
            starts.start(new_place, bolt_port=port)

    assert processes.running(new_place) is None


def test_a_server_that_ends_at_its_start_says_why(
    new_place: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "1k")

    with pytest.raises(ServerError, match=r"(?s)ended at its start.*Too small .*console\.log"):
        starts.start(new_place)


def test_too_little_memory_is_refused(new_place: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGATLAS_HEAP", "4000g")

    with pytest.raises(ServerError, match=r"MB of memory.*\n.*ORGATLAS_HEAP=256m"):
        starts.start(new_place)


def _with_password(server: Connection, password: str) -> Connection:
    return type(server)(server.uri, server.user, password)


def _run(server: Connection, cypher: LiteralString) -> list[dict[str, object]]:
    with neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        server.uri, auth=(server.user, server.password)
    ) as driver:
        return [record.data() for record in driver.execute_query(cypher).records]
