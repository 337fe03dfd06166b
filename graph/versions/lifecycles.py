"""A scenario is tried, checked, approved, and brought to a base that has moved on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import Conflict, NotPlaced
from graph.queries.loads import LoadRow, latest_load
from graph.queries.scenarios import (
    ScenarioRow,
    State,
    approve_scenario,
    digest_of,
    save_scenario,
    scenario_by_key,
    scenarios,
)
from graph.queries.timelines import timeline
from graph.versions.moved_bases import base_of, since
from graph.versions.trials import Trials, Tried

if TYPE_CHECKING:
    from graph.queries.timelines import LoadedVersion
    from graph.reorganization.clashes import Clash
    from graph.reorganization.impacts import Impact
    from graph.reorganization.scenarios import Scenario
    from graph.store import Reader, Store

NEXT = {
    "draft": "check it first (orgatlas scenario check)",
    "checked": "have it approved (orgatlas scenario approve)",
    "approved": "apply it (orgatlas scenario apply)",
    "applied": "it is in force already",
    "rolled-back": "check it again (orgatlas scenario check)",
}
"""What to do with a scenario that is so far, to bring it further."""
APPROVED: State = "approved"
_TOLD: dict[State, str] = {"draft": "a draft", "rolled-back": "rolled back"}


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


@dataclass(frozen=True, slots=True)
class Checked:
    """A scenario tried on the newest version, and where it meets what came since its base.

    `loads` are what came since, the latest first. `saved` tells whether it is kept on that version
    from now on; where something clashes it stays on its base.
    """

    clashes: tuple[Clash, ...]
    loads: tuple[LoadRow, ...]
    tried: Tried
    saved: bool

    @property
    def impact(self) -> Impact:
        """What it would do to the newest version."""
        return self.tried.impact


async def checked(
    store: Store, scenario: Scenario, who: str, trials: Trials | None = None
) -> Checked:
    """Try a scenario and keep it: as checked if it may be applied, else as a draft.

    Where it meets what came since the base it states, or was kept on, it is kept as a draft on that
    base. One that is given as it was kept stays on the base it was kept on: it may have been
    rebased since it was written.

    Raises:
        Conflict: it is applied already, states a base that does not count, or was changed by
            somebody else meanwhile; otherwise as `tried`.
    """
    known = {row.key: row for row in await scenarios(store)}.get(scenario.key)
    if known is not None:
        refuse_applied(known)
    trials = trials or Trials()
    found = await tried(store, scenario, trials)
    digest = digest_of(scenario)
    as_kept = known is not None and known.digest == digest
    versions = (await timeline(store)).versions
    base = base_of(None if as_kept else scenario.base, known, versions)
    came = await since(store, base, found, trials)
    saved = not came.clashes
    number = found.version.number if saved else base.number
    state = "checked" if saved and found.impact.may_be_applied else "draft"
    unchanged = known is not None and (known.digest, known.base, known.state) == (
        *(digest, number, APPROVED),
    )
    if not (saved and unchanged):
        await save_scenario(store, scenario, number, state, who, known)
    return Checked(came.clashes, came.loads, found, saved)


async def approved(
    store: Store, key: str, approver: str, trials: Trials | None = None
) -> ScenarioRow:
    """Approve a checked scenario, and return it as it was.

    Raises:
        NoScenario: there is no such scenario.
        NotPlaced: it is a draft of which something is to be settled.
        Conflict: it is not checked, the base has moved on, its author would approve it, or it was
            drafted anew just now.
    """
    row = await as_far_as(store, key, "checked", trials)
    if _same(approver, row.author):
        raise Conflict(f"{row.author} drafted {key}: somebody else must approve it")
    await refuse_moved_base(store, row)
    await approve_scenario(store, row, approver)
    return row


async def rebased(
    store: Store, key: str, who: str, *, accept: bool = False, trials: Trials | None = None
) -> Checked:
    """Bring a scenario to the newest version, if nothing clashes, or the clashes are accepted.

    It is checked there, and to be approved anew.

    Raises:
        NoScenario: there is no such scenario.
        Conflict: it is applied already, or was changed by somebody else meanwhile; otherwise as
            `tried`.
    """
    row = await scenario_by_key(store, key)
    if row.state == "applied":
        raise Conflict(f"{key} is applied: there is nothing to rebase")
    scenario = row.scenario()
    trials = trials or Trials()
    found = await tried(store, scenario, trials)
    base = base_of(None, row, (await timeline(store)).versions)
    came = await since(store, base, found, trials)
    saved = accept or not came.clashes
    if saved:
        state = "checked" if found.impact.may_be_applied else "draft"
        await save_scenario(store, scenario, found.version.number, state, who, row)
    return Checked(came.clashes, came.loads, found, saved)


async def as_far_as(
    store: Store, key: str, state: State, trials: Trials | None = None
) -> ScenarioRow:
    """Return a scenario that is so far.

    Raises:
        NoScenario: there is no such scenario.
        NotPlaced: it is a draft of which something is to be settled.
        Conflict: it is not so far; of a draft also as `tried`.
    """
    row = await scenario_by_key(store, key)
    if row.state == state:
        return row
    what = f"{key} is {told(row.state)}, not {told(state)}"
    if row.state == "draft":
        found = (await tried(store, row.scenario(), trials)).impact
        if not found.may_be_applied:
            raise NotPlaced(f"{what}, and this is to be settled", found)
    raise Conflict(f"{what}: {NEXT[row.state]}")


def told(state: State) -> str:
    """Return how far a scenario is, as sentences say it."""
    return _TOLD.get(state, state)


def refuse_applied(row: ScenarioRow) -> None:
    """Let a scenario be drafted anew that is not in force.

    Raises:
        Conflict: it is.
    """
    if row.state == "applied":
        raise Conflict(f"{row.key} is applied already: roll it back first, or choose another key")


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
