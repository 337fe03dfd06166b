"""Territories: one by one, in pages, how they nest, and who covers them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.batches import Link, Named, all_of_each, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.queries.industries import NestingFilter
    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class TerritoryRow(Named):
    """A territory as stored; `parent` is the key of the one around it."""

    parent: str | None


@dataclass(frozen=True, slots=True)
class CoveringRow:
    """A territory (`key`) is covered by a department for a time."""

    key: str
    department: str
    start: date | None
    until: date | None


TERRITORIES_BY_KEY = query("territories/territories_by_key", TerritoryRow)
PAGE_OF_TERRITORIES = query("territories/page_of_territories", Listed)
COUNT_OF_TERRITORIES = query("territories/count_of_territories", Total)
CHILDREN_OF_TERRITORIES = query("territories/children_of_territories", Link)
ANCESTORS_OF_TERRITORIES = query("territories/ancestors_of_territories", Link)
COVERAGES_OF_TERRITORIES = query("territories/coverages_of_territories", CoveringRow)


async def territories_by_key(reader: Reader, keys: Sequence[str]) -> list[TerritoryRow | None]:
    """Return each key's industry."""
    return one_of_each(keys, await reader.read(TERRITORIES_BY_KEY, keys=list(keys)))


async def page_of_territories(reader: Reader, page: Page, only: NestingFilter) -> list[Listed]:
    """Return a page of the territories that pass the filter."""
    return await page_of(
        reader,
        PAGE_OF_TERRITORIES,
        page,
        parent=only.parent,
        outermost=only.outermost,
        text=only.text,
    )


async def count_of_territories(reader: Reader, only: NestingFilter) -> int:
    """Return how many territories pass the filter."""
    return await total_of(
        reader,
        COUNT_OF_TERRITORIES,
        parent=only.parent,
        outermost=only.outermost,
        text=only.text,
    )


async def children_of_territories(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the territories directly inside each, by name."""
    return links_of_each(keys, await reader.read(CHILDREN_OF_TERRITORIES, keys=list(keys)))


async def ancestors_of_territories(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the territories around each, the nearest first."""
    return links_of_each(keys, await reader.read(ANCESTORS_OF_TERRITORIES, keys=list(keys)))


async def coverages_of_territories(reader: Reader, keys: Sequence[str]) -> list[list[CoveringRow]]:
    """Return which departments cover each territory itself, by name."""
    return all_of_each(keys, await reader.read(COVERAGES_OF_TERRITORIES, keys=list(keys)))
