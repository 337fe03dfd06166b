"""Loads of departments, whatever is reorganized: as counted one by one, before and after."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given

from graph.model.vocabularies import Function
from graph.ownership.answers import Status
from graph.reorganization.headcounts import headcounts_of
from graph.reorganization.impacts import impact
from graph.reorganization.loads import Load
from graph.reorganization.scenarios import Scenario
from tests import profiles
from tests.unit.reorganization.answering import answers
from tests.unit.reorganization.drawing import DAY, Drawn, scenarios

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.loads import LoadChange
    from graph.reorganization.organizations import Organization

    Place = tuple[str, Function]
    Loads = dict[Place, Load]

EXAMPLES = profiles.examples(200, 5_000)
NOTHING = Load(accounts=0, people=0)


def _scenario(drawn: Drawn) -> Scenario:
    given_ = {"key": "drawn", "name": "草案", "author": "Li Lei", "effective": DAY}
    capacities = {Function.SALES: 2, Function.PRESALES: 5}
    return Scenario.model_validate(
        {**given_, "operations": drawn.operations, "capacities": capacities}
    )


def _loads(drawn: Drawn, state: Organization) -> Loads:
    """Count every department's accounts and people, going up from each account and post."""
    held: Counter[Place] = Counter()
    for (_, function), answer in answers(drawn, state).items():
        if answer.status is Status.ASSIGNED:
            for department in [answer.owner] if answer.owner else answer.supporters:
                held[department, function] += 1
    people: dict[Place, set[str]] = {}
    for holding in state.holdings.values():
        post = state.posts.get(holding.post)
        if post and holding.validity.contains(DAY) and post.validity.contains(DAY):
            for start in (post.department, *post.other_departments):
                for function in Function:
                    for department in _served(state, held, start, function):
                        people.setdefault((department, function), set()).add(holding.person)
    return {
        (key, function): Load(held[key, function], len(people.get((key, function), ())))
        for key in state.departments
        for function in Function
    }


def _served(
    state: Organization, held: Counter[Place], start: str, function: Function
) -> Iterator[str]:
    """Yield the departments that somebody in a department works for: up to one of its own."""
    for department in state.around(start):
        yield department.key
        elsewhere = department.functions and function not in department.functions
        if elsewhere or held[department.key, function]:
            return


def _differing(before: Loads, after: Loads) -> dict[Place, tuple[Load, Load]]:
    pairs = {
        place: (before.get(place, NOTHING), after.get(place, NOTHING))
        for place in {*before, *after}
    }
    return {
        place: (was, will_be)
        for place, (was, will_be) in pairs.items()
        if was != will_be and (was.accounts or will_be.accounts)
    }


def _told(changes: list[LoadChange]) -> dict[Place, tuple[Load, Load]]:
    return {(one.department, one.function): (one.before, one.after) for one in changes}


@EXAMPLES
@given(scenarios())
def test_loads_are_what_differs_between_two_independent_counts(drawn: Drawn) -> None:
    found = impact(drawn.base, _scenario(drawn))

    before = _loads(drawn, drawn.organization)
    after = _loads(drawn, found.replayed.result)
    assert _told(found.loads.changes) == _differing(before, after)
    assert len(found.loads.changes) == len(_told(found.loads.changes))


@EXAMPLES
@given(scenarios())
def test_the_worst_loads_come_first(drawn: Drawn) -> None:
    changes = impact(drawn.base, _scenario(drawn)).loads.changes

    ranks = [0 if one.above_after else 1 if one.after.lacks_people else 2 for one in changes]
    sizes = [
        (one.after.excess(one.capacity), one.after.accounts, one.growth)[rank]
        for rank, one in zip(ranks, changes, strict=True)
    ]
    assert ranks == sorted(ranks)
    for rank in range(3):
        ranked = [size for one, size in zip(ranks, sizes, strict=True) if one == rank]
        assert ranked == sorted(ranked, reverse=True)


@EXAMPLES
@given(scenarios(least=1, most=1))
def test_posts_that_no_operation_names_need_not_be_known(drawn: Drawn) -> None:
    """Bases that are read from a graph have headcounts, and no posts but those named."""
    whole = impact(drawn.base, _scenario(drawn))
    organization = drawn.organization
    named: dict[str, set[str]] = {}
    for operation in drawn.operations:
        for kind, keys in operation.names().items():
            named.setdefault(kind, set()).update(keys)
    departments = {
        one
        for key in named.get("departments", ())
        for one in (key, *(inside.key for inside in organization.inside(key)))
    }
    posts = {
        key: post
        for key, post in organization.posts.items()
        if key in named.get("posts", ())
        or not departments.isdisjoint((post.department, *post.other_departments))
    }
    held = {key: one for key, one in organization.holdings.items() if one.post in posts}
    known = drawn.base.with_organization(replace(organization, posts=posts, holdings=held))

    found = impact(known, _scenario(drawn), headcounts_of(organization, DAY))

    assert found.loads.changes == whole.loads.changes
