"""Territories inside each other, who covers one, and parts of what a unit covers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.reorganization.organizations import Edit, Part, coverage_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterator
    from datetime import date

    from graph.model.departments import Coverage
    from graph.model.keys import DepartmentKey, TerritoryKey
    from graph.model.vocabularies import DepartmentKind
    from graph.reorganization.organizations import Organization


class Territories:
    """The territories of an organization, by what is inside what."""

    def __init__(self, organization: Organization) -> None:
        self._known = organization.surroundings.territories
        self._inside: dict[str, list[TerritoryKey]] = {}
        for one in self._known.values():
            if one.parent is not None:
                self._inside.setdefault(one.parent, []).append(one.key)

    def around(self, territory: str) -> Iterator[str]:
        """Yield the territory, then what it is inside of, the nearest first."""
        seen: set[str] = set()
        here: str | None = territory
        while here is not None and here not in seen:
            seen.add(here)
            yield here
            known = self._known.get(here)
            here = known.parent if known else None

    def nearest(self, territory: str, among: Container[str]) -> str | None:
        """Return the territory, or the nearest around it, that is one of those."""
        return next((here for here in self.around(territory) if here in among), None)

    def is_divided(self, territory: str, among: Container[str]) -> bool:
        """Tell whether all that is inside a territory is among those, part by part."""
        inside = self._inside.get(territory, [])
        return bool(inside) and all(one in among or self.is_divided(one, among) for one in inside)


class Coverings:
    """The coverages of an organization that hold on a day or later, by territory.

    A unit covers a territory and all inside it, but what another of its kind covers nearer by.
    """

    def __init__(self, organization: Organization, day: date) -> None:
        self.territories = Territories(organization)
        self._departments = organization.departments
        self._of: dict[str, list[Coverage]] = {}
        for one in organization.coverages.values():
            if one.validity.until is None or day < one.validity.until:
                self._of.setdefault(one.territory, []).append(one)

    def covering(
        self, territory: str, kind: DepartmentKind, gone: DepartmentKey | None = None
    ) -> list[Coverage]:
        """Return the coverages by which units of a kind have a territory: the nearest around it.

        `gone` is a unit of that kind which may be no more.
        """
        for here in self.territories.around(territory):
            found = [one for one in self._of.get(here, ()) if self._is(one, kind, gone)]
            if found:
                return found
        return []

    def _is(self, one: Coverage, kind: DepartmentKind, gone: DepartmentKey | None) -> bool:
        unit = self._departments.get(one.department)
        return one.department == gone or (unit is not None and unit.kind is kind)


def covered_inside(
    organization: Organization, around: Coverage, territory: TerritoryKey, by: DepartmentKey
) -> Iterator[Edit]:
    """Yield the edit by which a unit covers a territory inside one that another covers."""
    after = replace(around, department=by, territory=territory)
    key = coverage_key(after)
    if key not in organization.coverages:
        yield Edit(Part.COVERAGES, key, None, after)
