"""The organization before and after, as far as a scenario touches it; the rest is folded."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.reorganization.organizations import Part
from graph.reorganization.reports.passages import flows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from graph.model.departments import Department
    from graph.reorganization.impacts import Impact
    from graph.reorganization.organizations import Organization
    from graph.reorganization.reports.labels import Label, Names

MOST = 42
"""Departments that pictures show one by one, if they are no higher than `ROWS` with all around."""
ROWS = 34
FEW = 2
"""So many untouched departments are shown rather than folded."""


class State(StrEnum):
    """What becomes of a department; the value is its class in pictures."""

    STAYS = "stays"
    INVOLVED = "involved"
    CHANGED = "changed"
    RENAMED = "renamed"
    MOVED = "moved"
    NEW = "new"
    REMOVED = "removed"


AMBER = (State.MOVED, State.RENAMED, State.CHANGED)
"""Departments that stay, but otherwise than before: they look alike."""


@dataclass(frozen=True, slots=True)
class Node:
    """A department in a picture; without a label, so many that are `folded` into one.

    `count` is how many functions of accounts it gives (before) or takes (after). A department with
    a label that has `folded` ones has them inside. `changing` of the folded change.
    """

    label: Label | None
    state: State = State.STAYS
    count: int = 0
    folded: int = 0
    changing: int = 0
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class TreePicture:
    """One side of the picture: the organization as it is, or as it will be."""

    title: str
    after: bool
    roots: tuple[Node, ...]


def trees(found: Impact, names: Names, titles: tuple[str, str]) -> tuple[TreePicture, TreePicture]:
    """Return both sides; they have no roots where nothing is touched."""
    gives, takes = _counts(found)
    told = {**dict.fromkeys((gives + takes), State.INVOLVED), **states(found)}
    shown = _most_telling(told, gives + takes)
    was, will_be = found.replayed.base, found.replayed.result
    before = _Side((was, will_be), told, gives, names.former)
    after = _Side((will_be, was), told, takes, names.department)
    sides = before.roots(shown), after.roots(shown)
    while len(shown) > 1 and max(map(_rows, sides)) > ROWS:
        shown = shown[: len(shown) * 4 // 5]
        sides = before.roots(shown), after.roots(shown)
    return (
        TreePicture(titles[0], after=False, roots=sides[0]),
        TreePicture(titles[1], after=True, roots=sides[1]),
    )


def _rows(nodes: Iterable[Node]) -> int:
    return sum(_rows(node.children) if node.children else 1 for node in nodes)


def _counts(found: Impact) -> tuple[Counter[str], Counter[str]]:
    """Return how many functions of accounts each department gives, and takes."""
    gives: Counter[str] = Counter()
    takes: Counter[str] = Counter()
    for flow in flows(found.accounts):
        gives.update(dict.fromkeys(flow.before.departments, flow.accounts))
        takes.update(dict.fromkeys(flow.after.departments, flow.accounts))
    return gives, takes


def states(found: Impact) -> dict[str, State]:
    """Return what becomes of each department that anything becomes of."""
    return {
        edit.key: state
        for edit in found.replayed.edits
        if edit.part is Part.DEPARTMENTS
        and (state := _state(edit.before, edit.after)) is not State.STAYS
    }


def _state(before: Department | None, after: Department | None) -> State:
    if before is None:
        return State.NEW
    if after is None:
        return State.REMOVED
    if before.parent != after.parent:
        return State.MOVED
    if (before.name, before.name_en) != (after.name, after.name_en):
        return State.RENAMED
    return State.STAYS if _work(before) == _work(after) else State.CHANGED


def _work(one: Department) -> tuple[object, ...]:
    return (one.kind, {*one.functions}, {*one.specialties}, {*one.resources})


def _most_telling(told: dict[str, State], totals: Mapping[str, int]) -> list[str]:
    """Return the departments to show, those with most accounts first.

    Two that change come before each that stays and only gives or takes accounts.
    """
    order = sorted(told, key=lambda key: (-totals.get(key, 0), key))
    stays = [key for key in order if told[key] is State.INVOLVED]
    changes = [key for key in order if told[key] is not State.INVOLVED]
    places = [(place // 2, 0, key) for place, key in enumerate(changes)]
    places += [(place, 1, key) for place, key in enumerate(stays)]
    return [key for *_, key in sorted(places)][:MOST]


class _Side:
    """One side of the picture: departments, what becomes of them, what they give or take."""

    def __init__(
        self,
        sides: tuple[Organization, Organization],
        told: dict[str, State],
        counts: Mapping[str, int],
        label: Callable[[str], Label],
    ) -> None:
        self._organization, self._other = sides
        self._told = told
        self._counts = counts
        self._label = label

    def roots(self, shown: Iterable[str]) -> tuple[Node, ...]:
        """Return the departments to show with what is around them on either side, from the top."""
        organization = self._organization
        around: set[str] = {
            one.key
            for key in shown
            for side in (organization, self._other)
            for near in side.around(key)
            for one in organization.around(near.key)
        }
        if not around:
            return ()
        tops = [
            one
            for one in organization.departments.values()
            if one.parent is None or one.parent not in organization.departments
        ]
        return tuple(self._nodes(tops, around))

    def _nodes(self, departments: Iterable[Department], around: set[str]) -> Iterator[Node]:
        rest: list[Department] = []
        for one in departments:
            if one.key in around:
                yield self._node(one, around)
            else:
                rest.append(one)
        if len(rest) <= FEW:
            yield from (self._node(one, around) for one in rest)
        else:
            changing = sum(self._changing(one) for one in rest)
            yield Node(None, folded=len(rest), changing=changing)

    def _node(self, one: Department, around: set[str]) -> Node:
        inside = self._organization.children.get(one.key, ())
        count = self._counts.get(one.key, 0)
        state = self._told.get(one.key, State.STAYS)
        if state is State.INVOLVED and not count:
            state = State.STAYS
        opened = any(child.key in around for child in inside)
        return Node(
            self._label(one.key),
            state,
            count,
            folded=0 if opened else len(inside),
            changing=0 if opened else self._changing(one) - self._changes(one),
            children=tuple(self._nodes(inside, around)) if opened else (),
        )

    def _changing(self, one: Department) -> int:
        return sum(self._changes(each) for each in (one, *self._organization.inside(one.key)))

    def _changes(self, one: Department) -> int:
        return int(self._told.get(one.key, State.INVOLVED) is not State.INVOLVED)
