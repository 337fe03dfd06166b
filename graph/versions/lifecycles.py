"""A scenario is tried, checked, approved, and brought to a base that has moved on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Conflict
from graph.queries.bases import with_what_is_named
from graph.queries.loads import LOADED, LoadRow, latest_load, loads
from graph.queries.scenarios import (
    ScenarioRow,
    approve_scenario,
    digest_of,
    save_scenario,
    scenario_by_key,
    scenarios,
)
from graph.queries.timelines import Pinned, timeline
from graph.reorganization.clashes import Clash, clashes
from graph.reorganization.replays import replay
from graph.versions.trials import Trials, Tried

if TYPE_CHECKING:
    from graph.queries.timelines import LoadedVersion
    from graph.reorganization.scenarios import Scenario
    from graph.store import Reader, Store

NEXT = {
    "draft": "settle what orgatlas scenario check lists",
    "checked": "have it approved (orgatlas scenario approve)",
    "approved": "apply it (orgatlas scenario apply)",
    "applied": "it is in force already",
    "rolled-back": "check it again (orgatlas scenario check)",
}
"""What to do with a scenario that is so far, to bring it further."""


async def newest(store: Reader) -> LoadedVersion:
    """Return the newest version of the graph.

    Raises:
        Conflict: nothing was loaded yet.
    """
    version = (await timeline(store)).latest
    if version is None:
        raise Conflict("Nothing was loaded yet: load a plan first (orgatlas plan load)")
    return version


async def tried(store: Store, scenario: Scenario, trials: Trials | None = None) -> Tried:
    """Return what a scenario would do to the newest version.

    `trials` know its base where they were asked before; without them it is read anew.

    Raises:
        Conflict: nothing was loaded yet, or the scenario is effective before the newest plan is.
    """
    return await tried_on(store, scenario, await newest(store), trials)


async def tried_on(
    store: Store, scenario: Scenario, version: LoadedVersion, trials: Trials | None = None
) -> Tried:
    """Return what a scenario would do to a version, or did to it.

    Raises:
        Conflict: the scenario is effective before the plan of the version is.
    """
    if scenario.effective < version.start:
        raise Conflict(
            f"{scenario.key} is effective on {scenario.effective}, and revision {version.number} of"
            f" the graph starts on {version.start}: choose that day or a later one"
        )
    return await (trials or Trials()).tried(store, scenario, version)


async def checked(
    store: Store, scenario: Scenario, who: str, trials: Trials | None = None
) -> Tried:
    """Try a scenario and keep it: as checked if it may be applied, else as a draft.

    Raises:
        Conflict: it is applied already; otherwise as `tried`.
    """
    known = {row.key: row for row in await scenarios(store)}.get(scenario.key)
    if known is not None and known.state == "applied":
        raise Conflict(
            f"{scenario.key} is applied already: roll it back first, or choose another key"
        )
    found = await tried(store, scenario, trials)
    state = "checked" if found.impact.may_be_applied else "draft"
    unchanged = known is not None and (known.digest, known.base, known.state) == (
        *(digest_of(scenario), found.version.number),
        "approved",
    )
    if not unchanged:
        await save_scenario(store, scenario, found.version.number, state, who)
    return found


async def approved(store: Store, key: str, approver: str) -> ScenarioRow:
    """Approve a checked scenario, and return it as it was.

    Raises:
        NotFound: there is no such scenario.
        Conflict: it is not checked, the base has moved on, or its author would approve it.
    """
    row = await scenario_by_key(store, key)
    if row.state != "checked":
        raise Conflict(f"{key} is {row.state}, not checked: {NEXT[row.state]}")
    if _same(approver, row.author):
        raise Conflict(f"{row.author} drafted {key}: somebody else must approve it")
    await refuse_moved_base(store, row)
    await approve_scenario(store, row, approver)
    return row


@dataclass(frozen=True, slots=True)
class Rebased:
    """A scenario on the newest version: what clashes, and what it would do there.

    `saved` tells whether it is checked on that version from now on.
    """

    clashes: tuple[Clash, ...]
    loads: tuple[LoadRow, ...]
    tried: Tried
    saved: bool


async def rebased(
    store: Store, key: str, who: str, *, accept: bool = False, trials: Trials | None = None
) -> Rebased:
    """Bring a scenario to the newest version, if nothing clashes, or the clashes are accepted.

    It is checked there, and to be approved anew. `loads` of the result are those that came between.

    Raises:
        NotFound: there is no such scenario.
        Conflict: it is applied already; otherwise as `tried`.
    """
    row = await scenario_by_key(store, key)
    if row.state == "applied":
        raise Conflict(f"{key} is applied: there is nothing to rebase")
    scenario = row.scenario()
    trials = trials or Trials()
    found = await tried(store, scenario, trials)
    versions = {one.number: one for one in (await timeline(store)).versions}
    clashing: tuple[Clash, ...] = ()
    old = versions.get(row.base)
    if old is not None and old.number != found.version.number:
        reader = Pinned(store, old)
        base = await trials.base(store, old)
        base = await with_what_is_named(reader, base, scenario.operations)
        before = replay(base.organization, scenario.operations, scenario.effective)
        clashing = tuple(clashes(before, found.impact.replayed))
    saved = accept or not clashing
    if saved:
        state = "checked" if found.impact.may_be_applied else "draft"
        await save_scenario(store, scenario, found.version.number, state, who)
    between = tuple(
        load for load in await loads(store) if load.state == LOADED and load.number > row.base
    )
    return Rebased(clashing, between, found, saved)


async def refuse_moved_base(store: Reader, row: ScenarioRow) -> LoadRow:
    """Return the load that a scenario was checked on, which must be the newest.

    Raises:
        Conflict: it is not.
    """
    latest = await latest_load(store)
    if latest is None or latest.number != row.base:
        what = called(latest) if latest else "an empty graph"
        raise Conflict(
            f"{row.key} was checked on revision {row.base}, and {what} is the newest now:"
            f" orgatlas scenario rebase {row.key}"
        )
    return latest


def called(load: LoadRow) -> str:
    """Return what a load is called: its revision, and the scenario or plan it came from."""
    scenario = next((one for one in load.sources if one.startswith("scenario ")), None)
    return f"revision {load.number} ({scenario or f'plan {load.plan}'})"


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()
