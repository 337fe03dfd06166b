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
            {
                "tier": customer.tier,
                "level": 1,
                "roles": [*customer.roles],
                "tags": [*customer.tags],
            },
            industry=customer.industry,
            territory=customer.territory,
        )


def subsidiaries(plan: Plan) -> Iterator[Row]:
    """Yield the subsidiaries; `group_above` is the group where it is the direct parent."""
    for subsidiary in plan.subsidiaries:
        yield row_of(
            subsidiary,
            {"level": subsidiary.level, "tags": [*subsidiary.tags]},
            customer=subsidiary.customer,
            parent=subsidiary.parent,
            group_above=None if subsidiary.parent else subsidiary.customer,
            industry=subsidiary.industry,
            territory=subsidiary.territory,
        )


def rules(plan: Plan) -> Iterator[Row]:
    """Yield the assignment rules; what has no order is sorted."""
    for rule in plan.rules:
        conditions = rule.conditions
        yield row_of(
            rule,
            {
                "function": rule.function,
                "role": rule.role,
                "tiers": sorted(conditions.tiers),
                "level_from": conditions.level_from,
                "level_to": conditions.level_to,
                "tags": sorted(conditions.tags),
                "priority": rule.priority,
                "from": rule.validity.start,
                "until": rule.validity.until,
                **_assigned(rule),
            },
            customers=sorted(conditions.customers),
            industries=sorted(conditions.industries),
            territories=sorted(conditions.territories),
            department=rule.target.department if isinstance(rule.target, NamedTarget) else None,
            split=rule.split,
        )


def _assigned(rule: AssignmentRule) -> Row:
    match rule.target:
        case NamedTarget():
            return {}
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
            {
                "function": exception.function,
                "role": exception.role,
                "reason": exception.reason,
                "from": exception.validity.start,
                "until": exception.validity.until,
            },
            customer=exception.account if is_group else None,
            subsidiary=None if is_group else exception.account,
            department=exception.department,
            split=exception.split,
        )
