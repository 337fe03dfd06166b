"""Later plans of the small organization, to load after the first: much changes, some comes back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from graph.model.intervals import ALWAYS
from graph.model.keys import AccountKey, PlanKey, TerritoryKey
from graph.model.rules import NamedTarget
from graph.model.vocabularies import Function

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.entities import Entity
    from graph.model.plans import Plan

NEXT_YEAR = date(2027, 1, 1)
YEAR_AFTER = date(2028, 1, 1)
EntityT = TypeVar("EntityT", bound="Entity")


def next_plan(plan: Plan) -> Plan:
    """Return the small plan for the next year: everything is renamed, and much is different.

    The region of the centre has no VIP department any more: the branch in Wuhan has its accounts.
    Tibet's company is gone, the hotel is now Huaxia Grid's and is no exception, Guangzhou lies in
    no province, nobody has posts but Han Meimei, and nothing is left open. The one exception is
    about a function that nobody else has in the account's segment.
    """
    gone = "grid-tibet"
    subsidiaries = tuple(
        replace(one, customer=AccountKey("grid"), parent=AccountKey("grid-hubei"), level=3)
        if one.key == "leaf-hotel"
        else one
        for one in _renamed(plan.subsidiaries)
        if one.key != gone
    )
    [hotel] = [one for one in subsidiaries if one.key == "leaf-hotel"]
    new = replace(hotel, key=AccountKey("grid-new"), name="华夏电网新公司", name_en="Huaxia New")
    exception = replace(
        plan.exceptions[0],
        account=AccountKey("leaf-guangzhou"),
        function=Function.RELATIONSHIP,
        validity=ALWAYS,
    )
    headquarters = exception.department
    assert headquarters is not None
    return replace(
        plan,
        key=PlanKey("next-plan"),
        name="明年的计划",
        name_en="Next year's plan",
        start=NEXT_YEAR,
        until=None,
        sources=_renamed(plan.sources),
        departments=tuple(
            replace(one, functions=one.functions[1:]) if one.key == "central/vip" else one
            for one in _renamed(plan.departments)
        ),
        coverages=plan.coverages[1:],
        people=_renamed(plan.people),
        posts=tuple(replace(post, territories=(), industries=()) for post in _renamed(plan.posts)),
        holdings=tuple(one for one in plan.holdings if one.person == "han-meimei"),
        industries=_renamed(plan.industries),
        territories=tuple(
            replace(one, parent=TerritoryKey("china")) if one.key == "guangzhou-city" else one
            for one in _renamed(plan.territories)
        ),
        customers=tuple(replace(one, tags=("new",)) for one in _renamed(plan.customers)),
        subsidiaries=(*subsidiaries, new),
        strategies=_renamed(plan.strategies),
        steps=_renamed(plan.steps),
        responsibilities=tuple(
            replace(one, parties=one.parties[1:]) for one in _renamed(plan.responsibilities)
        ),
        indicators=_renamed(plan.indicators),
        targets=_renamed(plan.targets)[1:],
        splits=_renamed(plan.splits),
        rules=tuple(
            replace(one, target=NamedTarget(headquarters))
            if one.key == "strategic-second-level"
            else one
            for one in _renamed(plan.rules)
            if one.key != "no-relationship-in-tobacco"
        ),
        exceptions=(exception,),
        open_questions=(),
    )


def plan_after(plan: Plan) -> Plan:
    """Return the plan of the year after the next: all is as it was in the first."""
    return replace(plan, key=PlanKey("plan-after"), start=YEAR_AFTER, until=None)


def _renamed(entities: Sequence[EntityT]) -> tuple[EntityT, ...]:
    return tuple(
        replace(one, name=f"新{one.name}", name_en=f"New {one.name_en}") for one in entities
    )
