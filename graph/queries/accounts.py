"""Accounts: customer groups and their subsidiaries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    CustomerRole,
    Kind,
    Tier,
)
from graph.ownership.facts import Facts, path_to_root
from graph.queries.batches import Link, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ownership.books import RuleBook
    from graph.store import Reader

MOST_CHILDREN = 200
"""How many direct subsidiaries of one account are listed at most."""


@dataclass(frozen=True, slots=True)
class AccountRow:
    """An account as stored; `tier` is its group's."""

    kind: Kind
    key: str
    name: str
    name_en: str | None
    illustrative: bool
    level: int
    tier: Tier | None
    customer: str
    parent: str | None
    industry: str | None
    territory: str | None
    tags: tuple[str, ...]
    roles: tuple[CustomerRole, ...]


@dataclass(frozen=True, slots=True)
class StakeRow:
    """What a parent holds of an account, in per cent where it is known, and when.

    `is_own` marks the parent that the account's place in its group goes by.
    """

    parent: str
    is_own: bool
    share: float | None
    start: date | None
    until: date | None
    start_unknown: bool
    until_unknown: bool


@dataclass(frozen=True, slots=True)
class AccountLife:
    """How long an account exists, what follows it, what else it is called, who has a part of it.

    A day that is not set is open, or unknown. A group has no parent.
    """

    key: str
    aliases: tuple[str, ...]
    start: date | None
    until: date | None
    start_unknown: bool
    until_unknown: bool
    successor: str | None
    stakes: tuple[StakeRow, ...]

    @property
    def parent_stake(self) -> StakeRow | None:
        """What the account directly above it holds."""
        return next((stake for stake in self.stakes if stake.is_own), None)

    @property
    def other_parents(self) -> list[StakeRow]:
        """What others hold, the largest known share first."""
        return [stake for stake in self.stakes if not stake.is_own]


@dataclass(frozen=True, slots=True)
class AccountFilter:
    """Which accounts to list: all that is given must hold; None lets all pass."""

    tiers: Sequence[Tier] | None = None
    customer: str | None = None
    levels: Sequence[int] | None = None
    tags: Sequence[str] | None = None
    industry: str | None = None
    territory: str | None = None
    text: str | None = None

    def parameters(self) -> dict[str, object]:
        """Return the filter as statements take it."""
        return {
            "tiers": None if self.tiers is None else [tier.value for tier in self.tiers],
            "customer": self.customer,
            "levels": None if self.levels is None else list(self.levels),
            "tags": None if self.tags is None else list(self.tags),
            "industry": self.industry,
            "territory": self.territory,
            "text": self.text,
        }


LIVES_OF_ACCOUNTS = query("accounts/lives_of_accounts", AccountLife)
ACCOUNTS_BY_KEY = query("accounts/accounts_by_key", AccountRow)
CHILDREN_OF_ACCOUNTS = query("accounts/children_of_accounts", Link)
PAGE_OF_CUSTOMERS = query("accounts/page_of_customers", Listed)
COUNT_OF_CUSTOMERS = query("accounts/count_of_customers", Total)
PAGE_OF_SUBSIDIARIES = query("accounts/page_of_subsidiaries", Listed)
COUNT_OF_SUBSIDIARIES = query("accounts/count_of_subsidiaries", Total)


async def lives_of_accounts(reader: Reader, keys: Sequence[str]) -> list[AccountLife | None]:
    """Return how long each of these accounts exists, and more that is seldom asked for."""
    return one_of_each(keys, await reader.read(LIVES_OF_ACCOUNTS, keys=list(keys)))


async def accounts_by_key(reader: Reader, keys: Sequence[str]) -> list[AccountRow | None]:
    """Return each key's account."""
    return one_of_each(keys, await reader.read(ACCOUNTS_BY_KEY, keys=list(keys)))


async def children_of_accounts(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the subsidiaries directly under each account, by name; `MOST_CHILDREN` at most."""
    links = await reader.read(CHILDREN_OF_ACCOUNTS, keys=list(keys), most=MOST_CHILDREN)
    return links_of_each(keys, links)


async def page_of_customers(reader: Reader, page: Page, which: AccountFilter) -> list[Listed]:
    """Return a page of the customer groups that pass."""
    return await page_of(reader, PAGE_OF_CUSTOMERS, page, **which.parameters())


async def count_of_customers(reader: Reader, which: AccountFilter) -> int:
    """Return how many customer groups pass."""
    return await total_of(reader, COUNT_OF_CUSTOMERS, **which.parameters())


async def page_of_subsidiaries(reader: Reader, page: Page, which: AccountFilter) -> list[Listed]:
    """Return a page of the subsidiaries that pass."""
    return await page_of(reader, PAGE_OF_SUBSIDIARIES, page, **which.parameters())


async def count_of_subsidiaries(reader: Reader, which: AccountFilter) -> int:
    """Return how many subsidiaries pass."""
    return await total_of(reader, COUNT_OF_SUBSIDIARIES, **which.parameters())


def facts_of(row: AccountRow, book: RuleBook) -> Facts:
    """Return what rules look at of an account."""
    industry = IndustryKey(row.industry) if row.industry else None
    territory = TerritoryKey(row.territory) if row.territory else None
    return Facts(
        customer=AccountKey(row.customer),
        tier=row.tier,
        level=row.level,
        industries=path_to_root(industry, book.parent_industries),
        territories=path_to_root(territory, book.parent_territories),
        tags=frozenset(row.tags),
    )
