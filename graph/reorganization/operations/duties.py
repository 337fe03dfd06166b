"""Responsibilities that go to another department."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.keys import DepartmentKey, ResponsibilityKey
from graph.model.vocabularies import ResponsibilityRole
from graph.ownership.units import Units
from graph.reorganization.drafts import Draft
from graph.reorganization.duties import handed_over, standing
from graph.reorganization.operations.bases import Operation, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused

if TYPE_CHECKING:
    from datetime import date

    from graph.reorganization.organizations import Edit, Organization


class ReassignResponsibility(Operation):
    """Another department takes the place of one in a duty, in one role or in all."""

    op: Literal["reassign-responsibility"] = "reassign-responsibility"
    responsibility: ResponsibilityKey = Field(description="Which duty.")
    from_: DepartmentKey = Field(
        validation_alias="from", serialization_alias="from", description="Who has it now."
    )
    to: DepartmentKey = Field(description="Who shall have it.")
    role: ResponsibilityRole | None = Field(
        default=None, description="In which role; left out, in all."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the duty with its new party."""
        department_of(organization, self.to)
        found = organization.responsibilities.get(self.responsibility)
        if found is None:
            raise Refused(
                f"there is no responsibility {self.responsibility}",
                "correct the key",
                self.responsibility,
            )
        if any(one.within for one in found.stated):
            found = standing(found, Units(organization.departments.values()))
        after = handed_over(found, self.from_, self.to, self.role)
        if after == found:
            role = f" as {self.role}" if self.role else ""
            raise Refused(
                f"{self.from_} has no part in {self.responsibility}{role}",
                "name a department that has",
                self.responsibility,
            )
        draft = Draft(organization)
        draft.put(Part.RESPONSIBILITIES, self.responsibility, after)
        return draft.edits
