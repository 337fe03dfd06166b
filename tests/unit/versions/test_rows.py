"""A row of an entity, and its digest, say the same, whatever else is in the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.model.departments import Post
from graph.model.plans import Plan, having
from graph.model.rules import NamedException
from graph.versions.account_rows import exceptions
from graph.versions.kinds import LOADED_KINDS, LoadedKind
from graph.versions.table_rows import rows_of
from seed.plan_folders import read_plan
from tests.conftest import REAL_PLAN, SMALL_PLAN

if TYPE_CHECKING:
    from graph.model.entities import Entity


@pytest.fixture(scope="module", params=[REAL_PLAN, SMALL_PLAN], ids=["real", "small"])
def plan(request: pytest.FixtureRequest) -> Plan:
    return read_plan(request.param)


@pytest.mark.parametrize("kind", LOADED_KINDS, ids=lambda kind: kind.name)
def test_a_row_needs_its_entity_and_the_groups_it_names_only(plan: Plan, kind: LoadedKind) -> None:
    entities = kind.entities(plan)

    rows = [row for entity in entities for row in kind.listed(piece(plan, kind, (entity,)))]

    assert rows == [*kind.listed(plan)]


@pytest.mark.parametrize("kind", LOADED_KINDS, ids=lambda kind: kind.name)
def test_one_entity_has_the_digest_that_a_load_of_the_whole_plan_stores(
    plan: Plan, kind: LoadedKind
) -> None:
    entities = kind.entities(plan)

    alone = [rows_of(kind, piece(plan, kind, (entity,))).digests.row(0) for entity in entities]

    assert alone == rows_of(kind, plan).digests.rows()


@pytest.mark.parametrize("kind", LOADED_KINDS, ids=lambda kind: kind.name)
def test_a_few_entities_are_written_as_a_load_of_the_whole_plan_writes_them(
    plan: Plan, kind: LoadedKind
) -> None:
    few = piece(plan, kind, tuple(kind.entities(plan))[::2])

    rows, of_the_plan = rows_of(kind, few), rows_of(kind, plan)

    keys = rows.digests["key"]
    assert keys.to_list() == [entity.key for entity in kind.entities(few)]
    assert [*rows.batches(keys, 3)] == [*of_the_plan.batches(keys, 3)]


def test_an_exception_about_a_group_says_so_where_the_plan_has_the_group(plan: Plan) -> None:
    group = plan.customers[0]
    exception = replace(plan.exceptions[0], account=group.key)

    [row] = exceptions(replace(plan, customers=(group,), exceptions=(exception,)))

    assert (row["customer"], row["subsidiary"]) == (group.key, None)


def piece(plan: Plan, kind: LoadedKind, entities: tuple[Entity, ...]) -> Plan:
    """Return a plan that has a few entities and, of others, the groups that their rows ask for."""
    empty = Plan(
        key=plan.key,
        name=plan.name,
        name_en=plan.name_en,
        organization=plan.organization,
        start=plan.start,
        until=plan.until,
    )
    named = {key for entity in entities for key in named_groups(entity)}
    groups = tuple(having(plan.customers, named))
    return replace(replace(empty, customers=groups), **{kind.field or kind.name: entities})


def named_groups(entity: Entity) -> tuple[str, ...]:
    match entity:
        case Post():
            return entity.customers
        case NamedException():
            return (entity.account,)
        case _:
            return ()
