"""A scenario is drafted: saved whole, or edited step by step, without being tried yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from graph.queries.scenarios import ScenarioRow, found_in, held_scenario, write_scenario
from graph.queries.timelines import timeline
from graph.reorganization.documents import operation_of, scenario_of
from graph.versions.lifecycles import newest, refuse_applied
from graph.versions.moved_bases import base_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Store


async def drafted(store: Store, document: object, who: str | None = None) -> str:
    """Save the draft of a document, in place of one with the same key, and return the key.

    What replaces a draft stays on its base, so that what clashes is still found; a new one is on
    the newest revision. Whatever was approved before is so no longer.

    Raises:
        ModelError: the document is no scenario.
        Conflict: nothing was loaded yet, its base does not count, or it is applied already.
    """
    scenario = scenario_of(document)
    await newest(store)
    versions = (await timeline(store)).versions
    async with held_scenario(store, scenario.key) as (transaction, rows):
        row = next((one for one in rows if one.key == scenario.key), None)
        if row is not None:
            refuse_applied(row)
        base = base_of(scenario.base, row, versions).number
        what = f"{len(scenario.operations)} operations on revision {base}"
        who = who or scenario.author
        await write_scenario(transaction, scenario, base, "draft", who, what)
    return scenario.key


async def with_operation(
    store: Store, key: str, document: object, at: int | None = None, who: str | None = None
) -> None:
    """Add an operation to a draft: as the last one, or so that it has the number `at`.

    Raises:
        ModelError: the document is no operation, or there is no place with that number.
        NotFound: there is no such scenario.
        Conflict: it is applied already.
    """
    async with held_scenario(store, key) as (transaction, rows):
        draft = _editable(rows, key)
        scenario = draft.scenario()
        end = len(scenario.operations) + 1
        number = end if at is None else at
        if not 1 <= number <= end:
            raise _no_place(number, f"give a number from 1 to {end}, or none: then it is the last")
        operation = operation_of(document, number)
        before, after = scenario.operations[: number - 1], scenario.operations[number - 1 :]
        edited = scenario.model_copy(update={"operations": (*before, operation, *after)})
        what = f"operation {number} added: {operation.op}"
        await write_scenario(transaction, edited, draft.base, "draft", who or draft.author, what)


async def without_operation(store: Store, key: str, number: int, who: str | None = None) -> None:
    """Take an operation out of a draft; those after it move up.

    Raises:
        ModelError: there is no operation with that number.
        NotFound: there is no such scenario.
        Conflict: it is applied already.
    """
    async with held_scenario(store, key) as (transaction, rows):
        draft = _editable(rows, key)
        scenario = draft.scenario()
        last = len(scenario.operations)
        if not 1 <= number <= last:
            raise _no_place(number, f"it has {last}: give the number of one of them")
        before, after = scenario.operations[: number - 1], scenario.operations[number:]
        edited = scenario.model_copy(update={"operations": (*before, *after)})
        what = f"operation {number} removed: {scenario.operations[number - 1].op}"
        await write_scenario(transaction, edited, draft.base, "draft", who or draft.author, what)


def _editable(rows: Sequence[ScenarioRow], key: str) -> ScenarioRow:
    row = found_in(rows, key)
    refuse_applied(row)
    return row


def _no_place(number: int, remedy: str) -> ModelError:
    what = f"there is no place for an operation {number}"
    return ModelError([Problem("", number, "", "no-such-operation", what, remedy)])
