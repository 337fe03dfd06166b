"""Batches: rows of many keys at once, sorted back to the keys they are for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


class Keyed(Protocol):
    """A row that says which key it is for."""

    @property
    def key(self) -> str:
        """The key."""
        ...


KeyedT = TypeVar("KeyedT", bound=Keyed)
ItemT = TypeVar("ItemT")


def parts(items: list[ItemT], size: int) -> Iterator[list[ItemT]]:
    """Yield the items in their order, so many at a time; the last part may be smaller."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


@dataclass(frozen=True, slots=True)
class Named:
    """What every row of a named thing starts with."""

    key: str
    name: str
    name_en: str | None
    illustrative: bool


@dataclass(frozen=True, slots=True)
class Link:
    """A thing and another that it is linked to, both by key."""

    key: str
    linked_key: str


def one_of_each(keys: Sequence[str], rows: Iterable[KeyedT]) -> list[KeyedT | None]:
    """Return each key's row, in the order of the keys; None where a key has none."""
    by_key = {row.key: row for row in rows}
    return [by_key.get(key) for key in keys]


def all_of_each(keys: Sequence[str], rows: Iterable[KeyedT]) -> list[list[KeyedT]]:
    """Return each key's rows, in the order of the keys; within one, in the order of the rows."""
    by_key: dict[str, list[KeyedT]] = {key: [] for key in keys}
    for row in rows:
        by_key[row.key].append(row)
    return [by_key[key] for key in keys]


def links_of_each(keys: Sequence[str], links: Iterable[Link]) -> list[list[str]]:
    """Return the keys each key is linked to, in the order of the keys."""
    return [[link.linked_key for link in group] for group in all_of_each(keys, links)]
