"""What a scenario does to who owns and who supports what, each change with its cause."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.books import RuleBook
from graph.ownership.changes import FunctionChange, Side
from graph.ownership.indexes import RuleIndex
from graph.ownership.memories import Memory
from graph.ownership.resolutions import Resolver
from graph.ownership.segments import Eye
from graph.reorganization.cell_indexes import numbers_in
from graph.reorganization.organizations import Part
from graph.reorganization.peers import Place, Survey, answered, peer_groups, tells_apart
from graph.reorganization.touches import Touch

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date

    from graph.model.vocabularies import Function
    from graph.ownership.changes import Outcome
    from graph.reorganization.organizations import Organization
    from graph.reorganization.peers import PeerGroup, Peers
    from graph.reorganization.populations import Cells, Population
    from graph.reorganization.replays import Replay, Step


@dataclass(frozen=True, slots=True)
class PeerChange:
    """A function of all accounts of peers that is answered otherwise.

    `cause` is the number of the operation after which it was answered as it is in the end.
    """

    peers: Peers
    change: FunctionChange
    cause: int

    @property
    def size(self) -> int:
        """How many accounts change."""
        return self.peers.size


@dataclass(frozen=True, slots=True)
class OwnershipImpact:
    """All changes, by function, and both sides to ask for explanations.

    `survey` has all accounts, as cells and peers; `touched` masks the peers of each function whose
    answer, on any day, a step can have changed.
    """

    survey: Survey
    touched: Mapping[Function, int]
    changes: tuple[PeerChange, ...]
    before: Side
    after: Side

    @property
    def cells(self) -> Cells:
        """The cells, and which of them each account is in."""
        return self.survey.cells

    def outcomes(
        self, function: Function, cells: frozenset[int]
    ) -> list[tuple[Peers, Outcome, Outcome]]:
        """Return the peers that have any of these cells, as they are answered before and after."""
        known = {
            one.peers: one.change.after
            for one in self.changes
            if one.change.function is function and one.change.after is not None
        }
        found: list[tuple[Peers, Outcome, Outcome]] = []
        for number, one in enumerate(self.survey.groups[function].peers):
            if not cells.isdisjoint(one.cells):
                was = self.survey.before(function, number, self.before)
                found.append((one, was, known.get(one, was)))
        return found


class Base:
    """A version that scenarios are tried on: its organization, its accounts, its resolver.

    It remembers what does not depend on a scenario. `staffed` are departments whose posts and
    holdings the organization has, all of them.
    """

    def __init__(
        self, organization: Organization, population: Population, resolver: Resolver | None = None
    ) -> None:
        self.staffed: frozenset[str] = frozenset()
        self.organization = organization
        self.population = population
        self.resolver = resolver or Resolver(organization.book())
        self.eye = Eye(self.resolver.book)
        self._surveys: dict[frozenset[object], Survey] = {}

    def with_organization(self, organization: Organization, staffed: Iterable[str] = ()) -> Base:
        """Return the base with more of its organization that decides nothing of ownership."""
        base = Base(organization, self.population, self.resolver)
        base.staffed = self.staffed.union(staffed)
        base._surveys = self._surveys
        return base

    def held(self, day: date) -> Counter[Place]:
        """Return how many accounts each department has for each function on a day.

        Those that it owns, or for a function that is only supported, supports.
        """
        return self.survey(self.resolver.book, self.resolver.index).held(Side(self.resolver, day))

    def survey(self, book: RuleBook, index: RuleIndex) -> Survey:
        """Return the cells and peers for a book that has all of the base and more.

        That of a book by which nothing else is told apart than by the base is remembered.
        """
        sees = Eye(book)
        same = not any(True for _ in _more(self.eye, sees))
        apart = tells_apart(book)
        known = self._surveys.get(apart) if same else None
        if known is None:
            cells = self.population.cut(self.eye, sees, frozenset(book.exceptions_by_account))
            known = Survey(cells, peer_groups(cells.cells, book, index))
            if same and apart == tells_apart(self.resolver.book):
                self._surveys.clear()
                self._surveys[apart] = known
        return known


def ownership_impact(base: Base, replayed: Replay, day: date) -> OwnershipImpact:
    """Compare what both sides answer on a day, wherever a step can have changed anything."""
    book = _all_that_ever_was(replayed)
    index = RuleIndex(book)
    survey = base.survey(book, index)
    touches = _touches(replayed, survey.groups)
    states = _States(base, index, day)
    before, after = Side(base.resolver, day), states.side(replayed.result)
    causes = _Causes(replayed.steps, states)
    touched = dict.fromkeys(survey.groups, 0)
    for touch in touches:
        for function, mask in touch.masks.items():
            touched[function] |= mask
    changes: list[PeerChange] = []
    for function, group in survey.groups.items():
        found: dict[int, tuple[Outcome, Outcome]] = {}
        for number in numbers_in(touched[function]):
            was = survey.before(function, number, before)
            will_be = answered(group.peers[number], function, after)
            if was != will_be:
                found[number] = was, will_be
        places = _places(touches, function, found)
        changes += (
            PeerChange(
                group.peers[number],
                FunctionChange(function, was, will_be),
                causes.of(group.peers[number], function, will_be, places[number]),
            )
            for number, (was, will_be) in found.items()
        )
    return OwnershipImpact(survey, touched, tuple(changes), before, states.alone(replayed.result))


def _places(
    touches: Sequence[Touch], function: Function, found: Mapping[int, object]
) -> dict[int, list[int]]:
    """Return the places of the steps that can have changed each answer, in their order."""
    changed = sum(1 << number for number in found)
    places: dict[int, list[int]] = {}
    for place, touch in enumerate(touches):
        for number in numbers_in(touch.masks.get(function, 0) & changed):
            places.setdefault(number, []).append(place)
    return places


def _touches(replayed: Replay, groups: Mapping[Function, PeerGroup]) -> list[Touch]:
    """Return what each step can have changed, of the peers of each function."""
    return [
        Touch(groups).of(before, step.after, step.edits)
        for before, step in zip(_befores(replayed), replayed.steps, strict=True)
    ]


class _States:
    """Asks about states on a day; those with the same departments share what they found out.

    `index` has the rules of all states. The parts of a state that was asked must stay.
    """

    def __init__(self, base: Base, index: RuleIndex, day: date) -> None:
        self._index = index
        self._day = day
        self._trees = {id(base.organization.departments): base.resolver.memory.tree}
        self._firsts: dict[int, Memory] = {}
        self._memories: dict[tuple[int, int], Memory] = {}

    def side(self, state: Organization) -> Side:
        """Return a state as a side of changes."""
        book = state.book()
        index = self._index.only(state.rules.values())
        return Side(Resolver(book, index, self._memory(state, book)), self._day)

    def alone(self, state: Organization) -> Side:
        """Return a state as a side that keeps nothing of what was found out for others."""
        index = self._index.only(state.rules.values())
        return Side(Resolver(state.book(), index), self._day)

    def _memory(self, state: Organization, book: RuleBook) -> Memory:
        departments, place = id(state.departments), (id(state.departments), id(state.coverages))
        memory = self._memories.get(place)
        if memory is None:
            first = self._firsts.get(departments)
            memory = Memory(book, self._trees.get(departments), first)
            self._firsts.setdefault(departments, memory)
            self._memories[place] = memory
        return memory


class _Causes:
    """Finds the operation that a change comes from: the last after which the answer was another."""

    def __init__(self, steps: Sequence[Step], states: _States) -> None:
        self._steps = steps
        self._states = states
        self._sides: dict[int, Side] = {}

    def of(self, peers: Peers, function: Function, after: Outcome, places: Sequence[int]) -> int:
        """Return the number of the operation, of those at these places that can be it."""
        for earlier, place in zip(reversed(places[:-1]), reversed(places[1:]), strict=True):
            if answered(peers, function, self._side(earlier)) != after:
                return self._steps[place].number
        return self._steps[places[0]].number

    def _side(self, place: int) -> Side:
        side = self._sides.get(place)
        if side is None:
            side = self._sides[place] = self._states.side(self._steps[place].after)
        return side


def _befores(replayed: Replay) -> Iterator[Organization]:
    now = replayed.base
    for step in replayed.steps:
        yield now
        now = step.after


def _all_that_ever_was(replayed: Replay) -> RuleBook:
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
