"""Pages: a part of a list in an order, from after a given entry on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from graph.cypher_files import Query
    from graph.store import Reader

SortedBy = Literal["name", "name_en", "key", "kind"]


@dataclass(frozen=True, slots=True)
class Page:
    """Which entries to list: `first` of them, in an order, after the entry with that value and key.

    Entries of equal value are in the order of their keys.
    """

    first: int
    order_by: SortedBy = "name"
    descending: bool = False
    after_value: str | None = None
    after_key: str | None = None


@dataclass(frozen=True, slots=True)
class Listed:
    """One entry of a list: its key, and the value that gave it its place."""

    key: str
    value: str


@dataclass(frozen=True, slots=True)
class Total:
    """How many entries a list has on all its pages."""

    total: int


async def page_of(
    reader: Reader, query: Query[Listed], page: Page, **filters: object
) -> list[Listed]:
    """Return the page's entries and, where there are more, one beyond them."""
    return await reader.read(
        query,
        order_by=page.order_by,
        descending=page.descending,
        after_value=page.after_value,
        after_key=page.after_key,
        limit=page.first + 1,
        **filters,
    )


async def total_of(reader: Reader, query: Query[Total], **filters: object) -> int:
    """Return how many entries pass the filters."""
    [row] = await reader.read(query, **filters)
    return row.total
