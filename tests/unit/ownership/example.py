"""A small organization to show single rules on.

One account, 示例供电局: third level of a strategic power group, in Wuhan, with the tag `big`.
Central covers Hubei, one branch covers Wuhan, another nothing.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from graph.model.accounts import Customer, Industry, Subsidiary, Territory
from graph.model.departments import Coverage, Department
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    ExceptionKey,
    IndustryKey,
    PlanKey,
    RuleKey,
    TerritoryKey,
)
from graph.model.plans import Plan
from graph.model.rules import (
    AssignmentRule,
    Conditions,
    NamedException,
    NamedTarget,
    RelativeTarget,
)
from graph.model.vocabularies import DepartmentKind, Function, Role, Tier
from graph.ownership.books import RuleBook
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver

if TYPE_CHECKING:
    from graph.model.rules import RuleTarget
    from graph.ownership.answers import Answer

DAY = date(2026, 6, 1)
UNIT = AccountKey("unit")
BRANCH = RelativeTarget(DepartmentKind.BRANCH, "vip")
REGION = RelativeTarget(DepartmentKind.REGION, "vip")
NAMED = NamedTarget(DepartmentKey("strategic"))
OTHER = NamedTarget(DepartmentKey("other"))


def _department(key: str, parent: str | None, kind: DepartmentKind) -> Department:
    return Department(
        key=DepartmentKey(key),
        name=f"{key}部",
        name_en=key,
        kind=kind,
        parent=DepartmentKey(parent) if parent else None,
        specialties=("vip",) if key.endswith("/vip") else (),
    )


PLAN = Plan(
    key=PlanKey("example"),
    name="例",
    name_en="Example",
    organization="example",
    start=date(2026, 1, 1),
    until=None,
    departments=(
        _department("hq", None, DepartmentKind.HEADQUARTERS),
        _department("strategic", "hq", DepartmentKind.DEPARTMENT),
        _department("other", "hq", DepartmentKind.DEPARTMENT),
        _department("central", "hq", DepartmentKind.REGION),
        _department("central/vip", "central", DepartmentKind.DEPARTMENT),
        _department("wuhan", "central", DepartmentKind.BRANCH),
        _department("wuhan/vip", "wuhan", DepartmentKind.DEPARTMENT),
        _department("idle", "central", DepartmentKind.BRANCH),
        _department("idle/vip", "idle", DepartmentKind.DEPARTMENT),
    ),
    coverages=(
        Coverage(department=DepartmentKey("central"), territory=TerritoryKey("hubei")),
        Coverage(department=DepartmentKey("wuhan"), territory=TerritoryKey("wuhan")),
    ),
    industries=(
        Industry(key=IndustryKey("energy"), name="能源"),
        Industry(key=IndustryKey("power"), name="电力", parent=IndustryKey("energy")),
    ),
    territories=(
        Territory(key=TerritoryKey("hubei"), name="湖北", name_en="Hubei"),
        Territory(
            key=TerritoryKey("wuhan"), name="武汉", name_en="Wuhan", parent=TerritoryKey("hubei")
        ),
    ),
    customers=(Customer(key=AccountKey("group"), name="示例电网", tier=Tier.STRATEGIC),),
    subsidiaries=(
        Subsidiary(
            key=UNIT,
            name="示例供电局",
            customer=AccountKey("group"),
            level=3,
            industry=IndustryKey("power"),
            territory=TerritoryKey("wuhan"),
            tags=("big",),
        ),
    ),
)


def rule(
    key: str, target: RuleTarget, conditions: Conditions | None = None, **more: Any
) -> AssignmentRule:
    return AssignmentRule(
        key=RuleKey(key),
        name=f"{key}规则",
        name_en=key,
        function=Function.SALES,
        role=more.pop("role", Role.OWNER),
        conditions=conditions or Conditions(),
        target=target,
        **more,
    )


def exception(key: str, department: str | None, **more: Any) -> NamedException:
    return NamedException(
        key=ExceptionKey(key),
        name=f"{key}例外",
        name_en=key,
        account=UNIT,
        function=Function.SALES,
        role=Role.OWNER,
        department=DepartmentKey(department) if department else None,
        reason="agreed with the customer.",
        **more,
    )


def book(*sources: AssignmentRule | NamedException) -> RuleBook:
    return RuleBook.from_plan(
        replace(
            PLAN,
            rules=tuple(one for one in sources if isinstance(one, AssignmentRule)),
            exceptions=tuple(one for one in sources if isinstance(one, NamedException)),
        )
    )


def answer(*sources: AssignmentRule | NamedException, day: date = DAY) -> Answer:
    resolver = Resolver(book(*sources))
    return resolver.answer(facts_of_plan(PLAN)[UNIT], Function.SALES, day, UNIT)


EVERY = rule("every", OTHER)
HUBEI = Conditions(territories=frozenset({TerritoryKey("hubei")}))
WUHAN = Conditions(territories=frozenset({TerritoryKey("wuhan")}))
ENERGY = Conditions(industries=frozenset({IndustryKey("energy")}))
POWER = Conditions(industries=frozenset({IndustryKey("power")}))
GROUP = Conditions(customers=frozenset({AccountKey("group")}))
STRATEGIC = Conditions(tiers=frozenset({Tier.STRATEGIC}))
THIRD = Conditions(level_from=3, level_to=3)
FROM_SECOND = Conditions(level_from=2)
BIG = Conditions(tags=frozenset({"big"}))
