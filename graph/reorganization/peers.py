"""Peers: cells that nothing ever said about a function tells apart, so they get the same answers.

A scenario's cells differ by what any rule looks at; what is said about one function tells far fewer
of them apart. Answers are looked for once for all peers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.rules import RelativeTarget
from graph.model.vocabularies import Role
from graph.ownership.changes import outcome_of
from graph.reorganization.cell_indexes import CellIndex

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from graph.model.rules import AssignmentRule
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.changes import Outcome, Side
    from graph.ownership.indexes import RuleIndex
    from graph.reorganization.populations import Cell, Cells


KEPT_DAYS = 4
"""Days whose answers are remembered."""


@dataclass(frozen=True, slots=True, eq=False)
class Peers:
    """The numbers of cells that are answered alike for a function, the lowest first.

    `cell` is one of them, to ask about; `size` counts their accounts.
    """

    cell: Cell
    cells: tuple[int, ...]
    size: int


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """All cells as peers for one function, and where those are that conditions accept."""

    peers: tuple[Peers, ...]
    index: CellIndex


class Survey:
    """The cells of a scenario and, for each function that anything is ever said of, the peers.

    It remembers how a side answers that it was asked about.
    """

    def __init__(self, cells: Cells, groups: Mapping[Function, PeerGroup]) -> None:
        self.cells = cells
        self.groups = groups
        self._known: dict[date, dict[Function, list[Outcome]]] = {}

    def before(self, function: Function, side: Side) -> list[Outcome]:
        """Return how all peers are answered for a function on the side of the base."""
        of_day = self._known.get(side.day)
        if of_day is None:
            while len(self._known) >= KEPT_DAYS:
                self._known.pop(next(iter(self._known)))
            of_day = self._known[side.day] = {}
        known = of_day.get(function)
        if known is None:
            peers = self.groups[function].peers
            known = of_day[function] = [answered(one, function, side) for one in peers]
        return known


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
        peers = tuple(_peers(cells, numbers) for numbers in alike.values())
        found[function] = PeerGroup(peers, CellIndex([one.cell for one in peers]))
    return found


def tells_apart(book: RuleBook) -> frozenset[object]:
    """Return everything by which a book tells cells apart: with equal ones, peers are the same."""
    rules = ((one.function, one.conditions, _is_relative(one)) for one in book.rules)
    return frozenset((*rules, *((one.function, one.account) for one in book.exceptions)))


def _is_relative(rule: AssignmentRule) -> bool:
    return isinstance(rule.target, RelativeTarget)


def _peers(cells: Sequence[Cell], numbers: list[int]) -> Peers:
    return Peers(cells[numbers[0]], tuple(numbers), sum(cells[one].size for one in numbers))
