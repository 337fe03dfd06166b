"""Ports on the loopback interface: free ones, or the ones that were asked for."""

from __future__ import annotations

import socket

from graph.errors import ServerError
from graph.server.settings import Ports

LOOPBACK = "127.0.0.1"


def is_free(port: int) -> bool:
    """Tell whether nothing listens on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((LOOPBACK, port))
        except OSError:
            return False
        return True


def listens(port: int) -> bool:
    """Tell whether a server listens on the port."""
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind((LOOPBACK, 0))
        port: int = probe.getsockname()[1]
        return port


def chosen_ports(bolt: int | None, http: int | None, last: Ports | None) -> Ports:
    """Return the ports to listen on: those asked for, else the last ones if free, else any.

    Raises:
        ServerError: a port that was asked for is taken.
    """
    return Ports(
        bolt=_chosen(bolt, last.bolt if last else None, "--bolt-port"),
        http=_chosen(http, last.http if last else None, "--http-port"),
    )


def _chosen(asked: int | None, last: int | None, option: str) -> int:
    if asked is not None:
        if not is_free(asked):
            raise ServerError(
                f"Port {asked} is taken by another program",
                f"choose another with {option}, or leave {option} out and a free one is found",
            )
        return asked
    return last if last is not None and is_free(last) else free_port()
