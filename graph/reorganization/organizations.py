"""An organization as reorganizations see it: what operations change, and what they look at."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, Any

from graph.ownership.books import RuleBook

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.model.accounts import Industry, Territory
    from graph.model.departments import Coverage, Department, Holding, Post
    from graph.model.entities import Entity, Source
    from graph.model.indicators import Indicator, RevenueSplit, Target
    from graph.model.patterns import TemplateDepartment, TemplatePost, UnitTarget, UnitTemplate
    from graph.model.plans import Plan
    from graph.model.rules import AssignmentRule, NamedException
    from graph.model.strategies import Responsibility, Step


class Part(StrEnum):
    """A part of an organization that operations change; the value is its field."""

    DEPARTMENTS = "departments"
    COVERAGES = "coverages"
    POSTS = "posts"
    HOLDINGS = "holdings"
    RULES = "rules"
    EXCEPTIONS = "exceptions"
    RESPONSIBILITIES = "responsibilities"
    TARGETS = "targets"
    SPLITS = "splits"
    UNIT_TARGETS = "unit_targets"


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing before and after; None where it is not there."""

    part: Part
    key: str
    before: Any
    after: Any

    def reversed(self) -> Edit:
        """Return the edit that takes this one back."""
        return Edit(self.part, self.key, self.after, self.before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """What operations look at and leave alone.

    `accounts` are those that rules, exceptions and operations name, by key.
    """

    industries: Mapping[str, Industry] = field(default_factory=dict[str, "Industry"])
    territories: Mapping[str, Territory] = field(default_factory=dict[str, "Territory"])
    accounts: Mapping[str, Entity] = field(default_factory=dict[str, "Entity"])
    specialties: Mapping[str, Entity] = field(default_factory=dict[str, "Entity"])
    sources: Mapping[str, Source] = field(default_factory=dict[str, "Source"])
    people: Mapping[str, Entity] = field(default_factory=dict[str, "Entity"])
    indicators: Mapping[str, Indicator] = field(default_factory=dict[str, "Indicator"])
    steps: Mapping[str, Step] = field(default_factory=dict[str, "Step"])
    templates: Mapping[str, UnitTemplate] = field(default_factory=dict[str, "UnitTemplate"])
    template_departments: tuple[TemplateDepartment, ...] = ()
    template_posts: tuple[TemplatePost, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organization:
    """The state of an organization; every part by key, see `coverage_key`, `holding_key`.

    `posts` and `holdings` may be only those of departments that somebody asked about.
    """

    departments: Mapping[str, Department] = field(default_factory=dict[str, "Department"])
    coverages: Mapping[str, Coverage] = field(default_factory=dict[str, "Coverage"])
    posts: Mapping[str, Post] = field(default_factory=dict[str, "Post"])
    holdings: Mapping[str, Holding] = field(default_factory=dict[str, "Holding"])
    rules: Mapping[str, AssignmentRule] = field(default_factory=dict[str, "AssignmentRule"])
    exceptions: Mapping[str, NamedException] = field(default_factory=dict[str, "NamedException"])
    responsibilities: Mapping[str, Responsibility] = field(
        default_factory=dict[str, "Responsibility"]
    )
    targets: Mapping[str, Target] = field(default_factory=dict[str, "Target"])
    splits: Mapping[str, RevenueSplit] = field(default_factory=dict[str, "RevenueSplit"])
    unit_targets: Mapping[str, UnitTarget] = field(default_factory=dict[str, "UnitTarget"])
    surroundings: Surroundings = field(default_factory=Surroundings)

    def part(self, part: Part) -> Mapping[str, Any]:
        """Return a part by its name."""
        things: Mapping[str, Any] = getattr(self, part.value)
        return things

    def edited(self, edits: Iterable[Edit]) -> Organization:
        """Return the organization after these edits; parts without any are shared."""
        changed: dict[Part, dict[str, Any]] = {}
        for edit in edits:
            things = changed.get(edit.part)
            if things is None:
                things = changed[edit.part] = dict(self.part(edit.part))
            if edit.after is None:
                things.pop(edit.key, None)
            else:
                things[edit.key] = edit.after
        parts: dict[str, Any] = {part.value: things for part, things in changed.items()}
        return replace(self, **parts) if parts else self

    def book(self) -> RuleBook:
        """Return the rule book of this state."""
        around = self.surroundings
        return RuleBook(
            departments=tuple(self.departments.values()),
            coverages=tuple(self.coverages.values()),
            rules=tuple(self.rules.values()),
            exceptions=tuple(self.exceptions.values()),
            splits=tuple(self.splits.values()),
            industries=tuple(around.industries.values()),
            territories=tuple(around.territories.values()),
            accounts=tuple(around.accounts.values()),
            specialties=tuple(around.specialties.values()),
            sources=tuple(around.sources.values()),
        )

    @cached_property
    def children(self) -> Mapping[str, tuple[Department, ...]]:
        """The departments directly inside each, by key."""
        found: dict[str, list[Department]] = {}
        for department in self.departments.values():
            if department.parent is not None:
                found.setdefault(department.parent, []).append(department)
        return {key: tuple(inside) for key, inside in found.items()}

    def inside(self, key: str) -> list[Department]:
        """Return everything inside a department, each after what it is part of."""
        found: dict[str, Department] = {}
        waiting = [*self.children.get(key, ())]
        while waiting:
            department = waiting.pop(0)
            if department.key not in found:
                found[department.key] = department
                waiting.extend(self.children.get(department.key, ()))
        return [*found.values()]

    def around(self, key: str | None) -> list[Department]:
        """Return the department and what it is part of, up to the root."""
        path: dict[str, Department] = {}
        while key is not None and key not in path and key in self.departments:
            path[key] = self.departments[key]
            key = path[key].parent
        return [*path.values()]


def coverage_key(coverage: Coverage) -> str:
    """Return what tells a coverage from every other."""
    return f"{coverage.department} {coverage.territory} {coverage.validity.start or ''}"


def holding_key(holding: Holding) -> str:
    """Return what tells a holding from every other."""
    return f"{holding.person} {holding.post} {holding.validity.start or ''}"


def organization_of(plan: Plan) -> Organization:
    """Return the organization of a whole plan."""

    def by_key(entities: Iterable[Any]) -> dict[str, Any]:
        return {entity.key: entity for entity in entities}

    return Organization(
        departments=by_key(plan.departments),
        coverages={coverage_key(one): one for one in plan.coverages},
        posts=by_key(plan.posts),
        holdings={holding_key(one): one for one in plan.holdings},
        rules=by_key(plan.rules),
        exceptions=by_key(plan.exceptions),
        responsibilities=by_key(plan.responsibilities),
        targets=by_key(plan.targets),
        splits=by_key(plan.splits),
        unit_targets=by_key(plan.unit_targets),
        surroundings=Surroundings(
            industries=by_key(plan.industries),
            territories=by_key(plan.territories),
            accounts=by_key((*plan.customers, *plan.subsidiaries)),
            specialties=by_key(plan.specialties),
            sources=by_key(plan.sources),
            people=by_key(plan.people),
            indicators=by_key(plan.indicators),
            steps=by_key(plan.steps),
            templates=by_key(plan.templates),
            template_departments=plan.template_departments,
            template_posts=plan.template_posts,
        ),
    )
