"""Which answers a step can have changed: every one that it did, and as few others as is cheap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, RelativeTarget
from graph.model.vocabularies import Role
from graph.ownership.trees import UNITS
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from graph.model.departments import Department
    from graph.model.rules import AssignmentRule, NamedException
    from graph.model.vocabularies import Function
    from graph.reorganization.cell_indexes import CellIndex
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.peers import PeerGroup


class Touch:
    """The peers of each function whose answer a step can have changed, as masks."""

    def __init__(self, groups: Mapping[Function, PeerGroup]) -> None:
        self._groups = groups
        self.masks: dict[Function, int] = {}

    def of(self, before: Organization, after: Organization, edits: Iterable[Edit]) -> Touch:
        """Take in what edits between two states can have changed."""
        sides = (before, after)
        moved: set[str] = set()
        for edit in edits:
            versions = [one for one in (edit.before, edit.after) if one is not None]
            if edit.part is Part.RULES:
                self._rules(versions)
            elif edit.part is Part.EXCEPTIONS:
                self._exceptions(versions)
            elif edit.part is Part.COVERAGES:
                for one in versions:
                    self._covered(sides, {one.department}, [one.territory])
            elif edit.part is Part.DEPARTMENTS and _means_more(edit):
                moved.add(edit.key)
        if moved:
            self._departments(sides, moved)
        self._functions(
            sides,
            {
                one.function
                for edit in edits
                if edit.part in {Part.RULES, Part.EXCEPTIONS}
                for one in (edit.before, edit.after)
                if one is not None
            },
        )
        return self

    def _index(self, function: Function) -> CellIndex:
        return self._groups[function].index

    def _add(self, function: Function, mask: int) -> None:
        if mask:
            self.masks[function] = self.masks.get(function, 0) | mask

    def _rules(self, rules: Iterable[AssignmentRule]) -> None:
        for rule in rules:
            self._add(rule.function, self._index(rule.function).accepted(rule.conditions))

    def _exceptions(self, exceptions: Iterable[NamedException]) -> None:
        for exception in exceptions:
            index = self._index(exception.function)
            self._add(exception.function, index.account(exception.account))

    def _covered(
        self, sides: Iterable[Organization], units: set[str], territories: Collection[str]
    ) -> None:
        """Take in relative rules about what units cover in these territories."""
        located: dict[Function, int] = {}
        for side in sides:
            kinds = {side.departments[unit].kind for unit in units if unit in side.departments}
            for rule in side.rules.values():
                if isinstance(rule.target, RelativeTarget) and rule.target.within in kinds:
                    index = self._index(rule.function)
                    there = located.get(rule.function)
                    if there is None:
                        there = located[rule.function] = index.located(territories)
                    self._add(rule.function, index.accepted(rule.conditions) & there)

    def _departments(self, sides: tuple[Organization, Organization], keys: set[str]) -> None:
        """Take in rules and exceptions that name departments, and the units around them."""
        units: set[str] = set()
        for side in sides:
            for rule in side.rules.values():
                if isinstance(rule.target, NamedTarget) and rule.target.department in keys:
                    self._rules([rule])
            for exception in side.exceptions.values():
                if exception.department in keys:
                    self._exceptions([exception])
            for key in keys:
                unit = next((one for one in side.around(key) if one.kind in UNITS), None)
                if unit is not None:
                    units.add(unit.key)
        for unit in units:
            territories = {
                one.territory
                for side in sides
                for one in side.coverages.values()
                if one.department == unit
            }
            self._covered(sides, {unit}, territories)

    def _functions(
        self, sides: tuple[Organization, Organization], functions: Iterable[Function]
    ) -> None:
        """Take in all of a function that gets its first rule or owner, or loses the last."""
        for function in functions:
            was, is_now = (_roles(side, function) for side in sides)
            if was != is_now:
                self._add(function, self._index(function).everything)


def _means_more(edit: Edit) -> bool:
    """Tell whether more than the name of a department changes."""
    if edit.before is None or edit.after is None:
        return True

    def meaning(one: Department) -> tuple[object, ...]:
        return (one.kind, one.parent, frozenset(one.specialties), one.validity)

    return meaning(edit.before) != meaning(edit.after)


def _roles(organization: Organization, function: Function) -> str:
    """Return whether anything is said of a function, and whether of an owner."""
    found = ""
    for one in (*organization.exceptions.values(), *organization.rules.values()):
        if one.function is function:
            if one.role is Role.OWNER:
                return "owned"
            found = "supported"
    return found
