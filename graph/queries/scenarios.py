"""Scenarios as the graph keeps them, and what was done to them."""

from __future__ import annotations

import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - rows are validated at run time
from difflib import get_close_matches
from hashlib import blake2b
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter

from graph.cypher_files import query, statement
from graph.errors import Conflict, NoScenario
from graph.queries.batches import all_of_each
from graph.queries.pages import Total, total_of
from graph.reorganization.capacities import Capacities
from graph.reorganization.documents import document_of
from graph.reorganization.scenarios import AnyOperation, Scenario

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Sequence

    from graph.store import Reader, Store, Transaction, Writer

LONGEST_COMPARED = 100
"""Characters of a wrong key that are compared with right ones."""
State = Literal["draft", "checked", "approved", "applied", "rolled-back"]
_OPERATIONS: TypeAdapter[tuple[AnyOperation, ...]] = TypeAdapter(tuple[AnyOperation, ...])
_CAPACITIES: TypeAdapter[Capacities] = TypeAdapter(Capacities)


@dataclass(frozen=True, slots=True)
class ScenarioRow:
    """A scenario and how far it is; `load` is the number of the load that applied it last.

    `operations` and `capacities` are JSON; `digest` tells one draft of a scenario from another.
    """

    key: str
    name: str
    name_en: str | None
    author: str
    approver: str | None
    why: str | None
    effective: date
    base: int
    state: State
    load: int | None
    digest: str
    operations: str
    capacities: str

    def scenario(self) -> Scenario:
        """Return it as it was drafted."""
        return Scenario(
            key=self.key,
            name=self.name,
            name_en=self.name_en,
            author=self.author,
            why=self.why,
            effective=self.effective,
            base=self.base,
            operations=_OPERATIONS.validate_json(self.operations),
            capacities=_CAPACITIES.validate_json(self.capacities),
        )


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A step in the life of a scenario, or one of its operations as applied by a load."""

    key: str
    scenario: str
    step: str
    number: int | None
    op: str | None
    who: str
    what: str
    why: str | None
    load: int | None
    at: datetime


@dataclass(frozen=True, slots=True)
class DepartmentChange:
    """An operation, as applied, that a department came of; `key` is the department's."""

    key: str
    change: str
    scenario: str
    step: str
    number: int | None
    op: str | None
    who: str
    what: str
    why: str | None
    load: int | None
    at: datetime

    def row(self) -> ChangeRow:
        """Return the operation alone."""
        return ChangeRow(
            *(self.change, self.scenario, self.step, self.number, self.op),
            *(self.who, self.what, self.why, self.load, self.at),
        )


SCENARIOS = query("scenarios/scenarios", ScenarioRow)
CHANGES_OF_SCENARIOS = query("scenarios/changes_of_scenarios", ChangeRow)
PAGE_OF_AUDIT_LOG = query("scenarios/page_of_audit_log", ChangeRow)
COUNT_OF_AUDIT_LOG = query("scenarios/count_of_audit_log", Total)
CHANGES_BEHIND_DEPARTMENTS = query("scenarios/changes_behind_departments", DepartmentChange)
HOLD_SCENARIO = statement("scenarios/hold_scenario")
SAVE_SCENARIO = statement("scenarios/save_scenario")
APPROVE_SCENARIO = statement("scenarios/approve_scenario")
NOTE_CHANGE = statement("scenarios/note_change")


async def scenarios(reader: Reader) -> list[ScenarioRow]:
    """Return all scenarios, the latest effective first."""
    return await reader.read(SCENARIOS)


async def scenario_by_key(reader: Reader, key: str) -> ScenarioRow:
    """Return a scenario.

    Raises:
        NoScenario: no scenario has the key.
    """
    return found_in(await scenarios(reader), key)


def found_in(rows: Sequence[ScenarioRow], key: str) -> ScenarioRow:
    """Return the scenario of that key.

    Raises:
        NoScenario: none of these has it.
    """
    found = next((row for row in rows if row.key == key), None)
    if found is None:
        known = [row.key for row in rows]
        raise NoScenario(key, get_close_matches(key[:LONGEST_COMPARED], known), known)
    return found


async def changes_of_scenarios(
    reader: Reader, keys: Sequence[str] | None = None, since: datetime | None = None
) -> list[ChangeRow]:
    """Return what was done to these scenarios (None: to any) since a moment, the latest first."""
    given = None if keys is None else [*keys]
    return await reader.read(CHANGES_OF_SCENARIOS, scenarios=given, since=since)


async def changes_of_each_scenario(reader: Reader, keys: Sequence[str]) -> list[list[ChangeRow]]:
    """Return what was done to each scenario, the latest first."""
    rows = await changes_of_scenarios(reader, keys)
    return [[row for row in rows if row.scenario == key] for key in keys]


async def changes_behind_departments(reader: Reader, keys: Sequence[str]) -> list[list[ChangeRow]]:
    """Return the operations that each department came of, the latest first."""
    rows = await reader.read(CHANGES_BEHIND_DEPARTMENTS, keys=list(keys))
    return [[row.row() for row in found] for found in all_of_each(keys, rows)]


async def page_of_audit_log(
    reader: Reader, about: str | None, since: datetime | None, after: str | None, first: int
) -> list[ChangeRow]:
    """Return a page of what was done to scenarios, the latest first, and one beyond it if there is.

    `about` is the key of a scenario, or of a department: then, the operations that ended it or that
    it came of, and all other steps of their scenarios. `after` is the key of the last change seen.
    """
    given = {"about": about, "since": since, "after_key": after, "limit": first + 1}
    return await reader.read(PAGE_OF_AUDIT_LOG, **given)


async def count_of_audit_log(reader: Reader, about: str | None, since: datetime | None) -> int:
    """Return how many entries `page_of_audit_log` has on all its pages."""
    return await total_of(reader, COUNT_OF_AUDIT_LOG, about=about, since=since)


@asynccontextmanager
async def held_scenario(
    store: Store, key: str
) -> AsyncGenerator[tuple[Transaction, list[ScenarioRow]]]:
    """Give a transaction in which nobody else changes a scenario, and all scenarios as they are."""
    async with store.transaction() as transaction:
        await transaction.write(HOLD_SCENARIO, key=key)
        yield transaction, await scenarios(transaction)


async def save_scenario(  # noqa: PLR0913, PLR0917 - all that is kept
    store: Store,
    scenario: Scenario,
    base: int,
    state: Literal["draft", "checked"],
    who: str,
    seen: ScenarioRow | None,
) -> None:
    """Keep a scenario as it is drafted now, and that somebody did so.

    `seen` is how it was kept when that was decided; None where it was not kept.

    Raises:
        Conflict: somebody else drafted it anew, or took it further, meanwhile. Nothing was written.
    """
    async with held_scenario(store, scenario.key) as (transaction, rows):
        now = next((row for row in rows if row.key == scenario.key), None)
        same = now is not None and (now.digest, now.base, now.state) == (
            *(digest_of(scenario), base, state),
        )
        if now != seen and not same:
            raise Conflict(
                f"{scenario.key} was changed meanwhile, nothing of this was kept: look at it"
                f" (orgatlas scenario show {scenario.key}), then do this again"
            )
        what = f"{len(scenario.operations)} operations on revision {base}"
        await write_scenario(transaction, scenario, base, state, who, what)


async def write_scenario(  # noqa: PLR0913, PLR0917 - all that is kept
    writer: Writer,
    scenario: Scenario,
    base: int,
    state: Literal["draft", "checked"],
    who: str,
    what: str,
) -> None:
    """Write a scenario as it is drafted now, and what somebody did to it."""
    operations = _OPERATIONS.dump_json(scenario.operations, by_alias=True, exclude_defaults=False)
    row: dict[str, Any] = {
        **scenario.model_dump(include={"key", "name", "name_en", "author", "why", "effective"}),
        "base": base,
        "state": state,
        "operations": operations.decode(),
        "capacities": _CAPACITIES.dump_json(scenario.capacities).decode(),
        "digest": digest_of(scenario),
    }
    await writer.write(SAVE_SCENARIO, row=row)
    given = {"scenario": scenario.key, "step": state, "who": who, "what": what, "why": None}
    await writer.write(NOTE_CHANGE, **given, load=None)


async def approve_scenario(store: Store, row: ScenarioRow, approver: str) -> None:
    """Approve a scenario as it was checked, and keep that.

    Raises:
        NoScenario: it is there no more. Nothing was written.
        Conflict: it was drafted anew, or approved, meanwhile. Nothing was written.
    """
    async with held_scenario(store, row.key) as (transaction, rows):
        now = found_in(rows, row.key)
        if (now.digest, now.base, now.state) != (row.digest, row.base, "checked"):
            raise Conflict(
                f"{row.key} is no longer as it was checked, it is {now.state} now: look at it"
                f" (orgatlas scenario show {row.key}), then approve it"
            )
        given = {"key": row.key, "digest": row.digest, "approver": approver}
        await transaction.write(APPROVE_SCENARIO, **given)
        what = f"as checked on revision {row.base}"
        noted = {"scenario": row.key, "step": "approved", "who": approver, "what": what}
        await transaction.write(NOTE_CHANGE, **noted, why=None, load=None)


def digest_of(scenario: Scenario) -> str:
    """Return what tells a draft from every other: all of it but its base.

    Drafts that state no capacities have the digest that they had before any could be stated.
    """
    left_out = {"base", "operations", *(() if scenario.capacities else ("capacities",))}
    stated = scenario.model_dump(mode="json", exclude=left_out)
    stated["operations"] = [document_of(one) for one in scenario.operations]
    text = json.dumps(stated, sort_keys=True)
    return blake2b(text.encode(), digest_size=16).hexdigest()
