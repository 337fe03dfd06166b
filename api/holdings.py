"""What a department holds: the accounts it owns or supports."""

from datetime import date

from api.accounts import Account, account_of
from api.connections import Connection, Order, connection, page
from api.contexts import Info
from api.nodes import nodes_or_none_of
from api.vocabularies import Function, Role
from graph.queries.accounts import accounts_by_key
from graph.queries.holdings import count_of_held, page_of_held

BY_NAME = Order("name")


async def held(
    info: Info,
    department: str,
    role: Role,
    function: Function,
    first: int,
    after: str | None,
    as_of: date | None,
) -> Connection[Account]:
    """Return a page of the accounts that a department has in a role."""
    asked = page(first, after, BY_NAME)
    day = as_of or info.context.today
    reader = info.context.reader
    return await connection(
        asked,
        await page_of_held(reader, asked, department, role, function, day),
        lambda keys: nodes_or_none_of(info, accounts_by_key, keys, account_of),
        lambda: count_of_held(reader, department, role, function, day),
    )
