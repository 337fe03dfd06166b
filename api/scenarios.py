"""Scenarios: draft reorganizations, how far they are, and what they would do."""

from datetime import date
from typing import Annotated

import strawberry

from api.audit_logs import AuditEntry
from api.connections import FIRST, First, checked_first
from api.contexts import Info
from api.impacts import Impact
from api.operations import Operation
from api.vocabularies import Function, ScenarioState
from graph.queries.scenarios import ScenarioRow, changes_of_each_scenario
from graph.versions.lifecycles import tried_on


@strawberry.type(description="How many accounts one person can serve for a function.")
class Capacity:
    """A capacity, as the schema shows one."""

    function: Function = strawberry.field(description="What the accounts are owned for.")
    accounts: int = strawberry.field(description="How many.")


@strawberry.type(
    description="A reorganization that is drafted, checked, approved by somebody else, and applied."
)
class Scenario:
    """A scenario, as the schema shows one."""

    key: strawberry.ID = strawberry.field(description="Its key.")
    name: str = strawberry.field(description="What it is called.")
    name_en: str | None = strawberry.field(description="In English.")
    author: str = strawberry.field(description="Who drafted it.")
    approver: str | None = strawberry.field(description="Who approved it as it is now.")
    why: str | None = strawberry.field(description="What it is for.")
    effective: date = strawberry.field(description="The first day on which it holds.")
    base: int = strawberry.field(description="The revision that it was drafted or checked on.")
    state: ScenarioState = strawberry.field(description="How far it is.")
    revision: int | None = strawberry.field(
        description="The revision as which it was applied last; see `state` whether it still is."
    )
    row: strawberry.Private[ScenarioRow]

    @strawberry.field(description="How many operations it has.")
    def operation_count(self) -> int:
        """Count them."""
        return len(self.row.scenario().operations)

    @strawberry.field(description="What is done, in this order.")
    def operations(self) -> list[Operation]:
        """Return all operations."""
        operations = self.row.scenario().operations
        return [Operation.of(number, one) for number, one in enumerate(operations, start=1)]

    @strawberry.field(
        description="How many accounts one person can serve, by function; others have no limit."
    )
    def capacities(self) -> list[Capacity]:
        """Return the capacities that it states."""
        stated = self.row.scenario().capacities
        return [Capacity(function=one, accounts=most) for one, most in stated.items()]

    @strawberry.field(
        description="What was done to it, the latest first; all of it in pages: `auditLog`."
    )
    async def changes(self, info: Info, first: First = FIRST) -> list[AuditEntry]:
        """Load what was done to every scenario in this response at once."""
        rows = await info.context.load_of_all(changes_of_each_scenario, self.key)
        return [AuditEntry.from_row(row) for row in rows[: checked_first(first)]]

    @strawberry.field(
        description="What it would do to a revision on its first day, or did when it was applied;"
        " nothing is changed. Null where no such revision counts. The first time that anybody asks"
        " about a revision, all of its accounts are read: that may take longer than one operation"
        " may. Ask again then."
    )
    async def impact(
        self,
        info: Info,
        revision: Annotated[
            int | None,
            strawberry.argument(description="The revision it is tried on; null: its `base`."),
        ] = None,
    ) -> Impact | None:
        """Try the scenario on a version whose base is kept."""
        context = info.context
        version = await context.version(self.base if revision is None else revision)
        if version is None:
            return None
        found = await tried_on(context.store, self.row.scenario(), version, context.trials)
        return Impact.of(found, context.trials)

    @classmethod
    def from_row(cls, row: ScenarioRow) -> "Scenario":
        """Return the scenario of a row."""
        return cls(
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            author=row.author,
            approver=row.approver,
            why=row.why,
            effective=row.effective,
            base=row.base,
            state=ScenarioState(row.state),
            revision=row.load,
            row=row,
        )


async def scenarios(info: Info) -> list[Scenario]:
    """Return all scenarios, the latest effective first."""
    return [Scenario.from_row(row) for row in await info.context.scenarios()]


async def scenario(info: Info, key: str) -> Scenario | None:
    """Return the scenario with that key."""
    rows = await info.context.scenarios()
    return next((Scenario.from_row(row) for row in rows if row.key == key), None)
