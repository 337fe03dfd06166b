"""Whom a statement about every region or branch means: one department at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.trees import UNITS

if TYPE_CHECKING:
    from graph.model.keys import DepartmentKey
    from graph.model.vocabularies import DepartmentKind
    from graph.reorganization.organizations import Organization


def is_meant(
    organization: Organization,
    within: DepartmentKind | None,
    specialty: str | None,
    key: DepartmentKey,
) -> bool:
    """Tell whether a statement about every unit of a kind means a department that is there.

    With a specialty it means the departments that have it inside such units, as `Units` says of
    all at once; without one, the units themselves.
    """
    department = organization.departments.get(key)
    if department is None or within is None:
        return False
    if specialty is None:
        return department.kind is within
    if department.kind in UNITS or specialty not in department.specialties:
        return False
    around = (one for one in organization.around(department.parent) if one.kind in UNITS)
    unit = next(around, None)
    return unit is not None and unit.kind is within
