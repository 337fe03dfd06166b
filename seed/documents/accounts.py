"""Entries about the customers' side: industries, territories, groups, subsidiaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Field

from graph.columns.stakes import interval
from graph.model.vocabularies import CustomerRole, Tier
from seed.documents.entries import NamedEntry
from seed.documents.fields import (
    AccountRef,
    CustomerRef,
    IndustryRef,
    Namespace,
    SubsidiaryRef,
    TerritoryRef,
    Text,
    parts,
)
from seed.documents.stakes import Percent, Stakes, UncertainDay

if TYPE_CHECKING:
    from graph.model.intervals import UncertainInterval

Tags = Annotated[tuple[Text, ...], BeforeValidator(parts)]


class IndustryDocument(NamedEntry):
    """A line of business."""

    file_kind = "industries"
    namespace = Namespace.INDUSTRY
    parent: IndustryRef | None = Field(None, description="The industry that this one is a part of.")


class TerritoryDocument(NamedEntry):
    """A field of the market (井田)."""

    file_kind = "territories"
    namespace = Namespace.TERRITORY
    parent: TerritoryRef | None = Field(
        None, description="The territory that this one is a part of."
    )


class AccountEntry(NamedEntry):
    """What groups and subsidiaries have in common; entities are closed, followed, and found."""

    start: UncertainDay | None = Field(None, alias="from", description="The first day it exists.")
    until: UncertainDay | None = Field(None, description="The first day it no longer exists.")
    successor: AccountRef | None = Field(None, description="What follows it, once it is closed.")
    aliases: Annotated[tuple[Text, ...], BeforeValidator(parts)] = Field(
        (), description="Other codes and names by which it is found."
    )
    other_parents: Stakes = Field(
        (), description="Who else holds a part of it: key, key=30 or key=30@2020-01-31/unknown."
    )

    @property
    def validity(self) -> UncertainInterval:
        """The days on which it exists."""
        return interval(self.start, self.until)


class CustomerDocument(AccountEntry):
    """A customer group."""

    file_kind = "customers"
    namespace = Namespace.CUSTOMER
    tier: Tier = Field(description="How the group is treated.")
    industry: IndustryRef | None = Field(None, description="Its line of business.")
    territory: TerritoryRef | None = Field(None, description="Where its head office is.")
    roles: Annotated[tuple[CustomerRole, ...], BeforeValidator(parts)] = Field(
        (), description="What it shows others: a reference or a prototype."
    )
    tags: Tags = Field((), description="Words that rules may ask for, as large-project.")


class SubsidiaryDocument(AccountEntry):
    """A legal entity inside a group; without a parent it is directly under the group."""

    file_kind = "subsidiaries"
    namespace = Namespace.SUBSIDIARY
    customer: CustomerRef = Field(description="The group that it belongs to.")
    parent: SubsidiaryRef | None = Field(
        None, description="The subsidiary above it; left out, it is directly under the group."
    )
    share: Percent | None = Field(None, description="What the parent holds, in per cent.")
    share_from: UncertainDay | None = Field(None, description="Since when the parent holds it.")
    share_until: UncertainDay | None = Field(
        None, description="The first day the parent no longer holds it."
    )
    industry: IndustryRef | None = Field(
        None, description="Its line of business; left out, the group's."
    )
    territory: TerritoryRef | None = Field(None, description="Where it is.")
    tags: Tags = Field((), description="Words that rules may ask for, as large-project.")

    @property
    def share_validity(self) -> UncertainInterval:
        """The days on which the parent holds it."""
        return interval(self.share_from, self.share_until)
