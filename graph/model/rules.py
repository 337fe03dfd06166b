"""Who owns or supports what, as data: assignment rules and named exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity
from graph.model.intervals import ALWAYS, Interval

if TYPE_CHECKING:
    from graph.model.keys import (
        AccountKey,
        DepartmentKey,
        ExceptionKey,
        IndustryKey,
        RuleKey,
        SplitKey,
        TerritoryKey,
    )
    from graph.model.vocabularies import DepartmentKind, Function, Role, Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """Accounts like this: every dimension that is set must hold; within one, any value does.

    Industries and territories include what lies inside them. Tags are the exception: an account
    needs all of them. `level_from` and `level_to` are both included.
    """

    customers: frozenset[AccountKey] = frozenset()
    tiers: frozenset[Tier] = frozenset()
    level_from: int | None = None
    level_to: int | None = None
    industries: frozenset[IndustryKey] = frozenset()
    territories: frozenset[TerritoryKey] = frozenset()
    tags: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NamedTarget:
    """That department."""

    department: DepartmentKey


@dataclass(frozen=True, slots=True)
class RelativeTarget:
    """The department with this specialty inside the region or branch covering the territory."""

    within: DepartmentKind
    specialty: str


@dataclass(frozen=True, slots=True)
class VacantTarget:
    """Nobody, on purpose."""

    reason: str


RuleTarget = NamedTarget | RelativeTarget | VacantTarget


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRule(Entity):
    """Accounts like this → that department, for a function, in a role.

    A higher `priority` wins whatever the conditions; 0 is the ordinary one.
    """

    key: RuleKey
    function: Function
    role: Role
    conditions: Conditions
    target: RuleTarget
    priority: int = 0
    split: SplitKey | None = None
    validity: Interval = ALWAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedException(Entity):
    """One account is owned or supported otherwise than the rules say, for a reason and a time.

    A `department` of None leaves it vacant on purpose.
    """

    key: ExceptionKey
    account: AccountKey
    function: Function
    role: Role
    department: DepartmentKey | None
    reason: str
    split: SplitKey | None = None
    validity: Interval = ALWAYS
