"""One load: compare the plan with the graph, then write the difference, all or nothing."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.queries.plans import loaded_digests, loaded_plan
from seed.loading.changes import Changes, changes, refuse_mass_removal
from seed.loading.edges import resolved_edges, stated_edges
from seed.loading.kinds import LOADED_KINDS
from seed.loading.locks import LONGEST_WAIT, announce, take
from seed.loading.ownership_rows import OwnershipRows, ownership_rows
from seed.loading.reports import KindCount, LoadReport, no_progress
from seed.loading.rows import digested

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from graph.store import Reader, Store, Writer
    from seed.loading.edges import EdgePlan
    from seed.loading.kinds import LoadedKind
    from seed.loading.reports import Progress
    from seed.loading.rows import Row

WRITE_SEGMENTS = statement("plans/write_segments")
REMOVE_SEGMENTS = statement("plans/remove_segments")
WRITE_PLAN = statement("plans/write_plan")

BATCH = 2000
"""Rows for one statement."""


@dataclass(frozen=True, slots=True)
class _Difference:
    """Everything that the plan changes."""

    kinds: list[tuple[LoadedKind, Changes]]
    segments: Changes
    stated: list[EdgePlan]
    resolved: list[EdgePlan]


async def load_plan(
    store: Store,
    plan: Plan,
    progress: Progress = no_progress,
    *,
    allow_removing: bool = False,
    longest_wait: float = LONGEST_WAIT,
) -> LoadReport:
    """Make the graph hold this plan and return what that changed.

    Everything happens in one transaction: whatever interrupts it, the graph answers from the plan
    it held before. Another load is waited for.

    Raises:
        ModelError: more than a fifth of some kind would be removed and that is not allowed.
        Conflict: another load has not ended within `longest_wait` seconds.
    """
    progress("resolving", 0, 1)
    wanted = await asyncio.to_thread(ownership_rows, plan)
    progress("resolving", 1, 1)
    await announce(store, longest_wait)
    async with store.transaction() as transaction:
        await take(store, transaction, longest_wait)
        difference = await _difference(transaction, plan, wanted, progress)
        if not allow_removing:
            stated = [edges.changes for edges in difference.stated]
            refuse_mass_removal([*(found for _, found in difference.kinds), *stated])
        await _write(transaction, difference, progress)
        return await _finish(transaction, plan, _counts(difference))


async def _difference(
    reader: Reader, plan: Plan, wanted: OwnershipRows, progress: Progress
) -> _Difference:
    progress("comparing", 0, 1)
    digests = await loaded_digests(reader)
    difference = _Difference(
        kinds=[
            (kind, changes(kind.name, kind.rows(plan), digests.get(kind.kind, {})))
            for kind in LOADED_KINDS
        ],
        segments=changes("segments", wanted.segments, digests.get("Segment", {})),
        stated=await stated_edges(reader, plan),
        resolved=await resolved_edges(reader, wanted),
    )
    progress("comparing", 1, 1)
    return difference


async def _write(writer: Writer, difference: _Difference, progress: Progress) -> None:
    """Write nodes, then remove, then link: a link finds all that it names."""
    edges = [*difference.stated, *difference.resolved]
    for kind, found in difference.kinds:
        await _in_batches(writer, kind.write, found.written, f"writing {kind.name}", progress)
    segments = difference.segments
    await _in_batches(writer, WRITE_SEGMENTS, segments.written, "writing segments", progress)
    for kind, found in difference.kinds:
        await _remove(writer, kind.remove, found)
    for kind, found in difference.kinds:
        await _in_batches(writer, kind.link, found.written, f"linking {kind.name}", progress)
    for edge in edges:
        for write, rows in edge.writes:
            await _in_batches(writer, write, rows, f"linking {edge.changes.name}", progress)
    await _remove(writer, REMOVE_SEGMENTS, segments)


async def _remove(writer: Writer, remove: Statement, found: Changes) -> None:
    for start in range(0, len(found.removed), BATCH):
        await writer.write(remove, keys=found.removed[start : start + BATCH])


async def _in_batches(
    writer: Writer, write: Statement, rows: Sequence[Row], stage: str, progress: Progress
) -> None:
    for start in range(0, len(rows), BATCH):
        progress(stage, start, len(rows))
        await writer.write(write, rows=rows[start : start + BATCH])
    if rows:
        progress(stage, len(rows), len(rows))


def _counts(difference: _Difference) -> tuple[KindCount, ...]:
    kinds = [*(found for _, found in difference.kinds), difference.segments]
    edges = [edge.changes for edge in (*difference.stated, *difference.resolved)]
    return (
        *(
            KindCount(
                found.name,
                len(found.added),
                len(found.changed),
                len(found.removed),
                found.unchanged,
            )
            for found in kinds
        ),
        *(
            KindCount(found.name, len(found.added), 0, len(found.removed), found.unchanged)
            for found in edges
        ),
    )


async def _finish(writer: Writer, plan: Plan, counts: tuple[KindCount, ...]) -> LoadReport:
    """Raise the revision if anything changed."""
    row = digested(
        {
            "key": plan.key,
            "name": plan.name,
            "name_en": plan.name_en,
            "organization": plan.organization,
            "from": plan.start,
            "until": plan.until,
        }
    )
    before = await loaded_plan(writer)
    same_plan = before is not None and before.digest == row["digest"]
    revision = before.revision if before else 0
    report = LoadReport(plan.key, revision, counts, plan_itself_changed=not same_plan)
    if report.changed_nothing:
        return report
    await writer.write(WRITE_PLAN, key=plan.key, row=row, revision=revision + 1)
    return LoadReport(plan.key, revision + 1, counts, plan_itself_changed=not same_plan)
