"""Accounts: customer groups and subsidiaries, who owns them, who supports them, and why."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.assignments import Assignment, Coverage
from api.contexts import Info, OnDay
from api.explanations import WhyNot
from api.failures import InvalidArgument
from api.nodes import Named, node_of, nodes_of
from api.stakes import Stake
from api.vocabularies import CustomerRole, Function, Kind, Tier
from graph.queries.accounts import (
    AccountLife,
    AccountRow,
    accounts_by_key,
    children_of_accounts,
    lives_of_accounts,
)
from graph.queries.industries import industries_by_key
from graph.queries.standings import Standing, standing
from graph.queries.territories import territories_by_key

if TYPE_CHECKING:
    from api.industries import Industry
    from api.territories import Territory

For = Annotated[Function, strawberry.argument(description="What for.")]
Functions = Annotated[
    list[Function] | None,
    strawberry.argument(description="What for; null: all functions the plan has rules for."),
]


@strawberry.interface(description="A customer group or one of its subsidiaries.")
class Account(Named):
    """What is owned and supported."""

    level: int = strawberry.field(description="1 for a group, 2 for a unit directly under it, …")
    tags: list[str] = strawberry.field(description="Its own tags, such as `large-project`.")
    row: strawberry.Private[AccountRow]

    @strawberry.field(description="The subsidiaries directly under it, by name (the first 200).")
    async def children(self, info: Info) -> list["Subsidiary"]:
        """Load the children of every account in this response at once."""
        keys = await info.context.load(children_of_accounts, self.key, self.day)
        return await nodes_of(info, self.day, accounts_by_key, keys, Subsidiary.from_row)

    @strawberry.field(description="Other codes and names by which it is found.")
    async def aliases(self, info: Info) -> list[str]:
        """Load the aliases of every account in this response at once."""
        life = await self._life(info)
        return list(life.aliases) if life else []

    @strawberry.field(description="The first day it exists; null: since ever, or nobody knows.")
    async def valid_from(self, info: Info) -> date | None:
        """Load the days of every account in this response at once."""
        life = await self._life(info)
        return life.start if life else None

    @strawberry.field(description="The day it no longer exists; null: open, or nobody knows.")
    async def valid_until(self, info: Info) -> date | None:
        """Load the days of every account in this response at once."""
        life = await self._life(info)
        return life.until if life else None

    @strawberry.field(description="It began on a day that nobody knows.")
    async def valid_from_unknown(self, info: Info) -> bool:
        """Load the days of every account in this response at once."""
        life = await self._life(info)
        return bool(life and life.start_unknown)

    @strawberry.field(description="It is closed, or will be, on a day that nobody knows.")
    async def valid_until_unknown(self, info: Info) -> bool:
        """Load the days of every account in this response at once."""
        life = await self._life(info)
        return bool(life and life.until_unknown)

    @strawberry.field(description="What follows it, once it is closed.")
    async def successor(self, info: Info) -> "Account | None":
        """Load the successors of every account in this response at once."""
        life = await self._life(info)
        key = life.successor if life else None
        return await node_of(info, self.day, accounts_by_key, key, account_of)

    @strawberry.field(
        description="Who holds a part of it beside its parent, the largest known share first."
    )
    async def other_parents(self, info: Info) -> list[Stake]:
        """Load the further parents of every account in this response at once."""
        life = await self._life(info)
        return [Stake.from_row(one, self.day) for one in (life.other_parents if life else ())]

    @strawberry.field(description="Where it is.")
    async def territory(
        self, info: Info
    ) -> Annotated["Territory", strawberry.lazy("api.territories")] | None:
        """Load the territories of every account in this response at once."""
        from api.territories import Territory  # noqa: PLC0415 - things list each other

        return await node_of(
            info, self.day, territories_by_key, self.row.territory, Territory.from_row
        )

    @strawberry.field(description="Its industry; a subsidiary without its own has its group's.")
    async def industry(
        self, info: Info
    ) -> Annotated["Industry", strawberry.lazy("api.industries")] | None:
        """Load the industries of every account in this response at once."""
        from api.industries import Industry  # noqa: PLC0415 - things list each other

        return await node_of(
            info, self.day, industries_by_key, self.row.industry, Industry.from_row
        )

    @strawberry.field(
        description="Who owns it for a function on a day; null: nobody, or several in conflict."
        " `coverage` says which, and why; it is empty on a day when the account is not there."
    )
    async def owner(
        self, info: Info, function: For = Function.SALES, as_of: OnDay = None
    ) -> Assignment | None:
        """Resolve the owner."""
        day = as_of or self.day
        found = await self._standing(info, day)
        owner = found.answer(function, day).owner if found else None
        return Assignment.of(owner, found, day) if found and owner else None

    @strawberry.field(description="Who supports it on a day, function by function.")
    async def supporters(
        self, info: Info, functions: Functions = None, as_of: OnDay = None
    ) -> list[Assignment]:
        """Resolve the supporters."""
        day = as_of or self.day
        found = await self._standing(info, day)
        answers = found.answers(functions, day) if found else []
        return [
            Assignment.of(one, found, day)
            for answer in answers
            for one in answer.supporters
            if found
        ]

    @strawberry.field(description="How each function is covered on a day: the whole answer.")
    async def coverage(
        self, info: Info, functions: Functions = None, as_of: OnDay = None
    ) -> list[Coverage]:
        """Resolve every function."""
        day = as_of or self.day
        found = await self._standing(info, day)
        if found is None:
            return []
        return [Coverage.of(answer, found, day) for answer in found.answers(functions, day)]

    @strawberry.field(description="Why a department does not own it for a function on a day.")
    async def why_not(
        self,
        info: Info,
        department: Annotated[strawberry.ID, strawberry.argument(description="Its key.")],
        function: For = Function.SALES,
        as_of: OnDay = None,
    ) -> WhyNot:
        """Explain what keeps the department from it."""
        day = as_of or self.day
        found = await self._standing(info, day)
        if found is None:
            raise InvalidArgument(f"`{self.key}` is not there on {day}: ask for another day.")
        answer = found.why_not(department, function, day)
        return WhyNot(kind=answer.kind, found=answer, book=found.book)

    async def _life(self, info: Info) -> AccountLife | None:
        """Return how long it exists, and more that is seldom asked for."""
        return await info.context.load(lives_of_accounts, str(self.key), self.day)

    async def _standing(self, info: Info, day: date) -> Standing | None:
        """Return the account's standing on a day; None where it is not there then."""
        row = await info.context.load(accounts_by_key, str(self.key), day)
        if row is None:
            return None
        return await standing(await info.context.at(day), info.context.books, row)


@strawberry.type(description="A customer group: a key account, or any other.")
class Customer(Account):
    """A customer group, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.CUSTOMER
    tier: Tier | None = strawberry.field(description="How the group is treated.")
    roles: list[CustomerRole] = strawberry.field(description="What it shows other customers.")

    @classmethod
    def from_row(cls, row: AccountRow, day: date) -> "Customer":
        """Return the customer of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            level=row.level,
            tags=list(row.tags),
            tier=row.tier,
            roles=list(row.roles),
            row=row,
        )


@strawberry.type(description="A legal entity inside a customer group.")
class Subsidiary(Account):
    """A subsidiary, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.SUBSIDIARY

    @strawberry.field(description="The group it belongs to.")
    async def customer(self, info: Info) -> Customer | None:
        """Load the groups of every subsidiary in this response at once."""
        return await node_of(info, self.day, accounts_by_key, self.row.customer, Customer.from_row)

    @strawberry.field(description="The subsidiary it is directly under; null: the group itself.")
    async def parent(self, info: Info) -> "Subsidiary | None":
        """Load the parents of every subsidiary in this response at once."""
        parent = None if self.row.parent == self.row.customer else self.row.parent
        return await node_of(info, self.day, accounts_by_key, parent, Subsidiary.from_row)

    @strawberry.field(description="What its parent holds of it, in per cent; null: unknown.")
    async def share(self, info: Info) -> float | None:
        """Load the shares of every subsidiary in this response at once."""
        stake = await self.parent_stake(info)
        return stake.share if stake else None

    @strawberry.field(description="What the account directly above it holds of it, and when.")
    async def parent_stake(self, info: Info) -> Stake | None:
        """Load the stakes in every subsidiary in this response at once."""
        life = await self._life(info)
        return Stake.from_row(life.parent_stake, self.day) if life and life.parent_stake else None

    @classmethod
    def from_row(cls, row: AccountRow, day: date) -> "Subsidiary":
        """Return the subsidiary of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            level=row.level,
            tags=list(row.tags),
            row=row,
        )


def account_of(row: AccountRow, day: date) -> Account:
    """Return the account of a row as what it is."""
    if row.kind is Kind.CUSTOMER:
        return Customer.from_row(row, day)
    return Subsidiary.from_row(row, day)


async def customer(info: Info, key: strawberry.ID, day: date) -> Customer | None:
    """Return the customer group with that key on a day."""
    found = await node_of(info, day, accounts_by_key, str(key), account_of)
    return found if isinstance(found, Customer) else None


async def subsidiary(info: Info, key: strawberry.ID, day: date) -> Subsidiary | None:
    """Return the subsidiary with that key on a day."""
    found = await node_of(info, day, accounts_by_key, str(key), account_of)
    return found if isinstance(found, Subsidiary) else None
