"""Entries about who owns and supports what: rules and named exceptions."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from graph.model.vocabularies import Function, Role, Tier
from seed.documents.accounts import Tags
from seed.documents.entries import Dated, Document, NamedEntry
from seed.documents.fields import (
    AccountRef,
    CustomerRef,
    DepartmentRef,
    IndustryRef,
    Namespace,
    SpecialtyRef,
    SplitRef,
    TerritoryRef,
    Text,
    UnitKind,
    Whole,
    parts,
)
from seed.documents.quantities import levels


def _levels(text: str) -> str:
    if levels(text) is None:
        raise PydanticCustomError(
            "bad-level",
            "{text} is not a range of levels",
            {"text": f"“{text}”", "remedy": "write 2, 2-3 or 3+; the group itself is level 1"},
        )
    return text


class WhenDocument(Document):
    """Accounts like this: all fields given must hold; within one, any value (but every tag)."""

    customers: Annotated[tuple[CustomerRef, ...], BeforeValidator(parts)] = Field(
        (), description="Accounts of these groups."
    )
    tiers: Annotated[tuple[Tier, ...], BeforeValidator(parts)] = Field(
        (), description="Accounts of groups that are treated so."
    )
    level: Annotated[str, AfterValidator(_levels)] | None = Field(
        None,
        description="2, 2-3 or 3+; a group is level 1, its direct subsidiaries level 2.",
        json_schema_extra={"anyOf": [{"type": ["string", "integer", "null"]}]},
    )
    industries: Annotated[tuple[IndustryRef, ...], BeforeValidator(parts)] = Field(
        (), description="Accounts in these industries, or inside them."
    )
    territories: Annotated[tuple[TerritoryRef, ...], BeforeValidator(parts)] = Field(
        (), description="Accounts in these territories, or inside them."
    )
    tags: Tags = Field((), description="Accounts that have all of these tags.")


class AssignDocument(Document):
    """That department, the one with a specialty within the covering unit, or nobody and why."""

    department: DepartmentRef | None = Field(None, description="That department.")
    within: UnitKind | None = Field(
        None, description="The one inside the covering region or branch; with a specialty."
    )
    specialty: SpecialtyRef | None = Field(None, description="Which one inside the unit.")
    vacant: Text | None = Field(None, description="Why nobody shall have it.")


class RuleDocument(Dated, NamedEntry):
    """Accounts like this → that department, for a function, in a role."""

    file_kind = "rules"
    namespace = Namespace.RULE
    function: Function = Field(description="What the account is owned or supported for.")
    role: Role = Field(
        description="Whether the department owns the account, or supports the owner."
    )
    when: WhenDocument = Field(
        default_factory=lambda: WhenDocument.model_validate({}),
        description="Which accounts it is about; left out, all.",
    )
    assign: AssignDocument = Field(description="Who shall have them.")
    priority: Whole = Field(0, description="A rule with a higher one goes before; left out, 0.")
    split: SplitRef | None = Field(None, description="How revenue is shared.")


class ExceptionDocument(Dated, NamedEntry):
    """One account is owned or supported otherwise than the rules say, for a reason."""

    file_kind = "exceptions"
    namespace = Namespace.EXCEPTION
    account: AccountRef = Field(description="The group or subsidiary.")
    function: Function = Field(description="What it is owned or supported for.")
    role: Role = Field(description="Whether the department owns it, or supports the owner.")
    department: DepartmentRef | None = Field(
        None, description="Who shall have it; or nobody, see vacant."
    )
    vacant: bool = Field(False, description="Nobody shall have it.")
    reason: Text = Field(description="Why it is otherwise.")
    split: SplitRef | None = Field(None, description="How revenue is shared.")
