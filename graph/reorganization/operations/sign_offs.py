"""Vacancies that somebody signs off: what nobody takes over, on purpose."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field

from graph.model.keys import DepartmentKey
from graph.model.rules import VacantTarget
from graph.model.vocabularies import Function
from graph.reorganization.belongings import belongings
from graph.reorganization.drafts import Draft
from graph.reorganization.duties import handed_over
from graph.reorganization.operations.bases import Operation
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.belongings import NOTHING_LEFT, SPLIT_SIGNED_OFF, STILL_THERE

if TYPE_CHECKING:
    from datetime import date

    from graph.reorganization.organizations import Edit, Organization


class SignOffVacancy(Operation):
    """Somebody answers for it that nobody takes over what a removed department had.

    Either things by their keys: rules and exceptions say "nobody, on purpose" from then on, duties
    lose the party, targets, posts and coverages end. Or functions: then accounts that it owned or
    supported for them may be without anybody.
    """

    op: Literal["sign-off-vacancy"] = "sign-off-vacancy"
    department: DepartmentKey = Field(description="A department that was removed before this.")
    things: frozenset[str] = Field(
        default=frozenset(),
        description="Keys of what nobody takes over; of coverage, the territories'.",
    )
    functions: frozenset[Function] = Field(
        default=frozenset(), description="Functions for which nobody takes over its accounts."
    )
    reason: str = Field(min_length=1, description="Why.")
    name: str = Field(min_length=1, description="Who signs it off.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return what becomes of the things that nobody takes over."""
        if self.department in organization.departments:
            raise Refused(STILL_THERE(department=self.department), self.department)
        draft = Draft(organization)
        left = set(self.things)
        for one in belongings(organization, self.department):
            thing = organization.part(one.part)[one.key]
            key = thing.territory if one.part is Part.COVERAGES else one.key
            if key in self.things:
                left.discard(key)
                now = draft.now.part(one.part)[one.key]
                draft.put(one.part, one.key, self._after(one.part, now))
        if left:
            raise Refused(NOTHING_LEFT(department=self.department, key=min(left)), min(left))
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the department."""
        return {"departments": [self.department]}

    def _after(self, part: Part, thing: Any) -> object:
        if part is Part.RULES:
            return replace(thing, target=VacantTarget(self.reason))
        if part is Part.EXCEPTIONS:
            return replace(thing, department=None, reason=self.reason)
        if part is Part.RESPONSIBILITIES:
            return handed_over(thing, self.department, None)
        if part is Part.SPLITS:
            raise Refused(SPLIT_SIGNED_OFF(key=thing.key), thing.key)
        return None
