"""What a new version changes of the one before: of each kind of entity, and each sort of edge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.versions.changes import changes

if TYPE_CHECKING:
    from graph.versions.changes import Changes, EdgeChanges
    from graph.versions.edges import EdgePlan
    from graph.versions.kinds import LoadedKind
    from graph.versions.reports import KindCount
    from graph.versions.rows import Rows


@dataclass(frozen=True, slots=True)
class KindDifference:
    """What changes of one kind, and the rows to write it from.

    `new` are the keys that no load ever brought, of a kind that has a short way in; `written` all
    others that are new, back again or changed; `kept` those of them that the graph has or had.
    """

    kind: LoadedKind
    changes: Changes
    rows: Rows
    new: pl.Series
    written: pl.Series
    kept: pl.Series

    @property
    def name(self) -> str:
        """What the kind is called."""
        return self.kind.name


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes of each kind, and of each sort of edge: stated ones, and those that follow."""

    kinds: list[KindDifference]
    segments: KindDifference
    stated: list[EdgePlan]
    resolved: list[EdgePlan]

    def counts(self) -> tuple[KindCount, ...]:
        """Return how much changes of each."""
        kinds = [*self.kinds, self.segments]
        edges = [*self.stated, *self.resolved]
        return (
            *(kind.changes.count() for kind in kinds),
            *(edge.changes.count() for edge in edges),
        )

    def may_end(self) -> list[Changes | EdgeChanges]:
        """Return the changes of all that files state, to see whether a load ends much of it."""
        return [
            *(kind.changes for kind in self.kinds),
            *(edge.changes for edge in self.stated),
        ]


def kind_difference(
    kind: LoadedKind, rows: Rows, held: pl.DataFrame, gone: pl.Series
) -> KindDifference:
    """Compare the rows of a kind with the `key` and `digest` of those that a version holds.

    What is held and not among the rows ends. `gone` are the keys of what was there once.
    """
    found = changes(kind.name, rows.digests, held)
    never = _without(found.added, gone)
    back = _without(found.added, never)
    new = never if kind.bulk and kind.bulk.add else never.clear()
    return KindDifference(
        kind,
        found,
        rows,
        new=new,
        written=pl.concat([_without(found.added, new), found.changed]),
        kept=pl.concat([back, found.changed]),
    )


def _without(keys: pl.Series, others: pl.Series) -> pl.Series:
    """Return the keys that are not among the others."""
    return (
        keys.alias("key")
        .to_frame()
        .join(others.alias("key").to_frame(), on="key", how="anti", maintain_order="left")["key"]
    )
