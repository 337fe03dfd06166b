"""Segments cut from columns are those cut from facts, account by account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.ownership.books import RuleBook
from graph.ownership.facts import facts_of_plan
from graph.ownership.segments import cut
from seed.plan_folders import inspected
from seed.resolving.accounts import facts_of
from seed.resolving.segments import segmented
from tests.bench.organizations import Size, organization
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from graph.model.plans import Plan


def check(plan: Plan) -> None:
    book = RuleBook.from_plan(plan)
    facts = facts_of_plan(plan)
    expected = cut(book, facts)

    found = segmented(plan, book)

    accounts, segments = found.of_account["account"], found.of_account["segment"]
    assert found.segments == expected.segments
    assert dict(zip(accounts, segments, strict=True)) == expected.of_account
    assert accounts.to_list() == [*expected.of_account]
    assert facts_of(plan, [*facts]) == facts


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 25), st.integers(1, 60), st.integers(1, 9))
def test_columns_are_cut_as_facts_are(seed: int, rules: int, units: int, groups: int) -> None:
    check(organization(Size(units, groups, rules), seed))


def test_the_small_plan_is_cut_as_its_facts_are() -> None:
    plan = inspected(SMALL_PLAN).plan
    assert plan is not None

    check(plan)
    assert dict(
        segmented(plan, RuleBook.from_plan(plan)).of_account.group_by("kind").len().rows()
    ) == {
        "Customer": len(plan.customers),
        "Subsidiary": len(plan.subsidiaries),
    }
