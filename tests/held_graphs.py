"""Which graph the server holds: a test that wrote nothing leaves it to the next that wants it."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from pathlib import Path

    from graph.server.connections import Connection

Mark = tuple[tuple[str, int], ...]
APART = 0.05
"""Seconds between two writes that surely differ in a file's time."""


class HeldGraph:
    """Remembers what was made of the graph last, and by the server's log whether it still is so.

    Every write goes to the transaction log, so a log that nobody wrote to means the same graph. Of
    a server whose files are elsewhere nothing is known: there every graph is made anew.
    """

    def __init__(self, connection: Connection) -> None:
        self._logs = connection.data and connection.data / "transactions" / "neo4j"
        self._name = ""
        self._mark: Mark | None = None

    async def make(self, name: str, make: Callable[[], Awaitable[object]]) -> None:
        """Make a graph, unless it is the one that is held."""
        if self._mark is not None and (name, self._marked()) == (self._name, self._mark):
            return
        self._mark = None
        await make()
        self._mark = await self._settled()
        self._name = name

    async def _settled(self) -> Mark | None:
        """Return the mark of now, such that any later write gives another."""
        while (mark := self._marked()) is not None:
            newest = max((written for _, written in mark), default=0)
            if time.time_ns() - newest > APART * 1e9:
                return mark
            await asyncio.sleep(APART)
        return None

    def _marked(self) -> Mark | None:
        if self._logs is None or not self._logs.is_dir():
            return None
        return tuple((path.name, _written(path)) for path in sorted(self._logs.glob("*.db.*")))


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:  # rotated away just now
        return 0
