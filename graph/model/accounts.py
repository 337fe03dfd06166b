"""The customers' side: industries, territories, customer groups and their subsidiaries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity
from graph.model.intervals import SOMETIME

if TYPE_CHECKING:
    from decimal import Decimal

    from graph.model.intervals import UncertainInterval
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


@dataclass(frozen=True, slots=True)
class Stake:
    """What one parent holds of an account: per cent where it is known, and when it holds it."""

    parent: AccountKey
    share: Decimal | None = None
    validity: UncertainInterval = SOMETIME


@dataclass(frozen=True, slots=True, kw_only=True)
class Account(Entity):
    """What groups and subsidiaries have in common.

    `validity` are the days on which the entity exists; `successor` follows a closed one.
    `aliases` are other codes and names by which it is found. `other_parents` hold a part of it
    beside the parent that its place in the group goes by.
    """

    key: AccountKey
    validity: UncertainInterval = SOMETIME
    successor: AccountKey | None = None
    aliases: tuple[str, ...] = ()
    other_parents: tuple[Stake, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer(Account):
    """A customer group; as an account of its own it has level 1."""

    tier: Tier
    industry: IndustryKey | None = None
    territory: TerritoryKey | None = None
    roles: tuple[CustomerRole, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subsidiary(Account):
    """A legal entity inside a customer group.

    `level` counts from the group: directly under it is level 2. `industry` is the group's where
    the plan gives none of its own, see `own_industry`. `tags` are its own; they are not inherited.
    `share` is what the parent (or the group, where it is directly under it) holds, on the days of
    `share_validity`.
    """

    customer: AccountKey
    parent: AccountKey | None = None
    share: Decimal | None = None
    share_validity: UncertainInterval = SOMETIME
    level: int = 2
    industry: IndustryKey | None = None
    own_industry: bool = False
    territory: TerritoryKey | None = None
    tags: tuple[str, ...] = ()
