"""Why a department does not own: it was beaten, its rule does not hold, or no rule names it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, RelativeTarget
from graph.model.vocabularies import Role
from graph.ownership.conditions import failing, score
from graph.ownership.facts import path_to_root
from graph.ownership.hearings import untimely
from graph.ownership.trees import UNITS

if TYPE_CHECKING:
    from datetime import date

    from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey, RuleKey
    from graph.model.rules import AssignmentRule
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer, Beaten, Ground, Trace
    from graph.ownership.books import RuleBook
    from graph.ownership.conditions import Dimension
    from graph.ownership.facts import Facts
    from graph.ownership.resolutions import Resolver

NEAREST = 3
"""Only so many rules that might have assigned a department are named."""


class WhyNotKind(StrEnum):
    """What keeps a department from owning, or that nothing does."""

    IS_OWNER = "is-owner"
    IS_CANDIDATE = "is-candidate"
    DEPARTMENT_UNKNOWN = "department-unknown"
    DEPARTMENT_NOT_VALID = "department-not-valid"
    BEATEN = "beaten"
    NOT_VALID = "not-valid"
    ELSEWHERE = "elsewhere"
    CONDITION_FAILS = "condition-fails"
    NO_RULE = "no-rule"


@dataclass(frozen=True, slots=True, kw_only=True)
class NearMiss:
    """A rule or exception that could name the department, and what is missing.

    `untimely` is set where it is not valid that day. `elsewhere` tells what its relative target
    found instead; there `unit` is None where no unit covers the account.
    """

    rule: RuleKey | None = None
    exception: ExceptionKey | None = None
    failing: tuple[Dimension, ...] = ()
    untimely: Ground | None = None
    elsewhere: Trace | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Why does this department not own that account for a function on a day?"""

    facts: Facts
    department: DepartmentKey
    function: Function
    day: date
    account: AccountKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyNot:
    """The answer to "why not that department?".

    `role` is supporter for a function that the plan only supports. `answer` is who has it
    instead; `beaten` the department's own rules that lost; `nearest` those that came closest.
    """

    kind: WhyNotKind
    question: Question
    role: Role
    answer: Answer
    beaten: tuple[Beaten, ...] = ()
    nearest: tuple[NearMiss, ...] = ()


def why_not(resolver: Resolver, question: Question) -> WhyNot:
    """Return why a department does not own (or support, see `WhyNot.role`) an account."""
    answer = resolver.answer(question.facts, question.function, question.day, question.account)
    only_supported = question.function in resolver.book.functions and (
        question.function not in resolver.book.owned_functions
    )
    role = Role.SUPPORTER if only_supported else Role.OWNER
    beaten: tuple[Beaten, ...] = ()
    nearest: tuple[NearMiss, ...] = ()
    kind = _plain(resolver, question, answer, role)
    if kind is None:
        beaten = _beaten(resolver, question, role)
        kind = WhyNotKind.BEATEN
    if kind is WhyNotKind.BEATEN and not beaten:
        nearest = _nearest(resolver, question, role)
        kind = _missed(nearest)
    return WhyNot(
        kind=kind, question=question, role=role, answer=answer, beaten=beaten, nearest=nearest
    )


def _plain(resolver: Resolver, question: Question, answer: Answer, role: Role) -> WhyNotKind | None:
    """Return the kind where the department itself settles it, without a look at its rules."""
    holders = (answer.owner,) if role is Role.OWNER else answer.supporters
    if any(one is not None and one.department == question.department for one in holders):
        return WhyNotKind.IS_OWNER
    if any(one.department == question.department for one in answer.candidates):
        return WhyNotKind.IS_CANDIDATE
    department = resolver.book.department_by_key.get(question.department)
    if department is None:
        return WhyNotKind.DEPARTMENT_UNKNOWN
    if not department.validity.contains(question.day):
        return WhyNotKind.DEPARTMENT_NOT_VALID
    return None


def _missed(nearest: tuple[NearMiss, ...]) -> WhyNotKind:
    if not nearest:
        return WhyNotKind.NO_RULE
    if nearest[0].failing:
        return WhyNotKind.CONDITION_FAILS
    return WhyNotKind.ELSEWHERE if nearest[0].untimely is None else WhyNotKind.NOT_VALID


def _beaten(resolver: Resolver, question: Question, role: Role) -> tuple[Beaten, ...]:
    contest = resolver.contest(question.facts, question.function, role, question.account)
    standing = contest.standing(contest.stretch(question.day))
    return tuple(
        beaten for beaten in standing.ranking.beaten if question.department in beaten.departments
    )


def _nearest(resolver: Resolver, question: Question, role: Role) -> tuple[NearMiss, ...]:
    """Return what would need the least to name the department, the strongest rule first."""
    book = resolver.book
    contest = resolver.contest(question.facts, question.function, role, question.account)
    misses: list[tuple[tuple[int, ...], str, NearMiss]] = []
    for exception in contest.contenders.exceptions:
        if exception.department == question.department:
            miss = NearMiss(
                exception=exception.key, untimely=untimely(exception.validity, question.day)
            )
            misses.append(((0,), exception.key, miss))
    for rule in book.rules:
        if rule.function is question.function and rule.role is role:
            miss = _miss(rule, resolver, question)
            if miss is not None:
                wanting = (miss.untimely is not None) + (miss.elsewhere is not None)
                order = (len(miss.failing) + wanting, *(-part for part in score(rule, book)))
                misses.append((order, rule.key, miss))
    misses.sort(key=lambda one: one[:2])
    return tuple(miss for _, _, miss in misses[:NEAREST])


def _miss(rule: AssignmentRule, resolver: Resolver, question: Question) -> NearMiss | None:
    target = rule.target
    elsewhere: Trace | None = None
    if isinstance(target, RelativeTarget):
        if not _could_find(target, question.department, resolver.book):
            return None
        found = resolver.memory.hearings.targets.found(
            target, question.facts.territories, question.day
        )
        if all(place.department != question.department for place in found.places):
            elsewhere = found.places[0].trace if found.places else found.trace
    elif not isinstance(target, NamedTarget) or target.department != question.department:
        return None
    timely = rule.validity.contains(question.day)
    return NearMiss(
        rule=rule.key,
        failing=failing(rule.conditions, question.facts),
        untimely=None if timely else untimely(rule.validity, question.day),
        elsewhere=elsewhere,
    )


def _could_find(target: RelativeTarget, key: DepartmentKey, book: RuleBook) -> bool:
    """Tell whether the target finds the department in whatever unit it is inside."""
    departments = book.department_by_key
    if target.specialty not in departments[key].specialties:
        return False
    parents = {one.key: one.parent for one in book.departments}
    for above in path_to_root(key, parents)[1:]:
        if above in departments and departments[above].kind is target.within:
            return True
        if above in departments and departments[above].kind in UNITS:
            return False
    return False
