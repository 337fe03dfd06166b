"""Whether a recorded process is the home's server."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from graph.server import processes
from graph.server.homes import Home
from graph.server.processes import Running

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_a_home_without_a_start_has_no_server(place: Home) -> None:
    assert processes.running(place) is None


def test_a_process_that_took_over_the_pid_is_not_the_server(place: Home) -> None:
    processes.record(place, Running(os.getpid(), 7687, 7474, "2026.09.0"))

    assert processes.running(place) is None
    assert processes.stop(place) is False


def test_a_damaged_record_is_no_start(place: Home) -> None:
    place.running_file.write_text('{"pid": ', encoding="utf-8")

    assert processes.running(place) is None


def test_the_ports_of_a_dead_server_are_remembered(place: Home) -> None:
    start = processes.record(place, Running(0, 7687, 7474, "2026.09.0"))

    assert processes.running(place) is None
    assert processes.last_start(place) == start
