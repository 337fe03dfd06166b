"""Departments inside units that take each other's place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.trees import UNITS

if TYPE_CHECKING:
    from collections.abc import Container

    from graph.model.departments import Department
    from graph.model.keys import DepartmentKey
    from graph.reorganization.organizations import Organization


def counterpart(
    organization: Organization,
    department: Department,
    unit: DepartmentKey,
    taken: Container[DepartmentKey] = frozenset(),
) -> Department | None:
    """Return the department directly inside a unit that takes another's place, but none `taken`.

    That is one made from the same part of a template, or with the same specialties.
    """
    inside = sorted(organization.children.get(unit, ()), key=lambda one: one.key)
    return next((one for one in inside if one.key not in taken and _alike(department, one)), None)


def counterparts(
    organization: Organization, old: Department, new: Department
) -> list[tuple[DepartmentKey, DepartmentKey]]:
    """Return who takes over from a department and from what is inside it that has a counterpart."""
    pairs = [(old.key, new.key)]
    taken = {old.key}
    for child in organization.children.get(old.key, ()):
        match = counterpart(organization, child, new.key, taken)
        if match is not None and child.key != new.key:
            taken.add(match.key)
            pairs += counterparts(organization, child, match)
    return pairs


def _alike(one: Department, other: Department) -> bool:
    if one.kind in UNITS or other.kind in UNITS:
        return False
    if one.made_from is not None and one.made_from == other.made_from:
        return True
    return bool(one.specialties) and {*one.specialties} == {*other.specialties}
