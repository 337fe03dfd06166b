"""Departments that are merged, split and dissolved, and who follows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.keys import DepartmentKey
from graph.ownership.trees import UNITS
from graph.reorganization.belongings import belongings, going_over
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Document, Operation, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.templates import departures

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from graph.model.departments import Department
    from graph.reorganization.organizations import Edit, Organization


class MergeDepartments(Operation):
    """Departments become part of one: it takes over all they have, and they are no more.

    What is inside them goes over to its counterpart inside the one that stays: the department made
    from the same part of a template, or with the same specialties; or it moves there as it is.
    `leaves` are the keys of what does not go over: another operation must place each, or a vacancy
    is signed off.
    """

    op: Literal["merge-departments"] = "merge-departments"
    departments: tuple[DepartmentKey, ...] = Field(min_length=1, description="What is no more.")
    into: DepartmentKey = Field(description="What takes over.")
    leaves: frozenset[str] = Field(
        default=frozenset(), description="Keys of what does not go over."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return everything handed over, and the departments removed."""
        draft = Draft(organization)
        for old, new in self._pairs(organization):
            draft.make(going_over(draft.now, old, new, self.leaves))
            draft.put(Part.DEPARTMENTS, old, None)
        for moved, parent in self._moved(organization):
            draft.put(
                Part.DEPARTMENTS, moved, replace(organization.departments[moved], parent=parent)
            )
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:
        """Return the one that each is merged into, counterparts inside too."""
        return {old: [new] for old, new in self._pairs(organization)}

    def names(self) -> dict[str, list[str]]:
        """Return all that are merged, with what is inside."""
        return {"departments": [*self.departments, self.into]}

    def _pairs(self, organization: Organization) -> list[tuple[DepartmentKey, DepartmentKey]]:
        stays = department_of(organization, self.into)
        pairs: list[tuple[DepartmentKey, DepartmentKey]] = []
        for key in self.departments:
            found = department_of(organization, key)
            if stays.key in {key, *(one.key for one in organization.inside(key))}:
                raise Refused(
                    f"{key} is merged into itself, or into what is inside it",
                    "name another department to take over",
                    key,
                )
            if found.kind in UNITS and stays.kind is not found.kind:
                raise Refused(
                    f"{key} is a {found.kind} and {stays.key} a {stays.kind}",
                    "merge units of one kind; hand its territories over first otherwise",
                    key,
                )
            pairs += counterparts(organization, found, stays)
        return pairs

    def _moved(self, organization: Organization) -> list[tuple[DepartmentKey, DepartmentKey]]:
        into = dict(self._pairs(organization))
        return [
            (child.key, into[old])
            for old in into
            for child in organization.children.get(old, ())
            if child.key not in into
        ]


class Successor(Document):
    """What one of the departments takes over of the one that is split."""

    department: DepartmentKey = Field(description="Who: there already, or created before.")
    takes: frozenset[str] = Field(
        default=frozenset(),
        description="The keys of what it takes over: rules, exceptions, responsibilities, targets,"
        " posts, territories, departments inside.",
    )
    rest: bool = Field(default=False, description="It takes over all that no part names.")


class SplitDepartment(Operation):
    """A department becomes several: each takes over what it names, one may take the rest."""

    op: Literal["split-department"] = "split-department"
    department: DepartmentKey = Field(description="What is no more.")
    parts: tuple[Successor, ...] = Field(min_length=2, description="What follows it.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return what each part takes over, and the department removed."""
        department_of(organization, self.department)
        for part in self.parts:
            department_of(organization, part.department)
        if sum(part.rest for part in self.parts) > 1:
            raise Refused("two parts take the rest", "let one of them take it", self.department)
        twice = _twice(key for part in self.parts for key in part.takes)
        if twice:
            raise Refused(f"two parts take over {twice[0]}", "leave it to one", twice[0])
        draft = Draft(organization)
        named = frozenset[str]().union(*(part.takes for part in self.parts))
        has = everything_of(organization, self.department)
        unknown = sorted(named - has)
        if unknown:
            raise Refused(f"{self.department} has no {unknown[0]}", "correct the key", unknown[0])
        for part in sorted(self.parts, key=lambda part: part.rest):
            leaves = (named if part.rest else has) - part.takes
            draft.make(going_over(draft.now, self.department, part.department, leaves))
            for child in draft.now.children.get(self.department, ()):
                if child.key in part.takes or (part.rest and child.key not in named):
                    draft.put(Part.DEPARTMENTS, child.key, replace(child, parent=part.department))
        draft.put(Part.DEPARTMENTS, self.department, None)
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:  # noqa: ARG002
        """Return the parts."""
        return {self.department: [part.department for part in self.parts]}

    def names(self) -> dict[str, list[str]]:
        """Return the department."""
        return {"departments": [self.department]}


class DissolveDepartment(Operation):
    """A department is no more, with all that is inside; what it has goes to a successor, if named.

    Without a successor, each thing it has is placed by an operation of its own, or signed off.
    """

    op: Literal["dissolve-department"] = "dissolve-department"
    department: DepartmentKey = Field(description="What is no more.")
    successor: DepartmentKey | None = Field(
        default=None, description="Who takes over, if one does all."
    )
    leaves: frozenset[str] = Field(
        default=frozenset(), description="Keys of what does not go over."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return what goes over, and the departments removed."""
        draft = Draft(organization)
        for old in self._gone(organization):
            if self.successor is not None:
                draft.make(going_over(draft.now, old, self.successor, self.leaves))
            draft.put(Part.DEPARTMENTS, old, None)
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:
        """Return the successor of all that is removed."""
        follows = [] if self.successor is None else [self.successor]
        return {old: [*follows] for old in self._gone(organization)}

    def names(self) -> dict[str, list[str]]:
        """Return the department."""
        return {"departments": [self.department]}

    def _gone(self, organization: Organization) -> list[DepartmentKey]:
        found = department_of(organization, self.department)
        gone = [found, *organization.inside(found.key)]
        units = [one.key for one in gone[1:] if one.kind in UNITS]
        if units:
            raise Refused(
                f"{found.key} has the {organization.departments[units[0]].kind} {units[0]} inside",
                "move it or close it first",
                units[0],
            )
        keys = [one.key for one in gone]
        if self.successor is not None:
            department_of(organization, self.successor)
            if self.successor in keys:
                raise Refused(
                    f"the successor {self.successor} is itself dissolved",
                    "name a department that stays",
                    self.successor,
                )
        return keys


def counterparts(
    organization: Organization, old: Department, new: Department
) -> list[tuple[DepartmentKey, DepartmentKey]]:
    """Return who takes over from a department and from what is inside it that has a counterpart."""
    pairs = [(old.key, new.key)]
    others = {*(one.key for one in organization.children.get(new.key, ()))} - {old.key}
    for child in organization.children.get(old.key, ()):
        match = next(
            (
                organization.departments[DepartmentKey(key)]
                for key in sorted(others)
                if _alike(child, organization.departments[DepartmentKey(key)])
            ),
            None,
        )
        if match is not None and child.key != new.key:
            others.discard(match.key)
            pairs += counterparts(organization, child, match)
    return pairs


def everything_of(organization: Organization, key: DepartmentKey) -> frozenset[str]:
    """Return the keys of all that a department has; of what it covers, the territories'."""
    found = belongings(organization, key)
    return frozenset(
        organization.coverages[one.key].territory if one.part is Part.COVERAGES else one.key
        for one in found
    ) | {child.key for child in organization.children.get(key, ())}


def _alike(one: Department, other: Department) -> bool:
    if one.kind in UNITS or other.kind in UNITS:
        return False
    if one.made_from is not None and one.made_from == other.made_from:
        return True
    return bool(one.specialties) and {*one.specialties} == {*other.specialties}


def _twice(keys: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    return sorted({key for key in keys if key in seen or seen.add(key)})
