"""Everything that a plan changes of what a version of the graph holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Kind
from seed.loading.changes import Changes, changes
from seed.loading.edges import resolved_edges, stated_edges
from seed.loading.kinds import LOADED_KINDS, SEGMENTS
from seed.loading.ownership_rows import ownership_rows
from seed.loading.rows import ListedRows

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from seed.loading.changes import EdgeChanges
    from seed.loading.edges import EdgePlan
    from seed.loading.held import Held
    from seed.loading.kinds import LoadedKind
    from seed.loading.ownership_rows import OwnershipRows
    from seed.loading.reports import KindCount
    from seed.loading.rows import Rows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the graph is to hold of a plan: the rows of each kind by its name, and what follows."""

    plan: Plan
    rows: dict[str, Rows]
    ownership: OwnershipRows


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


def wanted_of(plan: Plan) -> Wanted:
    """Resolve a plan, and make the digests of its rows."""
    rows = {kind.name: kind.rows(plan) for kind in LOADED_KINDS}
    for each in rows.values():
        _ = each.digests
    return Wanted(plan, rows, ownership_rows(plan))


def difference_of(wanted: Wanted, held: Held) -> Difference:
    """Compare what a plan wants with what a version holds."""

    def of(kind: LoadedKind, rows: Rows) -> KindDifference:
        found = changes(kind.name, rows.digests, held.things.digests(kind.label))
        never = without(found.added, held.things.ended(kind.label))
        back = without(found.added, never)
        new = never if kind.bulk and kind.bulk.add else never.clear()
        return KindDifference(
            kind,
            found,
            rows,
            new=new,
            written=pl.concat([without(found.added, new), found.changed]),
            kept=pl.concat([back, found.changed]),
        )

    kinds = [of(kind, wanted.rows[kind.name]) for kind in LOADED_KINDS]
    [new] = [kind.new for kind in kinds if kind.kind.label is Kind.SUBSIDIARY]
    return Difference(
        kinds=kinds,
        segments=of(SEGMENTS, ListedRows(wanted.ownership.segments)),
        stated=stated_edges(wanted.plan, held.edges),
        resolved=resolved_edges(wanted.ownership, held.edges, new),
    )


def without(keys: pl.Series, others: pl.Series) -> pl.Series:
    """Return the keys that are not among the others."""
    return (
        keys.alias("key")
        .to_frame()
        .join(others.alias("key").to_frame(), on="key", how="anti", maintain_order="left")["key"]
    )
