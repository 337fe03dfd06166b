"""A scenario is applied: whole, or not at all; and rolled back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.cypher_files import statement
from graph.errors import Conflict, NotPlaced
from graph.model.keys import PlanKey
from graph.progress import silently
from graph.queries.loads import LoadRow, latest_load
from graph.queries.scenarios import NOTE_CHANGE, ScenarioRow, scenario_by_key
from graph.versions.applications import application_of
from graph.versions.batches import Batches
from graph.versions.lifecycles import APPROVED, as_far_as, called, refuse_moved_base, told, tried
from graph.versions.locks import LONGEST_WAIT, LoadLock
from graph.versions.records import begin_load, finish_load, load_row
from graph.versions.retries import PATIENCE
from graph.versions.sweeps import sweep
from graph.versions.trials import Trials
from graph.versions.undos import undo_last_load
from graph.versions.writing import Writing

if TYPE_CHECKING:
    from graph.progress import Progress
    from graph.reorganization.impacts import Impact
    from graph.store import Store

TIMES = 3
"""How many times as many rows as in a load a transaction has: most are edges, and small."""
TIE_SCENARIO = statement("scenarios/tie_scenario")
RECORD_OPERATIONS = statement("scenarios/record_operations")


async def applied(  # noqa: PLR0913, PLR0917 - who, how patiently, with what
    store: Store,
    key: str,
    who: str,
    progress: Progress = silently,
    longest_wait: float = LONGEST_WAIT,
    trials: Trials | None = None,
) -> tuple[int, Impact]:
    """Make the graph answer as a scenario says from its first day on: whole, or not at all.

    Return the number of the version, and what it did. Killed anywhere, it has happened or not.

    Raises:
        NoScenario: there is no such scenario.
        NotPlaced: operations cannot be done, or something is not placed.
        Conflict: it is not approved, the base has moved on, or a load or another scenario is going
            on for too long.
        StoreUnavailable: the server went away for too long.
    """
    trials = trials or Trials()
    await as_far_as(store, key, APPROVED, trials)
    async with LoadLock(store, longest_wait) as lock:
        await sweep(store)
        row = await as_far_as(store, key, APPROVED, trials)
        before = await refuse_moved_base(store, row)
        progress("resolving", 0, 1)
        found = await tried(store, row.scenario(), trials)
        if not found.impact.may_be_applied:
            raise NotPlaced(f"{key} cannot be applied, this is to be settled", found.impact)
        application = await trials.alone(lambda: application_of(found.base, found.impact, before))
        progress("resolving", 1, 1)
        number = await begin_load(store, PlanKey(before.plan))
        batches = Batches(store, lock, number, PATIENCE, times=TIMES)
        await Writing(batches, progress).write(application.difference, application.memberships)
        await batches.add(RECORD_OPERATIONS, 1, scenario=key, rows=_operations(found.impact, who))
        await batches.add(TIE_SCENARIO, 1, scenario=key)
        plan = _plan_row(before, row)
        counts = application.difference.counts()
        noted = {"scenario": key, "step": "applied", "who": who, "what": f"as revision {number}"}
        await batches.add(NOTE_CHANGE, 1, **noted, why=row.why)
        await batches.flush()
        await _refuse_another_draft(store, row)
        await finish_load(batches, load_row(plan, [f"scenario {key}"], counts))
        return number, found.impact


async def rolled_back(
    store: Store,
    key: str,
    who: str,
    why: str | None = None,
    longest_wait: float = LONGEST_WAIT,
) -> LoadRow:
    """Return to the state before a scenario was applied.

    Raises:
        NoScenario: there is no such scenario.
        Conflict: it is not applied, or something was loaded or applied after it.
    """
    row = await scenario_by_key(store, key)
    if row.state != "applied" or row.load is None:
        raise Conflict(f"{key} is {told(row.state)}, not applied: there is nothing to roll back")
    latest = await latest_load(store)
    if latest is not None and latest.number != row.load:
        raise Conflict(
            f"{called(latest)} came after {key} (revision {row.load}): undo that first"
            " (orgatlas plan undo, or orgatlas scenario rollback)"
        )
    load = await undo_last_load(store, longest_wait, of=row.load)
    said = {"what": f"revision {row.load} is undone", "why": why, "load": None}
    async with store.transaction() as transaction:
        await transaction.write(NOTE_CHANGE, scenario=key, step="rolled-back", who=who, **said)
    return load


async def _refuse_another_draft(store: Store, row: ScenarioRow) -> None:
    """Let a scenario be applied that is still as it was approved.

    Raises:
        Conflict: somebody saved another draft meanwhile.
    """
    now = await scenario_by_key(store, row.key)
    if (now.digest, now.approver) != (row.digest, row.approver):
        raise Conflict(f"{row.key} was drafted anew meanwhile: check it and have it approved again")


def _operations(found: Impact, who: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for step in found.replayed.steps:
        departments = [edit for edit in step.edits if edit.part == "departments"]
        resulting = {key for keys in step.successors.values() for key in keys}
        resulting |= {edit.key for edit in departments if edit.before is None}
        stays = found.replayed.result.departments
        rows.append(
            {
                "number": step.number,
                "op": str(getattr(step.operation, "op", "")),
                "who": who,
                "what": step.operation.model_dump_json(by_alias=True, exclude_defaults=True),
                "why": step.operation.why,
                "ended": sorted(edit.key for edit in departments if edit.after is None),
                "resulting": sorted(key for key in resulting if key in stays),
            }
        )
    return rows


def _plan_row(before: LoadRow, row: ScenarioRow) -> dict[str, Any]:
    return {
        "name": before.name,
        "name_en": before.name_en,
        "organization": before.organization,
        "from": row.effective,
        "until": before.until,
        "sections": [*before.sections],
        "digest": before.digest,
    }
