"""Duties, targets, splits, rules, exceptions and questions as the entries that state them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.rules import NamedTarget, RelativeTarget
from seed.exporting.fields import dated, fields_of, levels_text, named

if TYPE_CHECKING:
    from graph.model.indicators import Indicator, RevenueSplit, Target
    from graph.model.patterns import UnitTarget
    from graph.model.plans import OpenQuestion
    from graph.model.rules import AssignmentRule, NamedException, RuleTarget
    from graph.model.strategies import Responsibility, Step
    from seed.exporting.fields import Fields


def step(entity: Step) -> Fields:
    """Return a step as a part of its strategy's entry."""
    return fields_of(
        ordinal=entity.ordinal,
        name=entity.name,
        name_en=entity.name_en,
        condition=entity.condition,
        sources=entity.sources if entity.own_sources else None,
    )


def responsibility(entity: Responsibility) -> Fields:
    """Return a duty's entry, its parties as the plan states them."""
    return {
        **named(entity),
        **fields_of(
            step=entity.step,
            function=entity.function,
            parties=[
                fields_of(
                    department=party.department,
                    within=party.within,
                    specialty=party.specialty,
                    role=party.role,
                )
                for party in entity.stated
            ]
            or None,
            outside=entity.outside,
            sources=entity.sources,
        ),
    }


def indicator(entity: Indicator) -> Fields:
    """Return an indicator's entry."""
    return {**named(entity), **fields_of(unit=entity.unit, sources=entity.sources)}


def target(entity: Target) -> Fields | None:
    """Return a target's entry; None for one that is stated for many."""
    if entity.made_from is not None:
        return None
    return {
        **named(entity),
        **fields_of(
            indicator=entity.indicator,
            department=entity.department,
            value=entity.as_written,
            unit=entity.unit if entity.own_unit else None,
            period=entity.period,
            sources=entity.sources,
        ),
    }


def unit_target(entity: UnitTarget) -> Fields:
    """Return the entry of a target that is stated for many."""
    return {
        **named(entity),
        **fields_of(
            indicator=entity.indicator,
            within=entity.within,
            specialty=entity.specialty,
            value=entity.as_written,
            unit=entity.unit,
            period=entity.period,
            sources=entity.sources,
        ),
    }


def split(entity: RevenueSplit) -> Fields:
    """Return a revenue split's entry."""
    return {
        **named(entity),
        **fields_of(
            basis=entity.basis,
            strategy=entity.strategy,
            shares=[
                fields_of(
                    department=share.department,
                    role=share.role,
                    function=share.function,
                    percent=share.percent,
                )
                for share in entity.shares
            ]
            or None,
            sources=entity.sources,
        ),
    }


def rule(entity: AssignmentRule) -> Fields:
    """Return a rule's entry."""
    conditions = entity.conditions
    when = fields_of(
        customers=sorted(conditions.customers) or None,
        tiers=sorted(conditions.tiers) or None,
        level=levels_text(conditions.level_from, conditions.level_to),
        industries=sorted(conditions.industries) or None,
        territories=sorted(conditions.territories) or None,
        tags=sorted(conditions.tags) or None,
    )
    return {
        **named(entity),
        **fields_of(function=entity.function, role=entity.role),
        **({"when": when} if when else {}),
        "assign": _assigned(entity.target),
        **fields_of(priority=entity.priority or None, split=entity.split),
        **dated(entity.validity),
        **fields_of(sources=entity.sources),
    }


def _assigned(target_: RuleTarget) -> Fields:
    match target_:
        case NamedTarget(department):
            return fields_of(department=department)
        case RelativeTarget(within, specialty):
            return fields_of(within=within, specialty=specialty)
        case _:
            return fields_of(vacant=target_.reason)


def exception(entity: NamedException) -> Fields:
    """Return a named exception's entry."""
    return {
        **named(entity),
        **fields_of(
            account=entity.account,
            function=entity.function,
            role=entity.role,
            department=entity.department,
            vacant=entity.department is None,
            reason=entity.reason,
            split=entity.split,
        ),
        **dated(entity.validity),
        **fields_of(sources=entity.sources),
    }


def open_question(entity: OpenQuestion) -> Fields:
    """Return an open question's entry; what it is about as the plan states it."""
    return {
        **named(entity),
        **fields_of(
            about=[fields_of(kind=about.kind, key=about.key) for about in entity.stated] or None,
            assumption=entity.assumption,
            sources=entity.sources,
        ),
    }
