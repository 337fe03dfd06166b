"""What a plan states once for many, as a version states it."""

from __future__ import annotations

from dataclasses import dataclass

from graph.cypher_files import query
from graph.model.keys import IndicatorKey, TargetKey
from graph.model.patterns import (
    Specialty,
    TemplateDepartment,
    TemplatePost,
    UnitTarget,
    UnitTemplate,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    Certainty,
    DepartmentKind,
    Function,
    Resource,
)
from graph.queries.stated.names import NamedRow


@dataclass(frozen=True, slots=True)
class StatedSpecialty(NamedRow):
    """A specialty."""

    def entity(self) -> Specialty:
        """Return it as the model has it."""
        return Specialty(key=self.key, **self.named())


@dataclass(frozen=True, slots=True)
class StatedTemplate(NamedRow):
    """A unit template."""

    kind: DepartmentKind

    def entity(self) -> UnitTemplate:
        """Return it as the model has it."""
        return UnitTemplate(key=self.key, **self.named(), kind=self.kind)


@dataclass(frozen=True, slots=True)
class StatedTemplateDepartment(NamedRow):
    """A department of a template."""

    template: str
    parent: str | None
    kind: DepartmentKind
    functions: tuple[Function, ...]
    specialties: tuple[str, ...]
    resources: tuple[Resource, ...]

    def entity(self) -> TemplateDepartment:
        """Return it as the model has it."""
        return TemplateDepartment(
            key=self.key,
            **self.named(),
            template=self.template,
            kind=self.kind,
            parent=self.parent,
            functions=self.functions,
            specialties=self.specialties,
            resources=self.resources,
        )


@dataclass(frozen=True, slots=True)
class StatedTemplatePost(NamedRow):
    """A post of a template."""

    department: str
    functions: tuple[Function, ...]

    def entity(self) -> TemplatePost:
        """Return it as the model has it."""
        return TemplatePost(
            key=self.key, **self.named(), department=self.department, functions=self.functions
        )


@dataclass(frozen=True, slots=True)
class StatedUnitTarget(NamedRow):
    """A target that is stated for many."""

    indicator: IndicatorKey
    within: DepartmentKind
    specialty: str | None
    unit: str | None
    period: str | None
    certainty: Certainty
    as_written: str | None

    def entity(self) -> UnitTarget:
        """Return it as the model has it."""
        return UnitTarget(
            key=TargetKey(self.key),
            **self.named(),
            indicator=self.indicator,
            within=self.within,
            specialty=self.specialty,
            unit=self.unit,
            period=self.period,
            certainty=self.certainty,
            as_written=self.as_written,
        )


STATED_SPECIALTIES = query("stated/specialties", StatedSpecialty, packed=True)
STATED_TEMPLATES = query("stated/unit_templates", StatedTemplate, packed=True)
STATED_TEMPLATE_DEPARTMENTS = query(
    "stated/template_departments", StatedTemplateDepartment, packed=True
)
STATED_TEMPLATE_POSTS = query("stated/template_posts", StatedTemplatePost, packed=True)
STATED_UNIT_TARGETS = query("stated/unit_targets", StatedUnitTarget, packed=True)
