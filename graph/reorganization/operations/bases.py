"""What all operations have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict, Field

from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.keys import KEY_TAKEN, NO_DEPARTMENT

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from graph.model.departments import Department
    from graph.model.keys import DepartmentKey
    from graph.reorganization.organizations import Edit, Organization, Part


class Document(BaseModel):
    """A part of a scenario as files state it; a field it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Operation(Document):
    """One step of a reorganization.

    `op` says which, in files too. `why` is kept with the change it makes.
    """

    summary: ClassVar[str] = ""
    why: str | None = Field(default=None, description="The reason, kept with the change.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return what this changes, from the day on.

        Raises:
            Refused: something must be otherwise before this can be done.
        """
        raise NotImplementedError

    def successors(self, organization: Organization) -> Mapping[DepartmentKey, list[DepartmentKey]]:  # noqa: ARG002
        """Return which departments follow those that this removes, by their keys."""
        return {}

    def names(self) -> dict[str, list[str]]:
        """Return the keys of what must be read before this can be done, by kind.

        `departments`: whose posts; `posts`, `people` and `accounts`: themselves.
        """
        return {}


def department_of(organization: Organization, key: str) -> Department:
    """Return a department that must be there.

    Raises:
        Refused: it is not.
    """
    found = organization.departments.get(key)
    if found is None:
        raise Refused(NO_DEPARTMENT(key=key), key)
    return found


def absent(organization: Organization, part: Part, key: str) -> None:
    """Let a new thing pass whose key nothing of its kind has.

    Raises:
        Refused: something has.
    """
    if key in organization.part(part):
        raise Refused(KEY_TAKEN(sort=part, key=key), key)
