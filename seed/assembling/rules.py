"""Assignment rules and named exceptions."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
    VacantTarget,
)
from seed.assembling.names import named
from seed.documents.quantities import levels
from seed.documents.rules import ExceptionDocument, RuleDocument

if TYPE_CHECKING:
    from graph.model.rules import RuleTarget
    from seed.documents.rules import AssignDocument, WhenDocument
    from seed.reading.entries import Entries


def rules(entries: Entries) -> tuple[AssignmentRule, ...]:
    """Return the rules; one that assigns nobody in any way is left out."""
    return tuple(
        AssignmentRule(
            key=RuleKey(rule.key),
            **named(found, rule),
            function=rule.function,
            role=rule.role,
            conditions=_conditions(rule.when),
            target=target,
            priority=rule.priority,
            split=SplitKey(rule.split) if rule.split else None,
            validity=rule.validity,
        )
        for found in entries.of(RuleDocument)
        for rule in (found.document,)
        if (target := _target(rule.assign))
    )


def _conditions(when: WhenDocument) -> Conditions:
    first, last = (levels(when.level) if when.level else None) or (None, None)
    return Conditions(
        customers=frozenset(AccountKey(key) for key in when.customers),
        tiers=frozenset(when.tiers),
        level_from=first,
        level_to=last,
        industries=frozenset(IndustryKey(key) for key in when.industries),
        territories=frozenset(TerritoryKey(key) for key in when.territories),
        tags=frozenset(when.tags),
    )


def _target(assign: AssignDocument) -> RuleTarget | None:
    if assign.department:
        return NamedTarget(DepartmentKey(assign.department))
    if assign.within and assign.specialty:
        return RelativeTarget(assign.within, assign.specialty)
    return VacantTarget(assign.vacant) if assign.vacant else None


def exceptions(entries: Entries) -> tuple[NamedException, ...]:
    """Return the named exceptions."""
    return tuple(
        NamedException(
            key=ExceptionKey(exception.key),
            **named(found, exception),
            account=AccountKey(exception.account),
            function=exception.function,
            role=exception.role,
            department=DepartmentKey(exception.department) if exception.department else None,
            reason=exception.reason,
            split=SplitKey(exception.split) if exception.split else None,
            validity=exception.validity,
        )
        for found in entries.of(ExceptionDocument)
        for exception in (found.document,)
    )
