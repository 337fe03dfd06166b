"""What is new, changed or no longer there, beside what a version of the graph holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.versions.reports import KindCount

if TYPE_CHECKING:
    from collections.abc import Iterable


def keys_of(keys: Iterable[str]) -> pl.Series:
    """Return keys as a column, sorted."""
    return pl.Series("key", sorted(keys), pl.String)


NO_KEYS = keys_of(())


@dataclass(frozen=True, slots=True)
class Changes:
    """The keys of one kind that are new, changed or no longer there, how many stay as they are."""

    name: str
    added: pl.Series
    changed: pl.Series
    ended: pl.Series
    unchanged: int

    def count(self) -> KindCount:
        """Return how many there are of each."""
        return KindCount(
            self.name, len(self.added), len(self.changed), len(self.ended), self.unchanged
        )


@dataclass(frozen=True, slots=True)
class EdgeChanges:
    """The edges to make and to end, as tables with the columns that tell them apart."""

    name: str
    added: pl.DataFrame
    ended: pl.DataFrame
    unchanged: int

    def count(self) -> KindCount:
        """Return how many there are of each."""
        return KindCount(self.name, len(self.added), 0, len(self.ended), self.unchanged)


def changes(name: str, rows: pl.DataFrame, held: pl.DataFrame) -> Changes:
    """Compare the `key` and `digest` of rows with those that a version holds."""
    both = rows.join(held, on="key", how="left", suffix="_held", maintain_order="left")
    is_new = both["digest_held"].is_null()
    differs = ~is_new & (both["digest"] != both["digest_held"])
    ended = held.join(rows, on="key", how="anti")["key"].sort()
    return Changes(
        name,
        added=both["key"].filter(is_new),
        changed=both["key"].filter(differs.fill_null(value=False)),
        ended=ended,
        unchanged=len(both) - int(is_new.sum()) - int(differs.sum()),
    )


def edge_changes(name: str, rows: pl.DataFrame, held: pl.DataFrame) -> EdgeChanges:
    """Compare edges that have no key with those that a version holds; equal ones stay."""
    rows, held = rows.unique(maintain_order=True), held.select(rows.columns)
    added = rows.join(held, on=rows.columns, how="anti", nulls_equal=True, maintain_order="left")
    ended = held.join(rows, on=rows.columns, how="anti", nulls_equal=True)
    return EdgeChanges(name, added, ended, len(rows) - len(added))
