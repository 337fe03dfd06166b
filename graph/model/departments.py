"""Our own organization: departments, the territories they cover, posts and people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity
from graph.model.intervals import ALWAYS, Interval

if TYPE_CHECKING:
    from decimal import Decimal

    from graph.model.keys import (
        AccountKey,
        DepartmentKey,
        IndustryKey,
        PersonKey,
        PostKey,
        TerritoryKey,
    )
    from graph.model.vocabularies import DepartmentKind, Function, Resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Department(Entity):
    """A unit of ours.

    `specialties` are its fields of work inside its region or branch (`vip-accounts`,
    `large-projects`, …): relative rule targets name one. `template` is the unit template it was
    made from, on the unit itself and on each department inside; of these, `made_from` is the
    department of the template.
    """

    key: DepartmentKey
    kind: DepartmentKind
    parent: DepartmentKey | None = None
    functions: tuple[Function, ...] = ()
    specialties: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()
    template: str | None = None
    made_from: str | None = None
    validity: Interval = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A region or branch covers a territory, and all inside it that nobody nearer covers."""

    department: DepartmentKey
    territory: TerritoryKey
    validity: Interval = ALWAYS
    illustrative: bool = False
    folder: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entity):
    """Somebody who may hold posts."""

    key: PersonKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Post(Entity):
    """A position in a department; it exists without a holder.

    Empty limits mean "any": a post limited to industries or territories serves what lies inside.
    Empty `functions` means whatever its department does. One post in several units has its first
    in `department` and the rest in `other_departments`. `fte` are its full-time equivalents, one
    where none are stated. One that a unit template brings is `made_from` a post of the template.
    """

    key: PostKey
    department: DepartmentKey
    other_departments: tuple[DepartmentKey, ...] = ()
    reports_to: PostKey | None = None
    fte: Decimal | None = None
    functions: tuple[Function, ...] = ()
    customers: tuple[AccountKey, ...] = ()
    industries: tuple[IndustryKey, ...] = ()
    territories: tuple[TerritoryKey, ...] = ()
    made_from: str | None = None
    validity: Interval = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person holds a post for a time.

    `acting` is whoever stands in for the holder. `fte` is the part of a shared job, in full-time
    equivalents.
    """

    person: PersonKey
    post: PostKey
    acting: bool = False
    fte: Decimal | None = None
    validity: Interval = ALWAYS
    illustrative: bool = False
    folder: str | None = None
