"""Accounts counted by what becomes of who owns and who supports them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from graph.ownership.changes import Group, Turn, changes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.model.keys import AccountKey, DepartmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.changes import Outcome, Side
    from graph.ownership.facts import Facts

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


@dataclass(frozen=True, slots=True)
class Alike:
    """So many accounts that are one group, and some of their keys."""

    group: Group
    accounts: int
    examples: Sequence[str]


def moves(before: Side, after: Side, alike: Iterable[Alike]) -> OwnershipChanges:
    """Return what becomes of the functions of all these accounts."""
    counts: Counter[_Place] = Counter()
    examples: dict[_Place, list[str]] = {}
    for one in alike:
        for change in changes_of(one.group, before, after):
            for turn in change.turns:
                parties = (_parties(turn, change.before), _parties(turn, change.after))
                place = (turn, change.function, *parties)
                counts[place] += one.accounts
                some = examples.setdefault(place, [])
                some.extend(one.examples[: EXAMPLES - len(some)])
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return OwnershipChanges(
        tuple(Moved(*place, count, tuple(examples[place])) for place, count in ordered)
    )


def one_by_one(
    accounts: Iterable[AccountKey],
    before: Mapping[AccountKey, Facts],
    after: Mapping[AccountKey, Facts],
) -> Iterator[Alike]:
    """Yield each account as a group of its own: those that exceptions are about."""
    for account in accounts:
        group = Group(before=before.get(account), after=after.get(account), account=account)
        yield Alike(group, 1, [account])


def _parties(turn: Turn, side: Outcome | None) -> tuple[DepartmentKey, ...]:
    if side is None:
        return ()
    if turn is Turn.SUPPORTERS_CHANGE:
        return tuple(sorted(side.supporters))
    return (side.owner,) if side.owner else tuple(sorted(side.candidates))
