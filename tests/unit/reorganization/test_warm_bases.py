"""A base remembers much between scenarios; that makes them quick and nothing else."""

from __future__ import annotations

import gc
import weakref
from typing import TYPE_CHECKING

from hypothesis import given

from graph.model.keys import AccountKey
from graph.model.vocabularies import DepartmentKind, Function, Tier
from graph.ownership.answers import Status
from graph.ownership.changes import Outcome, outcome
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from graph.reorganization.impacts import impact
from graph.reorganization.operations.successions import MergeDepartments
from graph.reorganization.ownership_impacts import Base, ownership_impact
from graph.reorganization.replays import replay
from graph.reorganization.scatters import Scatter
from graph.reorganization.scenarios import Scenario
from tests import profiles
from tests.unit.ownership import worlds
from tests.unit.reorganization.drawing import DAY, Drawn, scenarios
from tests.unit.reorganization.examples import tried

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.organizations import Organization

EXAMPLES = profiles.examples(100, 5_000)
KEY_TIERS = (Tier.STRATEGIC, Tier.VIP)


def _scenario(operations: Sequence[Operation]) -> Scenario:
    given_ = {"key": "drawn", "name": "草案", "author": "Li Lei", "effective": DAY}
    return Scenario.model_validate({**given_, "operations": operations})


def _told(base: Base, operations: Sequence[Operation]) -> list[tuple[object, ...]]:
    found = impact(base, _scenario(operations)).accounts
    return [
        (one.account, one.function, one.before, one.after, one.cause) for one in found.page(10**6)
    ]


@EXAMPLES
@given(scenarios())
def test_what_was_tried_before_makes_no_difference(drawn: Drawn) -> None:
    for day in worlds.DAYS:
        for count in range(len(drawn.operations) + 1):
            part = replay(drawn.organization, drawn.operations[:count], day)
            ownership_impact(drawn.base, part, day)

    warm = _told(drawn.base, drawn.operations)
    fresh = _told(Base(drawn.organization, drawn.base.population), drawn.operations)

    assert warm == fresh


@EXAMPLES
@given(scenarios())
def test_key_accounts_are_as_scattered_as_their_accounts_are(drawn: Drawn) -> None:
    found = impact(drawn.base, _scenario(drawn.operations))

    result = found.replayed.result
    tiers = {group.key: group.tier for group in drawn.plan.customers}
    changed = {AccountKey(one.customer) for one in found.accounts.page(10**6)}
    expected: list[Scatter] = []
    for customer in changed:
        if tiers[customer] in KEY_TIERS:
            was = _counted(drawn, drawn.organization, customer)
            will_be = _counted(drawn, result, customer)
            both = (number for pair in zip(was, will_be, strict=True) for number in pair)
            expected.append(Scatter(customer, *both))
    assert sorted(found.accounts.scattered, key=str) == sorted(expected, key=str)


def _counted(drawn: Drawn, state: Organization, customer: AccountKey) -> tuple[int, int, int]:
    """Count owners, regions around them, and accounts without presales, one by one."""
    resolver = Resolver(state.book())
    both = (drawn.organization, replay(drawn.organization, drawn.operations, DAY).result)
    said = {function for side in both for function in side.book().functions}
    owners: set[str] = set()
    gaps = 0
    for account, facts in facts_of_plan(drawn.plan).items():
        if facts.customer != customer:
            continue
        answers: dict[Function, Outcome] = {
            function: outcome(resolver.answer(facts, function, DAY, account))
            for function in Function
        }
        owners |= {one.owner for one in answers.values() if one.owner}
        vacant = answers[Function.PRESALES].status is not Status.ASSIGNED
        gaps += vacant and Function.PRESALES in said
    regions = {_region(state, owner) for owner in owners} - {None}
    return len(owners), len(regions), gaps


def _region(state: Organization, department: str) -> str | None:
    around = state.around(department)
    return next((one.key for one in around if one.kind is DepartmentKind.REGION), None)


def test_an_impact_is_freed_as_soon_as_nobody_has_it(real_base: Base) -> None:
    collected = gc.isenabled()
    gc.disable()
    try:
        merge = MergeDepartments.model_validate(
            {"op": "merge-departments", "departments": ["northeast-region"], "into": "north-region"}
        )
        found = tried(real_base, merge).accounts
        assert found.scattered
        gone = weakref.ref(found), weakref.ref(found.ownership.after.resolver)
        del found
        assert [one() for one in gone] == [None, None]
    finally:
        if collected:
            gc.enable()
