"""What a scenario does to who owns and who supports what, each change with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.books import RuleBook
from graph.ownership.changes import FunctionChange, Side, outcome
from graph.ownership.resolutions import Resolver
from graph.ownership.segments import Eye
from graph.reorganization.cell_indexes import CellIndex, numbers_in
from graph.reorganization.organizations import Part
from graph.reorganization.touches import Touch

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date

    from graph.model.keys import AccountKey
    from graph.model.vocabularies import Function
    from graph.ownership.changes import Outcome
    from graph.reorganization.loads import Place
    from graph.reorganization.organizations import Organization
    from graph.reorganization.populations import Cell, Cells, Population
    from graph.reorganization.replays import Replay, Step


@dataclass(frozen=True, slots=True)
class CellChange:
    """A function of all accounts of a cell that is answered otherwise.

    `cause` is the number of the operation after which it was answered as it is in the end.
    """

    cell: int
    change: FunctionChange
    cause: int


@dataclass(frozen=True, slots=True)
class OwnershipImpact:
    """All changes, by cell and function, and both sides to ask for explanations."""

    cells: Cells
    changes: tuple[CellChange, ...]
    before: Side
    after: Side


class Base:
    """A version that scenarios are tried on: its organization, its accounts, its resolver.

    It remembers what does not depend on a scenario.
    """

    def __init__(
        self, organization: Organization, population: Population, resolver: Resolver | None = None
    ) -> None:
        self.organization = organization
        self.population = population
        self.resolver = resolver or Resolver(organization.book())
        self.eye = Eye(self.resolver.book)
        self._cells: dict[frozenset[AccountKey], tuple[Cells, CellIndex]] = {}
        self.held: dict[date, Counter[Place]] = {}

    def with_organization(self, organization: Organization) -> Base:
        """Return the base with more of its organization that decides nothing of ownership."""
        base = Base(organization, self.population, self.resolver)
        base._cells = self._cells
        base.held = self.held
        return base

    def cells(self, book: RuleBook) -> tuple[Cells, CellIndex]:
        """Return the cells for a book that has all of the base and more, and their index."""
        sees = Eye(book)
        apart = frozenset(book.exceptions_by_account)
        same = not any(True for _ in _more(self.eye, sees))
        known = self._cells.get(apart) if same else None
        if known is None:
            cells = self.population.cut(self.eye, sees, apart)
            known = cells, CellIndex(cells.cells)
            if same:
                self._cells.clear()  # bases with more of the organization share it
                self._cells[apart] = known
        return known


def ownership_impact(base: Base, replayed: Replay, day: date) -> OwnershipImpact:
    """Compare what both sides answer on a day, wherever a step can have changed anything."""
    cells, index = base.cells(all_that_ever_was(replayed))
    touches = touches_of(replayed, index)
    before = Side(base.resolver, day)
    resolvers = _Resolvers(base)
    after = Side(resolvers.of(replayed.result), day)
    touched: dict[Function, int] = {}
    for touch in touches:
        for function, mask in touch.masks.items():
            touched[function] = touched.get(function, 0) | mask
    found = {
        (number, function): (was, will_be)
        for function, mask in sorted(touched.items())
        for number in numbers_in(mask)
        for was, will_be in (_both(cells.cells[number], function, before, after),)
        if was != will_be
    }
    causes = _Causes(replayed.steps, after, resolvers)
    candidates = _candidates(touches, found)
    changes = [
        CellChange(
            number,
            FunctionChange(function, was, will_be),
            causes.of(cells.cells[number], function, will_be, candidates[number, function]),
        )
        for (number, function), (was, will_be) in sorted(found.items(), key=lambda one: one[0])
    ]
    return OwnershipImpact(cells, tuple(changes), before, after)


def _candidates(
    touches: Sequence[Touch], found: Iterable[tuple[int, Function]]
) -> dict[tuple[int, Function], list[int]]:
    """Return the places of the steps that can have changed each answer, in their order."""
    changed: dict[Function, int] = {}
    for number, function in found:
        changed[function] = changed.get(function, 0) | 1 << number
    candidates: dict[tuple[int, Function], list[int]] = {}
    for place, touch in enumerate(touches):
        for function, mask in touch.masks.items():
            for number in numbers_in(mask & changed.get(function, 0)):
                candidates.setdefault((number, function), []).append(place)
    return candidates


def touches_of(replayed: Replay, index: CellIndex) -> list[Touch]:
    """Return what each step can have changed, of the cells of an index."""
    return [
        Touch(index).of(before, step.after, step.edits)
        for before, step in zip(_befores(replayed), replayed.steps, strict=True)
    ]


def _both(cell: Cell, function: Function, before: Side, after: Side) -> tuple[Outcome, Outcome]:
    return answered(cell, function, before), answered(cell, function, after)


def answered(cell: Cell, function: Function, side: Side) -> Outcome:
    """Return how a side answers for a cell."""
    return outcome(side.resolver.answer(cell.facts, function, side.day, cell.account))


class _Resolvers:
    """Makes resolvers of states; those with the same rules or departments share what they can."""

    def __init__(self, base: Base) -> None:
        state = base.organization
        self._indexes = {id(state.rules): base.resolver.index}
        self._targets = {(id(state.departments), id(state.coverages)): base.resolver.targets}

    def of(self, state: Organization) -> Resolver:
        """Return the resolver of a state, whose parts must stay as long as this does."""
        rules, places = id(state.rules), (id(state.departments), id(state.coverages))
        made = Resolver(state.book(), self._indexes.get(rules), self._targets.get(places))
        self._indexes.setdefault(rules, made.index)
        self._targets.setdefault(places, made.targets)
        return made


class _Causes:
    """Finds the operation that a change comes from: the last after which the answer was another."""

    def __init__(self, steps: Sequence[Step], after: Side, resolvers: _Resolvers) -> None:
        self._steps = steps
        self._after = after
        self._resolvers = resolvers
        self._sides: dict[int, Side] = {}

    def of(self, cell: Cell, function: Function, after: Outcome, places: Sequence[int]) -> int:
        """Return the number of the operation, of those at these places that can be it."""
        for earlier, place in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            if answered(cell, function, self._side(earlier)) != after:
                return self._steps[place].number
        return self._steps[places[0]].number

    def _side(self, place: int) -> Side:
        side = self._sides.get(place)
        if side is None:
            resolver = self._resolvers.of(self._steps[place].after)
            side = self._sides[place] = Side(resolver, self._after.day)
        return side


def _befores(replayed: Replay) -> Iterator[Organization]:
    now = replayed.base
    for step in replayed.steps:
        yield now
        now = step.after


def all_that_ever_was(replayed: Replay) -> RuleBook:
    """Return a book of everything that is there before, after or between."""
    book = replayed.base.book()
    more: dict[Part, list[object]] = {}
    for step in replayed.steps:
        for edit in step.edits:
            if edit.after is not None:
                more.setdefault(edit.part, []).append(edit.after)

    def with_more(part: Part) -> tuple[object, ...]:
        return (*getattr(book, part.value), *more.get(part, ()))

    return RuleBook(
        departments=with_more(Part.DEPARTMENTS),  # type: ignore[arg-type]
        coverages=with_more(Part.COVERAGES),  # type: ignore[arg-type]
        rules=with_more(Part.RULES),  # type: ignore[arg-type]
        exceptions=with_more(Part.EXCEPTIONS),  # type: ignore[arg-type]
        industries=book.industries,
        territories=book.territories,
    )


def _more(seen: Eye, sees: Eye) -> Iterator[bool]:
    """Yield for each thing that the second eye sees and the first does not."""
    for name in ("customers", "tags", "industries", "territories"):
        if getattr(sees, name) - getattr(seen, name):
            yield True
    for name in ("tier", "level"):
        if getattr(sees, name) and not getattr(seen, name):
            yield True
