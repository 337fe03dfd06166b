"""Entries about our own organization: sources, departments, coverage, posts, people."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from graph.model.vocabularies import DepartmentKind, Function, Resource
from seed.documents.entries import Dated, Document, Entry, NamedEntry
from seed.documents.fields import (
    AccountRef,
    DepartmentRef,
    IndustryRef,
    Namespace,
    PersonRef,
    PostRef,
    Slot,
    SourceRef,
    SpecialtyRef,
    TerritoryRef,
    Text,
    UnitKind,
    UnitTemplateRef,
    parts,
)

Functions = Annotated[tuple[Function, ...], BeforeValidator(parts)]
Resources = Annotated[tuple[Resource, ...], BeforeValidator(parts)]
Fte = Annotated[Decimal, Field(gt=0, le=100)]
"""Full-time equivalents."""
Specialties = Annotated[tuple[SpecialtyRef, ...], BeforeValidator(parts)]


class SourceDocument(NamedEntry):
    """Where facts and rules come from."""

    file_kind = "sources"
    namespace = Namespace.SOURCE
    document: Text
    section: Text


class SpecialtyDocument(NamedEntry):
    """A field of work that departments may have inside their region or branch."""

    file_kind = "specialties"
    namespace = Namespace.SPECIALTY


class SlotPostDocument(Document):
    """A post that the department has in every unit made from the template."""

    slot: Slot = Field(description="The last part of the post's key: unit/department/post.")
    name: Text
    name_en: Text | None = None
    functions: Functions = Field((), description="Left out: whatever the department does.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = ()


class SlotDocument(Document):
    """A department that every unit made from the template has."""

    slot: Slot
    name: Text
    name_en: Text | None = None
    kind: DepartmentKind = DepartmentKind.DEPARTMENT
    parent: str | None = Field(None, description="Another slot; left out, the unit itself.")
    functions: Functions = ()
    specialties: Specialties = ()
    resources: Resources = ()
    posts: tuple[SlotPostDocument, ...] = Field((), description="Its posts in every such unit.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = ()


class UnitTemplateDocument(NamedEntry):
    """The structure that concrete regions or branches share."""

    file_kind = "unit_templates"
    namespace = Namespace.UNIT_TEMPLATE
    kind: UnitKind = Field(description="region or branch")
    departments: tuple[SlotDocument, ...] = Field(min_length=1)


class DepartmentDocument(Dated, NamedEntry):
    """A unit of ours; one with a template brings the template's departments with it."""

    file_kind = "departments"
    namespace = Namespace.DEPARTMENT
    kind: DepartmentKind
    parent: DepartmentRef | None = None
    functions: Functions = ()
    specialties: Specialties = ()
    resources: Resources = ()
    template: UnitTemplateRef | None = None


class CoverageDocument(Dated, Entry):
    """A region or branch covers a territory."""

    file_kind = "coverage"
    department: DepartmentRef
    territory: TerritoryRef

    def identity(self) -> str:
        """Return who covers what, since when."""
        return f"{self.department} covers {self.territory} from {self.start or 'the beginning'}"


class PersonDocument(NamedEntry):
    """Somebody who may hold posts."""

    file_kind = "people"
    namespace = Namespace.PERSON


class PostDocument(Dated, NamedEntry):
    """A position in a department; limits left out mean any."""

    file_kind = "posts"
    namespace = Namespace.POST
    department: DepartmentRef
    other_departments: Annotated[tuple[DepartmentRef, ...], BeforeValidator(parts)] = Field(
        (), description="Where the very same post is, too."
    )
    reports_to: PostRef | None = None
    fte: Fte | None = Field(None, description="Full-time equivalents; left out, one.")
    functions: Functions = ()
    customers: Annotated[tuple[AccountRef, ...], BeforeValidator(parts)] = ()
    industries: Annotated[tuple[IndustryRef, ...], BeforeValidator(parts)] = ()
    territories: Annotated[tuple[TerritoryRef, ...], BeforeValidator(parts)] = ()


class HoldingDocument(Dated, Entry):
    """A person holds a post for a time."""

    file_kind = "holdings"
    person: PersonRef
    post: PostRef
    acting: bool = Field(False, description="Stands in for the holder, or for nobody yet.")
    fte: Fte | None = Field(None, description="The part of a shared job, in full-time equivalents.")

    def identity(self) -> str:
        """Return who holds what, since when."""
        return f"{self.person} holds {self.post} from {self.start or 'the beginning'}"
