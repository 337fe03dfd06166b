"""Conditions of rules: whether they hold, how specific they are, which is the narrower."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from graph.ownership.facts import KeyT, path_to_root

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model.rules import AssignmentRule, Conditions
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts


class Dimension(StrEnum):
    """What a condition can be about."""

    CUSTOMERS = "customers"
    TIERS = "tiers"
    LEVEL = "level"
    INDUSTRIES = "industries"
    TERRITORIES = "territories"
    TAGS = "tags"


class Score(NamedTuple):
    """How strong a rule is; the greater wins, compared from left to right."""

    priority: int
    conditions: int
    depth: int


def looks_at_level(conditions: Conditions) -> bool:
    """Tell whether a level is asked for at all."""
    return conditions.level_from is not None or conditions.level_to is not None


def holds_at_level(conditions: Conditions, level: int) -> bool:
    """Tell whether the level lies between both ends, each included."""
    return (conditions.level_from is None or conditions.level_from <= level) and (
        conditions.level_to is None or level <= conditions.level_to
    )


def failing(conditions: Conditions, facts: Facts) -> tuple[Dimension, ...]:
    """Return the dimensions that do not hold for these facts, in the order of `Dimension`."""
    level_holds = not looks_at_level(conditions) or (
        facts.level is not None and holds_at_level(conditions, facts.level)
    )
    holds = {
        Dimension.CUSTOMERS: not conditions.customers or facts.customer in conditions.customers,
        Dimension.TIERS: not conditions.tiers or facts.tier in conditions.tiers,
        Dimension.LEVEL: level_holds,
        Dimension.INDUSTRIES: not conditions.industries
        or not conditions.industries.isdisjoint(facts.industries),
        Dimension.TERRITORIES: not conditions.territories
        or not conditions.territories.isdisjoint(facts.territories),
        Dimension.TAGS: conditions.tags <= facts.tags,
    }
    return tuple(dimension for dimension, held in holds.items() if not held)


def _shallowest(values: frozenset[KeyT], parents: Mapping[KeyT, KeyT | None]) -> int:
    return min((len(path_to_root(value, parents)) - 1 for value in values), default=0)


def score(rule: AssignmentRule, book: RuleBook) -> Score:
    """Return how strong a rule is: priority, then number of conditions, then depth of nesting.

    Each dimension that is set counts one, each tag one. Depth counts the ancestors of the
    shallowest industry and of the shallowest territory named; a root adds nothing.
    """
    conditions = rule.conditions
    dimensions = (
        bool(conditions.customers)
        + bool(conditions.tiers)
        + looks_at_level(conditions)
        + bool(conditions.industries)
        + bool(conditions.territories)
    )
    depth = _shallowest(conditions.industries, book.parent_industries) + _shallowest(
        conditions.territories, book.parent_territories
    )
    return Score(rule.priority, dimensions + len(conditions.tags), depth)


def _lies_inside(
    inner: frozenset[KeyT], outer: frozenset[KeyT], parents: Mapping[KeyT, KeyT | None]
) -> bool:
    return not outer or (
        bool(inner) and all(not outer.isdisjoint(path_to_root(value, parents)) for value in inner)
    )


def _level_lies_inside(inner: Conditions, outer: Conditions) -> bool:
    starts = outer.level_from is None or (
        inner.level_from is not None and outer.level_from <= inner.level_from
    )
    ends = outer.level_to is None or (
        inner.level_to is not None and inner.level_to <= outer.level_to
    )
    return starts and ends


def implies(inner: Conditions, outer: Conditions, book: RuleBook) -> bool:
    """Tell whether whatever `inner` accepts, `outer` accepts too, by their form alone.

    It compares dimension by dimension; it does not know that a named customer has a tier.
    """
    return (
        (not outer.customers or (bool(inner.customers) and inner.customers <= outer.customers))
        and (not outer.tiers or (bool(inner.tiers) and inner.tiers <= outer.tiers))
        and _level_lies_inside(inner, outer)
        and _lies_inside(inner.industries, outer.industries, book.parent_industries)
        and _lies_inside(inner.territories, outer.territories, book.parent_territories)
        and outer.tags <= inner.tags
    )


def is_strictly_narrower(inner: Conditions, outer: Conditions, book: RuleBook) -> bool:
    """Tell whether `inner` implies `outer` and not the other way round."""
    return implies(inner, outer, book) and not implies(outer, inner, book)


class Narrower:
    """Tells whether the conditions of a rule are strictly narrower than another's; it remembers."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._known: dict[tuple[str, str], bool] = {}

    def __call__(self, inner: AssignmentRule, outer: AssignmentRule) -> bool:
        """Compare two rules of the book."""
        pair = (inner.key, outer.key)
        known = self._known.get(pair)
        if known is None:
            known = is_strictly_narrower(inner.conditions, outer.conditions, self._book)
            self._known[pair] = known
        return known
