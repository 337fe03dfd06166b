"""Departments: one by one, in pages, and what each is linked to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    DepartmentKind,
    Function,
    Resource,
    ResponsibilityRole,
)
from graph.queries.batches import Link, Named, all_of_each, links_of_each, one_of_each
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class DepartmentRow(Named):
    """A department as stored; `parent` is the key of the one it is part of."""

    kind: DepartmentKind
    functions: list[Function]
    specialties: list[str]
    resources: list[Resource]
    template: str | None
    start: date | None
    until: date | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A department (`key`) covers a territory for a time."""

    key: str
    territory: str
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class DutyRow:
    """A department (`key`) has a role in a responsibility."""

    key: str
    responsibility: str
    role: ResponsibilityRole


@dataclass(frozen=True, slots=True)
class DepartmentFilter:
    """Which departments to list: every field that is set must hold."""

    kinds: tuple[DepartmentKind, ...] | None = None
    functions: tuple[Function, ...] | None = None
    parent: str | None = None
    text: str | None = None


DEPARTMENTS_BY_KEY = query("departments/departments_by_key", DepartmentRow)
PAGE_OF_DEPARTMENTS = query("departments/page_of_departments", Listed)
COUNT_OF_DEPARTMENTS = query("departments/count_of_departments", Total)
CHILDREN_OF_DEPARTMENTS = query("departments/children_of_departments", Link)
ANCESTORS_OF_DEPARTMENTS = query("departments/ancestors_of_departments", Link)
POSTS_OF_DEPARTMENTS = query("departments/posts_of_departments", Link, packed=True)
TARGETS_OF_DEPARTMENTS = query("departments/targets_of_departments", Link)
COVERAGES_OF_DEPARTMENTS = query("departments/coverages_of_departments", CoverageRow)
DUTIES_OF_DEPARTMENTS = query("departments/duties_of_departments", DutyRow)


async def departments_by_key(reader: Reader, keys: Sequence[str]) -> list[DepartmentRow | None]:
    """Return each key's department."""
    return one_of_each(keys, await reader.read(DEPARTMENTS_BY_KEY, keys=list(keys)))


async def page_of_departments(reader: Reader, page: Page, only: DepartmentFilter) -> list[Listed]:
    """Return a page of the departments that pass the filter."""
    return await page_of(reader, PAGE_OF_DEPARTMENTS, page, **_parameters(only))


async def count_of_departments(reader: Reader, only: DepartmentFilter) -> int:
    """Return how many departments pass the filter."""
    return await total_of(reader, COUNT_OF_DEPARTMENTS, **_parameters(only))


async def children_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the departments directly inside each, by name."""
    return links_of_each(keys, await reader.read(CHILDREN_OF_DEPARTMENTS, keys=list(keys)))


async def ancestors_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the departments around each, the nearest first."""
    return links_of_each(keys, await reader.read(ANCESTORS_OF_DEPARTMENTS, keys=list(keys)))


async def posts_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the posts in each department, by name."""
    return links_of_each(keys, await reader.read(POSTS_OF_DEPARTMENTS, keys=list(keys)))


async def targets_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the targets each department has, by name."""
    return links_of_each(keys, await reader.read(TARGETS_OF_DEPARTMENTS, keys=list(keys)))


async def coverages_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[CoverageRow]]:
    """Return which territories each department covers, by name."""
    return all_of_each(keys, await reader.read(COVERAGES_OF_DEPARTMENTS, keys=list(keys)))


async def duties_of_departments(reader: Reader, keys: Sequence[str]) -> list[list[DutyRow]]:
    """Return in which responsibilities each department has which role."""
    return all_of_each(keys, await reader.read(DUTIES_OF_DEPARTMENTS, keys=list(keys)))


def _parameters(only: DepartmentFilter) -> dict[str, object]:
    return {
        "kinds": None if only.kinds is None else list(only.kinds),
        "functions": None if only.functions is None else list(only.functions),
        "parent": only.parent,
        "text": only.text,
    }
