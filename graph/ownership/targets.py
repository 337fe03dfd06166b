"""From a rule's target to departments: named, or found inside the unit that covers an account."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, RelativeTarget, VacantTarget
from graph.ownership.answers import Ground, Trace
from graph.ownership.trees import DepartmentTree

if TYPE_CHECKING:
    from datetime import date

    from graph.model.departments import Coverage
    from graph.model.keys import DepartmentKey, TerritoryKey
    from graph.model.rules import RuleTarget
    from graph.model.vocabularies import DepartmentKind
    from graph.ownership.books import RuleBook


@dataclass(frozen=True, slots=True)
class Place:
    """A department a target gave; the trace tells how, where the target is relative."""

    department: DepartmentKey
    trace: Trace | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a target gives on a day: places by key; or, with none, the ground and how far it came.

    A vacant target gives no places and no ground.
    """

    places: tuple[Place, ...] = ()
    ground: Ground | None = None
    trace: Trace | None = None


NOBODY = Found()


class Targets:
    """Finds departments for targets; it remembers what it found.

    `tree` may be that of another book with the same departments.
    """

    def __init__(self, book: RuleBook, tree: DepartmentTree | None = None) -> None:
        self.tree = tree or DepartmentTree(book)
        self._departments = self.tree.by_key
        self._coverages: dict[tuple[TerritoryKey, DepartmentKind], list[Coverage]] = {}
        days = set(self.tree.borders)
        for coverage in book.coverages:
            unit = self._departments.get(coverage.department)
            if unit is not None:
                place = (coverage.territory, unit.kind)
                self._coverages.setdefault(place, []).append(coverage)
                days.update(coverage.validity.borders())
        self._borders = sorted(days)
        self._found: dict[tuple[RuleTarget, tuple[TerritoryKey, ...], int], Found] = {}

    def found(self, target: RuleTarget, territories: tuple[TerritoryKey, ...], day: date) -> Found:
        """Return what a target gives an account with this path of territories on a day."""
        if isinstance(target, VacantTarget):
            return NOBODY
        path = territories if isinstance(target, RelativeTarget) else ()
        question = (target, path, bisect_right(self._borders, day))
        found = self._found.get(question)
        if found is None:
            if isinstance(target, NamedTarget):
                found = self._named(target.department, day)
            else:
                found = self._relative(target, territories, day)
            self._found[question] = found
        return found

    def borders(self, target: RuleTarget, territories: tuple[TerritoryKey, ...]) -> set[date]:
        """Return the days on which what the target gives may change."""
        if isinstance(target, VacantTarget) or not self._borders:
            return set()
        if isinstance(target, NamedTarget):
            department = self._departments.get(target.department)
            return set(department.validity.borders()) if department else set()
        days: set[date] = set()
        for territory in territories:
            for coverage in self._coverages.get((territory, target.within), ()):
                days.update(coverage.validity.borders())
                days.update(self.tree.borders_inside(coverage.department, target.specialty))
        return days

    def _named(self, key: DepartmentKey, day: date) -> Found:
        department = self._departments.get(key)
        if department is None:
            return Found(ground=Ground.DEPARTMENT_UNKNOWN)
        if not department.validity.contains(day):
            return Found(ground=Ground.DEPARTMENT_NOT_VALID)
        return Found((Place(key),))

    def _relative(
        self, target: RelativeTarget, territories: tuple[TerritoryKey, ...], day: date
    ) -> Found:
        trace = Trace(target.within, target.specialty, next(iter(territories), None))
        for territory in territories:
            units = self._covering(territory, target.within, day)
            if units:
                return self._in_units(target, territory, units, day)
        return Found(ground=Ground.NOT_COVERED, trace=trace)

    def _covering(
        self, territory: TerritoryKey, within: DepartmentKind, day: date
    ) -> list[DepartmentKey]:
        return sorted(
            {
                coverage.department
                for coverage in self._coverages.get((territory, within), ())
                if coverage.validity.contains(day)
                and self._departments[coverage.department].validity.contains(day)
            }
        )

    def _in_units(
        self,
        target: RelativeTarget,
        territory: TerritoryKey,
        units: list[DepartmentKey],
        day: date,
    ) -> Found:
        places: dict[DepartmentKey, Place] = {}
        for unit in units:
            trace = Trace(target.within, target.specialty, territory, unit)
            nearest: int | None = None
            for depth, department in self.tree.inside(unit, target.specialty):
                if nearest is not None and depth > nearest:
                    break
                if department.validity.contains(day):
                    nearest = depth
                    places.setdefault(department.key, Place(department.key, trace))
        if not places:
            trace = Trace(target.within, target.specialty, territory, units[0])
            return Found(ground=Ground.NO_SUCH_SPECIALTY, trace=trace)
        return Found(tuple(places[key] for key in sorted(places)))
