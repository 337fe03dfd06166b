"""A row of an entity says the same, whatever else is in the plan."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.model.departments import Post
from graph.model.plans import Plan, having
from graph.model.rules import NamedException
from graph.versions.account_rows import exceptions
from graph.versions.kinds import LOADED_KINDS, LoadedKind
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

    rows = [row for entity in entities for row in kind.listed(piece(plan, kind, entity))]

    assert rows == [*kind.listed(plan)]


def test_an_exception_about_a_group_says_so_where_the_plan_has_the_group(plan: Plan) -> None:
    group = plan.customers[0]
    exception = replace(plan.exceptions[0], account=group.key)

    [row] = exceptions(replace(plan, customers=(group,), exceptions=(exception,)))

    assert (row["customer"], row["subsidiary"]) == (group.key, None)


def piece(plan: Plan, kind: LoadedKind, entity: Entity) -> Plan:
    """Return a plan that has an entity and, of others, the groups that its row asks for only."""
    empty = Plan(
        key=plan.key,
        name=plan.name,
        name_en=plan.name_en,
        organization=plan.organization,
        start=plan.start,
        until=plan.until,
    )
    groups = tuple(having(plan.customers, named_groups(entity)))
    return replace(replace(empty, customers=groups), **{kind.field or kind.name: (entity,)})


def named_groups(entity: Entity) -> tuple[str, ...]:
    match entity:
        case Post():
            return entity.customers
        case NamedException():
            return (entity.account,)
        case _:
            return ()
