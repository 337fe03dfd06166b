"""The loaded plan as analysts find it: declared whole, and its edges say what the resolver says."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING

import pytest

from graph.model.accounts import Stake
from graph.model.graphs import LABELS, RELATIONSHIPS
from graph.model.intervals import UncertainInterval
from graph.model.vocabularies import Function, Role
from graph.notebooks import Atlas
from graph.ownership.books import RuleBook
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from graph.queries.holdings import Asked, Terms, counts_of_held
from graph.queries.timelines import pinned
from graph.versions.applying import applied
from graph.versions.lifecycles import approved, checked
from seed.loading.loads import load_plan
from seed.reorganizing.files import read_scenario
from tests.conftest import SCENARIOS

if TYPE_CHECKING:
    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

DAYS = [date(2026, 2, 1), date(2026, 11, 24), date(2027, 4, 1)]
"""Before and after the expiry of named exceptions."""

NODES = """
MATCH (node) WHERE NOT node:LoadLock AND NOT node:SchemaMigration
UNWIND CASE WHEN size(keys(node)) = 0 THEN [null] ELSE keys(node) END AS property
RETURN DISTINCT labels(node) AS labels, property
"""
EDGES = """
MATCH (start)-[edge]->(end)
UNWIND CASE WHEN size(keys(edge)) = 0 THEN [null] ELSE keys(edge) END AS property
RETURN DISTINCT labels(start) AS starts, type(edge) AS type, labels(end) AS ends, property
"""


@pytest.fixture
def closed_plan(real_plan: Plan) -> Plan:
    """The real plan with what the real hierarchies of others have."""
    one, other, *rest = real_plan.subsidiaries
    post, superior, *posts = real_plan.posts
    stake = Stake(one.key, Decimal(30), UncertainInterval(DAYS[0], until_unknown=True))
    return replace(
        real_plan,
        subsidiaries=(
            replace(one, successor=other.key, aliases=("CN-1",), share=Decimal("51.5")),
            replace(other, other_parents=(stake,)),
            *rest,
        ),
        posts=(replace(post, reports_to=superior.key, fte=Decimal("0.5")), superior, *posts),
    )


async def test_it_has_only_what_is_declared_and_all_of_it(
    store: Store, closed_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    await load_plan(store, closed_plan)
    renamed = replace(closed_plan.people[0], name="吴文婷")
    await load_plan(store, replace(closed_plan, people=(renamed, *closed_plan.people[1:])))
    scenario = read_scenario(SCENARIOS / "merge-regions.yaml")
    await checked(store, scenario, "Li Lei")
    await approved(store, scenario.key, "Wang Fang")
    await applied(store, scenario.key, "Wang Fang")
    nodes, _, _ = await driver.execute_query(NODES)
    edges, _, _ = await driver.execute_query(EDGES)

    for node in nodes:
        assert len(node["labels"]) == 1, node
    seen: set[tuple[str, str]] = {(node["labels"][0], node["property"]) for node in nodes}
    assert seen <= {(label, name) for label, names in LABELS.items() for name in names}
    assert {label for label, _ in seen} == set(LABELS) - {"LoadLock", "SchemaMigration"}
    for edge in edges:
        assert any(
            edge["type"] == one.type
            and edge["starts"][0] in one.starts
            and edge["ends"][0] in one.ends
            and (edge["property"] is None or edge["property"] in one.properties)
            for one in RELATIONSHIPS
        ), edge
    assert {edge["type"] for edge in edges} == {one.type for one in RELATIONSHIPS}


def _resolved(plan: Plan, function: Function, role: Role, day: date) -> set[tuple[str, str, str]]:
    """Return account, department and way, straight from the resolver."""
    resolver = Resolver(RuleBook.from_plan(plan))
    found: set[tuple[str, str, str]] = set()
    for key, facts in facts_of_plan(plan).items():
        answer = resolver.answer(facts, function, day, key)
        owners = (answer.owner,) if answer.owner else ()
        held = owners if role is Role.OWNER else answer.supporters
        found |= {(key, one.department, one.via.value) for one in held}
    return found


@pytest.mark.parametrize("day", DAYS)
async def test_its_edges_say_what_the_resolver_says(
    real_graph: Store, real_plan: Plan, connection: Connection, day: date
) -> None:
    for function, role in product(Function, Role):
        wanted = _resolved(real_plan, function, role, day)

        assert await asyncio.to_thread(_told, connection, function, role, day) == wanted
        for department, held in Counter(holder for _, holder, _ in wanted).items():
            asked = Asked(department, Terms(role, function, day))
            assert await counts_of_held(await pinned(real_graph, day), [asked]) == [held]


def _told(
    server: Connection, function: Function, role: Role, day: date
) -> set[tuple[str, str, str]]:
    """Return account, department and way, as notebooks are told."""
    with Atlas(server) as atlas:
        ask = atlas.owners if role is Role.OWNER else atlas.supporters
        rows = ask(function.value, day).to_dict("records")
    return {(row["account"], row["department"], row["via"]) for row in rows}
