"""What the resolver answers: assignments, vacancies, conflicts, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from graph.model.intervals import Interval
    from graph.model.keys import (
        DepartmentKey,
        ExceptionKey,
        RuleKey,
        SourceKey,
        SplitKey,
        TerritoryKey,
    )
    from graph.model.vocabularies import DepartmentKind, Function, Role


class Status(StrEnum):
    """How a function of an account is covered on a day."""

    ASSIGNED = "assigned"
    VACANT = "vacant"
    DELIBERATELY_VACANT = "deliberately-vacant"
    CONFLICT = "conflict"


class Via(StrEnum):
    """Whether an account was named by an exception, or inherits its answer from a rule."""

    EXPLICIT = "explicit"
    INHERITED = "inherited"


class Ground(StrEnum):
    """What decided for one rule or exception, and against another.

    The first seven rank those that answer; the others say why one gave no answer at all.
    """

    UNOPPOSED = "unopposed"
    EXCEPTION = "exception"
    PRIORITY = "priority"
    MORE_CONDITIONS = "more-conditions"
    DEEPER_NESTING = "deeper-nesting"
    NARROWER = "narrower"
    TIED = "tied"
    NOT_COVERED = "not-covered"
    NO_SUCH_SPECIALTY = "no-such-specialty"
    DEPARTMENT_UNKNOWN = "department-unknown"
    DEPARTMENT_NOT_VALID = "department-not-valid"
    NOT_YET_VALID = "not-yet-valid"
    EXPIRED = "expired"


class Why(StrEnum):
    """Why a function is not simply assigned."""

    NO_RULE_FOR_FUNCTION = "no-rule-for-function"
    NO_RULE_MATCHES = "no-rule-matches"
    NO_RULE_VALID = "no-rule-valid"
    RULES_GAVE_NONE = "rules-gave-none"
    ON_PURPOSE = "on-purpose"
    TIED = "tied"


@dataclass(frozen=True, slots=True)
class Trace:
    """How a relative target found its department, or how far it came.

    `territory` is the nearest one that a unit of that kind covers; where none is covered, the
    nearest that the facts hold, or None if they hold none.
    """

    within: DepartmentKind
    specialty: str
    territory: TerritoryKey | None = None
    unit: DepartmentKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Beaten:
    """A rule or exception that concerns the account and did not win, and why.

    Exactly one of `rule` and `exception` is set. `departments` are those it would have given:
    none where it gave no answer, or where it says vacant (`vacant`).
    """

    rule: RuleKey | None = None
    exception: ExceptionKey | None = None
    departments: tuple[DepartmentKey, ...] = ()
    vacant: bool = False
    ground: Ground
    trace: Trace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """Why an assignment, or a deliberate vacancy, is the answer.

    `ground` is what decided against the strongest of the beaten. `agreeing` are the other rules
    or exceptions, equally strong, that give the same answer. `validity` is the rule's or
    exception's own; `reason` what an exception or a deliberate vacancy states.
    """

    rule: RuleKey | None
    exception: ExceptionKey | None
    department: DepartmentKey | None
    function: Function
    role: Role
    sources: tuple[SourceKey, ...]
    ground: Ground
    beaten: tuple[Beaten, ...]
    agreeing: tuple[RuleKey | ExceptionKey, ...]
    validity: Interval
    trace: Trace | None = None
    reason: str | None = None
    split: SplitKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """A department has a role for a function.

    `validity` is how long this stays the answer: from when this department holds it by this rule
    or exception until it ends or a stronger one takes over. `share` is in per cent, from the
    split of the rule; where the split names a role, all departments in that role have it together.
    """

    department: DepartmentKey
    function: Function
    role: Role
    via: Via
    rule: RuleKey | None
    exception: ExceptionKey | None
    validity: Interval
    share: Decimal | None
    explanation: Explanation


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a function is vacant, deliberately vacant, or in conflict.

    `vacating` explains what says "nobody, on purpose"; `tied` lists all that are equally strong
    in a conflict; `passed_over` those that look at such accounts and gave no department.
    """

    why: Why
    function: Function
    role: Role
    vacating: tuple[Explanation, ...] = ()
    tied: tuple[Beaten, ...] = ()
    passed_over: tuple[Beaten, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """How one function of an account is covered on a day.

    `owner` is None unless the status is ASSIGNED, and always None for a function that the plan
    only supports (presales). `candidates` are those in conflict, else empty. `reason` is None
    when ASSIGNED.
    """

    function: Function
    status: Status
    owner: Assignment | None = None
    supporters: tuple[Assignment, ...] = ()
    candidates: tuple[Assignment, ...] = ()
    reason: Reason | None = None
