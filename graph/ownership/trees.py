"""The tree of departments as targets look at it: what lies inside units, and on which days."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from graph.model.vocabularies import DepartmentKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.model.departments import Department
    from graph.model.keys import DepartmentKey
    from graph.ownership.books import RuleBook

UNITS = frozenset({DepartmentKind.REGION, DepartmentKind.BRANCH})


class DepartmentTree:
    """The departments of a book; it remembers what it found inside them.

    `borders` are the days on which any department begins or ends.
    """

    def __init__(self, book: RuleBook) -> None:
        self.by_key = book.department_by_key
        self.borders = frozenset(
            day for department in book.departments for day in department.validity.borders()
        )
        self._children: dict[DepartmentKey, list[Department]] = {}
        for department in book.departments:
            if department.parent is not None:
                self._children.setdefault(department.parent, []).append(department)
        self._inside: dict[tuple[DepartmentKey, str], tuple[tuple[int, Department], ...]] = {}
        self._borders_inside: dict[tuple[DepartmentKey, str], frozenset[date]] = {}

    def inside(self, unit: DepartmentKey, specialty: str) -> tuple[tuple[int, Department], ...]:
        """Return the departments with a specialty below a unit, the nearest first, with depth.

        What lies in a region or branch nested in the unit is not inside it.
        """
        known = self._inside.get((unit, specialty))
        if known is None:
            below = (pair for pair in self._below(unit) if specialty in pair[1].specialties)
            known = tuple(sorted(below, key=lambda pair: (pair[0], pair[1].key)))
            self._inside[unit, specialty] = known
        return known

    def borders_inside(self, unit: DepartmentKey, specialty: str) -> frozenset[date]:
        """Return the days on which a unit, or what has a specialty inside it, begins or ends."""
        known = self._borders_inside.get((unit, specialty))
        if known is None:
            inside = (department for _, department in self.inside(unit, specialty))
            known = self._borders_inside[unit, specialty] = frozenset(
                day
                for department in (self.by_key[unit], *inside)
                for day in department.validity.borders()
            )
        return known

    def _below(self, unit: DepartmentKey) -> Iterator[tuple[int, Department]]:
        seen = {unit}
        waiting = deque([(1, unit)])
        while waiting:
            depth, parent = waiting.popleft()
            for child in self._children.get(parent, ()):
                if child.key not in seen and child.kind not in UNITS:
                    seen.add(child.key)
                    waiting.append((depth + 1, child.key))
                    yield depth, child
