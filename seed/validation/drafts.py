"""A plan on its way: what was read, before anybody vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from graph.ownership.units import Units
from seed.assembling.departments import departments
from seed.assembling.plans import plan_of
from seed.columns.bulk_rows import USABLE
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.plans import PlanDocument
from seed.validation.catalogues import Catalogue, catalogue_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.model.departments import Department
    from graph.model.plans import Plan
    from seed.documents.entries import Entry
    from seed.reading.entries import Entries, RawEntry


_UNNAMED = PlanDocument.model_validate(
    {
        "key": "unnamed",
        "name": "unnamed",
        "organization": "unnamed",
        "from": "2000-01-01",
        "sections": [{"folder": "unnamed"}],
    }
)
"""Stands in for a plan.yaml that cannot be read, so that the rest can be checked."""


_NAMING = ((CustomerDocument, "key"), (SubsidiaryDocument, "key"), (SubsidiaryDocument, "customer"))


@dataclass(frozen=True)
class Draft:
    """Everything the checks look at."""

    header: PlanDocument | None
    entries: Entries

    @cached_property
    def catalogue(self) -> Catalogue:
        """Every key of the plan."""
        return catalogue_of(self.entries)

    @cached_property
    def departments(self) -> tuple[Department, ...]:
        """Every department that could be made, templates filled in."""
        return departments(self.entries)

    @cached_property
    def plan(self) -> Plan:
        """The plan as far as it can be made; good for looking for more problems only.

        The tables give up their rows to it: whoever asks them must do so before.
        """
        return plan_of(self.header or _UNNAMED, self.entries)

    def broken(self, *kinds: type[Entry]) -> list[RawEntry]:
        """Return the entries of these kinds of which no document could be made."""
        return [entry for entry in self.entries.raw if entry.kind in kinds and not entry.usable]

    def lacks_fields_of(self, accounts: Collection[str]) -> bool:
        """Tell whether rows of these groups, or about them, lack a column that they must have."""
        wanted = pl.Series([*accounts], dtype=pl.String).implode()
        return any(
            table.frame.filter(~pl.col(USABLE)).select(pl.col(name).is_in(wanted).any()).item()
            for kind, name in _NAMING
            if (table := self.entries.tables.get(kind)) is not None
        )

    @cached_property
    def units(self) -> Units:
        """The regions and branches with what is inside them."""
        return Units(self.departments)
