"""Transaction logs of Neo4j that end in the middle of a record."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.server.homes import Home


def tear(place: Home) -> None:
    """Leave half a record at the end of the log, as a full disk may do."""
    log = max((place.data / "transactions" / "neo4j").glob("neostore.transaction.db.*"))
    written = log.read_bytes().rstrip(b"\0")
    with log.open("r+b") as file:
        file.seek(len(written))
        file.write(b"\7" * 64)
