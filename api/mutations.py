"""What changes scenarios, and the graph by them; every rule about it is in graph/versions."""

from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from api.contexts import Info
from api.failures import InvalidArgument
from api.mutation_results import (
    ApplyResult,
    ApproveResult,
    CheckResult,
    Clashes,
    DraftResult,
    NotPlaced,
    RebaseResult,
    RollbackResult,
    UnderWay,
)
from api.outcomes import (
    outcome,
    outcome_of_check,
    outcome_of_draft,
    outcome_of_step,
    scenario_now,
)
from api.scenario_inputs import ScenarioInput
from api.scenarios import Scenario
from graph.queries.scenarios import scenario_by_key
from graph.versions.applying import applied, rolled_back
from graph.versions.drafting import drafted, with_operation, without_operation
from graph.versions.lifecycles import approved, checked, rebased

LONGEST_NAME = 200
LONGEST_WAIT = 5.0
"""Seconds to wait for another load to end."""

Key = Annotated[strawberry.ID, strawberry.argument(description="The scenario's key.")]
By = Annotated[
    str, strawberry.argument(description="Who does this. There is no sign-in yet: it is believed.")
]
ByAuthor = Annotated[
    str | None, strawberry.argument(description="Who does this; null: the scenario's author.")
]
Why = Annotated[str | None, strawberry.argument(description="Why; kept with the change.")]


@strawberry.type(
    description="What changes scenarios, and the graph by them. Each is refused unless the server"
    " was started with `orgatlas serve --allow-changes`."
)
class Mutation:
    """Everything that a scenario goes through."""

    @strawberry.mutation(description="Keep a draft, in place of one with the same key.")
    async def save_scenario(
        self,
        info: Info,
        input: Annotated[  # noqa: A002 - the argument's name in the schema
            ScenarioInput, strawberry.argument(description="The draft.")
        ],
        by: ByAuthor = None,
    ) -> DraftResult:
        """Save the draft."""
        who = None if by is None else _named(by)

        async def save() -> Scenario:
            return await scenario_now(
                info, await drafted(info.context.store, input.document(), who)
            )

        return await outcome_of_draft(save)

    @strawberry.mutation(
        description="Add an operation to a draft. Whatever was approved is so no longer."
    )
    async def add_operation(
        self,
        info: Info,
        key: Key,
        operation: Annotated[
            JSON,
            strawberry.argument(
                description="An object with `op` and the operation's own fields, as `document` of"
                " an operation shows it."
            ),
        ],
        at: Annotated[
            int | None,
            strawberry.argument(description="The number it shall have; null: it is the last."),
        ] = None,
        by: ByAuthor = None,
    ) -> DraftResult:
        """Add the operation."""
        who = None if by is None else _named(by)

        async def add() -> Scenario:
            await with_operation(info.context.store, key, operation, at, who)
            return await scenario_now(info, key)

        return await outcome_of_draft(add)

    @strawberry.mutation(
        description="Take an operation out of a draft. Whatever was approved is so no longer."
    )
    async def remove_operation(
        self,
        info: Info,
        key: Key,
        number: Annotated[int, strawberry.argument(description="The number of the operation.")],
        by: ByAuthor = None,
    ) -> DraftResult:
        """Remove the operation."""
        who = None if by is None else _named(by)

        async def remove() -> Scenario:
            await without_operation(info.context.store, key, number, who)
            return await scenario_now(info, key)

        return await outcome_of_draft(remove)

    @strawberry.mutation(
        description="Try a scenario on the newest revision: it is checked if every operation can be"
        " done, nothing is forgotten, and nothing clashes with what came since its base."
    )
    async def check_scenario(self, info: Info, key: Key, by: By) -> CheckResult:
        """Check the scenario."""
        who, context = _named(by), info.context

        async def check() -> Scenario | NotPlaced | Clashes:
            row = await scenario_by_key(context.store, key)
            found = await checked(context.store, row.scenario(), who, context.trials)
            return outcome_of_check(found, await scenario_now(info, key))

        return await outcome(check)

    @strawberry.mutation(description="Approve a checked scenario: somebody else than its author.")
    async def approve_scenario(self, info: Info, key: Key, by: By) -> ApproveResult:
        """Approve the scenario."""
        who, context = _named(by), info.context

        async def approve() -> Scenario:
            await approved(context.store, key, who, context.trials)
            return await scenario_now(info, key)

        return await outcome_of_step(info, key, approve)

    @strawberry.mutation(
        description="Make the graph answer as an approved scenario says, from its first day on:"
        " whole, or not at all."
    )
    async def apply_scenario(self, info: Info, key: Key, by: By) -> ApplyResult:
        """Apply the scenario; it goes on where it takes long."""
        who, context = _named(by), info.context

        async def work() -> bool:
            await applied(context.store, key, who, longest_wait=LONGEST_WAIT, trials=context.trials)
            context.warm_up()
            return True

        async def apply() -> Scenario | UnderWay:
            done = await context.works.within(f"applying {key}", work)
            scenario = await scenario_now(info, key)
            if done is not None:
                return scenario
            return UnderWay(message=f"{key} is being applied", scenario=scenario)

        return await outcome_of_step(info, key, apply)

    @strawberry.mutation(
        description="Return to the state before a scenario was applied, where nothing came after"
        " it. What was done stays in `auditLog`."
    )
    async def rollback_scenario(
        self, info: Info, key: Key, by: By, why: Why = None
    ) -> RollbackResult:
        """Roll the scenario back; it goes on where it takes long."""
        who, context = _named(by), info.context

        async def work() -> bool:
            await rolled_back(context.store, key, who, why, LONGEST_WAIT)
            context.warm_up()
            return True

        async def roll_back() -> Scenario | UnderWay:
            done = await context.works.within(f"rolling back {key}", work)
            scenario = await scenario_now(info, key)
            if done is not None:
                return scenario
            return UnderWay(message=f"{key} is being rolled back", scenario=scenario)

        return await outcome(roll_back)

    @strawberry.mutation(
        description="Bring a scenario to the newest revision and check it there; it is to be"
        " approved anew."
    )
    async def rebase_scenario(
        self,
        info: Info,
        key: Key,
        by: By,
        accept: Annotated[
            bool, strawberry.argument(description="Go on although operations meet changes.")
        ] = False,
    ) -> RebaseResult:
        """Rebase the scenario."""
        who, context = _named(by), info.context

        async def rebase() -> Scenario | NotPlaced | Clashes:
            found = await rebased(context.store, key, who, accept=accept, trials=context.trials)
            return outcome_of_check(found, await scenario_now(info, key))

        return await outcome(rebase)


def _named(by: str) -> str:
    """Return a name.

    Raises:
        InvalidArgument: it is empty, or longer than a name.
    """
    name = by.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise InvalidArgument(f"`by` is no name: give 1 to {LONGEST_NAME} characters.")
    return name
