"""Undoing: the newest load leaves the timeline, and the graph is as it was before it."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.errors import Conflict, NothingLoaded
from graph.queries.loads import latest_load
from graph.queries.timelines import STAYS_WHOLE
from graph.versions.locks import LONGEST_WAIT, LoadLock, holder
from graph.versions.retries import PATIENCE, patiently
from graph.versions.sweeps import sweep

if TYPE_CHECKING:
    from graph.queries.loads import LoadRow
    from graph.store import Store

UNDO_LOAD = statement("plans/undo_load")


async def undo_last_load(
    store: Store,
    longest_wait: float = LONGEST_WAIT,
    patience: float = PATIENCE,
    of: int | None = None,
) -> LoadRow:
    """Return to the state before the newest load that counts, and return that load.

    Where `of` is given, it must be that one.

    It is unseen at once; what it wrote is swept a moment later, for those who are reading it just
    then (see `graph.queries.timelines.refuse_undone`). Killed in between, the next load sweeps.

    Raises:
        NothingLoaded: no load counts.
        Conflict: another load has not ended in time, or came in after the one meant.
        StoreUnavailable: the server went away for too long.
    """
    async with LoadLock(store, longest_wait) as lock:
        await sweep(store)
        load = await latest_load(store)
        if load is None:
            raise NothingLoaded("to undo")
        if of is not None and load.number != of:
            raise Conflict(f"Revision {load.number} came in after revision {of}: undo that first")

        async def undone() -> None:
            await lock.keep()
            await _undo(store, load)

        await patiently(undone, patience)
        return load


async def _undo(store: Store, load: LoadRow) -> None:
    """Undo this load, and no other where that is done already."""
    latest = await latest_load(store)
    if latest is not None and latest.number > load.number:
        raise Conflict(
            f"Load {latest.number} came in while Neo4j was away. Look at orgatlas plan history"
            " before you undo again"
        )
    await store.run_alone(UNDO_LOAD, load=load.number, undone_by=holder())
    await asyncio.sleep(STAYS_WHOLE)
    await sweep(store)
