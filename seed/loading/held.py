"""What a version of the graph holds, as tables: for comparing a plan with it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.queries.plans import (
    loaded_assignments,
    loaded_coverages,
    loaded_digests,
    loaded_exceptional_assignments,
    loaded_holdings,
    loaded_memberships,
)
from graph.queries.timelines import NOTHING, Pinned
from graph.versions.edges import ASSIGNMENTS, COVERAGES, HOLDINGS, MEMBERSHIPS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from graph.queries.plans import LoadedMemberships
    from graph.queries.timelines import LoadedVersion
    from graph.store import Store, Transaction

DIGESTS = {"key": pl.String, "digest": pl.String}
AT_ONCE = 500
"""Segments whose accounts are held as rows at a time."""
_NONE = pl.DataFrame(schema=DIGESTS)


@dataclass(frozen=True, slots=True)
class HeldThings:
    """Keys and digests of a version's things by label, and of those that ended, which have none."""

    there: Mapping[str, pl.DataFrame]
    gone: Mapping[str, pl.DataFrame]

    def digests(self, label: str) -> pl.DataFrame:
        """Return the `key` and `digest` of everything with a label."""
        return self.there.get(label, _NONE)

    def ended(self, label: str) -> pl.Series:
        """Return the keys of what was there once, but is not in the newest version."""
        return self.gone.get(label, _NONE)["key"]


@dataclass(frozen=True, slots=True)
class HeldEdges:
    """A version's edges that have no key, each sort with the columns that its rows have."""

    memberships: pl.DataFrame
    holdings: pl.DataFrame
    coverages: pl.DataFrame
    assignments: pl.DataFrame
    exceptional: pl.DataFrame


@dataclass(frozen=True, slots=True)
class Held:
    """Everything of a version that a plan is compared with."""

    things: HeldThings
    edges: HeldEdges


async def held_in(store: Store, version: LoadedVersion | None) -> Held:
    """Return what a version holds; things and edges are read at once, as two cores can do."""
    async with store.transaction() as one, store.transaction() as other:
        number = version.number if version else NOTHING
        return Held(*await asyncio.gather(_things(one, number), _edges(other, version)))


async def _things(transaction: Transaction, version: int) -> HeldThings:
    there: dict[str, list[pl.DataFrame]] = {}
    gone: dict[str, list[pl.DataFrame]] = {}
    async for part in loaded_digests(transaction, version):
        digests = [None] * len(part.keys) if part.ended else part.digests
        frame = pl.DataFrame({"key": part.keys, "digest": digests}, schema=DIGESTS)
        (gone if part.ended else there).setdefault(part.kind, []).append(frame)
    return HeldThings(
        {label: pl.concat(frames) for label, frames in there.items()},
        {label: pl.concat(frames) for label, frames in gone.items()},
    )


async def _edges(transaction: Transaction, version: LoadedVersion | None) -> HeldEdges:
    reader = Pinned(transaction, version)
    return HeldEdges(
        memberships=await _memberships(transaction, reader.number),
        holdings=_listed(await loaded_holdings(reader), HOLDINGS, person="persons", post="posts"),
        coverages=_listed(await loaded_coverages(reader), COVERAGES),
        assignments=_listed(await loaded_assignments(reader), ASSIGNMENTS, held="held"),
        exceptional=_listed(await loaded_exceptional_assignments(reader), ASSIGNMENTS, held="held"),
    )


async def _memberships(transaction: Transaction, version: int) -> pl.DataFrame:
    """Return who is in which segment; never all rows at once, of which there may be a million."""
    frames = [pl.DataFrame(schema=MEMBERSHIPS)]
    rows: list[LoadedMemberships] = []
    async for row in loaded_memberships(transaction, version):
        rows.append(row)
        if len(rows) == AT_ONCE:
            frames.append(_listed(rows, MEMBERSHIPS, account="accounts"))
            rows.clear()
    frames.append(_listed(rows, MEMBERSHIPS, account="accounts"))
    return pl.concat(frames)


def _listed(
    rows: Sequence[object], schema: Mapping[str, type[pl.DataType]], **lists: str
) -> pl.DataFrame:
    """Return rows as a table with these columns.

    `lists` names the fields that list the values of a column: those of a row stand side by side.
    """
    columns = {
        name: pl.Series(
            name,
            [getattr(row, lists.get(name, name)) for row in rows],
            pl.List(dtype) if name in lists else dtype,
        )
        for name, dtype in schema.items()
    }
    frame = pl.DataFrame(columns)
    return frame.explode(*lists) if lists else frame
