"""Keys and names of a kind that a plan may have a million of."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

import polars as pl

from seed.columns.bulk_rows import FILE, ROW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from seed.documents.entries import Entry
    from seed.reading.entries import Entries

SEARCHED_WHOLE = 20_000
"""Among more keys, only those are looked at that share a half with the key that nobody has."""


class Listed:
    """The keys and names of a kind, those of its entries and those of its table."""

    def __init__(self, entries: Entries, kind: type[Entry]) -> None:
        self._entries = entries
        self._kind = kind

    def those_of(self, keys: Collection[str]) -> Iterator[tuple[str, str]]:
        """Yield those keys that the table has, each with its name."""
        rows = self._rows(self._entries.tables[self._kind].frame)
        wanted = pl.Series([*keys], dtype=pl.String).implode()
        yield from rows.filter(pl.col("key").is_in(wanted)).select("key", "name").iter_rows()

    def named(self, name: str) -> list[str]:
        """Return the keys of what has exactly this name."""
        return self._all.filter(pl.col("name") == name)["key"].to_list()

    def name_of(self, key: str) -> str | None:
        """Return the name of a key."""
        found = self._all.filter(pl.col("key") == key)["name"]
        return found.item() if found.len() else None

    def keys_like(self, key: str) -> list[str]:
        """Return the keys among which one was perhaps meant: all, where there are not too many.

        Who misspells a key at one place has its beginning or its end right. Of very many that
        share it, those that stand next to it in the alphabet are returned.
        """
        keys = self._keys
        if len(keys) <= SEARCHED_WHOLE:
            return keys
        half = max(1, len(key) // 2)
        forwards = _beginning(self._sorted, key, half)
        backwards = [each[::-1] for each in _beginning(self._sorted_backwards, key[::-1], half)]
        return [*dict.fromkeys(chain(forwards, backwards))]

    @cached_property
    def _keys(self) -> list[str]:
        return self._all["key"].to_list()

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self._keys)

    @cached_property
    def _sorted_backwards(self) -> list[str]:
        return sorted(key[::-1] for key in self._keys)

    @cached_property
    def _all(self) -> pl.DataFrame:
        """All keys with their names, each once, in the order of reading."""
        written = pl.DataFrame(
            [
                (
                    self._entries.number_of(entry.place.file),
                    entry.place.row,
                    key,
                    entry.text("name"),
                )
                for entry in self._entries.raw_of(self._kind)
                if (key := entry.text("key"))
            ],
            schema={FILE: pl.UInt32, ROW: pl.UInt32, "key": pl.String, "name": pl.String},
            orient="row",
        )
        rows = pl.concat([self._rows(self._entries.tables[self._kind].frame), self._rows(written)])
        return rows.sort(FILE, ROW, maintain_order=True).unique(
            "key", keep="first", maintain_order=True
        )

    def _rows(self, frame: pl.DataFrame) -> pl.DataFrame:
        return frame.select(FILE, ROW, "key", pl.coalesce("name", "key").alias("name"))


def _beginning(ordered: list[str], word: str, length: int) -> list[str]:
    """Return those of the sorted words that begin like this one, the nearest where too many do."""
    start = word[:length]
    first, last = bisect_left(ordered, start), bisect_left(ordered, start + "\U0010ffff")
    if last - first > SEARCHED_WHOLE // 4:
        here = bisect_left(ordered, word)
        first, last = max(first, here - SEARCHED_WHOLE // 8), min(last, here + SEARCHED_WHOLE // 8)
    return ordered[first:last]
