"""Sweeping: what a load that does not count left in the graph goes, and what it ended goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.queries.loads import highest_load, loads_to_sweep

if TYPE_CHECKING:
    from graph.store import Store

ABANDON_LOAD = statement("plans/abandon_load")
MARK_SWEPT = statement("plans/mark_swept")
SWEEP_UNVERSIONED = statement("plans/sweep_unversioned")
SWEEPS = (
    statement("plans/sweep_states"),
    statement("plans/sweep_formers"),
    statement("plans/sweep_endings"),
    statement("plans/sweep_edge_endings"),
    statement("plans/sweep_edges"),
    statement("plans/sweep_things"),
)
"""In this order: states first, because a thing that is gone again gets its old ending with them."""


async def sweep(store: Store) -> list[int]:
    """Sweep every load that was killed or undone and return their numbers, the newest first.

    Whoever sweeps holds the load lock. Readers see nothing of it; killed halfway, it is run again.
    """
    if not await highest_load(store):
        await store.run_alone(SWEEP_UNVERSIONED)
    for number in await loads_to_sweep(store):
        await store.run_alone(ABANDON_LOAD, load=number)
    numbers = await loads_to_sweep(store)
    for number in numbers:
        for each in SWEEPS:
            await store.run_alone(each, load=number)
        await store.run_alone(MARK_SWEPT, load=number)
    return numbers
