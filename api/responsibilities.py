"""Responsibilities: who has which part in a duty for a step or a function."""

import asyncio
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.contexts import Info
from api.nodes import Named, node_of
from api.vocabularies import Function, Kind, ResponsibilityRole
from graph.queries.departments import DutyRow, departments_by_key
from graph.queries.responsibilities import (
    PartyRow,
    ResponsibilityRow,
    parties_of_responsibilities,
    responsibilities_by_key,
)
from graph.queries.strategies import steps_by_key

if TYPE_CHECKING:
    from api.departments import Department
    from api.strategies import Step


@strawberry.type(description="A duty for a step of a strategy or for a function.")
class Responsibility(Named):
    """A responsibility, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.RESPONSIBILITY
    function: Function | None = strawberry.field(
        description="The function it is for; null where it is for a step."
    )
    outside: list[str] = strawberry.field(
        description="Parties that are no departments of ours, e.g. the customer."
    )
    step_key: strawberry.Private[str | None]

    @strawberry.field(description="The step it is for; null where it is for a function.")
    async def step(self, info: Info) -> Annotated["Step", strawberry.lazy("api.strategies")] | None:
        """Load the steps of every responsibility in this response at once."""
        from api.strategies import Step  # noqa: PLC0415 - steps have responsibilities

        return await node_of(info, self.day, steps_by_key, self.step_key, Step.from_row)

    @strawberry.field(description="Who has a part in it: our departments, then outside parties.")
    async def parties(self, info: Info) -> list["Duty"]:
        """Load the parties of every responsibility in this response at once."""
        return await duties_of(info, self.day, [self.key])

    @classmethod
    def from_row(cls, row: ResponsibilityRow, day: date) -> "Responsibility":
        """Return the responsibility of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            function=row.function,
            outside=row.outside,
            step_key=row.step,
        )


@strawberry.type(
    name="ResponsibilityParty",
    description="A part in a responsibility: a department of ours with its role, or an outside"
    " party.",
)
class Duty:
    """A party of a responsibility, as the schema shows one."""

    role: ResponsibilityRole | None = strawberry.field(
        description="What the department does; null for outside parties."
    )
    outside: str | None = strawberry.field(
        description="An outside party, e.g. the customer; null for departments."
    )
    day: strawberry.Private[date]
    responsibility_key: strawberry.Private[str]
    department_key: strawberry.Private[str | None]

    @strawberry.field(description="The department; null for outside parties.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every party in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments have duties

        return await node_of(
            info, self.day, departments_by_key, self.department_key, Department.from_row
        )

    @strawberry.field(description="The responsibility.")
    async def responsibility(self, info: Info) -> Responsibility | None:
        """Load the responsibilities of every party in this response at once."""
        return await node_of(
            info,
            self.day,
            responsibilities_by_key,
            self.responsibility_key,
            Responsibility.from_row,
        )

    @classmethod
    def from_row(cls, row: DutyRow, day: date) -> "Duty":
        """Return a department's part in a responsibility."""
        return cls(
            day=day,
            role=row.role,
            outside=None,
            responsibility_key=row.responsibility,
            department_key=row.key,
        )

    @classmethod
    def from_party(cls, row: PartyRow, day: date) -> "Duty":
        """Return a responsibility's department."""
        return cls(
            day=day,
            role=row.role,
            outside=None,
            responsibility_key=row.key,
            department_key=row.department,
        )


async def duties_of(info: Info, day: date, keys: Sequence[str]) -> list[Duty]:
    """Return all parts in these responsibilities: of each, departments and then outside ones."""
    rows, parties = await asyncio.gather(
        asyncio.gather(*(info.context.load(responsibilities_by_key, key, day) for key in keys)),
        asyncio.gather(*(info.context.load(parties_of_responsibilities, key, day) for key in keys)),
    )
    duties: list[Duty] = []
    for row, departments in zip(rows, parties, strict=True):
        duties += [Duty.from_party(party, day) for party in departments]
        duties += [
            Duty(day=day, role=None, outside=party, responsibility_key=row.key, department_key=None)
            for party in (row.outside if row else ())
            if row
        ]
    return duties
