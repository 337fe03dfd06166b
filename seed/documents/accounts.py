"""Entries about the customers' side: industries, territories, groups, subsidiaries."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from graph.model.vocabularies import CustomerRole, Tier
from seed.documents.entries import NamedEntry
from seed.documents.fields import (
    CustomerRef,
    IndustryRef,
    Namespace,
    SubsidiaryRef,
    TerritoryRef,
    Text,
    parts,
)

Tags = Annotated[tuple[Text, ...], BeforeValidator(parts)]


class IndustryDocument(NamedEntry):
    """A line of business."""

    file_kind = "industries"
    namespace = Namespace.INDUSTRY
    parent: IndustryRef | None = None


class TerritoryDocument(NamedEntry):
    """A field of the market (井田)."""

    file_kind = "territories"
    namespace = Namespace.TERRITORY
    parent: TerritoryRef | None = None


class CustomerDocument(NamedEntry):
    """A customer group."""

    file_kind = "customers"
    namespace = Namespace.CUSTOMER
    tier: Tier
    industry: IndustryRef | None = None
    territory: TerritoryRef | None = None
    roles: Annotated[tuple[CustomerRole, ...], BeforeValidator(parts)] = ()
    tags: Tags = ()


class SubsidiaryDocument(NamedEntry):
    """A legal entity inside a group; without a parent it is directly under the group."""

    file_kind = "subsidiaries"
    namespace = Namespace.SUBSIDIARY
    customer: CustomerRef
    parent: SubsidiaryRef | None = None
    industry: IndustryRef | None = None
    territory: TerritoryRef | None = None
    tags: Tags = ()
