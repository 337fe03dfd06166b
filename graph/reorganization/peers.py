"""Peers: cells that nothing ever said about a function tells apart, so they get the same answers.

A scenario's cells differ by what any rule looks at; what is said about one function tells far fewer
of them apart. Answers are looked for once for all peers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from graph.model.rules import RelativeTarget
from graph.model.vocabularies import Role
from graph.ownership.changes import outcome_of
from graph.reorganization.cell_indexes import CellIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from graph.model.rules import AssignmentRule
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.changes import Outcome, Side
    from graph.ownership.indexes import RuleIndex
    from graph.reorganization.populations import Cell, Cells


Place = tuple[str, "Function"]
"""A department, and a function that it owns or supports accounts for."""
KEPT_DAYS = 4
"""Days whose answers are remembered."""
KnownT = TypeVar("KnownT")


@dataclass(frozen=True, slots=True, eq=False)
class Peers:
    """The numbers of cells that are answered alike for a function, the lowest first.

    `cell` is one of them, to ask about; `size` counts their accounts.
    """

    cell: Cell
    cells: tuple[int, ...]
    size: int


@dataclass(frozen=True)
class PeerGroup:
    """All cells as peers for one function."""

    peers: tuple[Peers, ...]

    @cached_property
    def index(self) -> CellIndex:
        """Where those are that conditions accept."""
        return CellIndex([one.cell for one in self.peers])


class Survey:
    """The cells of a scenario and, for each function that anything is ever said of, the peers.

    It remembers how the side of the base answers, for a few days.
    """

    def __init__(self, cells: Cells, groups: Mapping[Function, PeerGroup]) -> None:
        self.cells = cells
        self.groups = groups
        self._known: dict[date, dict[tuple[Function, int], Outcome]] = {}
        self._held: dict[date, Counter[Place]] = {}

    def before(self, function: Function, number: int, side: Side) -> Outcome:
        """Return how peers, by number, are answered for a function on the side of the base."""
        of_day = _of_day(self._known, side.day, dict[tuple["Function", int], "Outcome"])
        known = of_day.get((function, number))
        if known is None:
            known = answered(self.groups[function].peers[number], function, side)
            of_day[function, number] = known
        return known

    def held(self, side: Side) -> Counter[Place]:
        """Return how many accounts each department has for each function on the base's side."""
        held = _of_day(self._held, side.day, Counter[Place])
        if not held:
            for function, group in self.groups.items():
                for number, peers in enumerate(group.peers):
                    for key in self.before(function, number, side).holders:
                        held[key, function] += peers.size
        return held


def _of_day(known: dict[date, KnownT], day: date, new: Callable[[], KnownT]) -> KnownT:
    """Return what is known of a day; only the last few days are remembered."""
    found = known.get(day)
    if found is None:
        while len(known) >= KEPT_DAYS:
            known.pop(next(iter(known)))
        found = known[day] = new()
    return found


def answered(peers: Peers, function: Function, side: Side) -> Outcome:
    """Return how a side answers for peers."""
    return outcome_of(side, peers.cell.facts, function, peers.cell.account)


def peer_groups(
    cells: Sequence[Cell], book: RuleBook, index: RuleIndex
) -> dict[Function, PeerGroup]:
    """Return cells as peers for each function.

    `book` has everything that is there before, after or between; `index` are its rules.
    """
    matching = [index.matching(cell.facts) for cell in cells]
    relative = index.mask(_is_relative)
    excepted = {(one.account, one.function) for one in book.exceptions}
    found: dict[Function, PeerGroup] = {}
    for function in book.functions:
        asked = index.asked(function, Role.OWNER) | index.asked(function, Role.SUPPORTER)
        alike: dict[object, list[int]] = {}
        for number, cell in enumerate(cells):
            rules = matching[number] & asked
            place = cell.facts.territories if rules & relative else None
            account = cell.account if (cell.account, function) in excepted else None
            alike.setdefault((rules, place, account), []).append(number)
        found[function] = PeerGroup(tuple(_peers(cells, numbers) for numbers in alike.values()))
    return found


def tells_apart(book: RuleBook) -> frozenset[object]:
    """Return everything by which a book tells cells apart: with equal ones, peers are the same."""
    rules = ((one.function, one.conditions, _is_relative(one)) for one in book.rules)
    return frozenset((*rules, *((one.function, one.account) for one in book.exceptions)))


def _is_relative(rule: AssignmentRule) -> bool:
    return isinstance(rule.target, RelativeTarget)


def _peers(cells: Sequence[Cell], numbers: list[int]) -> Peers:
    return Peers(cells[numbers[0]], tuple(numbers), sum(cells[one].size for one in numbers))
