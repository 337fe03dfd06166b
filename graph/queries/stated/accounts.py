"""Industries, territories, groups and subsidiaries as a version states them."""

from __future__ import annotations

from dataclasses import dataclass

from graph.cypher_files import query
from graph.model.accounts import Customer, Industry, Subsidiary, Territory
from graph.model.keys import (
    AccountKey,
    IndustryKey,
    TerritoryKey,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    CustomerRole,
    Tier,
)
from graph.queries.stated.names import NamedRow


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
class StatedCustomer(NamedRow):
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
            tier=self.tier,
            industry=self.industry,
            territory=self.territory,
            roles=self.roles,
            tags=self.tags,
        )


@dataclass(frozen=True, slots=True)
class StatedSubsidiary(NamedRow):
    """A subsidiary."""

    customer: AccountKey
    parent: AccountKey | None
    level: int
    industry: IndustryKey | None
    territory: TerritoryKey | None
    tags: tuple[str, ...]

    def entity(self) -> Subsidiary:
        """Return it as the model has it."""
        return Subsidiary(
            key=AccountKey(self.key),
            **self.named(),
            customer=self.customer,
            parent=self.parent,
            level=self.level,
            industry=self.industry,
            territory=self.territory,
            tags=self.tags,
        )


STATED_INDUSTRIES = query("stated/industries", StatedIndustry)
STATED_TERRITORIES = query("stated/territories", StatedTerritory)
STATED_CUSTOMERS = query("stated/customers", StatedCustomer)
STATED_SUBSIDIARIES = query("stated/subsidiaries", StatedSubsidiary)
