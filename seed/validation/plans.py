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


def problems_and_warnings(draft: Draft) -> tuple[list[Problem], list[Problem]]:
    """Return what keeps the plan from being loaded, and what a planner should look at all the same.

    Rules come last: they are checked against the plan, to which the tables give up their rows.
    """
    problems = [
        *duplicates.problems(draft),
        *references.problems(draft),
        *cycles.problems(draft),
        *intervals.problems(draft),
        *choices.problems(draft),
        *accounts.problems(draft),
        *lineages.problems(draft),
        *staffing.problems(draft),
    ]
    warnings = [
        *accounts.warnings(draft),
        *intervals.warnings(draft),
        *staffing.warnings(draft),
    ]
    return [*problems, *rules.problems(draft)], [*warnings, *rules.warnings(draft)]
