"""Named exceptions that are added, changed and ended, and accounts that change hands by them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.intervals import Interval
from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey, SplitKey
from graph.model.rules import NamedException
from graph.model.vocabularies import Function, Role
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, absent, department_of
from graph.reorganization.operations.rules import known_split
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.keys import NO_ACCOUNT, NO_EXCEPTION

if TYPE_CHECKING:
    from graph.reorganization.organizations import Edit, Organization


class AddException(Operation):
    """One account is owned or supported otherwise than the rules say, for a reason."""

    op: Literal["add-exception"] = "add-exception"
    key: ExceptionKey = Field(min_length=1, description="Its key: new, and never used before.")
    name: str = Field(min_length=1, description="Its name.")
    name_en: str | None = Field(default=None, description="In English.")
    account: AccountKey = Field(description="The group or subsidiary.")
    function: Function = Field(description="What it is owned or supported for.")
    role: Role = Field(default=Role.OWNER, description="owner or supporter")
    department: DepartmentKey | None = Field(
        default=None, description="Who; left out, nobody on purpose."
    )
    reason: str = Field(min_length=1, description="Why it is otherwise.")
    split: SplitKey | None = Field(default=None, description="How revenue is shared.")
    start: date | None = Field(
        default=None,
        validation_alias="from",
        serialization_alias="from",
        description="The first day it holds.",
    )
    until: date | None = Field(default=None, description="The first day it no longer holds.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the exception."""
        absent(organization, Part.EXCEPTIONS, self.key)
        known_account(organization, self.account)
        if self.department is not None:
            department_of(organization, self.department)
        draft = Draft(organization)
        made = NamedException(
            key=self.key,
            name=self.name,
            name_en=self.name_en,
            account=self.account,
            function=self.function,
            role=self.role,
            department=self.department,
            reason=self.reason,
            split=known_split(organization, self.split),
            validity=Interval(self.start, self.until),
        )
        draft.put(Part.EXCEPTIONS, self.key, made)
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the account."""
        return {"accounts": [self.account]}


class ChangeException(Operation):
    """An exception names another department, or holds longer or shorter."""

    op: Literal["change-exception"] = "change-exception"
    exception: ExceptionKey = Field(description="Which exception.")
    department: DepartmentKey | None = Field(
        default=None, description="Who shall have it; or stays."
    )
    reason: str | None = Field(default=None, description="Why, from now; or stays.")
    until: date | None = Field(
        default=None, description="The first day it no longer holds; or stays."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the exception as it will be."""
        found = exception_of(organization, self.exception)
        if self.department is not None:
            department_of(organization, self.department)
        draft = Draft(organization)
        after = replace(
            found,
            department=self.department or found.department,
            reason=self.reason or found.reason,
            validity=Interval(found.validity.start, self.until or found.validity.until),
        )
        draft.put(Part.EXCEPTIONS, self.exception, after)
        return draft.edits


class EndException(Operation):
    """An exception is no more: the rules say who has the account."""

    op: Literal["end-exception"] = "end-exception"
    exception: ExceptionKey = Field(description="Which exception.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the exception removed."""
        exception_of(organization, self.exception)
        draft = Draft(organization)
        draft.put(Part.EXCEPTIONS, self.exception, None)
        return draft.edits


def exception_of(organization: Organization, key: str) -> NamedException:
    """Return an exception that must be there.

    Raises:
        Refused: it is not.
    """
    found = organization.exceptions.get(key)
    if found is None:
        raise Refused(NO_EXCEPTION(key=key), key)
    return found


def known_account(organization: Organization, key: str) -> None:
    """Let the key of an account pass that is there.

    Raises:
        Refused: it is not.
    """
    if key not in organization.surroundings.accounts:
        raise Refused(NO_ACCOUNT(key=key), key)
