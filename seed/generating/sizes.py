"""How large a generated plan is to be, and what can be had."""

from __future__ import annotations

from dataclasses import dataclass
from math import isqrt

from graph.errors import ModelError
from graph.model.problems import Problem

LEAST_SUBSIDIARIES = 100
MOST_SUBSIDIARIES = 20_000_000
LEAST_DEPARTMENTS = 120
MOST_DEPARTMENTS = 12_000
"""More would need more districts than the generator knows."""
MOST_RULES = 2_000


@dataclass(frozen=True, slots=True)
class Size:
    """The counts of a plan; departments come out as close below as whole branches allow."""

    subsidiaries: int
    groups: int
    departments: int
    people: int
    rules: int
    exceptions: int


@dataclass(frozen=True, slots=True)
class Wishes:
    """The counts somebody asked for; None is whatever fits the subsidiaries."""

    departments: int | None = None
    people: int | None = None
    rules: int | None = None
    exceptions: int | None = None


def size_of(subsidiaries: int, wishes: Wishes) -> Size:
    """Return the size of a plan: organization and rules grow more slowly than the market.

    Raises:
        ModelError: a count is too small or too large; all such counts are told.
    """
    root = isqrt(max(subsidiaries, 0))
    departments = _given(wishes.departments, min(170 + 483 * root // 100, MOST_DEPARTMENTS))
    size = Size(
        subsidiaries=subsidiaries,
        groups=3 * root,
        departments=departments,
        people=_given(wishes.people, max(subsidiaries * 3 // 10, 2 * departments)),
        rules=_given(wishes.rules, min(500 * isqrt(root) // 31, MOST_RULES)),
        exceptions=_given(wishes.exceptions, min(max(8, subsidiaries // 500), subsidiaries // 4)),
    )
    problems = [
        *_outside("--subsidiaries", subsidiaries, LEAST_SUBSIDIARIES, MOST_SUBSIDIARIES),
        *_outside("--departments", size.departments, LEAST_DEPARTMENTS, MOST_DEPARTMENTS),
        *_outside("--people", size.people, 1, MOST_SUBSIDIARIES),
        *_outside("--rules", size.rules, 0, MOST_RULES),
        *_outside("--exceptions", size.exceptions, 0, max(subsidiaries // 4, 0)),
    ]
    if problems:
        raise ModelError(problems)
    return size


def _given(wish: int | None, otherwise: int) -> int:
    return otherwise if wish is None else wish


def _outside(option: str, count: int, least: int, most: int) -> list[Problem]:
    if least <= count <= most:
        return []
    what = f"{count:,} is too {'few' if count < least else 'many'}"
    remedy = f"give a number from {least:,} to {most:,}"
    return [Problem(option, 0, "", "bad-size", what, remedy)]
