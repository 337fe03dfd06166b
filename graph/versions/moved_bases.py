"""Bases that have moved on: which one a draft stands on, and what clashes with what came since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Conflict
from graph.queries.loads import LOADED, LoadRow, loads
from graph.reorganization.clashes import Clash, clashes
from graph.reorganization.replays import replay

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.queries.scenarios import ScenarioRow
    from graph.queries.timelines import LoadedVersion
    from graph.store import Store
    from graph.versions.trials import Trials, Tried


@dataclass(frozen=True, slots=True)
class Since:
    """What came after the base of a draft, the latest first, and where the draft meets it."""

    loads: tuple[LoadRow, ...] = ()
    clashes: tuple[Clash, ...] = ()


def base_of(
    stated: int | None, row: ScenarioRow | None, versions: Sequence[LoadedVersion]
) -> LoadedVersion:
    """Return the version that a draft stands on: the one it states, else that of the kept draft.

    It is the newest where there is neither, or where the kept one counts no more.

    Raises:
        Conflict: the version that it states does not count.
    """
    counting = {version.number: version for version in versions}
    if stated is not None and stated not in counting:
        raise Conflict(
            f"There is no revision {stated}: leave base out, or choose one of"
            f" {', '.join(map(str, counting))}"
        )
    if stated is not None:
        return counting[stated]
    return versions[-1] if row is None else counting.get(row.base, versions[-1])


async def since(store: Store, base: LoadedVersion, found: Tried, trials: Trials) -> Since:
    """Return what came between a draft's base and the version that it was tried on."""
    if base.number >= found.version.number:
        return Since()
    scenario = found.impact.scenario
    known = await trials.base_for(store, base, scenario.operations)
    before = replay(known.organization, scenario.operations, scenario.effective)
    between = tuple(
        load
        for load in await loads(store)
        if load.state == LOADED and base.number < load.number <= found.version.number
    )
    return Since(between, tuple(clashes(before, found.impact.replayed)))
