"""The timeline: which loaded version of the graph answers for which day, and readers of one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING, Any

from graph.cypher_files import query
from graph.errors import Conflict

if TYPE_CHECKING:
    from graph.cypher_files import Query, RowT
    from graph.store import Reader

NOTHING = 0
"""The version of a graph into which nothing was loaded: it holds nothing."""
STAYS_WHOLE = 0.2
"""Seconds for which a version stays as it was once it is undone, for those who are reading it."""


@dataclass(frozen=True, slots=True)
class LoadedVersion:
    """A load that counts: its number, the day its plan starts, what tells it from every other."""

    number: int
    start: date
    stamp: str


TIMELINE = query("plans/timeline", LoadedVersion)


@dataclass(frozen=True, slots=True)
class Timeline:
    """The loaded versions in the order of their numbers, which is that of their starts."""

    versions: tuple[LoadedVersion, ...] = ()

    @property
    def latest(self) -> LoadedVersion | None:
        """The version loaded last, which may start in the future; None before the first load."""
        return self.versions[-1] if self.versions else None

    def on(self, day: date) -> LoadedVersion | None:
        """Return the version that answers for a day: the last one whose plan has started by then.

        Days before the first plan are answered from the first; None where nothing was loaded.
        """
        started = [version for version in self.versions if version.start <= day]
        return started[-1] if started else next(iter(self.versions), None)


class Pinned:
    """A reader of one version: whatever is loaded meanwhile, it goes on reading that one."""

    def __init__(self, reader: Reader, version: LoadedVersion | None) -> None:
        self._reader = reader
        self.number = version.number if version else NOTHING
        self.stamp = version.stamp if version else ""

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        """Return the rows of a query, which is told the version if it asks for one."""
        if "version" in query.file.params:
            parameters.setdefault("version", self.number)
        return await self._reader.read(query, **parameters)


async def timeline(reader: Reader) -> Timeline:
    """Return the timeline as it is now."""
    return Timeline(tuple(await reader.read(TIMELINE)))


async def pinned(reader: Reader, day: date) -> Pinned:
    """Return a reader of the version that answers for a day."""
    return Pinned(reader, (await timeline(reader)).on(day))


async def refuse_undone(reader: Reader, version: LoadedVersion | None) -> None:
    """Let pass what was read of a version that still counts: nothing of it was missing.

    Raises:
        Conflict: it was undone meanwhile, and some of it may have been swept before it was read.
    """
    if version is not None and version not in (await timeline(reader)).versions:
        raise Conflict(f"Revision {version.number} was undone while it was read: ask again")
