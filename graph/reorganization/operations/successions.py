"""Departments that are merged and dissolved, and who follows them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.keys import DepartmentKey
from graph.ownership.trees import UNITS
from graph.reorganization.belongings import going_over
from graph.reorganization.counterparts import counterparts
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.templates import departures
from graph.reorganization.wordings.structures import (
    MERGED_INTO_ITSELF,
    MERGED_KINDS_DIFFER,
    SUCCESSOR_DISSOLVED,
    UNIT_INSIDE,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

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
                raise Refused(MERGED_INTO_ITSELF(department=key, into=stays.key), key)
            if found.kind in UNITS and stays.kind is not found.kind:
                raise Refused(
                    MERGED_KINDS_DIFFER(
                        department=key, kind=found.kind, into=stays.key, other=stays.kind
                    ),
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
        """Return the department, and what takes its place."""
        return {"departments": [self.department, *([self.successor] if self.successor else [])]}

    def _gone(self, organization: Organization) -> list[DepartmentKey]:
        found = department_of(organization, self.department)
        gone = [found, *organization.inside(found.key)]
        units = [one.key for one in gone[1:] if one.kind in UNITS]
        if units:
            raise Refused(
                UNIT_INSIDE(
                    department=found.key,
                    kind=organization.departments[units[0]].kind,
                    unit=units[0],
                ),
                units[0],
            )
        keys = [one.key for one in gone]
        if self.successor is not None:
            department_of(organization, self.successor)
            if self.successor in keys:
                raise Refused(
                    SUCCESSOR_DISSOLVED(successor=self.successor, department=found.key),
                    self.successor,
                )
        return keys
