"""One load: compare the plan with the newest version, write a new one, then let it be seen."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.errors import Conflict
from graph.progress import silently
from graph.queries.loads import LoadRow, latest_load
from graph.versions.batches import Batches
from graph.versions.locks import LONGEST_WAIT, LoadLock
from graph.versions.records import begin_load, finish_load, load_row, plan_row
from graph.versions.reports import LoadReport
from graph.versions.retries import PATIENCE, patiently
from graph.versions.rooms import refuse_full_disk
from graph.versions.sweeps import sweep
from graph.versions.writing import Writing
from seed.loading.differences import Wanted, difference_of, wanted_of
from seed.loading.early import held_now
from seed.loading.mass_endings import MOST_ENDING, refuse_mass_ending

if TYPE_CHECKING:
    from collections.abc import Awaitable
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.progress import Progress
    from graph.store import Store
    from graph.versions.differences import Difference
    from seed.loading.early import Early


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to load: `sources` are the plan's files with their sums, as history tells them.

    `most_ending` is the part of a kind that may end, `longest_wait` the seconds to wait for another
    load, `patience` those for a server that went away. `data` is where the server keeps its data,
    if that is on this machine: a load stops before that disk is full. `early` is what the newest
    version holds, if somebody began to read it before.
    """

    sources: tuple[str, ...] = ()
    most_ending: float = MOST_ENDING
    longest_wait: float = LONGEST_WAIT
    patience: float = PATIENCE
    data: Path | None = None
    early: Early | None = None


USUAL = Options()


async def load_plan(
    store: Store,
    plan: Plan,
    progress: Progress = silently,
    options: Options = USUAL,
) -> LoadReport:
    """Make a new version of the graph hold this plan from its start on; return what that changed.

    Nobody sees the version before it is whole: whatever interrupts the load, the graph answers from
    the versions it had. Another load is waited for. A plan that the newest version holds already
    makes no new one.

    Raises:
        ModelError: more of some kind would end than may.
        Conflict: another load has not ended in time, or a plan that starts later is loaded already.
        StoreUnavailable: the server went away for too long.
    """
    progress("resolving", 0, 1)
    resolving = asyncio.create_task(asyncio.to_thread(wanted_of, plan))
    async with LoadLock(store, options.longest_wait) as lock:

        async def begun() -> _Begun | LoadReport:
            await lock.keep()
            return await _begun(store, plan, resolving, progress, options)

        load = await patiently(begun, options.patience)
        if isinstance(load, LoadReport):
            return load
        batches = Batches(store, lock, load.report.revision, options.patience, options.data)
        memberships = (await resolving).ownership.memberships
        await Writing(batches, progress).write(load.difference, memberships)
        row = load_row(plan_row(plan), options.sources, load.report.counts)
        await finish_load(batches, row)
        return load.report


@dataclass(frozen=True, slots=True)
class _Begun:
    """A load that has its number and is to be written: what it is to write, and its report."""

    difference: Difference
    report: LoadReport


async def _begun(
    store: Store,
    plan: Plan,
    resolving: Awaitable[Wanted],
    progress: Progress,
    options: Options,
) -> _Begun | LoadReport:
    """Begin a load; or return the report that says there is nothing to do.

    It may be done again: what an attempt began is swept by the next.
    """
    await sweep(store)
    before = await latest_load(store)
    _refuse_disorder(plan, before)
    difference = await _compared(store, resolving, options.early, progress)
    same_plan = before is not None and before.digest == str(plan_row(plan)["digest"])
    held = before.number if before else 0
    report = LoadReport(plan.key, held, difference.counts(), plan_itself_changed=not same_plan)
    if report.changed_nothing:
        return report
    refuse_mass_ending(difference.may_end(), options.most_ending)
    refuse_full_disk(options.data)
    number = await begin_load(store, plan.key)
    return _Begun(difference, replace(report, revision=number))


async def _compared(
    store: Store, resolving: Awaitable[Wanted], early: Early | None, progress: Progress
) -> Difference:
    """Compare a plan that is being resolved with the newest version, which is read meanwhile."""
    wanted, held = await asyncio.gather(resolving, held_now(store, early))
    progress("resolving", 1, 1)
    progress("comparing", 0, 1)
    difference = await asyncio.to_thread(difference_of, wanted, held)
    progress("comparing", 1, 1)
    return difference


def _refuse_disorder(plan: Plan, before: LoadRow | None) -> None:
    if before is not None and plan.start < before.start:
        raise Conflict(
            f"The plan {plan.key} starts on {plan.start}, but the plan {before.plan}, which starts"
            f" later, on {before.start}, is loaded already (load {before.number}). Nothing was"
            " changed. Undo that one (orgatlas plan undo), load this one, then load that one again"
        )
