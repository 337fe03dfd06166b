"""Entries about our own organization: sources, departments, coverage, posts, people."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from graph.model.vocabularies import DepartmentKind, Function, Resource
from seed.documents.entries import Dated, Document, Entry, NamedEntry
from seed.documents.fields import (
    AccountRef,
    DepartmentRef,
    IndustryRef,
    Name,
    Namespace,
    Number,
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
Fte = Annotated[Number, Field(gt=0, le=100)]
"""Full-time equivalents."""
Specialties = Annotated[tuple[SpecialtyRef, ...], BeforeValidator(parts)]


class SourceDocument(NamedEntry):
    """Where facts and rules come from."""

    file_kind = "sources"
    namespace = Namespace.SOURCE
    document: Text = Field(description="The document, as people call it.")
    section: Text = Field(description="The part of the document.")


class SpecialtyDocument(NamedEntry):
    """A field of work that departments may have inside their region or branch."""

    file_kind = "specialties"
    namespace = Namespace.SPECIALTY


class SlotPostDocument(Document):
    """A post that the department has in every unit made from the template."""

    slot: Slot = Field(description="The last part of the post's key: unit/department/post.")
    name: Name = Field(description="Its name, to which the unit's is put.")
    name_en: Name | None = Field(None, description="In English, where one is known.")
    functions: Functions = Field((), description="Left out: whatever the department does.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = Field(
        (), description="Keys of the sources that state this."
    )


class SlotDocument(Document):
    """A department that every unit made from the template has."""

    slot: Slot = Field(description="Its place in the unit: the last part of its key.")
    name: Name = Field(description="Its name, to which the unit's is put.")
    name_en: Name | None = Field(None, description="In English, where one is known.")
    kind: DepartmentKind = Field(
        DepartmentKind.DEPARTMENT, description="What sort of unit it is; left out, a department."
    )
    parent: str | None = Field(None, description="Another slot; left out, the unit itself.")
    functions: Functions = Field((), description="What it does for accounts.")
    specialties: Specialties = Field((), description="What rules know it by inside its unit.")
    resources: Resources = Field((), description="People of its own that it has.")
    posts: tuple[SlotPostDocument, ...] = Field((), description="Its posts in every such unit.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = Field(
        (), description="Keys of the sources that state this."
    )


class UnitTemplateDocument(NamedEntry):
    """The structure that concrete regions or branches share."""

    file_kind = "unit_templates"
    namespace = Namespace.UNIT_TEMPLATE
    kind: UnitKind = Field(description="region or branch")
    departments: tuple[SlotDocument, ...] = Field(
        min_length=1, description="What every unit made from the template has inside."
    )


class DepartmentDocument(Dated, NamedEntry):
    """A unit of ours; one with a template brings the template's departments with it."""

    file_kind = "departments"
    namespace = Namespace.DEPARTMENT
    kind: DepartmentKind = Field(description="What sort of unit it is.")
    parent: DepartmentRef | None = Field(None, description="The department that it is a part of.")
    functions: Functions = Field((), description="What it does for accounts.")
    specialties: Specialties = Field(
        (), description="What rules know it by inside its region or branch."
    )
    resources: Resources = Field((), description="People of its own that it has.")
    template: UnitTemplateRef | None = Field(
        None, description="What it has inside, where it is a region or branch like others."
    )


class CoverageDocument(Dated, Entry):
    """A region or branch covers a territory."""

    file_kind = "coverage"
    department: DepartmentRef = Field(description="The region or branch.")
    territory: TerritoryRef = Field(description="What it covers, with all that is inside.")

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
    department: DepartmentRef = Field(description="Where the post is.")
    other_departments: Annotated[tuple[DepartmentRef, ...], BeforeValidator(parts)] = Field(
        (), description="Where the very same post is, too."
    )
    reports_to: PostRef | None = Field(None, description="The post of its superior.")
    fte: Fte | None = Field(None, description="Full-time equivalents; left out, one.")
    functions: Functions = Field((), description="What the post serves; left out, any.")
    customers: Annotated[tuple[AccountRef, ...], BeforeValidator(parts)] = Field(
        (), description="The accounts it is limited to; left out, any."
    )
    industries: Annotated[tuple[IndustryRef, ...], BeforeValidator(parts)] = Field(
        (), description="The industries it is limited to; left out, any."
    )
    territories: Annotated[tuple[TerritoryRef, ...], BeforeValidator(parts)] = Field(
        (), description="The territories it is limited to; left out, any."
    )


class HoldingDocument(Dated, Entry):
    """A person holds a post for a time."""

    file_kind = "holdings"
    person: PersonRef = Field(description="Who holds it.")
    post: PostRef = Field(description="What is held.")
    acting: bool = Field(False, description="Stands in for the holder, or for nobody yet.")
    fte: Fte | None = Field(None, description="The part of a shared job, in full-time equivalents.")

    def identity(self) -> str:
        """Return who holds what, since when."""
        return f"{self.person} holds {self.post} from {self.start or 'the beginning'}"
