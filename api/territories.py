"""Territories: fields of the market, how they nest, and who covers them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.industries import NestingChoice, nesting_filter
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.vocabularies import Kind
from graph.queries.departments import departments_by_key
from graph.queries.territories import (
    TerritoryRow,
    ancestors_of_territories,
    children_of_territories,
    count_of_territories,
    coverages_of_territories,
    page_of_territories,
    territories_by_key,
)

if TYPE_CHECKING:
    from api.departments import Department


@strawberry.type(
    description="A field of the market (井田); territories nest and need not be geographic."
)
class Territory(Named):
    """A territory, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.TERRITORY
    parent_key: strawberry.Private[str | None]

    @strawberry.field(description="The territory that it is directly part of.")
    async def parent(self, info: Info) -> "Territory | None":
        """Load the parents of every territory in this response at once."""
        return await node_of(
            info, self.day, territories_by_key, self.parent_key, Territory.from_row
        )

    @strawberry.field(description="The territories directly inside it, by name.")
    async def children(self, info: Info) -> list["Territory"]:
        """Load the children of every territory in this response at once."""
        keys = await info.context.load(children_of_territories, self.key, self.day)
        return await nodes_of(info, self.day, territories_by_key, keys, Territory.from_row)

    @strawberry.field(description="The territories around it, the nearest first.")
    async def ancestors(self, info: Info) -> list["Territory"]:
        """Load the ancestors of every territory in this response at once."""
        keys = await info.context.load(ancestors_of_territories, self.key, self.day)
        return await nodes_of(info, self.day, territories_by_key, keys, Territory.from_row)

    @strawberry.field(description="The departments that cover it itself, by name.")
    async def covered_by(self, info: Info) -> list["TerritoryCoverage"]:
        """Load the coverage of every territory in this response at once."""
        rows = await info.context.load(coverages_of_territories, self.key, self.day)
        return [
            TerritoryCoverage(
                day=self.day,
                department_key=row.department,
                territory_key=row.key,
                valid_from=row.start,
                valid_until=row.until,
            )
            for row in rows
        ]

    @classmethod
    def from_row(cls, row: TerritoryRow, day: date) -> "Territory":
        """Return the territory of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            parent_key=row.parent,
        )


@strawberry.type(
    description="A region or branch covers a territory, with all inside that nobody nearer covers."
)
class TerritoryCoverage:
    """A coverage, as the schema shows one."""

    valid_from: date | None = strawberry.field(description="The first day; null: since ever.")
    valid_until: date | None = strawberry.field(description="The day it is over; null: open.")
    day: strawberry.Private[date]
    department_key: strawberry.Private[str]
    territory_key: strawberry.Private[str]

    @strawberry.field(description="Who covers it.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every coverage in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments cover territories

        return await node_of(
            info, self.day, departments_by_key, self.department_key, Department.from_row
        )

    @strawberry.field(description="What is covered.")
    async def territory(self, info: Info) -> Territory | None:
        """Load the territories of every coverage in this response at once."""
        return await node_of(
            info, self.day, territories_by_key, self.territory_key, Territory.from_row
        )


async def territories(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: NestingChoice | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Territory]:
    """Return a page of territories."""
    asked = page(first, after, order_by.value)
    only = nesting_filter(filter)
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_territories(reader, asked, only),
        lambda keys: nodes_or_none_of(info, day, territories_by_key, keys, Territory.from_row),
        lambda: count_of_territories(reader, only),
    )
