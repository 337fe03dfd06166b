"""Lists of customer groups and of subsidiaries, and what they can be asked for."""

import strawberry

from api.accounts import Customer, Subsidiary
from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.nodes import nodes_or_none_of
from api.vocabularies import Tier
from graph.queries.accounts import (
    AccountFilter,
    accounts_by_key,
    count_of_customers,
    count_of_subsidiaries,
    page_of_customers,
    page_of_subsidiaries,
)


@strawberry.input(description="Which customers to list: all that is given must hold.")
class CustomerFilter:
    """Conditions on customer groups."""

    tiers: list[Tier] | None = strawberry.field(default=None, description="Any of these tiers.")
    industry: strawberry.ID | None = strawberry.field(
        default=None, description="Key of an industry; what lies inside it counts."
    )
    territory: strawberry.ID | None = strawberry.field(
        default=None, description="Key of a territory; what lies inside it counts."
    )
    tags: list[str] | None = strawberry.field(default=None, description="All of these tags.")
    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


@strawberry.input(description="Which subsidiaries to list: all that is given must hold.")
class SubsidiaryFilter(CustomerFilter):
    """Conditions on subsidiaries; `tiers` are those of the group."""

    customer: strawberry.ID | None = strawberry.field(
        default=None, description="Key of the group it belongs to."
    )
    levels: list[int] | None = strawberry.field(default=None, description="Any of these levels.")


async def customers(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: CustomerFilter | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Customer]:
    """Return a page of customer groups."""
    asked = page(first, after, order_by.value)
    which = _which(filter)
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_customers(reader, asked, which),
        lambda keys: nodes_or_none_of(info, day, accounts_by_key, keys, Customer.from_row),
        lambda: count_of_customers(reader, which),
    )


async def subsidiaries(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: SubsidiaryFilter | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Subsidiary]:
    """Return a page of subsidiaries."""
    asked = page(first, after, order_by.value)
    which = _which(filter)
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_subsidiaries(reader, asked, which),
        lambda keys: nodes_or_none_of(info, day, accounts_by_key, keys, Subsidiary.from_row),
        lambda: count_of_subsidiaries(reader, which),
    )


def _which(given: CustomerFilter | None) -> AccountFilter:
    if given is None:
        return AccountFilter()
    inside = given if isinstance(given, SubsidiaryFilter) else None
    return AccountFilter(
        tiers=given.tiers,
        customer=inside.customer if inside else None,
        levels=inside.levels if inside else None,
        tags=given.tags,
        industry=given.industry,
        territory=given.territory,
        text=given.name_contains,
    )
