"""How many accounts departments have for each of their people, before and after a scenario."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from graph.model.keys import DepartmentKey
from graph.model.vocabularies import Function
from graph.reorganization.headcounts import headcounts_of
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.reorganization.headcounts import Headcounts
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.ownership_impacts import Base, OwnershipImpact
    from graph.reorganization.peers import Place
    from graph.reorganization.replays import Replay

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Load:
    """The accounts that a department has for a function, and the people it has."""

    accounts: int
    people: int

    @property
    def per_person(self) -> Decimal | None:
        """Accounts for each person, to the hundredth; None where nobody is there."""
        if not self.people:
            return None
        return (Decimal(self.accounts) / self.people).quantize(HUNDREDTH)

    @property
    def lacks_people(self) -> bool:
        """Whether there are accounts and nobody for them."""
        return self.accounts > 0 and self.people == 0

    def excess(self, capacity: int | None) -> int:
        """Return how many accounts are beyond what the people there can serve.

        None are where no capacity is stated, or nobody is there: that is `lacks_people`.
        """
        if capacity is None or not self.people:
            return 0
        return max(self.accounts - capacity * self.people, 0)


@dataclass(frozen=True, slots=True)
class LoadChange:
    """A department's load for a function that changes; `capacity` is in accounts per person."""

    department: str
    function: Function
    before: Load
    after: Load
    capacity: int | None

    @property
    def above_before(self) -> bool:
        """Whether it had more accounts than its people could serve."""
        return self.before.excess(self.capacity) > 0

    @property
    def above_after(self) -> bool:
        """Whether it will have more accounts than its people can serve."""
        return self.after.excess(self.capacity) > 0

    @property
    def growth(self) -> Decimal:
        """By how many accounts per person it grows; nobody there counts as no load."""
        zero = Decimal(0)
        return (self.after.per_person or zero) - (self.before.per_person or zero)


class LoadImpact:
    """What a scenario does to the loads of departments; nothing is counted before it is asked."""

    def __init__(
        self,
        base: Base,
        replayed: Replay,
        ownership: OwnershipImpact,
        capacities: Mapping[Function, int],
        headcounts: Headcounts | None = None,
    ) -> None:
        self._base = base
        self._replayed = replayed
        self._ownership = ownership
        self._capacities = capacities
        self._headcounts = headcounts

    @cached_property
    def changes(self) -> list[LoadChange]:
        """The loads that change, the worst first.

        First come those above their capacity after, by their accounts beyond it; then accounts that
        nobody is there for; then the others, by how much they grow.
        """
        was, will_be = self._held()
        base, result = self._replayed.base, self._replayed.result
        day = self._ownership.before.day
        staff = self._headcounts or headcounts_of(base, day)
        before = _Side(base, was, staff)
        after = _Side(result, will_be, staff.after(self._replayed, day))
        found = (
            LoadChange(
                *(department, function, before.load(department, function)),
                *(after.load(department, function), self._capacities.get(function)),
            )
            for department, function in self._places(was, will_be)
        )
        return sorted((one for one in found if one.before != one.after), key=_badness)

    @property
    def above(self) -> list[LoadChange]:
        """Those above their capacity after, the farthest first."""
        return [one for one in self.changes if one.above_after]

    @property
    def unserved(self) -> list[LoadChange]:
        """Those with accounts and nobody for them after, the most accounts first."""
        return [one for one in self.changes if one.after.lacks_people]

    def _held(self) -> tuple[Counter[Place], Counter[Place]]:
        """Return how many accounts each department has for each function, before and after."""
        was = self._base.held(self._ownership.before.day)
        will_be = Counter(was)
        for one in self._ownership.changes:
            for side, sign in ((one.change.before, -1), (one.change.after, 1)):
                for key in side.holders if side else ():
                    will_be[key, one.change.function] += sign * one.size
        return was, will_be

    def _places(self, was: Mapping[Place, int], will_be: Mapping[Place, int]) -> Iterator[Place]:
        """Yield where a load can have changed: at what is touched, and at what is around that."""
        changed = self._touched()
        touched = {
            around.key
            for organization in (self._replayed.base, self._replayed.result)
            for key in changed
            for around in organization.around(key)
        }
        for key in sorted(touched):
            for function in Function:
                if was.get((key, function)) or will_be.get((key, function)):
                    yield key, function

    def _touched(self) -> set[str]:
        found: set[str] = {
            key
            for one in self._ownership.changes
            for side in (one.change.before, one.change.after)
            if side is not None
            for key in side.holders
        }
        for edit in self._replayed.edits:
            found.update(self._departments(edit))
        return found

    def _departments(self, edit: Edit) -> Iterator[str]:
        """Yield the departments in which an edit can change who is there."""
        for organization, side in (
            (self._replayed.base, edit.before),
            (self._replayed.result, edit.after),
        ):
            if side is None:
                continue
            if edit.part is Part.DEPARTMENTS:
                yield edit.key
            elif edit.part in {Part.POSTS, Part.HOLDINGS}:
                key = edit.key if edit.part is Part.POSTS else side.post
                post = organization.posts.get(key)
                if post is not None:
                    yield from (post.department, *post.other_departments)


class _Side:
    """An organization with what its departments have to do."""

    def __init__(
        self, organization: Organization, held: Mapping[Place, int], headcounts: Headcounts
    ) -> None:
        self._organization = organization
        self._held = held
        self._headcounts = headcounts

    def load(self, department: str, function: Function) -> Load:
        accounts = self._held.get((department, function), 0)
        return Load(accounts, self._headcounts.people([*self._serving(department, function)]))

    def _serving(self, department: str, function: Function) -> Iterator[str]:
        """Yield a department and those inside it whose people serve its accounts.

        Whatever has accounts for the function itself, or says that it is for other functions, has
        its own people, with all that is inside it.
        """
        if DepartmentKey(department) not in self._organization.departments:
            return
        waiting = [department]
        while waiting:
            key = waiting.pop()
            yield key
            waiting.extend(
                child.key
                for child in self._organization.children.get(key, ())
                if not self._held.get((child.key, function))
                and (not child.functions or function in child.functions)
            )


def _badness(one: LoadChange) -> tuple[int, Decimal | int, str, Function]:
    if one.above_after:
        rank, size = 0, one.after.excess(one.capacity)
    elif one.after.lacks_people:
        rank, size = 1, one.after.accounts
    else:
        return (2, -one.growth, one.department, one.function)
    return (rank, -size, one.department, one.function)
