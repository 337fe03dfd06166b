"""Small random organizations, accounts and rules, dense enough to collide."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from graph.model.accounts import Customer, Industry, Subsidiary, Territory
from graph.model.departments import Coverage, Department
from graph.model.intervals import ALWAYS, Interval
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
    VacantTarget,
)
from graph.model.vocabularies import DepartmentKind, Function, Role, Tier
from graph.ownership.books import RuleBook
from graph.ownership.facts import Facts, facts_of_plan

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

DAYS = tuple(date(2025, month, 1) for month in range(1, 7))
ASKED_DAYS = tuple(date(2025, month, day) for month in range(1, 7) for day in (1, 15, 28))
FUNCTIONS = (Function.SALES, Function.PRESALES)
SPECIALTIES = ("vip", "large")
TAGS = ("big", "new")
INDUSTRIES = (
    Industry(key=IndustryKey("power"), name="电力"),
    Industry(key=IndustryKey("grid"), name="电网", parent=IndustryKey("power")),
    Industry(key=IndustryKey("thermal"), name="火电", parent=IndustryKey("power")),
    Industry(key=IndustryKey("steel"), name="钢铁"),
)
TERRITORIES = (
    Territory(key=TerritoryKey("china"), name="中国"),
    Territory(key=TerritoryKey("hubei"), name="湖北", parent=TerritoryKey("china")),
    Territory(key=TerritoryKey("wuhan"), name="武汉", parent=TerritoryKey("hubei")),
    Territory(key=TerritoryKey("tibet"), name="西藏", parent=TerritoryKey("china")),
    Territory(key=TerritoryKey("online"), name="线上"),
)
CUSTOMERS = tuple(AccountKey(f"group-{number}") for number in range(3))
UNITS: tuple[tuple[str, DepartmentKind, str | None], ...] = (
    ("hq", DepartmentKind.HEADQUARTERS, None),
    ("central", DepartmentKind.REGION, "hq"),
    ("south", DepartmentKind.REGION, "hq"),
    ("wuhan-branch", DepartmentKind.BRANCH, "central"),
)


@dataclass(frozen=True)
class World:
    book: RuleBook
    accounts: dict[AccountKey, Facts]


def intervals() -> SearchStrategy[Interval]:
    """Mostly open; else between two of the days, never empty."""
    ends = st.tuples(st.sampled_from((None, *DAYS)), st.sampled_from((None, *DAYS))).map(
        lambda pair: Interval(*pair)
    )
    return st.one_of(st.just(ALWAYS), ends.filter(lambda interval: not interval.is_empty()))


def subsets(values: tuple[Any, ...], most: int = 2) -> SearchStrategy[frozenset[Any]]:
    return st.one_of(
        st.just(frozenset[Any]()), st.frozensets(st.sampled_from(values), max_size=most)
    )


@st.composite
def conditions(draw: DrawFn) -> Conditions:
    first = draw(st.sampled_from((None, None, 1, 2, 3)))
    last = draw(st.sampled_from((None, None, 2, 3)))
    if first is not None and last is not None and last < first:
        last = first
    return Conditions(
        customers=draw(subsets(CUSTOMERS)),
        tiers=draw(subsets(tuple(Tier))),
        level_from=first,
        level_to=last,
        industries=draw(subsets(tuple(one.key for one in INDUSTRIES))),
        territories=draw(subsets(tuple(one.key for one in TERRITORIES))),
        tags=draw(subsets(TAGS, 1)),
    )


@st.composite
def pairs(draw: DrawFn, broad: Conditions) -> tuple[Conditions, Conditions]:
    """Return conditions that accept the same or less, mostly less, and the given ones."""
    free = draw(conditions())

    def inside(outer: frozenset[Any], other: frozenset[Any], parents: dict[Any, Any]) -> Any:
        if not outer:
            return other
        below = [key for key in sorted(parents) if key in outer or parents[key] in outer]
        return draw(st.frozensets(st.sampled_from(below or sorted(outer)), min_size=1, max_size=2))

    narrow = Conditions(
        customers=inside(broad.customers, free.customers, {}),
        tiers=inside(broad.tiers, free.tiers, {}),
        level_from=free.level_from if broad.level_from is None else broad.level_from,
        level_to=free.level_to if broad.level_to is None else broad.level_to,
        industries=inside(
            broad.industries, free.industries, {one.key: one.parent for one in INDUSTRIES}
        ),
        territories=inside(
            broad.territories, free.territories, {one.key: one.parent for one in TERRITORIES}
        ),
        tags=broad.tags | free.tags,
    )
    return narrow, broad


@st.composite
def organizations(draw: DrawFn) -> tuple[Department, ...]:
    units = [
        Department(
            key=DepartmentKey(key),
            name=key,
            kind=kind,
            parent=DepartmentKey(parent) if parent else None,
            validity=draw(intervals()),
        )
        for key, kind, parent in UNITS
    ]
    for number in range(draw(st.integers(1, 7))):
        parent = draw(st.sampled_from([unit.key for unit in units]))
        units.append(
            Department(
                key=DepartmentKey(f"department-{number}"),
                name=f"部门{number}",
                kind=DepartmentKind.DEPARTMENT,
                parent=parent,
                specialties=tuple(sorted(draw(subsets(SPECIALTIES)))),
                validity=draw(intervals()),
            )
        )
    return tuple(units)


@st.composite
def coverages(draw: DrawFn) -> Coverage:
    return Coverage(
        department=DepartmentKey(draw(st.sampled_from([key for key, *_ in UNITS[1:]]))),
        territory=draw(st.sampled_from([one.key for one in TERRITORIES])),
        validity=draw(intervals()),
    )


@st.composite
def rules(draw: DrawFn, departments: tuple[Department, ...], number: int) -> AssignmentRule:
    keys = [department.key for department in departments]
    target = draw(
        st.one_of(
            st.sampled_from(keys).map(NamedTarget),
            st.builds(
                RelativeTarget,
                st.sampled_from((DepartmentKind.REGION, DepartmentKind.BRANCH)),
                st.sampled_from(SPECIALTIES),
            ),
            st.just(VacantTarget("on purpose")),
        )
    )
    return AssignmentRule(
        key=RuleKey(f"rule-{number}"),
        name=f"规则{number}",
        function=draw(st.sampled_from(FUNCTIONS)),
        role=draw(st.sampled_from((Role.OWNER, Role.OWNER, Role.SUPPORTER))),
        conditions=draw(conditions()),
        target=target,
        priority=draw(st.sampled_from((0, 0, 0, 1))),
        validity=draw(intervals()),
    )


@st.composite
def customers(draw: DrawFn, key: AccountKey) -> Customer:
    return Customer(
        key=key,
        name=key,
        tier=draw(st.sampled_from(Tier)),
        industry=draw(st.sampled_from((None, *(one.key for one in INDUSTRIES)))),
        territory=draw(st.sampled_from((None, *(one.key for one in TERRITORIES)))),
        tags=tuple(sorted(draw(subsets(TAGS)))),
    )


@st.composite
def subsidiaries(draw: DrawFn, number: int) -> Subsidiary:
    return Subsidiary(
        key=AccountKey(f"unit-{number}"),
        name=f"单位{number}",
        customer=draw(st.sampled_from(CUSTOMERS)),
        level=draw(st.integers(2, 4)),
        industry=draw(st.sampled_from((None, *(one.key for one in INDUSTRIES)))),
        territory=draw(st.sampled_from((None, *(one.key for one in TERRITORIES)))),
        tags=tuple(sorted(draw(subsets(TAGS)))),
    )


@st.composite
def exceptions(
    draw: DrawFn, accounts: list[AccountKey], departments: tuple[Department, ...], number: int
) -> NamedException:
    return NamedException(
        key=ExceptionKey(f"exception-{number}"),
        name=f"例外{number}",
        account=draw(st.sampled_from(accounts)),
        function=draw(st.sampled_from(FUNCTIONS)),
        role=draw(st.sampled_from(Role)),
        department=draw(st.sampled_from((None, *(one.key for one in departments)))),
        reason="agreed",
        validity=draw(intervals()),
    )


@st.composite
def plans(draw: DrawFn) -> Plan:
    departments = draw(organizations())
    groups = tuple(draw(customers(key)) for key in CUSTOMERS)
    units = tuple(draw(subsidiaries(number)) for number in range(draw(st.integers(0, 6))))
    accounts = [one.key for one in (*groups, *units)]
    return Plan(
        key=PlanKey("world"),
        name="世界",
        name_en=None,
        organization="world",
        start=DAYS[0],
        until=None,
        departments=departments,
        coverages=tuple(draw(st.lists(coverages(), max_size=6))),
        industries=INDUSTRIES,
        territories=TERRITORIES,
        customers=groups,
        subsidiaries=units,
        rules=tuple(draw(rules(departments, number)) for number in range(draw(st.integers(0, 9)))),
        exceptions=tuple(
            draw(exceptions(accounts, departments, number))
            for number in range(draw(st.integers(0, 3)))
        ),
    )


def worlds() -> SearchStrategy[World]:
    return plans().map(lambda plan: World(RuleBook.from_plan(plan), facts_of_plan(plan)))
