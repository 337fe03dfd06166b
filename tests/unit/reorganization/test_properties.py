"""What holds for whatever organization is reorganized, and however."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from hypothesis import given

from graph.ownership.changes import Side, outcome
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from graph.reorganization.alternatives import alternative
from graph.reorganization.conservation import missing
from graph.reorganization.impacts import impact
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.ownership_impacts import OwnershipImpact, ownership_impact
from graph.reorganization.replays import Replay, replay
from graph.reorganization.scenarios import Scenario
from tests import profiles
from tests.unit.ownership.worlds import CUSTOMERS
from tests.unit.reorganization.answering import answers
from tests.unit.reorganization.drawing import DAY, Drawn, scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.keys import AccountKey
    from graph.ownership.changes import Outcome
    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.organizations import Organization
    from tests.unit.reorganization.answering import Answers

EXAMPLES = profiles.examples(200, 5_000)


def _replayed(drawn: Drawn) -> Replay:
    return replay(drawn.organization, drawn.operations, DAY)


def _told(drawn: Drawn, impact: OwnershipImpact) -> Answers:
    accounts = drawn.base.population.accounts["account"]
    of_cell: dict[int, list[AccountKey]] = {}
    for account, cell in zip(accounts, impact.cells.of_account, strict=True):
        of_cell.setdefault(cell, []).append(account)
    return {
        (account, one.change.function): one.change.after
        for one in impact.changes
        for cell in one.peers.cells
        for account in of_cell.get(cell, ())
        if one.change.after
    }


@EXAMPLES
@given(scenarios())
def test_the_impact_is_what_differs_between_two_independent_resolutions(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    impact = ownership_impact(drawn.base, replayed, DAY)

    before = answers(drawn, drawn.organization)
    after = answers(drawn, replayed.result)
    vacant = _told_by_base(drawn, replayed)
    differing = {
        place: answer
        for place, answer in after.items()
        if before.get(place, vacant[place]) != answer
    }
    assert _told(drawn, impact) == differing


def _told_by_base(drawn: Drawn, replayed: Replay) -> Answers:
    """Return what the base answers for functions that only the result knows."""
    resolver = drawn.base.resolver
    functions = {*Resolver(replayed.result.book()).book.functions, *resolver.book.functions}
    return {
        (account, function): outcome(resolver.answer(facts, function, DAY, account))
        for account, facts in facts_of_plan(drawn.plan).items()
        for function in functions
    }


@EXAMPLES
@given(scenarios())
def test_a_change_is_there_after_its_cause_and_not_before(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    impact = ownership_impact(drawn.base, replayed, DAY)

    states = {0: drawn.organization, **{step.number: step.after for step in replayed.steps}}
    sides = {number: Side(Resolver(state.book()), DAY) for number, state in states.items()}
    numbers = sorted(states)
    for one in impact.changes:
        cell = one.peers.cell

        def told(number: int) -> Outcome:
            side, asked = sides[number], one.change.function  # noqa: B023
            return outcome(side.resolver.answer(cell.facts, asked, DAY, cell.account))  # noqa: B023

        just_before = numbers[numbers.index(one.cause) - 1]
        assert told(one.cause) == one.change.after
        assert told(just_before) != one.change.after


@EXAMPLES
@given(scenarios())
def test_each_cell_is_counted_once_and_all_together_are_all_accounts(drawn: Drawn) -> None:
    impact = ownership_impact(drawn.base, _replayed(drawn), DAY)

    counted = Counter(impact.cells.of_account.to_list())
    assert {number: cell.size for number, cell in enumerate(impact.cells.cells)} == dict(counted)


@EXAMPLES
@given(scenarios(least=0, most=0))
def test_a_scenario_without_operations_changes_nothing(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    impact = ownership_impact(drawn.base, replayed, DAY)

    assert (replayed.edits, impact.changes, missing(replayed)) == ([], (), [])


@EXAMPLES
@given(scenarios())
def test_the_inverse_of_every_step_leads_back_to_the_base(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    back = replayed.result.edited(edit.reversed() for edit in replayed.edits)
    state = replayed.steps[-1].after if replayed.steps else drawn.organization
    for step in reversed(replayed.steps):
        state = state.edited(step.inverse())

    assert back == drawn.organization
    assert state == drawn.organization


@EXAMPLES
@given(scenarios())
def test_where_nothing_is_missing_nothing_is_lost(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    if missing(replayed):
        return
    result = replayed.result
    there = set(result.departments)
    assert {one.department for one in result.targets.values()} <= there
    assert {one.department for one in result.posts.values()} <= there
    assert {one.department for one in result.coverages.values()} <= there
    assert {one.department for one in result.exceptions.values() if one.department} <= there
    assert {
        party.department for one in result.responsibilities.values() for party in one.parties
    } <= there
    signed = {
        key
        for step in replayed.steps
        if isinstance(step.operation, SignOffVacancy)
        for key in step.operation.things
    }
    lost = {*drawn.organization.posts} - {*result.posts} - signed
    assert lost == set()


@EXAMPLES
@given(scenarios())
def test_totals_of_targets_stay_but_for_what_is_signed_off(drawn: Drawn) -> None:
    replayed = _replayed(drawn)

    signed = sum(
        (
            edit.before.value or Decimal(0)
            for step in replayed.steps
            if isinstance(step.operation, SignOffVacancy)
            for edit in step.edits
            if edit.part == "targets"
        ),
        Decimal(0),
    )
    assert _total(replayed.result) + signed == _total(drawn.organization)


def _total(organization: Organization) -> Decimal:
    return sum((one.value or Decimal(0) for one in organization.targets.values()), Decimal(0))


@EXAMPLES
@given(scenarios(least=2, most=2))
def test_the_order_of_independent_operations_does_not_matter(drawn: Drawn) -> None:
    if len(drawn.operations) < 2:
        return
    first, second = drawn.operations
    one_way = replay(drawn.organization, [first, second], DAY)
    other_way = replay(drawn.organization, [second, first], DAY)

    if not {*_mentioned(first, drawn)}.isdisjoint(_mentioned(second, drawn)):
        return
    assert (one_way.refusals == ()) == (other_way.refusals == ())
    if not one_way.refusals:
        assert one_way.result == other_way.result


@EXAMPLES
@given(scenarios())
def test_the_alternative_keeps_all_owners_that_are_still_there(drawn: Drawn) -> None:
    given_ = {"key": "drawn", "name": "草案", "author": "Li Lei", "effective": DAY}
    scenario = Scenario.model_validate({**given_, "operations": drawn.operations})
    customer = CUSTOMERS[0]
    around = alternative(impact(drawn.base, scenario), customer)

    kept = scenario.model_copy(update={"operations": (*drawn.operations, *around.operations)})
    changes = impact(drawn.base, kept).accounts.changes_of(customer)

    moved = {
        f"{one.account} {one.function}"
        for one in changes
        if one.before and one.before.owner and one.after and one.after.owner != one.before.owner
    }
    assert moved == {str(one) for one in around.lost}


IGNORED = frozenset({"op", "name", "reason", "role", "functions", "function"})
"""Fields of operations that name nothing an operation can change."""


def _mentioned(operation: Operation, drawn: Drawn) -> set[str]:
    """Return everything that an operation names, and everything that it edits on the base."""
    found = {*_texts(json.loads(operation.model_dump_json()))}
    for edit in replay(drawn.organization, [operation], DAY).edits:
        found.add(edit.key)
        for side in (edit.before, edit.after):
            for field in ("department", "parent", "territory", "account"):
                found.add(str(getattr(side, field, None)))
    return found - {"None"}


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for one in cast("list[object]", value):
            yield from _texts(one)
    elif isinstance(value, dict):
        for name, one in cast("dict[str, object]", value).items():
            if name not in IGNORED:
                yield from _texts(one)
