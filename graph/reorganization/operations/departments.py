"""Departments that are created, renamed, changed and moved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.departments import Department
from graph.model.keys import DepartmentKey
from graph.model.vocabularies import DepartmentKind, Function, Resource
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, absent, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.templates import departures, renamed
from graph.reorganization.wordings.keys import NO_SPECIALTY
from graph.reorganization.wordings.structures import MOVED_INTO_ITSELF

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.reorganization.organizations import Edit, Organization


class CreateDepartment(Operation):
    """A new department, team or division inside another; for regions and branches see open-unit."""

    op: Literal["create-department"] = "create-department"
    key: DepartmentKey = Field(min_length=1, description="Its key: new, and never used before.")
    name: str = Field(min_length=1, description="Its name.")
    name_en: str | None = Field(default=None, description="In English.")
    kind: DepartmentKind = Field(
        default=DepartmentKind.DEPARTMENT, description="What sort of unit it is."
    )
    parent: DepartmentKey | None = Field(
        default=None, description="The department that it is a part of."
    )
    functions: tuple[Function, ...] = Field(default=(), description="What it does for accounts.")
    specialties: tuple[str, ...] = Field(
        default=(), description="What rules know it by inside its unit."
    )
    resources: tuple[Resource, ...] = Field(
        default=(), description="People of its own that it has."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the department."""
        absent(organization, Part.DEPARTMENTS, self.key)
        if self.parent is not None:
            department_of(organization, self.parent)
        known_specialties(organization, self.specialties)
        draft = Draft(organization)
        made = Department(
            key=self.key,
            name=self.name,
            name_en=self.name_en,
            kind=self.kind,
            parent=self.parent,
            functions=self.functions,
            specialties=self.specialties,
            resources=self.resources,
        )
        draft.put(Part.DEPARTMENTS, self.key, made)
        return draft.edits


class RenameDepartment(Operation):
    """Another name; the key stays. What a template brings to a region or branch is renamed too."""

    op: Literal["rename-department"] = "rename-department"
    department: DepartmentKey = Field(description="Which department.")
    name: str = Field(min_length=1, description="The new name.")
    name_en: str | None = Field(default=None, description="The new name in English.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the department with its new name."""
        found = department_of(organization, self.department)
        after = replace(found, name=self.name, name_en=self.name_en)
        if found.template is None or found.made_from is not None:
            return changed(organization, after)
        draft = Draft(organization)
        draft.put(Part.DEPARTMENTS, self.department, after)
        draft.make([*renamed(after, draft.now)])
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the department: posts inside may be called by it."""
        return {"departments": [self.department]}


class ChangeDepartment(Operation):
    """Other functions, specialties or resources; what is left out stays."""

    op: Literal["change-department"] = "change-department"
    department: DepartmentKey = Field(description="Which department.")
    functions: tuple[Function, ...] | None = Field(
        default=None, description="All that it does from now."
    )
    specialties: tuple[str, ...] | None = Field(
        default=None, description="All that rules know it by."
    )
    resources: tuple[Resource, ...] | None = Field(
        default=None, description="All people of its own."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the department as it will be."""
        found = department_of(organization, self.department)
        known_specialties(organization, self.specialties or ())
        after = replace(
            found,
            functions=found.functions if self.functions is None else self.functions,
            specialties=found.specialties if self.specialties is None else self.specialties,
            resources=found.resources if self.resources is None else self.resources,
        )
        return changed(organization, after)

    def names(self) -> dict[str, list[str]]:
        """Return the department: its unit departs from its template, posts and all."""
        return {"departments": [self.department]}


class MoveDepartment(Operation):
    """A department becomes part of another, with all that is inside."""

    op: Literal["move-department"] = "move-department"
    department: DepartmentKey = Field(description="Which department.")
    to: DepartmentKey = Field(description="What it becomes a part of.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the department with its new parent."""
        found = department_of(organization, self.department)
        department_of(organization, self.to)
        if self.department in {one.key for one in organization.around(self.to)}:
            raise Refused(
                MOVED_INTO_ITSELF(department=self.department, to=self.to), self.department
            )
        return changed(organization, replace(found, parent=self.to))

    def names(self) -> dict[str, list[str]]:
        """Return the department: what it goes with may end later."""
        return {"departments": [self.department]}


def changed(organization: Organization, after: Department) -> list[Edit]:
    """Return the edit of a department, and those by which its unit departs from its template."""
    draft = Draft(organization)
    draft.put(Part.DEPARTMENTS, after.key, after)
    draft.make([*departures(draft.now, draft.edits)])
    return draft.edits


def known_specialties(organization: Organization, specialties: Iterable[str]) -> None:
    """Let specialties pass that the plan lists.

    Raises:
        Refused: one is not there.
    """
    for one in specialties:
        if one not in organization.surroundings.specialties:
            raise Refused(NO_SPECIALTY(key=one), one)
