"""Assignment rules and named exceptions as a version states them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time

from graph.cypher_files import query
from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    ExceptionKey,
    IndustryKey,
    RuleKey,
    SplitKey,
    TerritoryKey,
)
from graph.model.rules import (
    AssignmentRule,
    Conditions,
    NamedException,
    NamedTarget,
    RelativeTarget,
    RuleTarget,
    VacantTarget,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    DepartmentKind,
    Function,
    Role,
    Tier,
)
from graph.queries.stated.names import NamedRow


@dataclass(frozen=True, slots=True)
class StatedRule(NamedRow):
    """An assignment rule."""

    function: Function
    role: Role
    customers: frozenset[AccountKey]
    tiers: frozenset[Tier]
    level_from: int | None
    level_to: int | None
    industries: frozenset[IndustryKey]
    territories: frozenset[TerritoryKey]
    tags: frozenset[str]
    priority: int
    department: DepartmentKey | None
    within: DepartmentKind | None
    specialty: str | None
    vacant_reason: str | None
    split: SplitKey | None
    start: date | None
    until: date | None

    def entity(self) -> AssignmentRule:
        """Return it as the model has it."""
        return AssignmentRule(
            key=RuleKey(self.key),
            **self.named(),
            function=self.function,
            role=self.role,
            conditions=Conditions(
                customers=self.customers,
                tiers=self.tiers,
                level_from=self.level_from,
                level_to=self.level_to,
                industries=self.industries,
                territories=self.territories,
                tags=self.tags,
            ),
            target=self._target(),
            priority=self.priority,
            split=self.split,
            validity=Interval(self.start, self.until),
        )

    def _target(self) -> RuleTarget:
        if self.department is not None:
            return NamedTarget(self.department)
        if self.within is not None:
            return RelativeTarget(self.within, self.specialty or "")
        return VacantTarget(self.vacant_reason or "")


@dataclass(frozen=True, slots=True)
class StatedException(NamedRow):
    """A named exception."""

    account: AccountKey
    function: Function
    role: Role
    department: DepartmentKey | None
    reason: str
    split: SplitKey | None
    start: date | None
    until: date | None

    def entity(self) -> NamedException:
        """Return it as the model has it."""
        return NamedException(
            key=ExceptionKey(self.key),
            **self.named(),
            account=self.account,
            function=self.function,
            role=self.role,
            department=self.department,
            reason=self.reason,
            split=self.split,
            validity=Interval(self.start, self.until),
        )


STATED_RULES = query("stated/rules", StatedRule, packed=True)
STATED_EXCEPTIONS = query("stated/exceptions", StatedException, packed=True)
