"""Regions and branches, and who a statement about every one of them stands for."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.ownership.trees import UNITS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.model.departments import Department
    from graph.model.keys import DepartmentKey
    from graph.model.vocabularies import DepartmentKind


class Units:
    """The regions and branches, and what is inside each: who a relative party stands for."""

    def __init__(self, all_departments: Iterable[Department]) -> None:
        self._by_key = {department.key: department for department in all_departments}
        self._inside: dict[tuple[DepartmentKind, str], list[DepartmentKey]] = defaultdict(list)
        self._of_kind: dict[DepartmentKind, list[DepartmentKey]] = defaultdict(list)
        for department in self._by_key.values():
            if department.kind in UNITS:
                self._of_kind[department.kind].append(department.key)
            elif unit := self._unit_around(department):
                for specialty in department.specialties:
                    self._inside[unit.kind, specialty].append(department.key)

    def parties(self, within: DepartmentKind, specialty: str | None) -> Sequence[DepartmentKey]:
        """Return that department of every such unit; without a specialty, the units themselves."""
        if specialty is None:
            return self._of_kind.get(within, [])
        return self._inside.get((within, specialty), [])

    def _unit_around(self, department: Department) -> Department | None:
        seen: set[DepartmentKey] = set()
        around = department
        while around.parent and around.parent not in seen and around.parent in self._by_key:
            seen.add(around.parent)
            around = self._by_key[around.parent]
            if around.kind in UNITS:
                return around
        return None
