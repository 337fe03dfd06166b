"""Departments that are split, with what is inside, among several that follow them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.keys import DepartmentKey, TerritoryKey
from graph.reorganization.belongings import things_of
from graph.reorganization.coverings import Coverings, Territories, covered_inside
from graph.reorganization.divisions import Divided, Division, Moved, everything_of
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Document, Operation, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.sharing import Sharing, refuse_covering
from graph.reorganization.templates import departures
from graph.reorganization.wordings.structures import (
    NOT_OF_DEPARTMENT,
    PART_IS_SPLIT,
    PART_TWICE,
    REST_TWICE,
    TAKEN_TWICE,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from graph.model.departments import Coverage
    from graph.reorganization.organizations import Edit, Organization


class Successor(Document):
    """What one of the departments takes over of the one that is split."""

    department: DepartmentKey = Field(description="Who: there already, or created before.")
    takes: frozenset[str] = Field(
        default=frozenset(),
        description="The keys of what it takes over, also of what is inside: rules, exceptions,"
        " responsibilities, targets, revenue splits, posts, departments inside, territories"
        " covered or inside those.",
    )
    rest: bool = Field(default=False, description="It takes over all that no part names.")


class SplitDepartment(Operation):
    """A department becomes several: each takes over what it names, one may take the rest.

    What is inside is divided likewise between its counterparts inside the parts, as in a merge; or
    it moves as it is. A region or branch inside goes with its territories. What a plan states for
    every region or branch, and so for the counterparts too, is not handed over: each has its own.
    """

    op: Literal["split-department"] = "split-department"
    department: DepartmentKey = Field(description="What is no more.")
    parts: tuple[Successor, ...] = Field(min_length=2, description="What follows it.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return what each part takes over, and the departments that are no more."""
        self._refuse_parts(organization)
        coverings = Coverings(organization, day)
        division = [*self._division(organization, coverings.territories)]
        named = self._named()
        inside = self._inside_territories(organization, division, coverings)
        self._refuse_unknown(organization, division, named.keys() - inside.keys())
        sharing = Sharing(named, coverings.territories)
        draft = Draft(organization)
        for territory, (around, taker) in inside.items():
            refuse_covering(organization, around.department, taker)
            draft.make([*covered_inside(draft.now, around, TerritoryKey(territory), taker)])
        for one in division:
            if isinstance(one, Moved):
                child = organization.departments[one.department]
                draft.put(Part.DEPARTMENTS, child.key, replace(child, parent=one.parent))
                continue
            for part, key in things_of(organization, one.department):
                draft.make([*sharing.edits(draft.now, one, part, key)])
            draft.put(Part.DEPARTMENTS, one.department, None)
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:
        """Return the parts, and the counterparts of what is inside."""
        return {
            one.department: [*one.heirs]
            for one in self._division(organization, Territories(organization))
            if isinstance(one, Divided)
        }

    def names(self) -> dict[str, list[str]]:
        """Return the department, whose posts go over with those inside, and the parts."""
        return {"departments": [self.department, *(part.department for part in self.parts)]}

    def _named(self) -> dict[str, DepartmentKey]:
        return {key: part.department for part in self.parts for key in part.takes}

    def _division(
        self, organization: Organization, territories: Territories
    ) -> Iterator[Divided | Moved]:
        rest = next((part.department for part in self.parts if part.rest), None)
        parts = tuple(part.department for part in self.parts)
        division = Division(organization, self._named(), rest, territories)
        yield from division.of(self.department, parts)

    def _refuse_parts(self, organization: Organization) -> None:
        """Let parts pass that can follow, each once, with at most one that takes the rest."""
        department_of(organization, self.department)
        split = {self.department, *(one.key for one in organization.inside(self.department))}
        known: set[DepartmentKey] = set()
        for part in self.parts:
            department_of(organization, part.department)
            if part.department in split:
                raise Refused(
                    PART_IS_SPLIT(part=part.department, department=self.department),
                    part.department,
                )
            if part.department in known:
                raise Refused(PART_TWICE(part=part.department), part.department)
            known.add(part.department)
        resting = [part.department for part in self.parts if part.rest]
        if len(resting) > 1:
            first, other, *_ = resting
            raise Refused(
                REST_TWICE(department=self.department, part=first, other=other), self.department
            )
        taken: dict[str, DepartmentKey] = {}
        for part in self.parts:
            for key in sorted(part.takes):
                if key in taken:
                    raise Refused(TAKEN_TWICE(part=taken[key], other=part.department, key=key), key)
                taken[key] = part.department

    def _refuse_unknown(
        self, organization: Organization, division: list[Divided | Moved], keys: Iterable[str]
    ) -> None:
        has = frozenset[str]().union(
            *(
                everything_of(organization, one.department)
                for one in division
                if isinstance(one, Divided)
            )
        )
        unknown = sorted({*keys} - has)
        if unknown:
            part = self._named()[unknown[0]]
            raise Refused(
                NOT_OF_DEPARTMENT(department=self.department, key=unknown[0], part=part),
                unknown[0],
            )

    def _inside_territories(
        self, organization: Organization, division: list[Divided | Moved], coverings: Coverings
    ) -> dict[str, tuple[Coverage, DepartmentKey]]:
        """Return the territories named that are inside what a divided unit covers.

        Each with the coverage around it, and who takes it.
        """
        places = {one.department: one.places for one in division if isinstance(one, Divided)}
        found: dict[str, tuple[Coverage, DepartmentKey]] = {}
        for key, part in sorted(self._named().items()):
            if key not in organization.surroundings.territories:
                continue
            for unit, where in places.items():
                kind = organization.departments[unit].kind
                covering = coverings.covering(key, kind)
                around = next((one for one in covering if one.department == unit), None)
                if around is not None and around.territory != key:
                    found[key] = (around, where[part])
        return found
