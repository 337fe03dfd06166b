"""A second resolver, written from the specification alone: slow, plain, one account at a time.

It shares nothing with `graph.ownership` but the input types. The property tests and the bench
compare the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.model.rules import AssignmentRule, NamedTarget, RelativeTarget
from graph.model.vocabularies import Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from graph.model.keys import AccountKey
    from graph.model.rules import Conditions, NamedException
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts

Holders = frozenset[tuple[str, str]]
"""Pairs of department and the rule or exception that gives it."""


@dataclass(frozen=True)
class Verdict:
    status: str
    owner: tuple[str, str] | None
    supporters: Holders
    candidates: frozenset[str]


@dataclass(frozen=True)
class _Case:
    """What is asked: of which account, for which function, on which day."""

    facts: Facts
    function: Function
    day: date
    account: AccountKey | None


def verdict(
    book: RuleBook, facts: Facts, function: Function, day: date, account: AccountKey | None
) -> Verdict:
    case = _Case(facts, function, day, account)
    supporters, _, supporting = _role(book, case, Role.SUPPORTER)
    everything = [*book.rules, *book.exceptions]
    if not any(one.function is function and one.role is Role.OWNER for one in everything):
        status = "assigned" if supporters else ("deliberately-vacant" if supporting else "vacant")
        return Verdict(status, None, supporters, frozenset())
    owners, vacant, answered = _role(book, case, Role.OWNER)
    departments = frozenset(department for department, _ in owners)
    if not answered:
        return Verdict("vacant", None, supporters, frozenset())
    if not departments:
        return Verdict("deliberately-vacant", None, supporters, frozenset())
    if vacant or len(departments) > 1:
        return Verdict("conflict", None, supporters, departments)
    [owner] = owners
    return Verdict("assigned", owner, supporters, frozenset())


def _role(book: RuleBook, case: _Case, role: Role) -> tuple[Holders, bool, bool]:
    """Return who is at the top, whether "vacant on purpose" is, and whether anything is."""
    day = case.day
    top: list[tuple[NamedException | AssignmentRule, list[str] | None]] = [
        (exception, given)
        for exception in book.exceptions
        if exception.account == case.account
        and exception.function is case.function
        and exception.role is role
        and exception.validity.contains(day)
        and (given := _exception_gives(book, exception, day)) != []
    ]
    if not top:
        answering = [
            (rule, given)
            for rule in book.rules
            if rule.function is case.function
            and rule.role is role
            and rule.validity.contains(day)
            and holds(rule.conditions, case.facts)
            and (given := _rule_gives(book, rule, case.facts, day)) != []
        ]
        top = [
            (rule, given)
            for rule, given in answering
            if not any(_beats(book, other, rule) for other, _ in answering)
        ]
    holders: dict[str, str] = {}
    for source, given in sorted(top, key=lambda one: one[0].key):
        for department in given or []:
            holders.setdefault(department, source.key)
    return frozenset(holders.items()), any(given is None for _, given in top), bool(top)


def _exception_gives(book: RuleBook, exception: NamedException, day: date) -> list[str] | None:
    if exception.department is None:
        return None
    return [exception.department] if _exists(book, exception.department, day) else []


def _rule_gives(book: RuleBook, rule: AssignmentRule, facts: Facts, day: date) -> list[str] | None:
    """Return the departments given; None means nobody, on purpose."""
    target = rule.target
    if isinstance(target, NamedTarget):
        return [target.department] if _exists(book, target.department, day) else []
    if not isinstance(target, RelativeTarget):
        return None
    for territory in facts.territories:
        units = {
            cover.department
            for cover in book.coverages
            if cover.territory == territory
            and cover.validity.contains(day)
            and _exists(book, cover.department, day)
            and _kind(book, cover.department) == target.within
        }
        if units:
            return sorted({d for unit in units for d in _inside(book, unit, target, day)})
    return []


def _inside(book: RuleBook, unit: str, target: RelativeTarget, day: date) -> list[str]:
    distances = {
        department.key: distance
        for department in book.departments
        if target.specialty in department.specialties
        and department.validity.contains(day)
        and (distance := _distance(book, department.key, unit)) is not None
    }
    return [key for key in distances if distances[key] == min(distances.values())]


def _distance(book: RuleBook, key: str, unit: str) -> int | None:
    """Return how far below the unit a department is; None if not below, or in a nested unit."""
    distance = 0
    current: str | None = key
    while current is not None and current != unit:
        if _kind(book, current) in {"region", "branch"}:
            return None
        distance += 1
        current = next(d.parent for d in book.departments if d.key == current)
    return distance if current == unit and distance > 0 else None


def _kind(book: RuleBook, key: str) -> str | None:
    return next((d.kind for d in book.departments if d.key == key), None)


def _exists(book: RuleBook, key: str, day: date) -> bool:
    return any(d.key == key and d.validity.contains(day) for d in book.departments)


def holds(conditions: Conditions, facts: Facts) -> bool:
    level = facts.level or 0
    return all(
        (
            not conditions.customers or facts.customer in conditions.customers,
            not conditions.tiers or facts.tier in conditions.tiers,
            conditions.level_from is None or level >= conditions.level_from,
            conditions.level_to is None or level <= conditions.level_to,
            not conditions.industries or set(facts.industries) & conditions.industries,
            not conditions.territories or set(facts.territories) & conditions.territories,
            *(tag in facts.tags for tag in conditions.tags),
        )
    )


def _beats(book: RuleBook, one: AssignmentRule, other: AssignmentRule) -> bool:
    mine, theirs = _strength(book, one), _strength(book, other)
    if mine != theirs:
        return mine > theirs
    inner, outer = one.conditions, other.conditions
    return _narrows(book, inner, outer) and not _narrows(book, outer, inner)


def _strength(book: RuleBook, rule: AssignmentRule) -> tuple[int, int, int]:
    asked = rule.conditions
    count = len(asked.tags)
    for values in (asked.customers, asked.tiers, asked.industries, asked.territories):
        count += 1 if values else 0
    if asked.level_from is not None or asked.level_to is not None:
        count += 1
    industries = {i.key: i.parent for i in book.industries}
    territories = {t.key: t.parent for t in book.territories}
    depth = 0
    if asked.industries:
        depth += min(len(_above(key, industries)) for key in asked.industries)
    if asked.territories:
        depth += min(len(_above(key, territories)) for key in asked.territories)
    return (rule.priority, count, depth)


def _above(key: str, parents: Mapping[Any, Any]) -> list[str]:
    above: list[str] = []
    parent = parents.get(key)
    while parent is not None:
        above.append(parent)
        parent = parents.get(parent)
    return above


def _narrows(book: RuleBook, inner: Conditions, outer: Conditions) -> bool:
    industries = {i.key: i.parent for i in book.industries}
    territories = {t.key: t.parent for t in book.territories}
    infinity = 10**6
    return (
        _within(inner.customers, outer.customers, {})
        and _within(inner.tiers, outer.tiers, {})
        and _within(inner.industries, outer.industries, industries)
        and _within(inner.territories, outer.territories, territories)
        and (outer.level_from or -infinity) <= (inner.level_from or -infinity)
        and (inner.level_to or infinity) <= (outer.level_to or infinity)
        and all(tag in inner.tags for tag in outer.tags)
    )


def _within(inner: Iterable[str], outer: Iterable[str], parents: Mapping[Any, Any]) -> bool:
    wanted = set(outer)
    if not wanted:
        return True
    values = list(inner)
    return bool(values) and all(
        value in wanted or wanted.intersection(_above(value, parents)) for value in values
    )
