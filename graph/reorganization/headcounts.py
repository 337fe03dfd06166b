"""How many people departments have on a day, exact for people with several posts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from datetime import date

    from graph.model.intervals import Interval
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.replays import Replay


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A person holds a post in a department; a post in two departments gives two seats."""

    person: str
    post: str
    department: str


@dataclass(frozen=True)
class Headcounts:
    """The people in departments on one day.

    `alone` counts by department those who have a single seat in all: nobody needs their names.
    `seats` are all seats of everybody else, so that a person is never counted twice.
    """

    alone: Mapping[str, int]
    seats: tuple[Seat, ...]

    def people(self, departments: Collection[str]) -> int:
        """Return how many people hold a post in any of these departments, each counted once."""
        named = frozenset[str]().union(*(self._named.get(one, ()) for one in departments))
        return sum(self.alone.get(one, 0) for one in departments) + len(named)

    def after(self, replayed: Replay, day: date) -> Headcounts:
        """Return the headcounts of the same day after a scenario."""
        posts = {post for edit in replayed.edits for post in _posts(edit)}
        if not posts:
            return self
        named = {seat.person for seat in self.seats}
        alone = Counter(self.alone)
        alone.subtract(
            seat.department
            for seat in _seats(replayed.base, day, posts)
            if seat.person not in named
        )
        kept = (seat for seat in self.seats if seat.post not in posts)
        return Headcounts(alone, (*kept, *sorted(_seats(replayed.result, day, posts))))

    @cached_property
    def _named(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for seat in self.seats:
            found.setdefault(seat.department, set()).add(seat.person)
        return {department: frozenset(people) for department, people in found.items()}


@dataclass(frozen=True, slots=True)
class StaffSpan:
    """The people in a department for a time; `seats` are those of people who have several."""

    department: str
    validity: Interval
    alone: int
    seats: tuple[Seat, ...]


@dataclass(frozen=True, slots=True)
class Staff:
    """Who is in which department, over all time."""

    spans: tuple[StaffSpan, ...]

    def on(self, day: date) -> Headcounts:
        """Return the headcounts of a day."""
        there = [span for span in self.spans if span.validity.contains(day)]
        alone = Counter[str]()
        for span in there:
            alone[span.department] += span.alone
        return _headcounts(alone, {seat for span in there for seat in span.seats})


def headcounts_of(organization: Organization, day: date) -> Headcounts:
    """Return the headcounts of an organization that has all of its posts and holdings."""
    return _headcounts(Counter(), _seats(organization, day, organization.posts.keys()))


def _headcounts(alone: Counter[str], seats: Collection[Seat]) -> Headcounts:
    """Return headcounts of people that are alone already, and of those that these seats name."""
    having = Counter(seat.person for seat in seats)
    alone = alone + Counter(seat.department for seat in seats if having[seat.person] == 1)
    return Headcounts(alone, tuple(sorted(seat for seat in seats if having[seat.person] > 1)))


def _seats(organization: Organization, day: date, posts: Collection[str]) -> frozenset[Seat]:
    """Return who sits where on a day, of these posts."""
    return frozenset(_each_seat(organization, day, posts))


def _each_seat(organization: Organization, day: date, posts: Collection[str]) -> Iterator[Seat]:
    for holding in organization.holdings.values():
        post = organization.posts.get(holding.post) if holding.post in posts else None
        if post and holding.validity.contains(day) and post.validity.contains(day):
            for department in (post.department, *post.other_departments):
                yield Seat(holding.person, post.key, department)


def _posts(edit: Edit) -> Iterable[str]:
    """Return the posts whose seats an edit changes."""
    if edit.part is Part.POSTS:
        return (edit.key,)
    if edit.part is Part.HOLDINGS:
        return (side.post for side in (edit.before, edit.after) if side is not None)
    return ()
