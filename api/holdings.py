"""What a department holds: the accounts it owns or supports."""

from api.accounts import Account, account_of
from api.connections import Connection, Order, connection, page
from api.contexts import Info
from api.nodes import nodes_or_none_of
from graph.queries.accounts import accounts_by_key
from graph.queries.holdings import Asked, count_of_held, page_of_held

BY_NAME = Order("name")


async def held(info: Info, asked: Asked, first: int, after: str | None) -> Connection[Account]:
    """Return a page of the accounts that a department has in a role."""
    wanted = page(first, after, BY_NAME)
    day = asked.on
    reader = await info.context.at(day)
    return await connection(
        wanted,
        await page_of_held(reader, wanted, asked),
        lambda keys: nodes_or_none_of(info, day, accounts_by_key, keys, account_of),
        lambda: count_of_held(reader, asked),
    )
