"""Mass endings: a plan that lost a file must not end what stood in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from graph.versions.changes import Changes, EdgeChanges

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_ENDING = 0.2
"""The part of a kind that a load may end without being asked to."""
ALL = 1.0
SHOWN = 5


def refuse_mass_ending(
    all_changes: Iterable[Changes | EdgeChanges], most: float = MOST_ENDING
) -> None:
    """Let a load pass that ends only a little of each kind.

    Raises:
        ModelError: it would end more than that part of some kind.
    """
    problems: list[Problem] = []
    for found in all_changes:
        counted = found.count()
        gone = counted.ended - (counted.added if isinstance(found, EdgeChanges) else 0)
        before = counted.unchanged + counted.changed + counted.ended
        if gone > 0 and gone > most * before:
            problems.append(_mass_ending(found, gone, before, most))
    if problems:
        raise ModelError(problems)


def _mass_ending(found: Changes | EdgeChanges, gone: int, before: int, most: float) -> Problem:
    keys = list(found.ended[:SHOWN]) if isinstance(found, Changes) else []
    some = [str(key) for key in keys] + (["…"] if gone > len(keys) > 0 else [])
    which = f" ({', '.join(some)})" if some else ""
    return Problem(
        found.name,
        0,
        "",
        "mass-ending",
        f"this load would end {gone} of the {before} {found.name} in the graph{which},"
        f" more than {most:.0%}",
        "if a file is incomplete, complete it; if it is meant, load with --allow-ending",
    )
