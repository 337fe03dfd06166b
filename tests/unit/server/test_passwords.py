"""The server's password file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.server.homes import Home
from graph.server.passwords import password

if TYPE_CHECKING:
    from pathlib import Path


def test_the_password_is_for_its_owner_alone(tmp_path: Path) -> None:
    place = Home(tmp_path / "neo4j")

    made = password(place)

    assert len(made) >= 32
    assert place.password_file.stat().st_mode & 0o777 == 0o600
    assert password(place) == made
    assert password(Home(tmp_path / "other")) != made
