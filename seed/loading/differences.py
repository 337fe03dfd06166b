"""Everything that a plan changes of what a version of the graph holds."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Kind
from graph.queries.plans import loaded_digests
from seed.loading.changes import Changes, changes
from seed.loading.edges import held_memberships, resolved_edges, stated_edges
from seed.loading.kinds import LOADED_KINDS, SEGMENTS
from seed.loading.rows import ListedRows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model.plans import Plan
    from graph.store import Reader
    from seed.loading.changes import EdgeChanges
    from seed.loading.edges import EdgePlan
    from seed.loading.kinds import LoadedKind
    from seed.loading.ownership_rows import OwnershipRows
    from seed.loading.reports import KindCount
    from seed.loading.rows import Rows

DIGESTS = {"key": pl.String, "digest": pl.String}


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
    """What changes of each kind, and of each sort of edge: stated ones, and those that follow.

    `held_memberships` says which account is in which segment before.
    """

    kinds: list[KindDifference]
    segments: KindDifference
    stated: list[EdgePlan]
    resolved: list[EdgePlan]
    held_memberships: pl.DataFrame

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


async def difference_of(reader: Reader, plan: Plan, wanted: OwnershipRows) -> Difference:
    """Compare a plan with the version that the reader reads."""
    rows = [kind.rows(plan) for kind in LOADED_KINDS]
    held, _ = await asyncio.gather(_held(reader), asyncio.to_thread(_digest, rows))
    none = pl.DataFrame(schema=DIGESTS)

    def of(kind: LoadedKind, rows: Rows) -> KindDifference:
        found = changes(kind.name, rows.digests, held.there.get(kind.label, none))
        never = without(found.added, held.gone.get(kind.label, none)["key"])
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

    kinds = [of(kind, its) for kind, its in zip(LOADED_KINDS, rows, strict=True)]
    [new] = [kind.new for kind in kinds if kind.kind.label is Kind.SUBSIDIARY]
    return Difference(
        kinds=kinds,
        segments=of(SEGMENTS, ListedRows(wanted.segments)),
        stated=await stated_edges(reader, plan),
        resolved=await resolved_edges(reader, wanted, held.memberships, new),
        held_memberships=held.memberships,
    )


def without(keys: pl.Series, others: pl.Series) -> pl.Series:
    """Return the keys that are not among the others."""
    return (
        keys.alias("key")
        .to_frame()
        .join(others.alias("key").to_frame(), on="key", how="anti", maintain_order="left")["key"]
    )


@dataclass(frozen=True, slots=True)
class _Held:
    """What a version has: keys and digests by label, what has ended, who is in which segment."""

    there: dict[str, pl.DataFrame]
    gone: dict[str, pl.DataFrame]
    memberships: pl.DataFrame


async def _held(reader: Reader) -> _Held:
    there: dict[str, list[pl.DataFrame]] = {}
    gone: dict[str, list[pl.DataFrame]] = {}
    for part in await loaded_digests(reader):
        digests = [None] * len(part.keys) if part.ended else part.digests
        frame = pl.DataFrame({"key": part.keys, "digest": digests}, schema=DIGESTS)
        (gone if part.ended else there).setdefault(part.kind, []).append(frame)
    return _Held(
        {label: pl.concat(frames) for label, frames in there.items()},
        {label: pl.concat(frames) for label, frames in gone.items()},
        await held_memberships(reader),
    )


def _digest(all_rows: Iterable[Rows]) -> None:
    """Have the digests of large kinds made, which these keep."""
    for rows in all_rows:
        _ = rows.digests
