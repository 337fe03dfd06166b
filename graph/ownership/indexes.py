"""Which rules look at an account: each rule a bit, each value of a dimension a mask of rules.

The rules stand in order of strength, so the lowest bit of a mask is its strongest rule.
"""

from __future__ import annotations

from copy import copy
from typing import TYPE_CHECKING

from graph.ownership.conditions import holds_at_level, looks_at_level, score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.model.rules import AssignmentRule, Conditions
    from graph.model.vocabularies import Function, Role
    from graph.ownership.books import RuleBook
    from graph.ownership.conditions import Score
    from graph.ownership.facts import Facts


class _Values:
    """One dimension: the rules that accept a value, and those that do not ask."""

    def __init__(
        self, rules: Iterable[AssignmentRule], named: Callable[[Conditions], Iterable[str]]
    ) -> None:
        self.unasked = 0
        self.masks: dict[str, int] = {}
        for position, rule in enumerate(rules):
            bit = 1 << position
            values = tuple(named(rule.conditions))
            if not values:
                self.unasked |= bit
            for value in values:
                self.masks[value] = self.masks.get(value, 0) | bit
        self._known: dict[tuple[str, ...], int] = {}

    def accepting(self, values: tuple[str, ...]) -> int:
        """Return the rules that any of the values satisfies, or that do not ask."""
        known = self._known.get(values)
        if known is None:
            known = self.unasked
            for value in values:
                known |= self.masks.get(value, 0)
            self._known[values] = known
        return known

    def content_with(self, values: Iterable[str]) -> int:
        """Return the rules whose values are all given, or that do not ask."""
        missing = 0
        for value in self.masks.keys() - set(values):
            missing |= self.masks[value]
        return ~missing


class RuleIndex:
    """The rules of a book by strength, and a quick answer to which of them hold.

    A book may have several versions of a rule here; `only` some of them hold at once.
    """

    def __init__(self, book: RuleBook) -> None:
        scored = sorted(
            ((score(rule, book), rule) for rule in book.rules),
            key=lambda one: (*(-part for part in one[0]), one[1].key),
        )
        self.rules = tuple(rule for _, rule in scored)
        self.scores = tuple(strength for strength, _ in scored)
        self._places = {id(rule): place for place, rule in enumerate(self.rules)}
        self.among = (1 << len(self.rules)) - 1
        self._customers = _Values(self.rules, lambda conditions: conditions.customers)
        self._tiers = _Values(self.rules, lambda conditions: conditions.tiers)
        self._industries = _Values(self.rules, lambda conditions: conditions.industries)
        self._territories = _Values(self.rules, lambda conditions: conditions.territories)
        self._tags = _Values(self.rules, lambda conditions: conditions.tags)
        self._levels: dict[int | None, int] = {}
        self._tagged: dict[frozenset[str], int] = {}
        self._asked: dict[tuple[Function, Role], int] = {}
        for position, rule in enumerate(self.rules):
            question = (rule.function, rule.role)
            self._asked[question] = self._asked.get(question, 0) | 1 << position

    def only(self, rules: Iterable[AssignmentRule]) -> RuleIndex:
        """Return the same index in which these rules of it hold, and no others."""
        some = copy(self)
        some.among = 0
        for rule in rules:
            some.among |= 1 << self._places[id(rule)]
        return some

    def mask(self, chosen: Callable[[AssignmentRule], bool]) -> int:
        """Return the mask of the rules chosen."""
        return sum(1 << position for position, rule in enumerate(self.rules) if chosen(rule))

    def matching(self, facts: Facts) -> int:
        """Return the rules whose conditions hold, on whatever day, for whatever function."""
        tagged = self._tagged.get(facts.tags)
        if tagged is None:
            tagged = self._tagged[facts.tags] = self._tags.content_with(facts.tags)
        level = self._levels.get(facts.level)
        if level is None:
            level = self._levels[facts.level] = self._holding_at(facts.level)
        return (
            self.among
            & self._customers.accepting(() if facts.customer is None else (facts.customer,))
            & self._tiers.accepting(() if facts.tier is None else (facts.tier,))
            & level
            & self._industries.accepting(facts.industries)
            & self._territories.accepting(facts.territories)
            & tagged
        )

    def asked(self, function: Function, role: Role) -> int:
        """Return the rules about a function in a role."""
        return self._asked.get((function, role), 0)

    def ranked(self, mask: int) -> tuple[tuple[AssignmentRule, Score], ...]:
        """Return a mask's rules with their scores, the strongest first."""
        found: list[tuple[AssignmentRule, Score]] = []
        while mask:
            lowest = mask & -mask
            position = lowest.bit_length() - 1
            found.append((self.rules[position], self.scores[position]))
            mask ^= lowest
        return tuple(found)

    def _holding_at(self, level: int | None) -> int:
        return self.mask(
            lambda rule: (
                not looks_at_level(rule.conditions)
                or (level is not None and holds_at_level(rule.conditions, level))
            )
        )
