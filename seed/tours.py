"""The tour: a few answers of the plan, as tables."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from graph.model.vocabularies import Function
from graph.queries.accounts import accounts_by_key, children_of_accounts
from graph.queries.rule_books import RuleBooks
from graph.queries.sheets import sheet
from graph.queries.timelines import pinned
from graph.store import Store
from graph.tables import both, explanations, folding, owner_text, posts_text

if TYPE_CHECKING:
    from graph.queries.sheets import Sheet
    from graph.server.connections import Connection

STRATEGIC_ACCOUNT = "grid"
SHOWN = 8
NEXT_LINE = "\n"
VACANCY = "grid-xizang"
CONFLICT = "grid-xinjiang"
EXCEPTION = "grid-zhejiang"
LAST_DAY, DAY_AFTER = date(2027, 3, 31), date(2027, 4, 1)


class _Guide:
    """Asks and shows."""

    def __init__(self, store: Store, console: Console) -> None:
        self._store = store
        self._console = console
        self._books = RuleBooks()

    async def sheets(self, keys: list[str], functions: list[Function], day: date) -> list[Sheet]:
        """Return the accounts' answers."""
        reader = await pinned(self._store, day)
        rows = await accounts_by_key(reader, keys)
        return [
            await sheet(reader, self._books, row, functions, day) for row in rows if row is not None
        ]

    async def subsidiaries(self, day: date) -> None:
        """Show a strategic account's subsidiaries with owner, supporters and reason."""
        reader = await pinned(self._store, day)
        [children] = await children_of_accounts(reader, [STRATEGIC_ACCOUNT])
        [group] = await accounts_by_key(reader, [STRATEGIC_ACCOUNT])
        name = both(group.name, group.name_en) if group else STRATEGIC_ACCOUNT
        table = folding(
            *("subsidiary", "owner (sales)", "whom to call", "presales support", "rule"),
            title=f"1. Subsidiaries of {name} ({SHOWN} of {len(children)})",
        )
        asked = [Function.SALES, Function.PRESALES]
        for one in await self.sheets(children[:SHOWN], asked, day):
            by_function = {line.function: line for line in one.functions}
            sales, presales = by_function[Function.SALES], by_function[Function.PRESALES]
            table.add_row(
                f"{both(one.name, one.name_en, NEXT_LINE)}\n[{one.account}]",
                owner_text(sales),
                posts_text(sales.owner) if sales.owner else "",
                "\n".join(both(line.name, line.name_en, NEXT_LINE) for line in presales.supporters),
                (sales.owner.rule or sales.owner.exception or "") if sales.owner else "",
            )
        self._console.print(table)

    async def why(self, title: str, account: str, day: date) -> None:
        """Show one account's sales answer and its whole explanation."""
        table = folding("account", "owner (sales)", "why", title=f"{title}, on {day}")
        for one in await self.sheets([account], [Function.SALES], day):
            for line in one.functions:
                told = explanations(line)[0]
                name = f"{both(one.name, one.name_en, NEXT_LINE)}\n[{one.account}]"
                table.add_row(name, owner_text(line), told)
        self._console.print(table)


async def tour(server: Connection, today: date) -> None:
    """Print a strategic account's subsidiaries, a vacancy, a conflict and an exception."""
    console = Console(highlight=False, markup=False)
    async with Store.connect(server.uri, server.user, server.password) as store:
        guide = _Guide(store, console)
        await guide.subsidiaries(today)
        await guide.why("2. A vacancy: no region covers it", VACANCY, today)
        await guide.why("3. A conflict: two rules equally strong", CONFLICT, today)
        await guide.why("4. An exception, on its last day", EXCEPTION, LAST_DAY)
        await guide.why("   and when it is over", EXCEPTION, DAY_AFTER)
