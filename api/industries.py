"""Industries: lines of business, and how they nest."""

from datetime import date
from typing import ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.vocabularies import Kind
from graph.queries.industries import (
    IndustryRow,
    NestingFilter,
    ancestors_of_industries,
    children_of_industries,
    count_of_industries,
    industries_by_key,
    page_of_industries,
)


@strawberry.type(description="A line of business; industries nest.")
class Industry(Named):
    """An industry, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.INDUSTRY
    parent_key: strawberry.Private[str | None]

    @strawberry.field(description="The industry that it is directly part of.")
    async def parent(self, info: Info) -> "Industry | None":
        """Load the parents of every industry in this response at once."""
        return await node_of(info, self.day, industries_by_key, self.parent_key, Industry.from_row)

    @strawberry.field(description="The industries directly inside it, by name.")
    async def children(self, info: Info) -> list["Industry"]:
        """Load the children of every industry in this response at once."""
        keys = await info.context.load(children_of_industries, self.key, self.day)
        return await nodes_of(info, self.day, industries_by_key, keys, Industry.from_row)

    @strawberry.field(description="The industries around it, the nearest first.")
    async def ancestors(self, info: Info) -> list["Industry"]:
        """Load the ancestors of every industry in this response at once."""
        keys = await info.context.load(ancestors_of_industries, self.key, self.day)
        return await nodes_of(info, self.day, industries_by_key, keys, Industry.from_row)

    @classmethod
    def from_row(cls, row: IndustryRow, day: date) -> "Industry":
        """Return the industry of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            parent_key=row.parent,
        )


@strawberry.input(
    name="NestingFilter",
    description="Which industries or territories to list: all that is given must hold.",
)
class NestingChoice:
    """Conditions on things that nest."""

    parent: strawberry.ID | None = strawberry.field(
        default=None, description="Is directly inside the one with this key."
    )
    outermost: bool | None = strawberry.field(
        default=None, description="True: is inside no other; false: is inside one."
    )
    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


def nesting_filter(choice: NestingChoice | None) -> NestingFilter:
    """Return the conditions as queries take them."""
    if choice is None:
        return NestingFilter()
    return NestingFilter(
        parent=choice.parent, outermost=choice.outermost, text=choice.name_contains
    )


async def industries(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: NestingChoice | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Industry]:
    """Return a page of industries."""
    asked = page(first, after, order_by.value)
    only = nesting_filter(filter)
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_industries(reader, asked, only),
        lambda keys: nodes_or_none_of(info, day, industries_by_key, keys, Industry.from_row),
        lambda: count_of_industries(reader, only),
    )
