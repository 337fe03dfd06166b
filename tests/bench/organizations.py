"""Organizations of any size to measure on: the same seed, the same organization."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING

from graph.model.accounts import Customer, Industry, Subsidiary, Territory
from graph.model.departments import Coverage, Department
from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    IndustryKey,
    PlanKey,
    RuleKey,
    TerritoryKey,
)
from graph.model.plans import Plan
from graph.model.rules import AssignmentRule, Conditions, NamedTarget, RelativeTarget
from graph.model.vocabularies import DepartmentKind, Function, Role, Tier

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = date(2026, 7, 1)
FUNCTIONS = (Function.SALES, Function.RELATIONSHIP, Function.PRESALES)
PROVINCES = 22
CITIES = 10
"""Cities of a province; half of them have a branch."""
REGIONS = 6
SECTORS = 4
INDUSTRIES = 4
"""Industries of a sector; rules look at one of them."""
NAMED_GROUPS = 6
"""Groups that rules name."""
TAGS = ("large-project", "undeployed-area", "partner", "new")
SPECIALTIES = ("vip", "industry", "presales", "large-project")


@dataclass(frozen=True)
class Size:
    """How large an organization is to be."""

    subsidiaries: int
    groups: int
    rules: int


def organization(size: Size, seed: int) -> Plan:
    """Return a plan whose group sizes, levels and places have a long tail."""
    random = Random(seed)  # noqa: S311 - figures, not secrets
    customers = _customers(random, size.groups)
    departments = _departments()
    return Plan(
        key=PlanKey("bench"),
        name="测量",
        name_en="Bench",
        organization="bench",
        start=date(2026, 1, 1),
        until=None,
        departments=departments,
        coverages=_coverages(),
        industries=_industries(),
        territories=_territories(),
        customers=customers,
        subsidiaries=_subsidiaries(random, customers, size.subsidiaries),
        rules=tuple(_rule(random, number, departments) for number in range(size.rules)),
    )


def _province(number: int) -> TerritoryKey:
    return TerritoryKey(f"province-{number}")


def _city(province: int, number: int) -> TerritoryKey:
    return TerritoryKey(f"city-{province}-{number}")


def _territories() -> tuple[Territory, ...]:
    china = TerritoryKey("china")
    provinces = [
        Territory(key=_province(number), name=f"省{number}", parent=china)
        for number in range(PROVINCES)
    ]
    cities = [
        Territory(key=_city(province, number), name=f"市{number}", parent=_province(province))
        for province in range(PROVINCES)
        for number in range(CITIES)
    ]
    return (Territory(key=china, name="中国"), *provinces, *cities)


def _industries() -> tuple[Industry, ...]:
    sectors = [Industry(key=IndustryKey(f"sector-{one}"), name=f"{one}") for one in range(SECTORS)]
    return (
        *sectors,
        *(
            Industry(key=IndustryKey(f"{sector.key}-{one}"), name=f"{one}", parent=sector.key)
            for sector in sectors
            for one in range(INDUSTRIES)
        ),
    )


def _unit(key: str, kind: DepartmentKind, parent: str) -> list[Department]:
    """Return a region or branch with a department for each specialty."""
    return [
        Department(key=DepartmentKey(key), name=key, kind=kind, parent=DepartmentKey(parent)),
        *(
            Department(
                key=DepartmentKey(f"{key}/{specialty}"),
                name=f"{key} {specialty}",
                kind=DepartmentKind.DEPARTMENT,
                parent=DepartmentKey(key),
                specialties=(specialty,),
            )
            for specialty in SPECIALTIES
        ),
    ]


def _departments() -> tuple[Department, ...]:
    headquarters = Department(
        key=DepartmentKey("hq"), name="总部", kind=DepartmentKind.HEADQUARTERS
    )
    units = [headquarters]
    for number in range(REGIONS):
        units += _unit(f"region-{number}", DepartmentKind.REGION, "hq")
    for province in range(PROVINCES):
        for number in range(0, CITIES, 2):
            region = f"region-{province % REGIONS}"
            units += _unit(f"branch-{province}-{number}", DepartmentKind.BRANCH, region)
    return tuple(units)


def _coverages() -> tuple[Coverage, ...]:
    regional = [
        Coverage(
            department=DepartmentKey(f"region-{number % REGIONS}"), territory=_province(number)
        )
        for number in range(PROVINCES)
    ]
    local = [
        Coverage(
            department=DepartmentKey(f"branch-{province}-{number}"),
            territory=_city(province, number),
        )
        for province in range(PROVINCES)
        for number in range(0, CITIES, 2)
    ]
    return (*regional, *local)


def _customers(random: Random, count: int) -> tuple[Customer, ...]:
    return tuple(
        Customer(
            key=AccountKey(f"group-{number}"),
            name=f"集团{number}",
            tier=random.choice(list(Tier)),
            industry=IndustryKey(f"sector-{number % SECTORS}"),
        )
        for number in range(count)
    )


def _subsidiaries(
    random: Random, customers: Sequence[Customer], count: int
) -> tuple[Subsidiary, ...]:
    """Return the units of all groups: the n-th group has a share like 1 / n."""
    shares = list(accumulate(1 / rank for rank in range(1, len(customers) + 1)))
    cities = list(accumulate(1 / rank for rank in range(1, CITIES + 1)))
    groups = random.choices(customers, cum_weights=shares, k=count)
    places = random.choices(range(CITIES), cum_weights=cities, k=count)
    levels = random.choices((2, 3, 4), (2, 5, 3), k=count)
    return tuple(
        Subsidiary(
            key=AccountKey(f"unit-{number}"),
            name=f"单位{number}",
            customer=groups[number].key,
            level=levels[number],
            industry=IndustryKey(f"{groups[number].industry}-{random.randrange(INDUSTRIES)}"),
            territory=_city(random.randrange(PROVINCES), places[number]),
            tags=(random.choice(TAGS),) if random.random() < 0.05 else (),
        )
        for number in range(count)
    )


def _rule(random: Random, number: int, departments: Sequence[Department]) -> AssignmentRule:
    function = random.choice(FUNCTIONS)
    is_support = function is Function.PRESALES or random.random() < 0.3
    relative = RelativeTarget(
        random.choice((DepartmentKind.REGION, DepartmentKind.BRANCH)), random.choice(SPECIALTIES)
    )
    named = NamedTarget(random.choice(departments).key)
    return AssignmentRule(
        key=RuleKey(f"rule-{number}"),
        name=f"规则{number}",
        function=function,
        role=Role.SUPPORTER if is_support else Role.OWNER,
        conditions=_conditions(random),
        target=relative if random.random() < 0.7 else named,
        validity=Interval(None, DAY if random.random() < 0.1 else None),
    )


def _conditions(random: Random) -> Conditions:
    """Return two or three conditions of a random kind each; for one rule in ten just one."""
    level = random.choice((2, 3))
    possible: dict[str, object] = {
        "customers": frozenset({AccountKey(f"group-{random.randrange(NAMED_GROUPS)}")}),
        "tiers": frozenset({random.choice((Tier.STRATEGIC, Tier.VIP))}),
        "level_from": level,
        "industries": frozenset({IndustryKey(f"sector-{random.randrange(SECTORS)}-0")}),
        "territories": frozenset({_province(random.randrange(PROVINCES))}),
        "tags": frozenset({random.choice(TAGS[:2])}),
    }
    count = 1 if random.random() < 0.1 else random.choice((2, 3))
    chosen = random.sample(sorted(possible), count)
    return Conditions(**{name: possible[name] for name in chosen})  # pyright: ignore[reportArgumentType]
