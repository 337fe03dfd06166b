"""What a version states is read back as it was loaded, for any version."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.model.orders import in_order
from graph.model.vocabularies import Kind, Pattern
from graph.queries.searches import things_by_name
from graph.queries.sheets import accounts_named
from graph.queries.stated.edges import stated_coverages, stated_holdings
from graph.queries.stated.entities import stated_entities, stated_keys
from graph.queries.stated.organization import STATED_POSTS
from graph.queries.timelines import Pinned, timeline
from graph.versions.kinds import LOADED_KINDS
from graph.versions.table_rows import rows_of
from seed.loading.held import held_in
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.entities import Entity
    from graph.model.plans import Plan
    from graph.store import Store


async def _version(store: Store, number: int) -> Pinned:
    versions = (await timeline(store)).versions
    return Pinned(store, versions[number - 1])


def _of(plan: Plan) -> dict[Kind | Pattern, Sequence[Entity]]:
    return {
        Kind.SOURCE: plan.sources,
        Kind.DEPARTMENT: plan.departments,
        Kind.INDUSTRY: plan.industries,
        Kind.TERRITORY: plan.territories,
        Kind.CUSTOMER: plan.customers,
        Kind.SUBSIDIARY: plan.subsidiaries,
        Kind.PERSON: plan.people,
        Kind.POST: plan.posts,
        Kind.STRATEGY: plan.strategies,
        Kind.STEP: plan.steps,
        Kind.RESPONSIBILITY: plan.responsibilities,
        Kind.INDICATOR: plan.indicators,
        Kind.TARGET: plan.targets,
        Kind.REVENUE_SPLIT: plan.splits,
        Kind.ASSIGNMENT_RULE: plan.rules,
        Kind.NAMED_EXCEPTION: plan.exceptions,
        Kind.OPEN_QUESTION: plan.open_questions,
        Pattern.SPECIALTY: plan.specialties,
        Pattern.UNIT_TEMPLATE: plan.templates,
        Pattern.TEMPLATE_DEPARTMENT: plan.template_departments,
        Pattern.TEMPLATE_POST: plan.template_posts,
        Pattern.UNIT_TARGET: plan.unit_targets,
    }


def _sorted(entities: Sequence[Entity]) -> list[Entity]:
    return sorted(map(in_order, entities), key=lambda entity: entity.key)


async def _assert_states(reader: Pinned, plan: Plan) -> None:
    for kind, entities in _of(plan).items():
        assert await stated_entities(reader, kind) == _sorted(entities), kind
    departments = await stated_keys(reader, Kind.DEPARTMENT)
    posts = await stated_keys(reader, Kind.POST)
    assert sorted(map(repr, await stated_coverages(reader, departments))) == sorted(
        map(repr, plan.coverages)
    )
    assert sorted(map(repr, await stated_holdings(reader, posts))) == sorted(
        map(repr, plan.holdings)
    )


async def test_a_version_states_what_was_loaded(real_graph: Store, real_plan: Plan) -> None:
    reader = await _version(real_graph, 1)

    assert all(_of(real_plan).values())
    await _assert_states(reader, real_plan)


async def test_each_version_states_its_own_plan(
    small_graph: Store, small_plan: Plan, real_plan: Plan
) -> None:
    await load_plan(small_graph, replace(real_plan, start=small_plan.start), options=MAY_END_ALL)

    await _assert_states(await _version(small_graph, 1), small_plan)
    await _assert_states(await _version(small_graph, 2), real_plan)


async def test_what_is_read_back_has_the_digests_that_it_was_loaded_with(
    real_graph: Store, real_plan: Plan
) -> None:
    reader = await _version(real_graph, 1)
    held = await held_in(real_graph, (await timeline(real_graph)).versions[0])

    found: dict[str, list[Entity]] = {
        label: await stated_entities(reader, label) for label in _of(real_plan)
    }

    read = replace(
        real_plan, **{kind.field or kind.name: found[kind.label] for kind in LOADED_KINDS}
    )
    for kind in LOADED_KINDS:
        digests = held.things.digests(kind.label)
        assert rows_of(kind, read).digests.sort("key").equals(digests.sort("key")), kind.name


@pytest.mark.usefixtures("small_graph")
async def test_a_few_are_had_by_key_and_unknown_keys_are_left_out(
    small_graph: Store, small_plan: Plan
) -> None:
    reader = await _version(small_graph, 1)
    [one, other, *_] = _sorted(small_plan.subsidiaries)

    found = await stated_entities(reader, Kind.SUBSIDIARY, [other.key, "nobody", one.key, one.key])

    assert found == [one, other]


async def test_an_account_is_found_by_each_of_its_aliases(
    small_graph: Store, small_plan: Plan
) -> None:
    one, *rest = small_plan.subsidiaries
    one = replace(one, aliases=("CN-0098/7", "老电网公司"))
    await load_plan(small_graph, replace(small_plan, subsidiaries=(one, *rest)))
    before, after = await _version(small_graph, 1), await _version(small_graph, 2)

    assert [found.key for found in await accounts_named(after, "CN-0098/7")] == [one.key]
    assert [found.key for found in await accounts_named(after, "老电网公司")] == [one.key]
    assert [found.key for found in await things_by_name(after, "老电网", 3)][:1] == [one.key]
    assert await accounts_named(before, "CN-0098/7") == []


async def test_rows_are_the_same_packed_or_not(real_graph: Store) -> None:
    reader = await _version(real_graph, 1)
    keys = (await stated_keys(reader, Kind.POST))[::-1]

    packed = await reader.read(STATED_POSTS, keys=keys)
    plain = await reader.read(replace(STATED_POSTS, packed=False), keys=keys)

    assert STATED_POSTS.packed
    assert len(packed) == len(keys) > 0
    assert packed == plain


async def test_no_rows_are_none_packed_or_not(real_graph: Store) -> None:
    reader = await _version(real_graph, 1)

    assert await reader.read(STATED_POSTS, keys=["nobody"]) == []
    assert await reader.read(STATED_POSTS, keys=[]) == []
