"""What a department holds: the accounts it owns or supports."""

from dataclasses import replace

from api.accounts import Account, account_of
from api.connections import Connection, Order, connection, page
from api.contexts import Info
from api.nodes import nodes_or_none_of
from graph.queries.accounts import accounts_by_key
from graph.queries.holdings import Asked, counts_of_held, pages_of_held

BY_NAME = Order("name")


async def held(info: Info, asked: Asked, first: int, after: str | None) -> Connection[Account]:
    """Return a page of the accounts that a department has, read with those of all others."""
    wanted = page(first, after, BY_NAME)
    day = asked.terms.on
    return await connection(
        wanted,
        await info.context.load(pages_of_held, replace(asked, page=wanted), day),
        lambda keys: nodes_or_none_of(info, day, accounts_by_key, keys, account_of),
        lambda: info.context.load(counts_of_held, asked, day),
    )
