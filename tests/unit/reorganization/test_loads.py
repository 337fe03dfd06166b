"""Accounts for each person: who is counted where, who is above a capacity, and where nobody is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from graph.model.accounts import Customer, Subsidiary
from graph.model.departments import Department, Holding, Person, Post
from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    PersonKey,
    PlanKey,
    PostKey,
    RuleKey,
)
from graph.model.plans import Plan
from graph.model.rules import AssignmentRule, Conditions, NamedTarget
from graph.model.vocabularies import DepartmentKind, Function, Role, Tier
from graph.ownership.phrases import EN, ZH
from graph.reorganization.impacts import impact
from graph.reorganization.loads import Load, LoadChange
from graph.reorganization.reports.documents import Text
from graph.reorganization.reports.labels import Label, Names
from graph.reorganization.scenarios import Scenario
from graph.reorganization.summaries import Weight, summary
from tests.unit.reorganization.examples import base_of, report_of, section_of, tables_of

if TYPE_CHECKING:
    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import Base

DAY = date(2026, 7, 1)
SALES, PRESALES = Function.SALES, Function.PRESALES
VIP, REGULAR, TEAM, SUPPORT = "vip", "regular", "vip/team", "support"
TO_REGULAR = {"op": "change-rule", "rule": "vip-sales", "assign": {"department": REGULAR}}
TO_TEAM = {"op": "change-rule", "rule": "vip-sales", "assign": {"department": TEAM}}
MERGE = {"op": "merge-departments", "departments": [REGULAR], "into": VIP}


def _base(*held: tuple[str, str], team_functions: tuple[Function, ...] = (), **fields: Any) -> Base:
    """Return a base whose people hold posts: (person, post), a post's key begins with its place.

    For sales, a VIP group with 5 units belongs to `vip`, and a regular one with 3 to `regular`;
    `support` supports both before a sale. `vip/team` is inside `vip`.
    """
    departments = (
        _department("hq", None, DepartmentKind.HEADQUARTERS),
        _department(VIP, "hq"),
        _department(TEAM, VIP, DepartmentKind.TEAM, team_functions),
        _department(REGULAR, "hq"),
        _department(SUPPORT, "hq"),
    )
    groups = (("big", Tier.VIP, 5), ("small", Tier.REGULAR, 3))
    customers = (Customer(key=AccountKey(key), name=key, tier=tier) for key, tier, _ in groups)
    units = (
        Subsidiary(key=AccountKey(f"{key}-{number}"), name=key, customer=AccountKey(key), level=2)
        for key, _, count in groups
        for number in range(count)
    )
    posts = sorted({post for _, post in held})
    given: dict[str, Any] = {
        "holdings": tuple(
            Holding(person=PersonKey(person), post=PostKey(post)) for person, post in held
        ),
        "posts": tuple(
            Post(key=PostKey(key), name=key, department=DepartmentKey(key.partition(":")[0]))
            for key in posts
        ),
        **fields,
    }
    return base_of(
        Plan(
            key=PlanKey("plan"),
            name="计划",
            name_en=None,
            organization="org",
            start=date(2026, 1, 1),
            until=None,
            departments=departments,
            customers=tuple(customers),
            subsidiaries=tuple(units),
            rules=(
                _rule("vip-sales", SALES, VIP, frozenset({Tier.VIP})),
                _rule("regular-sales", SALES, REGULAR, frozenset({Tier.REGULAR})),
                _rule("presales", PRESALES, SUPPORT, frozenset(), Role.SUPPORTER),
            ),
            people=tuple(
                Person(key=PersonKey(key), name=key) for key in sorted({one for one, _ in held})
            ),
            **given,
        )
    )


def _department(
    key: str,
    parent: str | None,
    kind: DepartmentKind = DepartmentKind.DEPARTMENT,
    functions: tuple[Function, ...] = (),
) -> Department:
    return Department(
        key=DepartmentKey(key),
        name=f"部门 {key}",
        name_en=f"Department {key}",
        kind=kind,
        parent=DepartmentKey(parent) if parent else None,
        functions=functions,
    )


def _rule(
    key: str,
    function: Function,
    department: str,
    tiers: frozenset[Tier],
    role: Role = Role.OWNER,
) -> AssignmentRule:
    return AssignmentRule(
        key=RuleKey(key),
        name=key,
        function=function,
        role=role,
        conditions=Conditions(tiers=tiers),
        target=NamedTarget(DepartmentKey(department)),
    )


def _tried(base: Base, *operations: dict[str, Any], day: date = DAY, **capacities: int) -> Impact:
    scenario = {
        "key": "draft",
        "name": "草案",
        "author": "李雷",
        "effective": day,
        "operations": [*operations],
        "capacities": capacities,
    }
    return impact(base, Scenario.model_validate(scenario))


def _sides(found: Impact) -> dict[tuple[str, Function], tuple[Load, Load]]:
    return {(one.department, one.function): (one.before, one.after) for one in found.loads.changes}


def test_who_takes_accounts_has_more_for_each_of_its_people() -> None:
    base = _base(("ann", "vip:1"), ("bob", "regular:1"), ("cho", "regular:2"))

    found = _tried(base, TO_REGULAR, sales=4)

    assert found.loads.changes == [
        LoadChange(REGULAR, SALES, Load(4, 2), Load(10, 2), capacity=4),
        LoadChange(VIP, SALES, Load(6, 1), Load(0, 1), capacity=4),
    ]
    taking, giving = found.loads.changes
    assert (taking.above_before, taking.above_after, taking.after.excess(4)) == (False, True, 2)
    assert (giving.above_before, giving.above_after) == (True, False)
    assert (taking.before.per_person, taking.after.per_person) == (Decimal(2), Decimal(5))


def test_accounts_per_person_are_told_to_the_hundredth() -> None:
    assert Load(10, 3).per_person == Decimal("3.33")
    assert Load(2, 3).per_person == Decimal("0.67")
    assert Load(10, 0).per_person is None


def test_exactly_as_many_as_can_be_served_is_not_above() -> None:
    assert (Load(8, 2).excess(4), Load(9, 2).excess(4), Load(9, 2).excess(None)) == (0, 1, 0)


def test_nobody_to_do_it_is_neither_no_load_nor_above_a_capacity() -> None:
    found = _tried(_base(("ann", "vip:1")), TO_REGULAR, sales=1)

    [without, _] = found.loads.changes
    assert without == LoadChange(REGULAR, SALES, Load(4, 0), Load(10, 0), capacity=1)
    assert (without.after.lacks_people, without.above_after) == (True, False)
    assert (without.after.per_person, without.growth) == (None, Decimal(0))
    assert found.loads.unserved == [without]
    assert found.loads.above == []


def test_above_a_capacity_is_worse_than_nobody_and_both_than_growth() -> None:
    base = _base(("ann", "vip:1"), ("bob", "support:1"))
    rule = {"key": "more", "name": "更多", "assign": {"department": SUPPORT}, "priority": 1}
    delivery = {"op": "add-rule", **rule, "function": "delivery"}

    found = _tried(base, TO_REGULAR, delivery, delivery=9)

    assert [(one.department, one.function) for one in found.loads.changes] == [
        (SUPPORT, Function.DELIVERY),
        (REGULAR, SALES),
        (VIP, SALES),
    ]


def test_a_person_with_two_posts_in_a_department_is_one_person() -> None:
    base = _base(("ann", "vip:1"), ("ann", "vip:2"), ("bob", "vip:2"))

    assert _sides(_tried(base, TO_REGULAR))[VIP, SALES] == (Load(6, 2), Load(0, 2))


def test_who_keeps_another_post_in_the_department_stays_when_one_moves() -> None:
    base = _base(("ann", "vip:1"), ("ann", "vip:2"), ("bob", "vip:2"), ("cho", "regular:1"))

    found = _tried(base, {"op": "move-posts", "posts": ["vip:2"], "to": REGULAR})

    assert _sides(found) == {
        (VIP, SALES): (Load(6, 2), Load(6, 1)),
        (REGULAR, SALES): (Load(4, 1), Load(4, 3)),
    }


def test_who_was_in_both_merged_departments_is_one_person_after() -> None:
    base = _base(("ann", "vip:1"), ("ann", "regular:1"), ("bob", "regular:1"))

    assert _sides(_tried(base, MERGE)) == {
        (VIP, SALES): (Load(6, 1), Load(10, 2)),
        (REGULAR, SALES): (Load(4, 2), Load(0, 0)),
    }


def test_who_leaves_for_a_post_elsewhere_is_counted_there() -> None:
    base = _base(("ann", "vip:1"), ("bob", "regular:1"))
    move = {"op": "move-people", "person": "ann", "from": "vip:1", "to": "regular:1"}

    found = _tried(base, move)

    assert _sides(found) == {
        (VIP, SALES): (Load(6, 1), Load(6, 0)),
        (REGULAR, SALES): (Load(4, 1), Load(4, 2)),
    }
    assert found.loads.changes[0].department == VIP


@pytest.mark.parametrize(
    ("until", "people"), [(date(2026, 7, 1), 0), (date(2026, 7, 2), 1), (None, 1)]
)
def test_people_are_those_who_hold_a_post_on_the_day(until: date | None, people: int) -> None:
    holding = Holding(
        person=PersonKey("ann"),
        post=PostKey("vip:1"),
        acting=True,
        validity=Interval(None, until),
    )

    found = _tried(_base(("ann", "vip:1"), holdings=(holding,)), TO_REGULAR)

    assert _sides(found)[VIP, SALES] == (Load(6, people), Load(0, people))


def test_nobody_holds_a_post_before_it_is_there() -> None:
    post = Post(
        key=PostKey("vip:1"),
        name="岗位",
        department=DepartmentKey(VIP),
        validity=Interval(date(2026, 8, 1), None),
    )

    found = _tried(_base(("ann", "vip:1"), posts=(post,)), TO_REGULAR)

    assert _sides(found)[VIP, SALES] == (Load(6, 0), Load(0, 0))


def test_a_post_in_two_departments_counts_in_both() -> None:
    post = Post(
        key=PostKey("vip:1"),
        name="岗位",
        department=DepartmentKey(VIP),
        other_departments=(DepartmentKey(REGULAR),),
    )

    found = _tried(_base(("ann", "vip:1"), posts=(post,)), TO_REGULAR)

    assert _sides(found) == {
        (VIP, SALES): (Load(6, 1), Load(0, 1)),
        (REGULAR, SALES): (Load(4, 1), Load(10, 1)),
    }


def test_people_inside_count_unless_their_department_has_accounts_of_its_own() -> None:
    base = _base(("ann", "vip:1"), ("bob", "vip/team:1"))

    assert _sides(_tried(base, TO_REGULAR))[VIP, SALES] == (Load(6, 2), Load(0, 2))
    split = {
        "op": "add-exception",
        "key": "one",
        "name": "例外",
        "account": "big-1",
        "function": "sales",
        "department": TEAM,
        "reason": "约定",
    }
    assert _sides(_tried(base, split)) == {
        (VIP, SALES): (Load(6, 2), Load(5, 1)),
        (TEAM, SALES): (Load(0, 1), Load(1, 1)),
    }


def test_people_inside_who_are_there_for_other_functions_do_not_count() -> None:
    held = (("ann", "vip:1"), ("bob", "vip/team:1"))
    presales = _base(*held, team_functions=(PRESALES,))
    both = _base(*held, team_functions=(PRESALES, SALES))

    assert _sides(_tried(presales, TO_REGULAR))[VIP, SALES] == (Load(6, 1), Load(0, 1))
    assert _sides(_tried(both, TO_REGULAR))[VIP, SALES] == (Load(6, 2), Load(0, 2))


def test_a_department_that_moves_brings_its_people() -> None:
    base = _base(("ann", "vip:1"), ("bob", "vip/team:1"))
    move = {"op": "move-department", "department": TEAM, "to": REGULAR}

    assert _sides(_tried(base, move)) == {
        (VIP, SALES): (Load(6, 2), Load(6, 1)),
        (REGULAR, SALES): (Load(4, 0), Load(4, 1)),
    }


def test_support_is_a_load_where_nobody_owns() -> None:
    change = {"op": "change-rule", "rule": "presales", "assign": {"department": REGULAR}}

    assert _sides(_tried(_base(("ann", "support:1")), change)) == {
        (SUPPORT, PRESALES): (Load(10, 1), Load(0, 1)),
        (REGULAR, PRESALES): (Load(0, 0), Load(10, 0)),
    }


@pytest.mark.parametrize(
    "operations", [(), ({"op": "rename-department", "department": VIP, "name": "新名"},)]
)
def test_where_nobody_gives_or_takes_no_load_is_told(operations: tuple[dict[str, Any]]) -> None:
    found = _tried(_base(("ann", "vip:1")), *operations, sales=1)

    assert found.loads.changes == []
    assert [line for line in summary(found) if "capacity" in line.text] == []


def test_loads_are_the_same_on_a_base_that_was_asked_about_many_days() -> None:
    base = _base(("ann", "vip:1"))
    first = _tried(base, TO_REGULAR).loads.changes

    for day in range(2, 20):
        assert _tried(base, TO_REGULAR, day=date(2026, 7, day)).loads.changes == first
    assert _tried(base, TO_REGULAR).loads.changes == first


def test_the_summary_tells_the_worst_load_in_both_languages() -> None:
    base = _base(("ann", "regular:1"), ("bob", "vip:1"))
    found = _tried(base, TO_REGULAR, sales=7)
    without = _tried(_base(), TO_TEAM, sales=7)

    lines = [
        next(
            line for line in summary(one, language, Names(one)) if line.weight is Weight.UNSETTLES
        ).text
        for one in (found, without)
        for language in (EN, ZH)
    ]

    assert lines == [
        (
            "1 department above capacity, worst Department regular: 10 accounts for sales,"
            " 1 person, 7 each at most"
        ),
        "1个部门超出承载能力，最甚者部门 regular：销售10个客户，1人，每人至多7个",
        "1 department has accounts and no people, most Department vip/team: 6 for sales",
        "1个部门有客户而无人，最多者部门 vip/team：销售6个客户",
    ]


def test_the_report_tells_each_load_that_changes() -> None:
    base = _base(("ann", "regular:1"), ("bob", "vip:1"))
    report = report_of(_tried(base, TO_REGULAR, sales=5), EN)

    [table] = tables_of(report, "loads")
    assert table.rows == (
        (
            *(Label(REGULAR, "部门 regular", "Department regular"), "sales", 4, 10, 1, 1),
            *(Decimal(4), Decimal(10), 5, "above capacity"),
        ),
        (
            *(Label(VIP, "部门 vip", "Department vip"), "sales", 6, 0, 1, 1),
            *(Decimal(6), Decimal(0), 5, "no longer above capacity"),
        ),
    )
    assert len(table.columns) == len(table.rows[0])


def test_the_report_says_that_nobody_is_there() -> None:
    report = report_of(_tried(_base(), TO_REGULAR, sales=5), ZH)

    [table] = tables_of(report, "loads")
    assert [(row[4], row[5], row[6], row[7], row[9]) for row in table.rows] == [
        (0, 0, "无人", "无人", "有客户而无人"),
        (0, 0, "无人", "无人", ""),
    ]


def test_the_report_says_that_no_load_changes() -> None:
    section = section_of(report_of(_tried(_base()), EN), "loads")

    assert [block.text for block in section.blocks if isinstance(block, Text)] == [
        "No load changes."
    ]
