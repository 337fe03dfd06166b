"""Who has posts in which departments of a version, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated by it
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.intervals import Interval
from graph.reorganization.headcounts import Seat, Staff, StaffSpan

if TYPE_CHECKING:
    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class HeadcountRow:
    """The people in a department for a time; `people` and `posts` name the seats of some."""

    department: str
    start: date | None
    until: date | None
    alone: int
    people: list[str]
    posts: list[str]


HEADCOUNTS = query("departments/headcounts", HeadcountRow)


async def read_staff(reader: Reader) -> Staff:
    """Return who is in which department on any day; posts that nobody holds count nobody."""
    return Staff(
        tuple(
            StaffSpan(
                row.department,
                Interval(row.start, row.until),
                row.alone,
                tuple(
                    Seat(person, post, row.department)
                    for person, post in zip(row.people, row.posts, strict=True)
                ),
            )
            for row in await reader.read(HEADCOUNTS)
        )
    )
