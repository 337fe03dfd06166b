"""A plan on its way: what was read, before anybody vouches for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from seed.assembling.departments import Units, departments
from seed.validation.catalogues import Catalogue, catalogue_of

if TYPE_CHECKING:
    from graph.model.departments import Department
    from seed.documents.plans import PlanDocument
    from seed.reading.entries import Entries


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
    def units(self) -> Units:
        """The regions and branches with what is inside them."""
        return Units(self.departments)
