"""Rows of the customers' side, and of who owns and supports what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.orders import in_order
from graph.model.rules import NamedTarget, RelativeTarget, VacantTarget
from graph.versions.rows import number, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.accounts import Account
    from graph.model.plans import Plan
    from graph.model.rules import AssignmentRule
    from graph.versions.rows import Row, Value


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
                **_account(customer),
            },
            industry=customer.industry,
            territory=customer.territory,
            successor=customer.successor,
            other_parents=_stakes(customer),
        )


def subsidiaries(plan: Plan) -> Iterator[Row]:
    """Yield the subsidiaries; `group_above` is the group where it is the direct parent."""
    for subsidiary in plan.subsidiaries:
        yield row_of(
            subsidiary,
            {
                "level": subsidiary.level,
                "own_industry": True if subsidiary.own_industry else None,
                "tags": [*subsidiary.tags],
                **_account(subsidiary),
            },
            customer=subsidiary.customer,
            parent=subsidiary.parent,
            group_above=None if subsidiary.parent else subsidiary.customer,
            share=number(subsidiary.share),
            share_start=subsidiary.share_validity.start,
            share_until=subsidiary.share_validity.until,
            share_start_unknown=subsidiary.share_validity.start_unknown or None,
            share_until_unknown=subsidiary.share_validity.until_unknown or None,
            industry=subsidiary.industry,
            territory=subsidiary.territory,
            successor=subsidiary.successor,
            other_parents=_stakes(subsidiary),
        )


def _account(account: Account) -> Row:
    return {
        "from": account.validity.start,
        "until": account.validity.until,
        "from_unknown": account.validity.start_unknown or None,
        "until_unknown": account.validity.until_unknown or None,
        "aliases": [*account.aliases] or None,
    }


def _stakes(account: Account) -> list[dict[str, Value]]:
    return [
        {
            "parent": stake.parent,
            "share": number(stake.share),
            "start": stake.validity.start,
            "until": stake.validity.until,
            "start_unknown": stake.validity.start_unknown or None,
            "until_unknown": stake.validity.until_unknown or None,
        }
        for stake in in_order(account).other_parents
    ]


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
    """Yield the named exceptions, each with its account under the label that it has.

    An account that is none of the plan's customers is taken for a subsidiary.
    """
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
