"""What a plan states once for many: unit templates, and targets of every region or branch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity
from graph.model.keys import DepartmentKey, PostKey, TargetKey

if TYPE_CHECKING:
    from graph.model.keys import IndicatorKey
    from graph.model.vocabularies import Certainty, DepartmentKind, Function, Resource


@dataclass(frozen=True, slots=True, kw_only=True)
class Specialty(Entity):
    """A field of work that departments may have inside their region or branch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTemplate(Entity):
    """The structure that concrete regions or branches share."""

    kind: DepartmentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplateDepartment(Entity):
    """A department that every unit made from the template has; its key is `template/slot`.

    `parent` is the key of another one; without it, the department is directly under the unit.
    """

    template: str
    kind: DepartmentKind
    parent: str | None = None
    functions: tuple[Function, ...] = ()
    specialties: tuple[str, ...] = ()
    resources: tuple[Resource, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TemplatePost(Entity):
    """A post that a template's department has in every unit; its key is `template/slot/post`."""

    department: str
    functions: tuple[Function, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTarget(Entity):
    """A target of every region or branch, or of the department with a specialty inside each."""

    key: TargetKey
    indicator: IndicatorKey
    within: DepartmentKind
    specialty: str | None = None
    unit: str | None = None
    period: str | None = None
    certainty: Certainty
    as_written: str | None = None


def slot_key(unit: str, slot: str) -> DepartmentKey:
    """Return the key of a department that a template brings to a unit."""
    return DepartmentKey(f"{unit}/{slot}")


def slot_post_key(unit: str, slot: str, post: str) -> PostKey:
    """Return the key of a post that a template brings to a department of a unit."""
    return PostKey(f"{slot_key(unit, slot)}/{post}")


def target_key(target: str, department: str) -> TargetKey:
    """Return the key of what one department shall reach of a target stated for many."""
    return TargetKey(f"{target}@{department}")
