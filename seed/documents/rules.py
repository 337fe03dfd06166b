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

    customers: Annotated[tuple[CustomerRef, ...], BeforeValidator(parts)] = ()
    tiers: Annotated[tuple[Tier, ...], BeforeValidator(parts)] = ()
    level: Annotated[str, AfterValidator(_levels)] | None = Field(
        None,
        description="2, 2-3 or 3+; a group is level 1, its direct subsidiaries level 2.",
        json_schema_extra={"anyOf": [{"type": ["string", "integer", "null"]}]},
    )
    industries: Annotated[tuple[IndustryRef, ...], BeforeValidator(parts)] = ()
    territories: Annotated[tuple[TerritoryRef, ...], BeforeValidator(parts)] = ()
    tags: Tags = ()


class AssignDocument(Document):
    """That department, the one with a specialty within the covering unit, or nobody and why."""

    department: DepartmentRef | None = None
    within: UnitKind | None = None
    specialty: SpecialtyRef | None = None
    vacant: Text | None = Field(None, description="Why nobody shall have it.")


class RuleDocument(Dated, NamedEntry):
    """Accounts like this → that department, for a function, in a role."""

    file_kind = "rules"
    namespace = Namespace.RULE
    function: Function
    role: Role
    when: WhenDocument = Field(default_factory=lambda: WhenDocument.model_validate({}))
    assign: AssignDocument
    priority: int = 0
    split: SplitRef | None = None


class ExceptionDocument(Dated, NamedEntry):
    """One account is owned or supported otherwise than the rules say, for a reason."""

    file_kind = "exceptions"
    namespace = Namespace.EXCEPTION
    account: AccountRef
    function: Function
    role: Role
    department: DepartmentRef | None = None
    vacant: bool = False
    reason: Text
    split: SplitRef | None = None
