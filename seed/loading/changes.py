"""What a plan changes of what a version of the graph holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.loading.reports import KindCount

if TYPE_CHECKING:
    from collections.abc import Iterable

    import polars as pl

MOST_ENDING = 0.2
"""The part of a kind that a load may end without being asked to."""
ALL = 1.0
SHOWN = 5


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


def refuse_mass_ending(
    all_changes: Iterable[Changes | EdgeChanges], most: float = MOST_ENDING
) -> None:
    """Let a load pass that ends only a little of each kind.

    Raises:
        ModelError: it would end more than that part of some kind.
    """
    problems: list[Problem] = []
    for found in all_changes:
        counted = found.count()
        gone = counted.ended - (counted.added if isinstance(found, EdgeChanges) else 0)
        before = counted.unchanged + counted.changed + counted.ended
        if gone > 0 and gone > most * before:
            problems.append(_mass_ending(found, gone, before, most))
    if problems:
        raise ModelError(problems)


def _mass_ending(found: Changes | EdgeChanges, gone: int, before: int, most: float) -> Problem:
    keys = list(found.ended[:SHOWN]) if isinstance(found, Changes) else []
    some = [str(key) for key in keys] + (["…"] if gone > len(keys) > 0 else [])
    which = f" ({', '.join(some)})" if some else ""
    return Problem(
        found.name,
        0,
        "",
        "mass-ending",
        f"this load would end {gone} of the {before} {found.name} in the graph{which},"
        f" more than {most:.0%}",
        "if a file is incomplete, complete it; if it is meant, load with --allow-ending",
    )
