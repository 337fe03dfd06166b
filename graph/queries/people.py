"""People, and the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.batches import Named, all_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class PersonRow(Named):
    """A person as stored."""


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """A person holds a post for a time; `key` is whichever of the two was asked about."""

    key: str
    person: str
    post: str
    start: date | None
    until: date | None
    acting: bool
    fte: float | None


PEOPLE_BY_KEY = query("people/people_by_key", PersonRow)
PAGE_OF_PEOPLE = query("people/page_of_people", Listed)
COUNT_OF_PEOPLE = query("people/count_of_people", Total)
HOLDINGS_OF_PEOPLE = query("people/holdings_of_people", HoldingRow)


async def people_by_key(reader: Reader, keys: Sequence[str]) -> list[PersonRow | None]:
    """Return each key's person."""
    return one_of_each(keys, await reader.read(PEOPLE_BY_KEY, keys=list(keys)))


async def page_of_people(reader: Reader, page: Page, text: str | None) -> list[Listed]:
    """Return a page of the people whose names contain the text; None lets all pass."""
    return await page_of(reader, PAGE_OF_PEOPLE, page, text=text)


async def count_of_people(reader: Reader, text: str | None) -> int:
    """Return how many people have names that contain the text; None lets all pass."""
    return await total_of(reader, COUNT_OF_PEOPLE, text=text)


async def holdings_of_people(reader: Reader, keys: Sequence[str]) -> list[list[HoldingRow]]:
    """Return which posts each person holds, ever held or will hold, the latest first."""
    return all_of_each(keys, await reader.read(HOLDINGS_OF_PEOPLE, keys=list(keys)))
