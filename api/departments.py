"""Departments: our own units, how they nest, and what each is for."""

import asyncio
from datetime import date
from typing import Annotated, ClassVar

import strawberry

from api.accounts import Account, For
from api.audit_logs import AuditEntry
from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info, OnDay
from api.failures import InvalidArgument
from api.holdings import held
from api.indicators import Indicator, Target
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.people import Post
from api.responsibilities import Duty
from api.territories import TerritoryCoverage
from api.vocabularies import DepartmentKind, Function, Kind, Resource, Role
from graph.queries.departments import (
    DepartmentFilter,
    DepartmentRow,
    ancestors_of_departments,
    children_of_departments,
    count_of_departments,
    coverages_of_departments,
    departments_by_key,
    duties_of_departments,
    page_of_departments,
    posts_of_departments,
    targets_of_departments,
)
from graph.queries.holdings import Asked, Terms
from graph.queries.indicators import indicators_by_key, targets_by_key
from graph.queries.posts import posts_by_key
from graph.queries.scenarios import changes_behind_departments

DEEPEST = 12


@strawberry.type(description="A unit of ours: from the headquarters to a team in a branch.")
class Department(Named):
    """A department, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.DEPARTMENT
    kind: DepartmentKind = strawberry.field(description="What sort of unit it is.")
    functions: list[Function] = strawberry.field(description="What it does for accounts.")
    specialties: list[str] = strawberry.field(
        description="Its fields of work inside its region or branch, e.g. `vip-accounts`."
    )
    resources: list[Resource] = strawberry.field(description="People of its own that it has.")
    valid_from: date | None = strawberry.field(
        description="The first day it exists; null: since ever."
    )
    valid_until: date | None = strawberry.field(
        description="The day it no longer exists; null: open."
    )
    template: str | None = strawberry.field(
        description="The template of regions or branches that it was made from."
    )
    parent_key: strawberry.Private[str | None]

    @strawberry.field(description="The department it is directly part of.")
    async def parent(self, info: Info) -> "Department | None":
        """Load the parents of every department in this response at once."""
        return await node_of(
            info, self.day, departments_by_key, self.parent_key, Department.from_row
        )

    @strawberry.field(description="The departments directly inside it, by name.")
    async def children(self, info: Info) -> list["Department"]:
        """Load the children of every department in this response at once."""
        keys = await info.context.load(children_of_departments, self.key, self.day)
        return await nodes_of(info, self.day, departments_by_key, keys, Department.from_row)

    @strawberry.field(description="The departments around it, the nearest first.")
    async def ancestors(
        self,
        info: Info,
        max_depth: Annotated[
            int, strawberry.argument(description=f"How many at most, 1 to {DEEPEST}.")
        ] = DEEPEST,
    ) -> list["Department"]:
        """Load the ancestors of every department in this response at once."""
        if not 1 <= max_depth <= DEEPEST:
            raise InvalidArgument(f"`maxDepth` is {max_depth}: give a number from 1 to {DEEPEST}.")
        keys = await info.context.load(ancestors_of_departments, self.key, self.day)
        return await nodes_of(
            info, self.day, departments_by_key, keys[:max_depth], Department.from_row
        )

    @strawberry.field(description="The responsibilities it has a role in, by name.")
    async def responsibilities(self, info: Info) -> list[Duty]:
        """Load the duties of every department in this response at once."""
        rows = await info.context.load(duties_of_departments, self.key, self.day)
        return [Duty.from_row(row, self.day) for row in rows]

    @strawberry.field(description="What it shall reach, by name.")
    async def targets(self, info: Info) -> list[Target]:
        """Load the targets of every department in this response at once."""
        keys = await info.context.load(targets_of_departments, self.key, self.day)
        return await nodes_of(info, self.day, targets_by_key, keys, Target.from_row)

    @strawberry.field(description="What it is measured by: the indicators of its targets.")
    async def indicators(self, info: Info) -> list[Indicator]:
        """Load the indicators of every department in this response at once."""
        keys = await info.context.load(targets_of_departments, self.key, self.day)
        targets = await asyncio.gather(
            *(info.context.load(targets_by_key, key, self.day) for key in keys)
        )
        measured = dict.fromkeys(row.indicator for row in targets if row and row.indicator)
        return await nodes_of(info, self.day, indicators_by_key, list(measured), Indicator.from_row)

    @strawberry.field(description="The posts in it, by name.")
    async def posts(self, info: Info) -> list[Post]:
        """Load the posts of every department in this response at once."""
        keys = await info.context.load(posts_of_departments, self.key, self.day)
        return await nodes_of(info, self.day, posts_by_key, keys, Post.from_row)

    @strawberry.field(description="The territories it covers, each with all inside it.")
    async def covers(self, info: Info) -> list[TerritoryCoverage]:
        """Load the coverage of every department in this response at once."""
        rows = await info.context.load(coverages_of_departments, self.key, self.day)
        return [
            TerritoryCoverage(
                day=self.day,
                department_key=row.key,
                territory_key=row.territory,
                valid_from=row.start,
                valid_until=row.until,
            )
            for row in rows
        ]

    @strawberry.field(description="The accounts it owns for a function on a day, by name.")
    async def owns(
        self,
        info: Info,
        function: For = Function.SALES,
        first: First = 20,
        after: After = None,
        as_of: OnDay = None,
    ) -> Connection[Account]:
        """Load the pages of every department in this response at once."""
        asked = Asked(self.key, Terms(Role.OWNER, function, as_of or self.day))
        return await held(info, asked, first, after)

    @strawberry.field(description="The accounts it supports for a function on a day, by name.")
    async def supports(
        self,
        info: Info,
        function: For = Function.PRESALES,
        first: First = 20,
        after: After = None,
        as_of: OnDay = None,
    ) -> Connection[Account]:
        """Load the pages of every department in this response at once."""
        asked = Asked(self.key, Terms(Role.SUPPORTER, function, as_of or self.day))
        return await held(info, asked, first, after)

    @strawberry.field(
        description="The operations of applied scenarios that it came from, the latest first: a"
        " merge that it took over in, a split, being created."
    )
    async def resulted_from(self, info: Info) -> list[AuditEntry]:
        """Load the origins of every department in this response at once."""
        rows = await info.context.load(changes_behind_departments, self.key, self.day)
        return [AuditEntry.from_row(row) for row in rows]

    @classmethod
    def from_row(cls, row: DepartmentRow, day: date) -> "Department":
        """Return the department of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            kind=row.kind,
            functions=row.functions,
            specialties=row.specialties,
            resources=row.resources,
            valid_from=row.start,
            valid_until=row.until,
            template=row.template,
            parent_key=row.parent,
        )


@strawberry.input(
    name="DepartmentFilter",
    description="Which departments to list: all that is given must hold.",
)
class DepartmentChoice:
    """Conditions on departments."""

    kinds: list[DepartmentKind] | None = strawberry.field(
        default=None, description="Is of one of these sorts."
    )
    functions: list[Function] | None = strawberry.field(
        default=None, description="Does one of these for accounts."
    )
    parent: strawberry.ID | None = strawberry.field(
        default=None, description="Is directly inside the department with this key."
    )
    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


async def departments(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: DepartmentChoice | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Department]:
    """Return a page of departments."""
    asked = page(first, after, order_by.value)
    only = _filter(filter or DepartmentChoice())
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_departments(reader, asked, only),
        lambda keys: nodes_or_none_of(info, day, departments_by_key, keys, Department.from_row),
        lambda: count_of_departments(reader, only),
    )


def _filter(choice: DepartmentChoice) -> DepartmentFilter:
    return DepartmentFilter(
        kinds=None if choice.kinds is None else tuple(choice.kinds),
        functions=None if choice.functions is None else tuple(choice.functions),
        parent=choice.parent,
        text=choice.name_contains,
    )
