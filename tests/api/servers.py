"""A served API: `orgatlas serve` as a process of its own, over the small plan."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.server.connections import Connection
    from graph.store import Store

ORGATLAS = [sys.executable, "-c", "from graph.commands.main import main; main()"]


@pytest.fixture
def environment(connection: Connection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", connection.uri)
    monkeypatch.setenv("NEO4J_USER", connection.user)
    monkeypatch.setenv("NEO4J_PASSWORD", connection.password)
    monkeypatch.setenv("PYTHONUNBUFFERED", "1")
    monkeypatch.delenv("ORGATLAS_CONTAINER", raising=False)


@pytest.fixture
def serving(environment: None, small_graph: Store) -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(  # noqa: S603 - our own program
        [*ORGATLAS, "serve", "--port", "0"],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        yield process
        process.kill()


def address_of(serving: subprocess.Popen[str]) -> str:
    """Return where the API says it is."""
    assert serving.stdout is not None
    lines = iter(serving.stdout.readline, "")
    [root] = next(found for line in lines if (found := re.findall(r"(http\S+)/graphql", line)))
    return root
