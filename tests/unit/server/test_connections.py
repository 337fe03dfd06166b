"""Which server answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import ServerError
from graph.server.connections import Connection, connection

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def nothing_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("NEO4J_URI", "NEO4J_USER", "NEO4J_PASSWORD"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ORGATLAS_HOME", str(tmp_path))


def test_the_environment_names_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://graph.example:7687")
    monkeypatch.setenv("NEO4J_USER", "ada")
    monkeypatch.setenv("NEO4J_PASSWORD", "lovelace")

    assert connection() == Connection("neo4j://graph.example:7687", "ada", "lovelace", None)


def test_a_named_server_needs_a_password(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "neo4j://graph.example:7687")

    with pytest.raises(ServerError, match="NEO4J_PASSWORD is not set"):
        connection()


def test_an_embedded_server_that_does_not_run_tells_how_to_start_it() -> None:
    with pytest.raises(ServerError, match=r"not running\n.*orgatlas neo4j start"):
        connection()


def test_a_password_is_never_printed() -> None:
    assert "lovelace" not in repr(Connection("bolt://127.0.0.1:1", "ada", "lovelace"))
