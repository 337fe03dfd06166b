"""The customers' side: industries, territories, groups, and subsidiaries with their levels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.accounts import Customer, Industry, Subsidiary, Territory
from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
from seed.assembling.names import named
from seed.documents.accounts import (
    CustomerDocument,
    IndustryDocument,
    SubsidiaryDocument,
    TerritoryDocument,
)

if TYPE_CHECKING:
    from seed.reading.entries import Entries

DIRECTLY_UNDER_THE_GROUP = 2


def industries(entries: Entries) -> tuple[Industry, ...]:
    """Return the industries."""
    return tuple(
        Industry(
            key=IndustryKey(industry.key),
            **named(found, industry),
            parent=IndustryKey(industry.parent) if industry.parent else None,
        )
        for found in entries.of(IndustryDocument)
        for industry in (found.document,)
    )


def territories(entries: Entries) -> tuple[Territory, ...]:
    """Return the territories."""
    return tuple(
        Territory(
            key=TerritoryKey(territory.key),
            **named(found, territory),
            parent=TerritoryKey(territory.parent) if territory.parent else None,
        )
        for found in entries.of(TerritoryDocument)
        for territory in (found.document,)
    )


def customers(entries: Entries) -> tuple[Customer, ...]:
    """Return the customer groups."""
    return tuple(
        Customer(
            key=AccountKey(customer.key),
            **named(found, customer),
            tier=customer.tier,
            validity=customer.validity,
            successor=AccountKey(customer.successor) if customer.successor else None,
            aliases=customer.aliases,
            other_parents=customer.other_parents,
            industry=IndustryKey(customer.industry) if customer.industry else None,
            territory=TerritoryKey(customer.territory) if customer.territory else None,
            roles=customer.roles,
            tags=customer.tags,
        )
        for found in entries.of(CustomerDocument)
        for customer in (found.document,)
    )


def subsidiaries(entries: Entries) -> tuple[Subsidiary, ...]:
    """Return the subsidiaries with the industries they state themselves, their levels uncounted."""
    return tuple(
        Subsidiary(
            key=AccountKey(subsidiary.key),
            **named(found, subsidiary),
            customer=AccountKey(subsidiary.customer),
            validity=subsidiary.validity,
            successor=AccountKey(subsidiary.successor) if subsidiary.successor else None,
            aliases=subsidiary.aliases,
            other_parents=subsidiary.other_parents,
            parent=AccountKey(subsidiary.parent) if subsidiary.parent else None,
            share=subsidiary.share,
            share_validity=subsidiary.share_validity,
            industry=IndustryKey(subsidiary.industry) if subsidiary.industry else None,
            own_industry=subsidiary.industry is not None,
            territory=TerritoryKey(subsidiary.territory) if subsidiary.territory else None,
            tags=subsidiary.tags,
        )
        for found in entries.of(SubsidiaryDocument)
        for subsidiary in (found.document,)
    )
