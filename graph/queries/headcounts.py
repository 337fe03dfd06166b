"""How many people departments of a version have on a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.reorganization.headcounts import Headcounts, Seat

if TYPE_CHECKING:
    from datetime import date

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """The people in a department; `people` and `posts` are the seats of those who have several."""

    department: str
    alone: int
    people: list[str]
    posts: list[str]


HEADCOUNTS = query("departments/headcounts", HeadcountRow)


async def headcounts_on(reader: Reader, day: date) -> Headcounts:
    """Return who is in which department on a day; posts that nobody holds count nobody."""
    rows = await reader.read(HEADCOUNTS, on=day)
    seats = (
        Seat(person, post, row.department)
        for row in rows
        for person, post in zip(row.people, row.posts, strict=True)
    )
    return Headcounts({row.department: row.alone for row in rows}, tuple(sorted(seats)))
