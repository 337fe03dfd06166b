"""Sources, departments, people and posts as a version states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time

from graph.cypher_files import query
from graph.model.departments import Department, Person, Post
from graph.model.entities import Source
from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    IndustryKey,
    PersonKey,
    PostKey,
    SourceKey,
    TerritoryKey,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    DepartmentKind,
    Function,
    Resource,
)
from graph.queries.stated.names import NamedRow, stored_number


@dataclass(frozen=True, slots=True)
class StatedSource(NamedRow):
    """A source."""

    document: str
    section: str

    def entity(self) -> Source:
        """Return it as the model has it."""
        return Source(
            key=SourceKey(self.key), **self.named(), document=self.document, section=self.section
        )


@dataclass(frozen=True, slots=True)
class StatedDepartment(NamedRow):
    """A department."""

    kind: DepartmentKind
    parent: DepartmentKey | None
    functions: tuple[Function, ...]
    specialties: tuple[str, ...]
    resources: tuple[Resource, ...]
    template: str | None
    made_from: str | None
    start: date | None
    until: date | None

    def entity(self) -> Department:
        """Return it as the model has it."""
        return Department(
            key=DepartmentKey(self.key),
            **self.named(),
            kind=self.kind,
            parent=self.parent,
            functions=self.functions,
            specialties=self.specialties,
            resources=self.resources,
            template=self.template,
            made_from=self.made_from,
            validity=Interval(self.start, self.until),
        )


@dataclass(frozen=True, slots=True)
class StatedPerson(NamedRow):
    """A person."""

    def entity(self) -> Person:
        """Return it as the model has it."""
        return Person(key=PersonKey(self.key), **self.named())


@dataclass(frozen=True, slots=True)
class StatedPost(NamedRow):
    """A post."""

    department: DepartmentKey
    other_departments: tuple[DepartmentKey, ...]
    reports_to: PostKey | None
    fte: float | None
    functions: tuple[Function, ...]
    customers: tuple[AccountKey, ...]
    industries: tuple[IndustryKey, ...]
    territories: tuple[TerritoryKey, ...]
    made_from: str | None
    start: date | None
    until: date | None

    def entity(self) -> Post:
        """Return it as the model has it."""
        return Post(
            key=PostKey(self.key),
            **self.named(),
            department=self.department,
            other_departments=self.other_departments,
            reports_to=self.reports_to,
            fte=stored_number(self.fte),
            functions=self.functions,
            customers=self.customers,
            industries=self.industries,
            territories=self.territories,
            made_from=self.made_from,
            validity=Interval(self.start, self.until),
        )


STATED_SOURCES = query("stated/sources", StatedSource, packed=True)
STATED_DEPARTMENTS = query("stated/departments", StatedDepartment, packed=True)
STATED_PEOPLE = query("stated/people", StatedPerson, packed=True)
STATED_POSTS = query("stated/posts", StatedPost, packed=True)
