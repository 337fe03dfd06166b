"""Parties of responsibilities: as stated, as they stand, and handed to somebody else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model.strategies import Party, StatedParty
from graph.reorganization.statements import is_meant

if TYPE_CHECKING:
    from graph.model.keys import DepartmentKey
    from graph.model.strategies import Responsibility
    from graph.model.vocabularies import ResponsibilityRole
    from graph.ownership.units import Units
    from graph.reorganization.organizations import Organization


def standing(duty: Responsibility, units: Units) -> Responsibility:
    """Return the duty with the departments that its statements stand for now."""
    parties = dict.fromkeys(
        Party(department=department, role=stated.role)
        for stated in duty.stated
        for department in _meant(stated, units)
    )
    if {*parties} == {*duty.parties}:
        return duty
    return replace(duty, parties=tuple(parties))


def spelled_out(duty: Responsibility) -> Responsibility:
    """Return the duty with each party stated by itself."""
    stated = (StatedParty(role=one.role, department=one.department) for one in duty.parties)
    return replace(duty, stated=tuple(stated))


def handed_over(
    duty: Responsibility,
    old: DepartmentKey,
    new: DepartmentKey | None,
    role: ResponsibilityRole | None = None,
) -> Responsibility:
    """Return the duty with `new` in the place of `old`, in one role or in all; None: nobody.

    Statements for every unit of a kind are left alone unless they are all that names `old`.
    """
    if any(_is(one, old, role) for one in duty.parties) and not any(
        _is(one, old, role) for one in duty.stated
    ):
        duty = spelled_out(duty)
    stated = dict.fromkeys(
        replace(one, department=new) if _is(one, old, role) else one
        for one in duty.stated
        if new is not None or not _is(one, old, role)
    )
    parties = dict.fromkeys(
        replace(one, department=new) if _is(one, old, role) else one
        for one in duty.parties
        if new is not None or not _is(one, old, role)
    )
    return replace(duty, stated=tuple(stated), parties=tuple(parties))


def is_stated_for_both(
    duty: Responsibility, old: DepartmentKey, new: DepartmentKey, organization: Organization
) -> bool:
    """Tell whether statements for every unit of a kind give both departments the same roles.

    Then nothing need be handed over: without the one, the statement still means the other.
    """
    if any(one.department in {old, new} for one in duty.stated):
        return False
    roles = {one.role for one in duty.parties if one.department == old}
    return roles <= {
        one.role for one in duty.stated if is_meant(organization, one.within, one.specialty, new)
    }


def _is(
    party: Party | StatedParty, department: DepartmentKey, role: ResponsibilityRole | None
) -> bool:
    return party.department == department and role in {None, party.role}


def _meant(stated: StatedParty, units: Units) -> list[DepartmentKey]:
    if stated.department is not None:
        return [stated.department]
    return [*units.parties(stated.within, stated.specialty)] if stated.within else []
