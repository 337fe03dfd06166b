"""What a plan states once for many: unit templates, and targets of every region or branch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity

if TYPE_CHECKING:
    from graph.model.keys import IndicatorKey, TargetKey
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
