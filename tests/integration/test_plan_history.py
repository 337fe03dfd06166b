"""Loads are versions: what was, is and will be is answered from its own; the last can be undone."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict, NothingLoaded
from graph.queries.loads import LOADED, latest_load, loads
from graph.queries.timelines import timeline
from graph.versions.undos import undo_last_load
from seed.loading.loads import Options, load_plan
from tests.conftest import REAL_PLAN, SMALL_PLAN
from tests.graphs import contents, everything
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas

if TYPE_CHECKING:
    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store


def _next_year(plan: Plan) -> Plan:
    """Return the plan a year later: one subsidiary moved and renamed, one left out."""
    [first, second, *others] = plan.subsidiaries
    mentioned = {unit.parent for unit in plan.subsidiaries}
    mentioned |= {exception.account for exception in plan.exceptions}
    left_out = next(unit for unit in others if unit.key not in mentioned)
    kept = tuple(unit for unit in others if unit is not left_out)
    moved = replace(first, name="改名公司", territory=second.territory)
    return replace(
        plan,
        key="next-year",
        start=plan.start.replace(year=plan.start.year + 1),
        subsidiaries=(moved, second, *kept),
    )


async def test_a_later_plan_leaves_the_version_before_as_it_was(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    before = await contents(driver)
    later = _next_year(small_plan)

    await load_plan(small_graph, later, options=MAY_END_ALL)
    after = await contents(driver)
    held = await timeline(small_graph)

    assert await contents(driver, version=1) == before
    assert after != before
    assert [version.number for version in held.versions] == [1, 2]
    assert held.on(later.start - timedelta(days=1)) == held.versions[0]
    assert held.on(later.start) == held.versions[1]
    assert held.on(date(1990, 1, 1)) == held.versions[0]


async def test_a_later_plan_is_what_a_first_load_of_it_would_be(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    later = _next_year(small_plan)

    await load_plan(small_graph, later, options=MAY_END_ALL)
    grown = await contents(driver)
    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
    await load_plan(small_graph, later)

    assert grown == await contents(driver)


async def test_an_undone_load_leaves_nothing_but_its_record(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    before = await everything(driver)
    await load_plan(small_graph, _next_year(small_plan), options=MAY_END_ALL)

    undone = await undo_last_load(small_graph)

    assert (undone.number, undone.plan) == (2, "next-year")
    assert await everything(driver) == before
    assert [(load.number, load.state) for load in await loads(small_graph)] == [
        (2, "undone"),
        (1, LOADED),
    ]
    assert (await load_plan(small_graph, small_plan)).changed_nothing


async def test_what_comes_back_after_a_gap_was_gone_in_between(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    gone = _next_year(small_plan)
    back = replace(small_plan, key="back", start=gone.start.replace(year=gone.start.year + 1))
    first = await contents(driver)
    await load_plan(small_graph, gone, options=MAY_END_ALL)
    second, all_second = await contents(driver), await everything(driver)

    await load_plan(small_graph, back)
    third = await contents(driver)
    versions = [await contents(driver, version=number) for number in (1, 2, 3)]
    await undo_last_load(small_graph)

    assert versions == [first, second, third]
    assert third == first
    assert await everything(driver) == all_second


async def test_loading_after_an_undo_goes_on_with_a_new_number(
    small_graph: Store, small_plan: Plan
) -> None:
    await load_plan(small_graph, _next_year(small_plan), options=MAY_END_ALL)
    await undo_last_load(small_graph)

    report = await load_plan(small_graph, _next_year(small_plan), options=MAY_END_ALL)

    assert report.revision == 3
    assert [version.number for version in (await timeline(small_graph)).versions] == [1, 3]


async def test_a_graph_can_be_undone_to_nothing(
    small_graph: Store, driver: neo4j.AsyncDriver
) -> None:
    await undo_last_load(small_graph)

    assert not await everything(driver)
    assert await latest_load(small_graph) is None
    with pytest.raises(NothingLoaded, match="No plan is loaded, there is nothing to undo: load"):
        await undo_last_load(small_graph)


async def test_a_plan_that_starts_before_a_loaded_one_is_refused(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    await load_plan(small_graph, _next_year(small_plan), options=MAY_END_ALL)
    before = await everything(driver)

    with pytest.raises(Conflict, match="next-year, which starts later") as refused:
        await load_plan(small_graph, small_plan)

    assert "orgatlas plan undo" in str(refused.value)
    assert await everything(driver) == before


async def test_a_load_keeps_who_what_and_when(small_graph: Store, small_plan: Plan) -> None:
    files = ("deck/rules.yaml sha256:00",)

    await load_plan(
        small_graph, _next_year(small_plan), options=Options(sources=files, most_ending=1.0)
    )
    load = await latest_load(small_graph)

    assert load is not None
    assert (load.plan, load.start.year) == ("next-year", small_plan.start.year + 1)
    assert load.sources == files
    assert "process" in load.loaded_by
    assert "subsidiaries added=0 changed=1 ended=1 unchanged=4" in load.counts


def test_on_the_command_line_a_load_is_previewed_listed_and_undone(
    store: Store, connection: Connection
) -> None:
    loads = [
        orgatlas(connection, "plan", "load", str(SMALL_PLAN), "--quiet"),
        orgatlas(connection, "plan", "load", str(REAL_PLAN), "--allow-ending", "100", "--quiet"),
    ]

    same = orgatlas(connection, "plan", "diff", str(REAL_PLAN), "--quiet")
    other = orgatlas(connection, "plan", "diff", str(SMALL_PLAN), "--quiet", "--json")
    undone = orgatlas(connection, "plan", "undo")
    listed = orgatlas(connection, "plan", "history", "--files")
    rows = json.loads(orgatlas(connection, "plan", "history", "--json").stdout)

    runs = [*loads, same, other, undone, listed]
    assert [(run.returncode, run.stderr) for run in runs] == [(0, "")] * len(runs)
    assert "Nothing would change." in same.stdout
    assert json.loads(other.stdout)["against"] == {"load": 2, "plan": "organization-and-plan"}
    assert undone.stdout == (
        "Load 2 of organization-and-plan is undone: the graph answers from load 1.\n"
    )
    assert "undone" in listed.stdout
    assert [(row["number"], row["state"]) for row in rows] == [(2, "undone"), (1, "loaded")]
    assert any(file.startswith("deck/rules.yaml sha256:") for file in rows[0]["sources"])
