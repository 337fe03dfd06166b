"""Rows of the customers' side, and of who owns and supports what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, RelativeTarget, VacantTarget
from seed.loading.rows import row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.plans import Plan
    from graph.model.rules import AssignmentRule
    from seed.loading.rows import Row


def industries(plan: Plan) -> Iterator[Row]:
    """Yield the industries."""
    for industry in plan.industries:
        yield row_of(industry, parent=industry.parent)


def territories(plan: Plan) -> Iterator[Row]:
    """Yield the territories."""
    for territory in plan.territories:
        yield row_of(territory, parent=territory.parent)


def customers(plan: Plan) -> Iterator[Row]:
    """Yield the customer groups."""
    for customer in plan.customers:
        yield row_of(
            customer,
            tier=customer.tier,
            level=1,
            industry=customer.industry,
            territory=customer.territory,
            roles=[*customer.roles],
            tags=[*customer.tags],
        )


def subsidiaries(plan: Plan) -> Iterator[Row]:
    """Yield the subsidiaries; `group_above` is the group where it is the direct parent."""
    for subsidiary in plan.subsidiaries:
        yield row_of(
            subsidiary,
            customer=subsidiary.customer,
            parent=subsidiary.parent,
            group_above=None if subsidiary.parent else subsidiary.customer,
            level=subsidiary.level,
            industry=subsidiary.industry,
            territory=subsidiary.territory,
            tags=[*subsidiary.tags],
        )


def rules(plan: Plan) -> Iterator[Row]:
    """Yield the assignment rules; what has no order is sorted."""
    for rule in plan.rules:
        conditions = rule.conditions
        yield row_of(
            rule,
            function=rule.function,
            role=rule.role,
            customers=sorted(conditions.customers),
            tiers=sorted(conditions.tiers),
            level_from=conditions.level_from,
            level_to=conditions.level_to,
            industries=sorted(conditions.industries),
            territories=sorted(conditions.territories),
            tags=sorted(conditions.tags),
            priority=rule.priority,
            split=rule.split,
            **_assigned(rule),
            **{"from": rule.validity.start},
            until=rule.validity.until,
        )


def _assigned(rule: AssignmentRule) -> Row:
    match rule.target:
        case NamedTarget(department):
            return {"department": department}
        case RelativeTarget(within, specialty):
            return {"within": within, "specialty": specialty}
        case VacantTarget(reason):
            return {"vacant_reason": reason}


def exceptions(plan: Plan) -> Iterator[Row]:
    """Yield the named exceptions, each with its account under the label that it has."""
    groups = {customer.key for customer in plan.customers}
    for exception in plan.exceptions:
        is_group = exception.account in groups
        yield row_of(
            exception,
            customer=exception.account if is_group else None,
            subsidiary=None if is_group else exception.account,
            function=exception.function,
            role=exception.role,
            department=exception.department,
            reason=exception.reason,
            split=exception.split,
            **{"from": exception.validity.start},
            until=exception.validity.until,
        )
