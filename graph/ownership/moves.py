"""Accounts counted by what becomes of who owns and who supports them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from graph.ownership.changes import Turn

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.keys import DepartmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.changes import FunctionChange, Outcome

EXAMPLES = 5
"""How many accounts are named of those that take the same turn."""
_Place: TypeAlias = "tuple[Turn, Function, tuple[DepartmentKey, ...], tuple[DepartmentKey, ...]]"


@dataclass(frozen=True, slots=True)
class Moved:
    """So many accounts whose function takes this turn, and the keys of a few.

    `before` and `after` are the owner, or all who contend; supporters where these change.
    """

    turn: Turn
    function: Function
    before: tuple[DepartmentKey, ...]
    after: tuple[DepartmentKey, ...]
    accounts: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnershipChanges:
    """Everything that is answered otherwise, the most accounts first."""

    moved: tuple[Moved, ...] = ()

    def totals(self) -> dict[Turn, int]:
        """Return how many functions of accounts take each turn."""
        totals: Counter[Turn] = Counter()
        for one in self.moved:
            totals[one.turn] += one.accounts
        return {turn: totals[turn] for turn in Turn if totals[turn]}


class Tally:
    """Counts accounts by what becomes of their functions."""

    def __init__(self) -> None:
        self._counts: Counter[_Place] = Counter()
        self._examples: dict[_Place, list[str]] = {}

    def add(
        self, changes: Sequence[FunctionChange], accounts: int, examples: Sequence[str]
    ) -> None:
        """Take in what becomes of so many accounts that are alike."""
        for change in changes:
            for turn in change.turns:
                before, after = _parties(turn, change.before), _parties(turn, change.after)
                place = (turn, change.function, before, after)
                self._counts[place] += accounts
                some = self._examples.setdefault(place, [])
                some.extend(examples[: EXAMPLES - len(some)])

    def changes(self) -> OwnershipChanges:
        """Return all that was taken in."""
        ordered = sorted(self._counts.items(), key=lambda item: (-item[1], item[0]))
        return OwnershipChanges(
            tuple(Moved(*place, count, tuple(self._examples[place])) for place, count in ordered)
        )


def _parties(turn: Turn, side: Outcome | None) -> tuple[DepartmentKey, ...]:
    if side is None:
        return ()
    if turn is Turn.SUPPORTERS_CHANGE:
        return tuple(sorted(side.supporters))
    return (side.owner,) if side.owner else tuple(sorted(side.candidates))
