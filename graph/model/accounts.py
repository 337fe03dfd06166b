"""The customers' side: industries, territories, customer groups and their subsidiaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity

if TYPE_CHECKING:
    from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
    from graph.model.vocabularies import CustomerRole, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Industry(Entity):
    """A line of business; industries nest."""

    key: IndustryKey
    parent: IndustryKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory(Entity):
    """A field of the market (井田); territories nest and need not be geographic."""

    key: TerritoryKey
    parent: TerritoryKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(Entity):
    """A customer group; as an account of its own it has level 1."""

    key: AccountKey
    tier: Tier
    industry: IndustryKey | None = None
    territory: TerritoryKey | None = None
    roles: tuple[CustomerRole, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidiary(Entity):
    """A legal entity inside a customer group.

    `level` counts from the group: directly under it is level 2. `industry` is the group's where
    the plan gives none of its own. `tags` are its own; they are not inherited.
    """

    key: AccountKey
    customer: AccountKey
    parent: AccountKey | None = None
    level: int = 2
    industry: IndustryKey | None = None
    territory: TerritoryKey | None = None
    tags: tuple[str, ...] = ()
