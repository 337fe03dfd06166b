"""Small random organizations, and operations that mostly can be done."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from graph.model.accounts import Customer, Subsidiary
from graph.model.departments import Coverage, Department, Holding, Person, Post
from graph.model.indicators import Indicator, Target
from graph.model.intervals import ALWAYS, Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    ExceptionKey,
    IndicatorKey,
    PersonKey,
    PlanKey,
    PostKey,
    ResponsibilityKey,
    RuleKey,
    TargetKey,
)
from graph.model.patterns import Specialty
from graph.model.plans import Plan
from graph.model.rules import (
    AssignmentRule,
    Conditions,
    NamedException,
    NamedTarget,
    RelativeTarget,
    VacantTarget,
)
from graph.model.strategies import Party, Responsibility, StatedParty
from graph.model.vocabularies import Certainty, DepartmentKind, ResponsibilityRole, Role, Tier
from graph.ownership.trees import UNITS
from graph.reorganization.divisions import everything_of
from graph.reorganization.operations.departments import (
    ChangeDepartment,
    CreateDepartment,
    MoveDepartment,
    RenameDepartment,
)
from graph.reorganization.operations.duties import ReassignResponsibility
from graph.reorganization.operations.exceptions import AddException, ChangeException, EndException
from graph.reorganization.operations.indicators import ReallocateTarget, TargetShare
from graph.reorganization.operations.posts import MovePeople, MovePosts
from graph.reorganization.operations.rules import AddRule, Assign, ChangeRule, EndRule, When
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.operations.splits import SplitDepartment, Successor
from graph.reorganization.operations.successions import DissolveDepartment, MergeDepartments
from graph.reorganization.operations.transfers import TransferCustomers, TransferSubsidiaries
from graph.reorganization.operations.units import CloseUnit, TransferTerritories
from graph.reorganization.organizations import Organization, organization_of
from graph.reorganization.ownership_impacts import Base
from graph.reorganization.populations import Population
from graph.reorganization.replays import replay
from tests.unit.ownership import worlds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from hypothesis.strategies import SearchStrategy

    from graph.reorganization.operations.bases import Operation

DAY = worlds.DAYS[2]
REVENUE = IndicatorKey("revenue")
PEOPLE = tuple(Person(key=PersonKey(f"person-{name}"), name=name) for name in "甲乙丙丁")
SEEDS = st.integers(0, 2**32)


@dataclass(frozen=True)
class Drawn:
    """A base, and operations to try on it."""

    plan: Plan
    base: Base
    operations: tuple[Operation, ...]

    @property
    def organization(self) -> Organization:
        return self.base.organization


def scenarios(least: int = 1, most: int = 5) -> SearchStrategy[Drawn]:
    """Draw operations, each against what those before it leave.

    Thrown with dice: drawn one by one, organizations are so small that hardly anything changes.
    """
    return SEEDS.map(lambda seed: _drawn(Dice(seed), least, most))


class Dice(Random):
    """Random choices of parts of small organizations."""

    def some(self, values: Sequence[Any], most: int = 2) -> frozenset[Any]:
        """Return a few of the values, often none."""
        if self.random() < 0.5:
            return frozenset()
        return frozenset(self.choice(values) for _ in range(self.randint(1, most)))

    def interval(self) -> Interval:
        """Return mostly always; else days between two, never none."""
        if self.random() < 0.8:
            return ALWAYS
        first, last = sorted(self.sample(worlds.DAYS, 2))
        return self.choice([Interval(first, None), Interval(None, last), Interval(first, last)])

    def conditions(self) -> Conditions:
        """Return conditions that mostly accept something."""
        first = self.choice((None, None, None, 1, 2))
        return Conditions(
            customers=self.some(worlds.CUSTOMERS) if self.random() < 0.5 else frozenset(),
            tiers=self.some(tuple(Tier), 3) if self.random() < 0.5 else frozenset(),
            level_from=first,
            level_to=self.choice((None, None, 3)) if first else None,
            industries=self.some([one.key for one in worlds.INDUSTRIES]),
            territories=self.some([one.key for one in worlds.TERRITORIES]),
            tags=self.some(worlds.TAGS, 1) if self.random() < 0.3 else frozenset(),
        )


def _drawn(dice: Dice, least: int, most: int) -> Drawn:
    plan = _plan(dice)
    organization = organization_of(plan)
    base = Base(organization, Population.of_plan(plan, organization.book()))
    accounts = [*organization.surroundings.accounts]
    wanted = dice.randint(least, most)
    done: list[Operation] = []
    for number in range(wanted):
        now = replay(organization, done, DAY).result
        if now.departments:
            done.append(_operation(dice, now, accounts, number))
    return Drawn(plan, base, tuple(done))


def _plan(dice: Dice) -> Plan:
    departments = _departments(dice)
    keys = [department.key for department in departments]
    customers = tuple(_customer(dice, key) for key in worlds.CUSTOMERS)
    units = tuple(_subsidiary(dice, number) for number in range(dice.randint(6, 14)))
    accounts = [one.key for one in (*customers, *units)]
    posts = tuple(_post(dice, keys, number) for number in range(dice.randint(0, 8)))
    return Plan(
        key=PlanKey("world"),
        name="世界",
        name_en=None,
        organization="world",
        start=worlds.DAYS[0],
        until=None,
        specialties=tuple(Specialty(key=one, name=one) for one in worlds.SPECIALTIES),
        departments=departments,
        coverages=tuple(_coverage(dice) for _ in range(dice.randint(3, 8))),
        industries=worlds.INDUSTRIES,
        territories=worlds.TERRITORIES,
        customers=customers,
        subsidiaries=units,
        rules=tuple(_rule(dice, keys, number) for number in range(dice.randint(4, 12))),
        exceptions=tuple(
            _exception(dice, accounts, keys, number) for number in range(dice.randint(0, 4))
        ),
        indicators=(Indicator(key=REVENUE, name="收入"),),
        targets=tuple(_target(dice, keys, number) for number in range(dice.randint(0, 5))),
        responsibilities=tuple(_duty(dice, keys, number) for number in range(dice.randint(0, 4))),
        posts=posts,
        people=PEOPLE,
        holdings=_holdings(dice, [post.key for post in posts]),
    )


def _departments(dice: Dice) -> tuple[Department, ...]:
    units = [
        Department(
            key=DepartmentKey(key),
            name=key,
            kind=kind,
            parent=DepartmentKey(parent) if parent else None,
            validity=dice.interval(),
        )
        for key, kind, parent in worlds.UNITS
    ]
    inside = [
        Department(
            key=DepartmentKey(f"department-{number}"),
            name=f"部门{number}",
            kind=DepartmentKind.DEPARTMENT,
            parent=dice.choice(units).key,
            specialties=tuple(sorted(dice.some(worlds.SPECIALTIES))),
            functions=dice.choice(((), (), worlds.FUNCTIONS[:1], worlds.FUNCTIONS)),
            validity=dice.interval(),
        )
        for number in range(dice.randint(3, 8))
    ]
    return (*units, *inside)


def _coverage(dice: Dice) -> Coverage:
    return Coverage(
        department=DepartmentKey(dice.choice([key for key, *_ in worlds.UNITS[1:]])),
        territory=dice.choice(worlds.TERRITORIES).key,
        validity=dice.interval(),
    )


def _customer(dice: Dice, key: AccountKey) -> Customer:
    return Customer(key=key, name=key, tier=dice.choice([*Tier]), **_placed(dice))


def _subsidiary(dice: Dice, number: int) -> Subsidiary:
    return Subsidiary(
        key=AccountKey(f"unit-{number}"),
        name=f"单位{number}",
        customer=dice.choice(worlds.CUSTOMERS),
        level=dice.randint(2, 4),
        **_placed(dice),
    )


def _placed(dice: Dice) -> dict[str, Any]:
    return {
        "industry": dice.choice((None, *(one.key for one in worlds.INDUSTRIES))),
        "territory": dice.choice((None, *(one.key for one in worlds.TERRITORIES))),
        "tags": tuple(sorted(dice.some(worlds.TAGS))),
    }


def _rule(dice: Dice, keys: Sequence[DepartmentKey], number: int) -> AssignmentRule:
    relative = RelativeTarget(
        dice.choice((DepartmentKind.REGION, DepartmentKind.BRANCH)),
        dice.choice(worlds.SPECIALTIES),
    )
    named = NamedTarget(dice.choice(keys))
    return AssignmentRule(
        key=RuleKey(f"rule-{number}"),
        name=f"规则{number}",
        function=dice.choice(worlds.FUNCTIONS),
        role=dice.choice((Role.OWNER, Role.OWNER, Role.SUPPORTER)),
        conditions=dice.conditions(),
        target=dice.choice((named, named, relative, relative, VacantTarget("on purpose"))),
        priority=dice.choice((0, 0, 0, 1)),
        validity=dice.interval(),
    )


def _exception(
    dice: Dice, accounts: Sequence[AccountKey], keys: Sequence[DepartmentKey], number: int
) -> NamedException:
    return NamedException(
        key=ExceptionKey(f"exception-{number}"),
        name=f"例外{number}",
        account=dice.choice(accounts),
        function=dice.choice(worlds.FUNCTIONS),
        role=dice.choice([*Role]),
        department=dice.choice((None, *keys)),
        reason="agreed",
        validity=dice.interval(),
    )


def _target(dice: Dice, keys: Sequence[DepartmentKey], number: int) -> Target:
    return Target(
        key=TargetKey(f"target-{number}"),
        name=f"指标{number}",
        indicator=REVENUE,
        department=dice.choice(keys),
        value=dice.choice((None, Decimal(3), Decimal(10))),
        certainty=Certainty.STATED,
    )


def _duty(dice: Dice, keys: Sequence[DepartmentKey], number: int) -> Responsibility:
    roles = (ResponsibilityRole.RESPONSIBLE, ResponsibilityRole.SUPPORTS)
    named = {(dice.choice(keys), dice.choice(roles)) for _ in range(dice.randint(1, 3))}
    parties = sorted(named)
    return Responsibility(
        key=ResponsibilityKey(f"duty-{number}"),
        name=f"职责{number}",
        parties=tuple(Party(department=key, role=role) for key, role in parties),
        stated=tuple(StatedParty(department=key, role=role) for key, role in parties),
    )


def _post(dice: Dice, keys: Sequence[DepartmentKey], number: int) -> Post:
    first = dice.choice(keys)
    return Post(
        key=PostKey(f"post-{number}"),
        name=f"岗位{number}",
        department=first,
        other_departments=tuple(sorted(dice.some(keys, 1) - {first})),
        validity=dice.interval(),
    )


def _holdings(dice: Dice, posts: Sequence[PostKey]) -> tuple[Holding, ...]:
    """Return who holds which posts; somebody may hold several, and a post may be shared."""
    held = {(dice.choice(PEOPLE).key, post) for post in posts for _ in range(dice.randint(0, 2))}
    return tuple(
        Holding(person=person, post=post, validity=dice.interval()) for person, post in sorted(held)
    )


def _operation(dice: Dice, now: Organization, accounts: Sequence[str], number: int) -> Operation:
    """Draw an operation of any kind that has something to work on."""
    while True:
        made = dice.choice((_structural, _structural, _ruling, _ruling, _placing))
        found = made(dice, now, accounts, number)
        if found is not None:
            return found


def _structural(  # noqa: PLR0911 - one kind of operation each
    dice: Dice, now: Organization, accounts: Sequence[str], number: int
) -> Operation | None:
    del accounts
    keys = sorted(map(DepartmentKey, now.departments))
    one, other = dice.choice(keys), dice.choice(keys)
    specialties = tuple(sorted(dice.some(worlds.SPECIALTIES)))
    leaves = frozenset(dice.sample(("target-0", "duty-0", "rule-0"), dice.choice((0, 0, 1))))
    match dice.randrange(10):
        case 0:
            key = DepartmentKey(f"new-{number}")
            return CreateDepartment(key=key, name="新", parent=one, specialties=specialties)
        case 1:
            return RenameDepartment(department=one, name="改名")
        case 2:
            return ChangeDepartment(department=one, specialties=specialties)
        case 3:
            return MoveDepartment(department=one, to=other)
        case 4:
            return MergeDepartments(departments=(one,), into=other, leaves=leaves)
        case 5:
            successor = dice.choice((None, other))
            return DissolveDepartment(department=one, successor=successor, leaves=leaves)
        case 6:
            units = [key for key in keys if now.departments[key].kind in UNITS]
            if not units:
                return None
            return CloseUnit(unit=dice.choice(units), successor=dice.choice((None, *units)))
        case 7:
            return _splitting(dice, now, one)
        case _:
            return _handing_over(dice, now)


def _splitting(dice: Dice, now: Organization, department: DepartmentKey) -> Operation | None:
    """Draw a split among departments that stay, of the same kind where there are such."""
    gone = {department, *(one.key for one in now.inside(department))}
    others = sorted({*map(DepartmentKey, now.departments)} - gone)
    kind = now.departments[department].kind
    others = [key for key in others if now.departments[key].kind is kind] or others
    if len(others) < 2:
        return None
    one, other = dice.sample(others, 2)
    has = sorted(everything_of(now, department))
    takes = [key for key in has if dice.random() < 0.4]
    half = dice.randint(0, len(takes))
    return SplitDepartment(
        department=department,
        parts=(
            Successor(department=one, takes=frozenset(takes[:half]), rest=dice.random() < 0.7),
            Successor(department=other, takes=frozenset(takes[half:])),
        ),
    )


def _handing_over(dice: Dice, now: Organization) -> Operation | None:
    units = [key for key, one in sorted(now.departments.items()) if one.kind in UNITS]
    if not now.coverages or not units:
        return None
    coverage = now.coverages[dice.choice(sorted(now.coverages))]
    return TransferTerritories(
        territories=(coverage.territory,),
        from_=coverage.department,
        to=DepartmentKey(dice.choice(units)),
    )


def _ruling(  # noqa: PLR0911 - one kind of operation each
    dice: Dice, now: Organization, accounts: Sequence[str], number: int
) -> Operation | None:
    department = dice.choice(sorted(map(DepartmentKey, now.departments)))
    function, role = dice.choice(worlds.FUNCTIONS), dice.choice([*Role])
    account = AccountKey(dice.choice(accounts))
    given: dict[str, Any] = {"key": f"new-{number}", "name": "新", "role": role}
    match dice.randrange(8):
        case 0:
            when, assign = _when(dice), _assign(dice, department)
            priority = dice.choice((0, 1))
            return AddRule(**given, function=function, when=when, assign=assign, priority=priority)
        case 1 if now.rules:
            rule = RuleKey(dice.choice(sorted(now.rules)))
            when, assign = _when(dice), dice.choice((None, _assign(dice, department)))
            return ChangeRule(rule=rule, when=when, assign=assign)
        case 2 if now.rules:
            return EndRule(rule=RuleKey(dice.choice(sorted(now.rules))))
        case 3:
            party = dice.choice((None, department))
            return AddException(
                **given, account=account, function=function, department=party, reason="agreed"
            )
        case 4 if now.exceptions:
            exception = ExceptionKey(dice.choice(sorted(now.exceptions)))
            return ChangeException(exception=exception, department=department)
        case 5 if now.exceptions:
            return EndException(exception=ExceptionKey(dice.choice(sorted(now.exceptions))))
        case 6:
            customers = frozenset({dice.choice(worlds.CUSTOMERS)})
            return TransferCustomers(
                **given, customers=customers, to=department, functions=(function,)
            )
        case 7:
            accounts_ = frozenset({account})
            return TransferSubsidiaries(
                **given,
                subsidiaries=accounts_,
                to=department,
                functions=(function,),
                reason="agreed",
            )
        case _:
            return None


def _when(dice: Dice) -> When:
    conditions = dice.conditions()
    return When(**{name: getattr(conditions, name) for name in When.model_fields})


def _assign(dice: Dice, department: DepartmentKey) -> Assign:
    within = dice.choice((DepartmentKind.REGION, DepartmentKind.BRANCH))
    return dice.choice(
        (
            Assign(department=department),
            Assign(within=within, specialty=dice.choice(worlds.SPECIALTIES)),
            Assign(vacant="nobody"),
        )
    )


def _placing(  # noqa: PLR0911 - one kind of operation each
    dice: Dice, now: Organization, accounts: Sequence[str], number: int
) -> Operation | None:
    del accounts, number
    keys = sorted(map(DepartmentKey, now.departments))
    to = dice.choice(keys)
    match dice.randrange(6):
        case 0 if now.targets:
            return ReallocateTarget(target=TargetKey(dice.choice(sorted(now.targets))), to=to)
        case 1:
            return _sharing(dice, now, to)
        case 2:
            parties = [
                (duty.key, party.department)
                for _, duty in sorted(now.responsibilities.items())
                for party in duty.parties
            ]
            if not parties:
                return None
            duty, department = dice.choice(parties)
            return ReassignResponsibility(responsibility=duty, from_=department, to=to)
        case 3 if now.posts:
            return MovePosts(posts=(PostKey(dice.choice(sorted(now.posts))),), to=to)
        case 4:
            return _moving(dice, now)
        case _:
            return _signing_off(dice, now)


def _moving(dice: Dice, now: Organization) -> Operation | None:
    held = sorted(
        (one.person, one.post) for one in now.holdings.values() if one.validity.contains(DAY)
    )
    if not held or not now.posts:
        return None
    person, post = dice.choice(held)
    return MovePeople(person=person, from_=post, to=PostKey(dice.choice(sorted(now.posts))))


def _sharing(dice: Dice, now: Organization, to: DepartmentKey) -> Operation | None:
    numbers = sorted(key for key, one in now.targets.items() if one.value is not None)
    others = sorted({*map(DepartmentKey, now.departments)} - {to})
    if not numbers or not others:
        return None
    target = now.targets[dice.choice(numbers)]
    rest = (target.value or Decimal(0)) - 1
    shares = (
        TargetShare(department=to, value=Decimal(1)),
        TargetShare(department=dice.choice(others), value=rest),
    )
    return ReallocateTarget(target=target.key, shares=shares)


def _signing_off(dice: Dice, now: Organization) -> Operation | None:
    gone = sorted({one.department for one in now.targets.values()} - {*now.departments})
    if not gone:
        return None
    department = dice.choice(gone)
    left = frozenset(key for key, one in now.targets.items() if one.department == department)
    return SignOffVacancy(
        department=DepartmentKey(department),
        things=left,
        functions=frozenset(worlds.FUNCTIONS),
        reason="no longer pursued",
        name="Han Mei",
    )
