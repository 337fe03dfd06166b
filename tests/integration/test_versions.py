"""Each statement answers from the version it is asked for, whatever was loaded before or after."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import neo4j
import neo4j.time
import pytest

from graph.cypher_files import load
from graph.model.graphs import ENTITIES
from graph.model.patterns import TemplatePost
from seed.loading.loads import load_plan
from tests.integration.test_cypher_files import READS_OF_ONE_VERSION
from tests.loads import MAY_END_ALL
from tests.profiles import by_night
from tests.versions import next_plan, plan_after

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.store import Store

THINGS = """
MATCH (thing)
WHERE labels(thing)[0] IN $labels
RETURN labels(thing)[0] AS kind, thing.key AS key
ORDER BY kind, key
"""
NOTHING_ELSE = "MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node"
WITHOUT_AN_END = """
MATCH (start)-[edge]->(end)
WHERE edge.since IS NOT NULL
UNWIND [start, end] AS thing
UNWIND $versions AS version
WITH edge, thing, version
WHERE edge.since <= version AND coalesce(version < edge.ended, true)
  AND NOT (thing.since <= version AND coalesce(version < thing.ended, true)
    AND NOT EXISTS {
      MATCH (thing)-[:WAS]->(gone:Former {absent: true})
      WHERE gone.since <= version < gone.ended
    })
RETURN type(edge) AS type, thing.key AS key, version
"""
ALIAS = "广东旧代码"
FILTERS = (
    *("tiers", "customer", "levels", "tags", "industry", "territory", "text", "kinds"),
    *("functions", "parent", "outermost", "about", "after_value", "after_key"),
)
ASKED: list[dict[str, Any]] = [
    {},
    {"industry": "power", "tiers": ["strategic"]},
    {"territory": "guangdong"},
    {"territory": "china", "levels": [3]},
    {"customer": "grid", "tags": ["large-project"], "department": "central/vip"},
    {"parent": "china", "department": "wuhan/accounts"},
    {"parent": "central/accounts", "functions": ["sales"]},
    {"outermost": True, "kinds": ["region"]},
    {"about": "strategic-accounts", "order_by": "name_en", "descending": True},
    {"type": "SUPPORTS", "function": "presales", "department": "central/presales"},
    {"function": "presales", "department": "south/presales"},
    {"text": "华夏", "pattern": "华夏"},
    {"text": "新华夏电网", "pattern": '"新华夏"'},
    {"text": ALIAS, "pattern": f'"{ALIAS}"'},
]
Answers = dict[str, list[str]]
IN_NO_ORDER = ("stated/keys_of_kind",)
"""Statements whose rows may be cut in any way; their callers' tests compare them."""
EVERY = [name for name in READS_OF_ONE_VERSION if name not in IN_NO_ORDER]
COMPARED = by_night(EVERY, EVERY[::2])


def _common(things: list[dict[str, str]]) -> dict[str, Any]:
    """Return values for all parameters: every key there is, and no filter."""
    return dict.fromkeys(FILTERS) | {
        "keys": sorted({thing["key"] for thing in things}),
        "things": [thing for thing in things if thing["kind"] != "Segment"],
        "most": 100,
        "limit": 100,
        "order_by": "name",
        "descending": False,
        "pattern": "电网",
        "type": "OWNS",
        "department": "strategic-accounts",
        "function": "sales",
        "excepted": ["leaf-hotel sales"],
        "lacking": [{"account": "leaf-hotel", "function": "sales"}],
        "segments": [
            {"segment": thing["key"], "function": "sales"}
            for thing in things
            if thing["kind"] == "Segment"
        ],
    }


async def _answers(
    driver: neo4j.AsyncDriver, version: int, things: list[dict[str, str]]
) -> Answers:
    """Return what every statement that reads a version answers, asked in many ways."""
    found: Answers = {}
    for name in COMPARED:
        file = load(name)
        tables = name.startswith("notebooks/")
        unordered = name.startswith("searches/") or name == "accounts/population"
        on: object = "2026-06-01" if tables else neo4j.time.Date(2026, 6, 1)
        for asked in ASKED:
            every = {"on": on, **_common(things), **asked, "version": version}
            if name.startswith("searches/"):
                every["text"] = asked.get("text") or "grid-tibet"
            given = {param: every[param] for param in file.params}
            told = {key: value for key, value in asked.items() if key in given}
            label = f"{name} {told}"
            if label not in found:
                records, _, _ = await driver.execute_query(file.text, given)
                lines = [_line(record.values(), unordered=unordered) for record in records]
                found[label] = sorted(lines) if unordered else lines
    return found


def _line(values: list[Any], *, unordered: bool) -> str:
    if not unordered:
        return str(values)
    listed = (
        sorted(cast("list[str]", value)) if isinstance(value, list) else value for value in values
    )
    return str([*listed])


@pytest.fixture
def first_plan(small_plan: Plan) -> Plan:
    """The small plan, with something for every statement to tell."""
    subsidiaries = tuple(
        replace(one, aliases=(ALIAS,)) if one.key == "grid-guangdong" else one
        for one in small_plan.subsidiaries
    )
    post = TemplatePost(
        key="branch-standard/accounts/manager",
        name="客户经理",
        department="branch-standard/accounts",
    )
    return replace(small_plan, subsidiaries=subsidiaries, template_posts=(post,))


@pytest.fixture
async def versions(store: Store, first_plan: Plan) -> None:
    """A graph of three loads; the third says again what the first said."""
    await load_plan(store, first_plan)
    await load_plan(store, next_plan(first_plan), options=MAY_END_ALL)
    await load_plan(store, plan_after(first_plan), options=MAY_END_ALL)


@pytest.mark.usefixtures("versions")
async def test_a_version_answers_as_if_it_were_the_only_one(
    store: Store, first_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    records, _, _ = await driver.execute_query(THINGS, labels=[*ENTITIES, "Segment"])
    things = [record.data() for record in records]

    among_others = [await _answers(driver, version, things) for version in (1, 2, 3)]
    alone: list[Answers] = []
    for plan in (first_plan, next_plan(first_plan)):
        await driver.execute_query(NOTHING_ELSE)
        await load_plan(store, plan)
        alone.append(await _answers(driver, 1, things))

    first, second = alone
    assert among_others == [first, second, first]
    telling = {name.partition(" ")[0] for name in first if first[name]}
    assert telling == set(COMPARED)
    assert len([name for name in first if first[name] == second[name]]) < len(first) / 2


@pytest.mark.usefixtures("versions")
async def test_a_relationship_is_only_there_while_both_its_ends_are(
    driver: neo4j.AsyncDriver,
) -> None:
    """Statements rely on it: they look whether a relationship is there, not its ends again."""
    found, _, _ = await driver.execute_query(WITHOUT_AN_END, versions=[1, 2, 3])

    assert [record.data() for record in found] == []
