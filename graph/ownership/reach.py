"""Whether a rule's target can give a department on any day the rule is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, VacantTarget
from graph.ownership.trees import DepartmentTree

if TYPE_CHECKING:
    from graph.model.rules import AssignmentRule, RelativeTarget
    from graph.ownership.books import RuleBook


class Reach:
    """What the targets of a book's rules can ever give."""

    def __init__(self, book: RuleBook) -> None:
        self._book = book
        self._tree = DepartmentTree(book)

    def never_gives(self, rule: AssignmentRule) -> str | None:
        """Return why a rule's target gives nothing on any day and to any account, or None."""
        target = rule.target
        if isinstance(target, VacantTarget):
            return None
        if isinstance(target, NamedTarget):
            department = self._book.department_by_key.get(target.department)
            if department is None:
                return f"the department {target.department} it assigns is not in the plan"
            if not department.validity.overlaps(rule.validity):
                return f"the department {target.department} does not exist while the rule is valid"
            return None
        return self._never_found(target, rule)

    def _never_found(self, target: RelativeTarget, rule: AssignmentRule) -> str | None:
        units = [unit for unit in self._book.departments if unit.kind is target.within]
        if not units:
            return f"the plan has no {target.within}"
        specialized = {
            unit.key: self._tree.inside(unit.key, target.specialty)
            for unit in units
            if unit.validity.overlaps(rule.validity)
        }
        if not any(specialized.values()):
            return f"no {target.within} has a department for {target.specialty}"
        for coverage in self._book.coverages:
            unit = self._book.department_by_key.get(coverage.department)
            if unit is None:
                continue
            covered = rule.validity.intersection(coverage.validity).intersection(unit.validity)
            if not covered.is_empty() and any(
                department.validity.overlaps(covered)
                for _, department in specialized.get(unit.key, ())
            ):
                return None
        return (
            f"no {target.within} with a department for {target.specialty} covers a territory while "
            "the rule is valid"
        )
