"""What becomes of a mutation, as its caller is told: the scenario, or what can be done about it."""

from collections.abc import Awaitable, Callable
from typing import TypeVar

from api.contexts import Info
from api.mutation_results import Clashes, Conflict, InvalidScenario, NotFound, NotPlaced
from api.plans import Plan
from api.scenarios import Scenario
from graph import errors
from graph.queries.scenarios import scenario_by_key
from graph.versions.lifecycles import Checked

ResultT = TypeVar("ResultT")


async def outcome_of_draft(
    draft: Callable[[], Awaitable[ResultT]],
) -> ResultT | NotFound | Conflict | InvalidScenario:
    """Return the draft, or what its caller can do something about."""
    try:
        return await outcome(draft)
    except errors.ModelError as error:
        return InvalidScenario.of(error.problems)


async def outcome_of_step(
    info: Info, key: str, do: Callable[[], Awaitable[ResultT]]
) -> ResultT | NotFound | Conflict | NotPlaced:
    """Return what was done with a scenario, or what its caller can do something about."""

    async def settled() -> ResultT | NotPlaced:
        try:
            return await do()
        except errors.NotPlaced as error:
            scenario = await scenario_now(info, key)
            return NotPlaced(message=f"{error.what}.", scenario=scenario, impact=error.impact)

    return await outcome(settled)


async def outcome(do: Callable[[], Awaitable[ResultT]]) -> ResultT | NotFound | Conflict:
    """Return what was done, or what its caller can do something about."""
    try:
        return await do()
    except errors.NotFound as error:
        return NotFound(message=str(error))
    except errors.Conflict as error:
        return Conflict(message=str(error))


def outcome_of_check(found: Checked, scenario: Scenario) -> Scenario | NotPlaced | Clashes:
    """Return the scenario that was checked, or what is to be settled first."""
    if not found.saved:
        return Clashes(
            message=f"{len(found.clashes)} clashes with what changed since its base",
            scenario=scenario,
            since=[Plan.from_row(load) for load in found.loads],
            found=found.clashes,
        )
    if found.impact.may_be_applied:
        return scenario
    message = "Something is to be settled before it may be applied."
    return NotPlaced(message=message, scenario=scenario, impact=found.impact)


async def scenario_now(info: Info, key: str) -> Scenario:
    """Return the scenario as it is now; whatever was looked up before is looked up anew."""
    info.context.note_change()
    return Scenario.from_row(await scenario_by_key(info.context.store, key))
