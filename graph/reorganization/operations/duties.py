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
from graph.reorganization.wordings.belongings import (
    DUTY_TO_ITSELF,
    NO_PART_IN_DUTY,
    NO_SUCH_PART_IN_DUTY,
)
from graph.reorganization.wordings.keys import NO_RESPONSIBILITY

if TYPE_CHECKING:
    from datetime import date

    from graph.model.strategies import Responsibility
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.wordings.messages import Message


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
        if self.to == self.from_:
            raise Refused(DUTY_TO_ITSELF(department=self.to, key=self.responsibility), self.to)
        found = organization.responsibilities.get(self.responsibility)
        if found is None:
            raise Refused(NO_RESPONSIBILITY(key=self.responsibility), self.responsibility)
        if any(one.within for one in found.stated):
            found = standing(found, Units(organization.departments.values()))
        after = handed_over(found, self.from_, self.to, self.role)
        if after == found:
            raise Refused(self._no_part(found), self.responsibility)
        draft = Draft(organization)
        draft.put(Part.RESPONSIBILITIES, self.responsibility, after)
        return draft.edits

    def _no_part(self, duty: Responsibility) -> Message:
        """Return that the department has no part in the duty, and who has."""
        having = [one.department for one in duty.parties if self.role in {None, one.role}]
        parties = tuple(dict.fromkeys(having))
        if self.role is None:
            return NO_PART_IN_DUTY(department=self.from_, key=duty.key, parties=parties)
        return NO_SUCH_PART_IN_DUTY(
            department=self.from_, key=duty.key, role=self.role, parties=parties
        )
