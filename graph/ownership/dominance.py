"""Whether a rule loses to others for every account it could accept, on every day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, VacantTarget
from graph.model.vocabularies import Tier
from graph.ownership.conditions import implies, is_strictly_narrower, looks_at_level, score

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.keys import AccountKey, RuleKey
    from graph.model.rules import AssignmentRule, Conditions
    from graph.ownership.books import RuleBook


class Rivals:
    """The rules of a book, set against each other.

    What a rule accepts is cut into one piece for each tier, each stretch of levels and each
    stretch of days that any rival tells apart. It always loses if in each piece one stronger
    rule accepts everything and is sure to answer.
    """

    def __init__(self, book: RuleBook, tiers: Mapping[AccountKey, Tier]) -> None:
        self._book = book
        self._tiers = tiers
        self._scores = {rule.key: score(rule, book) for rule in book.rules}

    def always_beating(self, rule: AssignmentRule) -> tuple[RuleKey, ...]:
        """Return the rules that together always beat this one, by key; none if it may win."""
        stronger = [
            rival
            for rival in sorted(self._book.rules, key=lambda rival: rival.key)
            if rival.function is rule.function
            and rival.role is rule.role
            and rival.validity.overlaps(rule.validity)
            and self._is_stronger(rival, rule)
        ]
        winners: set[RuleKey] = set()
        for piece in self._pieces(rule, stronger):
            for day in self._days(rule, stronger):
                winner = next(
                    (
                        rival
                        for rival in stronger
                        if self._answers(rival, rule, day)
                        and implies(piece, rival.conditions, self._book)
                    ),
                    None,
                )
                if winner is None:
                    return ()
                winners.add(winner.key)
        return tuple(sorted(winners))

    def _is_stronger(self, rival: AssignmentRule, rule: AssignmentRule) -> bool:
        mine, other = self._scores[rule.key], self._scores[rival.key]
        if mine != other:
            return other > mine
        return is_strictly_narrower(rival.conditions, rule.conditions, self._book)

    def _pieces(self, rule: AssignmentRule, stronger: list[AssignmentRule]) -> Iterator[Conditions]:
        conditions = rule.conditions
        customers = tuple(frozenset({key}) for key in sorted(conditions.customers))
        for named in customers or (conditions.customers,):
            tiers = set(conditions.tiers or Tier)
            tiers &= {self._tiers.get(key, tier) for key in named for tier in Tier} or tiers
            for tier in sorted(tiers):
                for first, last in _level_stretches(rule, stronger):
                    yield replace(
                        conditions,
                        customers=named,
                        tiers=frozenset({tier}),
                        level_from=first,
                        level_to=last,
                    )

    def _days(self, rule: AssignmentRule, stronger: list[AssignmentRule]) -> list[date]:
        """Return a day of each stretch of the rule's validity that rivals tell apart."""
        days = {rule.validity.start or date.min}
        for rival in stronger:
            days.update(rival.validity.borders())
            if isinstance(rival.target, NamedTarget):
                department = self._book.department_by_key.get(rival.target.department)
                days.update(department.validity.borders() if department else ())
        return sorted(day for day in days if rule.validity.contains(day))

    def _answers(self, rival: AssignmentRule, rule: AssignmentRule, day: date) -> bool:
        """Tell whether the rival is sure to answer, at least wherever the rule does."""
        if not rival.validity.contains(day):
            return False
        if isinstance(rival.target, VacantTarget) or rival.target == rule.target:
            return True
        if not isinstance(rival.target, NamedTarget):
            return False
        department = self._book.department_by_key.get(rival.target.department)
        return department is not None and department.validity.contains(day)


def _level_stretches(
    rule: AssignmentRule, stronger: list[AssignmentRule]
) -> list[tuple[int, int | None]]:
    """Return the rule's levels, cut wherever a rival's begin or end."""
    first = max(rule.conditions.level_from or 1, 1)
    last = rule.conditions.level_to
    starts = {first}
    for rival in stronger:
        if looks_at_level(rival.conditions):
            starts.add(rival.conditions.level_from or 1)
            if rival.conditions.level_to is not None:
                starts.add(rival.conditions.level_to + 1)
    inside = sorted(start for start in starts if first <= start and (last is None or start <= last))
    ends: list[int | None] = [start - 1 for start in inside[1:]]
    return list(zip(inside, [*ends, last], strict=True))
