"""How a department is divided among several: who takes the place of what is inside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.trees import UNITS
from graph.reorganization.belongings import belongings
from graph.reorganization.counterparts import counterpart
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.departments import Department
    from graph.model.keys import DepartmentKey
    from graph.reorganization.coverings import Territories
    from graph.reorganization.organizations import Organization


@dataclass(frozen=True, slots=True)
class Divided:
    """A department that is no more, and what follows it in each part.

    `places` is where each part has what it takes: its counterpart, or what is around that.
    `heirs` are the counterparts. `rest` is the part that takes what none names, if any does.
    """

    department: DepartmentKey
    places: Mapping[DepartmentKey, DepartmentKey]
    heirs: tuple[DepartmentKey, ...]
    rest: DepartmentKey | None


@dataclass(frozen=True, slots=True)
class Moved:
    """A department that goes over as it is, with all inside, into another; by `part`."""

    department: DepartmentKey
    parent: DepartmentKey
    part: DepartmentKey


class Division:
    """A department, the parts that follow it by key, and what each names.

    What is inside has a counterpart in the parts, between which it is divided in its turn; or it
    moves as it is into the part that names it, or takes the rest. A region or branch inside goes
    with what it covers, where one part takes all of that.
    """

    def __init__(
        self,
        organization: Organization,
        named: Mapping[str, DepartmentKey],
        rest: DepartmentKey | None,
        territories: Territories,
    ) -> None:
        self._organization = organization
        self._named = named
        self._rest = rest
        self._territories = territories

    def of(
        self, department: DepartmentKey, parts: tuple[DepartmentKey, ...]
    ) -> Iterator[Divided | Moved]:
        """Yield what becomes of the department and of all inside, each after what it is part of.

        What no part takes is not in it.
        """
        top = Divided(department, {one: one for one in parts}, parts, self._rest)
        yield from self._inside(top)

    def _inside(self, divided: Divided) -> Iterator[Divided | Moved]:
        yield divided
        taken: set[DepartmentKey] = {divided.department}
        for child in self._organization.children.get(divided.department, ()):
            taker = self._taker(child) or divided.rest
            wanted = [*divided.places] if child.key not in self._named else [self._named[child.key]]
            matches = self._matches(child, divided, wanted, taken)
            if matches and (taker is None or taker in matches):
                places = {**divided.places, **matches}
                taken.update(matches.values())
                yield from self._inside(Divided(child.key, places, tuple(matches.values()), taker))
            elif taker is not None:
                yield Moved(child.key, divided.places[taker], taker)

    def _matches(
        self,
        child: Department,
        divided: Divided,
        wanted: list[DepartmentKey],
        taken: set[DepartmentKey],
    ) -> dict[DepartmentKey, DepartmentKey]:
        found = {
            part: counterpart(self._organization, child, divided.places[part], taken)
            for part in wanted
        }
        return {part: match.key for part, match in found.items() if match is not None}

    def _taker(self, child: Department) -> DepartmentKey | None:
        """Return the part that names a department inside, or all that it covers."""
        if child.key in self._named or child.kind not in UNITS:
            return self._named.get(child.key)
        takers = {
            self._named.get(self._territories.nearest(one.territory, self._named) or "")
            for one in self._organization.coverages.values()
            if one.department == child.key
        }
        return takers.pop() if len(takers) == 1 else None


def everything_of(organization: Organization, key: DepartmentKey) -> frozenset[str]:
    """Return the keys of all that a department has; of what it covers, the territories'."""
    found = belongings(organization, key)
    return frozenset(
        organization.coverages[one.key].territory if one.part is Part.COVERAGES else one.key
        for one in found
    ) | {child.key for child in organization.children.get(key, ())}
