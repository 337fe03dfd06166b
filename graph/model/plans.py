"""A plan: everything one load brings, whole and consistent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar, cast, runtime_checkable

from graph.model.entities import Entity

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from graph.model.accounts import Customer, Industry, Subsidiary, Territory
    from graph.model.departments import Coverage, Department, Holding, Person, Post
    from graph.model.entities import Source
    from graph.model.indicators import Indicator, RevenueSplit, Target
    from graph.model.keys import PlanKey
    from graph.model.patterns import (
        Specialty,
        TemplateDepartment,
        TemplatePost,
        UnitTarget,
        UnitTemplate,
    )
    from graph.model.rules import AssignmentRule, NamedException
    from graph.model.strategies import Responsibility, Step, Strategy
    from graph.model.vocabularies import Kind

EntityT = TypeVar("EntityT", bound=Entity)
EntityT_co = TypeVar("EntityT_co", bound=Entity, covariant=True)


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity of any kind, by kind and key."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion(Entity):
    """What the plan leaves open, attached to what it is about.

    `name` is the question as written; `assumption` is what was assumed until it is settled.
    `stated` is what it is about as the plan states it: there, a target may stand for many.
    """

    about: tuple[Reference, ...] = ()
    assumption: str | None = None
    stated: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A folder of a plan; what an illustrative one holds are examples."""

    folder: str
    illustrative: bool = False


@runtime_checkable
class Keyed(Protocol[EntityT_co]):
    """Entities of which a few can be had by key without going through all."""

    def having(self, keys: Collection[str]) -> Sequence[EntityT_co]:
        """Return the entities that have one of the keys, in their order."""
        ...


def having(entities: Sequence[EntityT], keys: Collection[str]) -> Sequence[EntityT]:
    """Return the entities that have one of the keys, in their order."""
    if isinstance(entities, Keyed):
        return cast("Keyed[EntityT]", entities).having(keys)
    return [entity for entity in entities if entity.key in keys]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The organization's plan for a period, after its templates were filled in.

    The kinds that may have a million entities are sequences of any sort: those of a plan read from
    files make an entity when somebody looks at it.
    """

    key: PlanKey
    name: str
    name_en: str | None
    organization: str
    start: date
    until: date | None
    sections: tuple[Section, ...] = ()
    sources: tuple[Source, ...] = ()
    specialties: tuple[Specialty, ...] = ()
    templates: tuple[UnitTemplate, ...] = ()
    template_departments: tuple[TemplateDepartment, ...] = ()
    template_posts: tuple[TemplatePost, ...] = ()
    unit_targets: tuple[UnitTarget, ...] = ()
    departments: tuple[Department, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    people: Sequence[Person] = ()
    posts: Sequence[Post] = ()
    holdings: Sequence[Holding] = ()
    industries: tuple[Industry, ...] = ()
    territories: tuple[Territory, ...] = ()
    customers: Sequence[Customer] = ()
    subsidiaries: Sequence[Subsidiary] = ()
    strategies: tuple[Strategy, ...] = ()
    steps: tuple[Step, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    targets: tuple[Target, ...] = ()
    splits: tuple[RevenueSplit, ...] = ()
    rules: tuple[AssignmentRule, ...] = ()
    exceptions: tuple[NamedException, ...] = ()
    open_questions: tuple[OpenQuestion, ...] = ()
