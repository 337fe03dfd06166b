"""Every check of a plan, in one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.validation import (
    accounts,
    choices,
    cycles,
    duplicates,
    intervals,
    lineages,
    references,
    rules,
    staffing,
)

if TYPE_CHECKING:
    from graph.model.problems import Problem
    from seed.validation.drafts import Draft


def problems_of(draft: Draft) -> list[Problem]:
    """Return all that keeps the plan from being loaded."""
    return [
        *duplicates.problems(draft),
        *references.problems(draft),
        *cycles.problems(draft),
        *intervals.problems(draft),
        *choices.problems(draft),
        *accounts.problems(draft),
        *lineages.problems(draft),
        *staffing.problems(draft),
        *rules.problems(draft),
    ]


def warnings_of(draft: Draft) -> list[Problem]:
    """Return what a planner should look at, although the plan can be loaded."""
    return [
        *accounts.warnings(draft),
        *intervals.warnings(draft),
        *staffing.warnings(draft),
        *rules.warnings(draft),
    ]
