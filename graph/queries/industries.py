"""Industries: one by one, in pages, and how they nest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.batches import Link, Named, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class IndustryRow(Named):
    """An industry as stored; `parent` is the key of the one around it."""

    parent: str | None


@dataclass(frozen=True, slots=True)
class NestingFilter:
    """Which of things that nest to list: every field that is set must hold.

    `outermost` true: only those inside no other; false: only those inside one.
    """

    parent: str | None = None
    outermost: bool | None = None
    text: str | None = None


INDUSTRIES_BY_KEY = query("industries/industries_by_key", IndustryRow)
PAGE_OF_INDUSTRIES = query("industries/page_of_industries", Listed)
COUNT_OF_INDUSTRIES = query("industries/count_of_industries", Total)
CHILDREN_OF_INDUSTRIES = query("industries/children_of_industries", Link)
ANCESTORS_OF_INDUSTRIES = query("industries/ancestors_of_industries", Link)


async def industries_by_key(reader: Reader, keys: Sequence[str]) -> list[IndustryRow | None]:
    """Return each key's industry."""
    return one_of_each(keys, await reader.read(INDUSTRIES_BY_KEY, keys=list(keys)))


async def page_of_industries(reader: Reader, page: Page, only: NestingFilter) -> list[Listed]:
    """Return a page of the industries that pass the filter."""
    return await page_of(
        reader,
        PAGE_OF_INDUSTRIES,
        page,
        parent=only.parent,
        outermost=only.outermost,
        text=only.text,
    )


async def count_of_industries(reader: Reader, only: NestingFilter) -> int:
    """Return how many industries pass the filter."""
    return await total_of(
        reader,
        COUNT_OF_INDUSTRIES,
        parent=only.parent,
        outermost=only.outermost,
        text=only.text,
    )


async def children_of_industries(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the industries directly inside each, by name."""
    return links_of_each(keys, await reader.read(CHILDREN_OF_INDUSTRIES, keys=list(keys)))


async def ancestors_of_industries(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the industries around each, the nearest first."""
    return links_of_each(keys, await reader.read(ANCESTORS_OF_INDUSTRIES, keys=list(keys)))
