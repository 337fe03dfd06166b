"""Industries, territories, groups and subsidiaries as a version states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TypedDict

from graph.cypher_files import query
from graph.model.accounts import Customer, Industry, Stake, Subsidiary, Territory
from graph.model.intervals import UncertainInterval
from graph.model.keys import (
    AccountKey,
    IndustryKey,
    TerritoryKey,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    CustomerRole,
    Tier,
)
from graph.queries.stated.names import NamedRow, stored_number


@dataclass(frozen=True, slots=True)
class StatedIndustry(NamedRow):
    """An industry."""

    parent: IndustryKey | None

    def entity(self) -> Industry:
        """Return it as the model has it."""
        return Industry(key=IndustryKey(self.key), **self.named(), parent=self.parent)


@dataclass(frozen=True, slots=True)
class StatedTerritory(NamedRow):
    """A territory."""

    parent: TerritoryKey | None

    def entity(self) -> Territory:
        """Return it as the model has it."""
        return Territory(key=TerritoryKey(self.key), **self.named(), parent=self.parent)


@dataclass(frozen=True, slots=True)
class StatedStake:
    """What a further parent holds of an account."""

    parent: AccountKey
    share: float | None
    start: date | None
    until: date | None
    start_unknown: bool
    until_unknown: bool


class Closed(TypedDict):
    """The fields that groups and subsidiaries have in common."""

    validity: UncertainInterval
    successor: AccountKey | None
    aliases: tuple[str, ...]
    other_parents: tuple[Stake, ...]


@dataclass(frozen=True, slots=True)
class AccountRow(NamedRow):
    """What groups and subsidiaries have in common."""

    start: date | None
    until: date | None
    start_unknown: bool
    until_unknown: bool
    successor: AccountKey | None
    aliases: tuple[str, ...]
    other_parents: tuple[StatedStake, ...]

    def closed(self) -> Closed:
        """Return the fields that groups and subsidiaries have in common."""
        return Closed(
            validity=UncertainInterval(
                self.start, self.until, self.start_unknown, self.until_unknown
            ),
            successor=self.successor,
            aliases=self.aliases,
            other_parents=tuple(
                Stake(
                    stake.parent,
                    stored_number(stake.share),
                    UncertainInterval(
                        stake.start, stake.until, stake.start_unknown, stake.until_unknown
                    ),
                )
                for stake in self.other_parents
            ),
        )


@dataclass(frozen=True, slots=True)
class StatedCustomer(AccountRow):
    """A customer group."""

    tier: Tier
    industry: IndustryKey | None
    territory: TerritoryKey | None
    roles: tuple[CustomerRole, ...]
    tags: tuple[str, ...]

    def entity(self) -> Customer:
        """Return it as the model has it."""
        return Customer(
            key=AccountKey(self.key),
            **self.named(),
            **self.closed(),
            tier=self.tier,
            industry=self.industry,
            territory=self.territory,
            roles=self.roles,
            tags=self.tags,
        )


@dataclass(frozen=True, slots=True)
class StatedSubsidiary(AccountRow):
    """A subsidiary."""

    customer: AccountKey
    parent: AccountKey | None
    share: float | None
    share_start: date | None
    share_until: date | None
    share_start_unknown: bool | None
    share_until_unknown: bool | None
    level: int
    industry: IndustryKey | None
    own_industry: bool
    territory: TerritoryKey | None
    tags: tuple[str, ...]

    def entity(self) -> Subsidiary:
        """Return it as the model has it."""
        return Subsidiary(
            key=AccountKey(self.key),
            **self.named(),
            **self.closed(),
            customer=self.customer,
            parent=self.parent,
            share=stored_number(self.share),
            share_validity=UncertainInterval(
                self.share_start,
                self.share_until,
                bool(self.share_start_unknown),
                bool(self.share_until_unknown),
            ),
            level=self.level,
            industry=self.industry,
            own_industry=self.own_industry,
            territory=self.territory,
            tags=self.tags,
        )


STATED_INDUSTRIES = query("stated/industries", StatedIndustry, packed=True)
STATED_TERRITORIES = query("stated/territories", StatedTerritory, packed=True)
STATED_CUSTOMERS = query("stated/customers", StatedCustomer, packed=True)
STATED_SUBSIDIARIES = query("stated/subsidiaries", StatedSubsidiary, packed=True)
