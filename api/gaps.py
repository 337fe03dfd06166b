"""Coverage gaps: functions of accounts that nobody has, or several contend for."""

from typing import Annotated

import strawberry

from api.accounts import Account, Functions, account_of
from api.assignments import Coverage
from api.connections import After, Connection, First, Order, connection, page
from api.contexts import AsOf, Info
from api.vocabularies import Function, Status
from graph.queries.accounts import accounts_by_key
from graph.queries.gaps import lacking, page_of_gaps
from graph.queries.standings import standing

BY_NAME = Order("name")
GAPS = (Status.VACANT, Status.CONFLICT, Status.DELIBERATELY_VACANT)


@strawberry.type(description="A function of an account that is not simply assigned.")
class Gap:
    """One gap of one account."""

    account: Account = strawberry.field(description="The account.")
    coverage: Coverage = strawberry.field(description="How the function is covered, and why so.")


async def coverage_gaps(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    kinds: Annotated[
        list[Status] | None,
        strawberry.argument(
            description="Which kinds; null: all but those assigned. An empty list gives nothing."
        ),
    ] = None,
    functions: Functions = None,
    as_of: AsOf = None,
    first: First = 20,
    after: After = None,
) -> Connection[Gap]:
    """Return a page of gaps."""
    asked = page(first, after, BY_NAME)
    day = info.context.day(as_of)
    reader, books = await info.context.at(day), info.context.books
    wanted = frozenset(GAPS if kinds is None else kinds) - {Status.ASSIGNED}
    found = await lacking(reader, books, day, wanted, functions)

    async def nodes(keys: list[str]) -> list[Gap | None]:
        pairs = [key.rpartition(" ") for key in keys]
        rows = await accounts_by_key(reader, list(dict.fromkeys(pair[0] for pair in pairs)))
        by_key = {row.key: row for row in rows if row is not None}
        shown: list[Gap | None] = []
        for account, _, function in pairs:
            row = by_key.get(account)
            if row is None:
                shown.append(None)
                continue
            stands = await standing(reader, books, row)
            answer = stands.answer(Function(function), day)
            shown.append(
                Gap(account=account_of(row, day), coverage=Coverage.of(answer, stands, day))
            )
        return shown

    async def total() -> int:
        return found.total

    return await connection(asked, await page_of_gaps(reader, asked, found), nodes, total)
