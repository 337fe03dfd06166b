"""Operations done one after the other, on an organization that stays as it is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from graph.model.keys import DepartmentKey
from graph.ownership.units import Units
from graph.reorganization.duties import standing
from graph.reorganization.organizations import Edit, Organization, Part
from graph.reorganization.refusals import Refusal, Refused
from graph.reorganization.templates import missing_targets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from graph.reorganization.operations.bases import Operation


@dataclass(frozen=True, slots=True)
class Step:
    """One operation that was done: what it changed, and the organization after it.

    `successors` are the departments that follow those it removed.
    """

    number: int
    operation: Operation
    edits: tuple[Edit, ...]
    successors: dict[DepartmentKey, list[DepartmentKey]]
    after: Organization

    def inverse(self) -> tuple[Edit, ...]:
        """Return the edits that take this step back, the last first."""
        return tuple(edit.reversed() for edit in reversed(self.edits))


@dataclass(frozen=True, slots=True)
class Replay:
    """A scenario done on a base: every step, what could not be done, and what follows by itself.

    `follows` are edits that no operation makes: duties and targets stated for every unit of a kind,
    which mean others now, or nobody any more.
    """

    base: Organization
    steps: tuple[Step, ...]
    refusals: tuple[Refusal, ...]
    follows: tuple[Edit, ...]
    result: Organization

    @property
    def edits(self) -> list[Edit]:
        """What differs in the end, each thing once."""
        first: dict[tuple[Part, str], Edit] = {}
        for edit in chain(*(step.edits for step in self.steps), self.follows):
            place = (edit.part, edit.key)
            before = first[place].before if place in first else edit.before
            first[place] = Edit(*place, before, edit.after)
        return [edit for edit in first.values() if edit.before != edit.after]

    @property
    def successors(self) -> dict[DepartmentKey, frozenset[DepartmentKey]]:
        """Who follows each department of the base that is no more; nobody: an empty set.

        Whoever followed and was removed in its turn is replaced by who follows them.
        """
        follows: dict[DepartmentKey, list[DepartmentKey]] = {}
        for step in self.steps:
            follows.update(step.successors)
        return {
            key: frozenset(self._last(key, follows, frozenset()))
            for key in map(DepartmentKey, self.base.departments)
            if key not in self.result.departments
        }

    def _last(
        self,
        key: DepartmentKey,
        follows: dict[DepartmentKey, list[DepartmentKey]],
        seen: frozenset[DepartmentKey],
    ) -> Iterator[DepartmentKey]:
        for one in follows.get(key, []):
            if one in self.result.departments:
                yield one
            elif one not in seen:
                yield from self._last(one, follows, seen | {one})


def replay(base: Organization, operations: Sequence[Operation], day: date) -> Replay:
    """Do operations in their order; one that cannot be done is left out and named."""
    now = base
    steps: list[Step] = []
    refusals: list[Refusal] = []
    for number, operation in enumerate(operations, start=1):
        try:
            edits = operation.edits(now, day)
            successors = dict(operation.successors(now))
        except Refused as refused:
            name = str(getattr(operation, "op", ""))
            refusals.append(Refusal(number, name, refused.message, refused.about))
            continue
        now = now.edited(edits)
        steps.append(Step(number, operation, tuple(edits), successors, now))
    follows = tuple(_following(base, now))
    return Replay(base, tuple(steps), tuple(refusals), follows, now.edited(follows))


def _following(base: Organization, now: Organization) -> Iterator[Edit]:
    if now.departments is base.departments:
        return
    units = Units(now.departments.values())
    for duty in now.responsibilities.values():
        if any(one.within for one in duty.stated):
            after = standing(duty, units)
            if after != duty:
                yield Edit(Part.RESPONSIBILITIES, duty.key, duty, after)
    for stated in now.unit_targets.values():
        if not units.parties(stated.within, stated.specialty):
            yield Edit(Part.UNIT_TARGETS, stated.key, stated, None)
    yield from missing_targets(now, units)
