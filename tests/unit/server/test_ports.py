"""Which ports the embedded server gets."""

from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from graph.errors import ServerError
from graph.server.ports import LOOPBACK, chosen_ports, free_port, is_free
from graph.server.settings import Ports

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as listener:
        listener.bind((LOOPBACK, 0))
        listener.listen()
        yield listener.getsockname()[1]


def test_the_ports_of_the_last_start_are_kept() -> None:
    last = Ports(free_port(), free_port())

    assert chosen_ports(None, None, last) == last


def test_a_last_port_that_is_taken_is_left(taken: int) -> None:
    ports = chosen_ports(None, None, Ports(bolt=taken, http=free_port()))

    assert ports.bolt != taken
    assert is_free(ports.bolt)


def test_a_port_that_was_asked_for_comes_before_the_last() -> None:
    asked = free_port()

    assert chosen_ports(asked, None, Ports(free_port(), free_port())).bolt == asked


def test_a_taken_port_is_refused_with_its_option(taken: int) -> None:
    with pytest.raises(ServerError, match=rf"Port {taken} is taken.*\n.*--http-port"):
        chosen_ports(None, taken, None)
