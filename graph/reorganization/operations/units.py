"""Regions and branches that are opened from a template, closed, and hand over territories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.departments import Coverage, Department
from graph.model.keys import DepartmentKey, TerritoryKey
from graph.ownership.trees import UNITS
from graph.reorganization.belongings import handed
from graph.reorganization.coverings import Coverings, covered_inside
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, absent, department_of
from graph.reorganization.operations.successions import MergeDepartments
from graph.reorganization.organizations import Part, coverage_key
from graph.reorganization.refusals import Refused
from graph.reorganization.templates import departures, made_from
from graph.reorganization.wordings.keys import NO_TEMPLATE, NO_TERRITORY
from graph.reorganization.wordings.structures import (
    COVERED_ALREADY,
    NO_UNIT,
    NO_UNIT_TO_COVER,
    NOT_COVERING,
    OTHER_KIND_OF_UNIT,
    UNIT_INSIDE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from graph.model.vocabularies import DepartmentKind
    from graph.reorganization.organizations import Edit, Organization


class OpenUnit(Operation):
    """A new region or branch, with all that its template brings."""

    op: Literal["open-unit"] = "open-unit"
    key: DepartmentKey = Field(min_length=1, description="Its key: new, and never used before.")
    name: str = Field(min_length=1, description="Its name.")
    name_en: str | None = Field(default=None, description="In English.")
    template: str = Field(description="The unit template, which says whether it is a region.")
    parent: DepartmentKey = Field(description="What it is a part of.")
    territories: tuple[TerritoryKey, ...] = Field(
        default=(),
        description="What it covers that no such unit covers yet; see transfer-territories.",
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the unit, what it has inside, and what it covers."""
        absent(organization, Part.DEPARTMENTS, self.key)
        department_of(organization, self.parent)
        template = organization.surroundings.templates.get(self.template)
        if template is None:
            raise Refused(NO_TEMPLATE(key=self.template), self.template)
        unit = Department(
            key=self.key,
            name=self.name,
            name_en=self.name_en,
            kind=template.kind,
            parent=self.parent,
            template=self.template,
        )
        draft = Draft(organization)
        draft.put(Part.DEPARTMENTS, self.key, unit)
        brought = [*made_from(self.template, unit, draft.now)]
        for edit in brought:
            absent(organization, edit.part, edit.key)
        draft.make(brought)
        for territory in self.territories:
            if territory not in organization.surroundings.territories:
                raise Refused(NO_TERRITORY(key=territory), territory)
            for other in organization.coverages.values():
                covering = organization.departments.get(other.department)
                if other.territory == territory and covering and covering.kind is unit.kind:
                    raise Refused(
                        COVERED_ALREADY(
                            kind=covering.kind, department=covering.key, territory=territory
                        ),
                        territory,
                    )
            coverage = Coverage(department=self.key, territory=territory)
            draft.put(Part.COVERAGES, coverage_key(coverage), coverage)
        return draft.edits


class CloseUnit(Operation):
    """A region or branch is no more; another of its kind takes over all it has, if one is named.

    What is inside goes over to its counterpart there, as in a merge. Without a successor, each
    thing it has is placed by an operation of its own, or signed off.
    """

    op: Literal["close-unit"] = "close-unit"
    unit: DepartmentKey = Field(description="The region or branch.")
    successor: DepartmentKey | None = Field(
        default=None, description="Who takes over, if one does all."
    )
    leaves: frozenset[str] = Field(
        default=frozenset(), description="Keys of what does not go over."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return what goes over, and the unit removed with all that is inside."""
        unit = department_of(organization, self.unit)
        if unit.kind not in UNITS:
            raise Refused(NO_UNIT(department=self.unit, kind=unit.kind), self.unit)
        if self.successor is not None:
            return self._merge(self.successor).edits(organization, day)
        inside = organization.inside(self.unit)
        nested = [one for one in inside if one.kind in UNITS]
        if nested:
            unit_inside = nested[0]
            raise Refused(
                UNIT_INSIDE(department=self.unit, kind=unit_inside.kind, unit=unit_inside.key),
                unit_inside.key,
            )
        draft = Draft(organization)
        for one in (unit, *inside):
            draft.put(Part.DEPARTMENTS, one.key, None)
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:
        """Return the counterparts at the successor; nobody without one."""
        if self.successor is not None:
            return self._merge(self.successor).successors(organization)
        unit = department_of(organization, self.unit)
        return {one.key: [] for one in (unit, *organization.inside(self.unit))}

    def names(self) -> dict[str, list[str]]:
        """Return the unit, and what takes its place."""
        return {"departments": [self.unit, *([self.successor] if self.successor else [])]}

    def _merge(self, successor: DepartmentKey) -> MergeDepartments:
        return MergeDepartments(departments=(self.unit,), into=successor, leaves=self.leaves)


class TransferTerritories(Operation):
    """A region or branch hands territories over to another of its kind.

    Those that it covers, or some inside these: of them it keeps what is not handed over.
    """

    op: Literal["transfer-territories"] = "transfer-territories"
    territories: tuple[TerritoryKey, ...] = Field(min_length=1, description="Which territories.")
    from_: DepartmentKey = Field(
        validation_alias="from", serialization_alias="from", description="Who covers them now."
    )
    to: DepartmentKey = Field(description="Who shall cover them.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return the coverages that end and those that begin."""
        giving = organization.departments.get(self.from_)
        taking = department_of(organization, self.to)
        if taking.kind not in UNITS:
            raise Refused(NO_UNIT_TO_COVER(to=self.to, kind=taking.kind), self.to)
        if giving is not None and giving.kind is not taking.kind:
            raise Refused(
                OTHER_KIND_OF_UNIT(
                    to=self.to, other=taking.kind, from_=self.from_, kind=giving.kind
                ),
                self.to,
            )
        draft = Draft(organization)
        inside: list[TerritoryKey] = []
        for territory in self.territories:
            if territory not in organization.surroundings.territories:
                raise Refused(NO_TERRITORY(key=territory), territory)
            own = [
                key
                for key, one in organization.coverages.items()
                if (one.department, one.territory) == (self.from_, territory)
            ]
            for key in own:
                draft.make([*handed(draft.now, Part.COVERAGES, key, self.from_, self.to)])
            if not own:
                inside.append(territory)
        if inside:
            coverings = Coverings(organization, day)
            for territory in inside:
                for around in self._around(coverings, territory, taking.kind):
                    draft.make([*covered_inside(draft.now, around, territory, self.to)])
        return draft.edits

    def _around(
        self, coverings: Coverings, territory: TerritoryKey, kind: DepartmentKind
    ) -> list[Coverage]:
        """Return the giver's coverages that a territory is inside of, and nobody's nearer by."""
        covering = coverings.covering(territory, kind, gone=self.from_)
        found = [one for one in covering if one.department == self.from_]
        if not found:
            raise Refused(
                NOT_COVERING(
                    department=self.from_,
                    territory=territory,
                    covering=tuple(dict.fromkeys(one.department for one in covering)),
                ),
                territory,
            )
        return found
