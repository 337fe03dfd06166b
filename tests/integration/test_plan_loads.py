"""Loads: whole or not at all, once or twice, one after the other."""

from __future__ import annotations

import asyncio
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict, ModelError
from graph.queries.loads import latest_load
from graph.versions import batches
from graph.versions.locks import LoadLock
from seed.loading.loads import Options, load_plan
from seed.plan_folders import inspected, read_plan
from tests.conftest import REAL_PLAN, SMALL_PLAN
from tests.graphs import contents, everything
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas
from tests.unit.seed.plan_faults import FAULTS

if TYPE_CHECKING:
    from pathlib import Path

    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PLAN, tmp_path / "plan")


@pytest.fixture
def plans(small_plan: Plan, real_plan: Plan, monkeypatch: pytest.MonkeyPatch) -> tuple[Plan, Plan]:
    """Two plans, in loads of many transactions."""
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", 40)
    return small_plan, real_plan


async def _revision(store: Store) -> int:
    plan = await latest_load(store)
    assert plan is not None
    return plan.number


async def test_a_second_load_changes_nothing(real_graph: Store, real_plan: Plan) -> None:
    before = await latest_load(real_graph)

    report = await load_plan(real_graph, real_plan)

    assert report.changed_nothing
    assert all(count.unchanged for count in report.counts if count.name == "subsidiaries")
    assert await latest_load(real_graph) == before


async def test_a_changed_plan_leaves_what_a_first_load_of_it_would(
    small_graph: Store, folder: Path, driver: neo4j.AsyncDriver
) -> None:
    _edit(folder / "book" / "subsidiaries.csv", "grid-tibet,华夏电网西藏公司", "grid-xz,西藏公司")
    _edit(folder / "book" / "holdings.csv", "li-lei,grid-manager,2026-01-01,2026-07-01\n", "")
    _edit(folder / "deck" / "rules.yaml", "{tiers: [strategic], level: 1}", "{level: 1}")
    changed = read_plan(folder)

    report = await load_plan(small_graph, changed, options=MAY_END_ALL)
    grown = await contents(driver)
    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
    await load_plan(small_graph, changed)

    counts = {count.name: count for count in report.counts}
    assert (counts["subsidiaries"].added, counts["subsidiaries"].ended) == (1, 1)
    assert counts["rules"].changed == 1
    assert report.revision == 2
    assert grown == await contents(driver)


async def test_another_plan_takes_the_place_of_the_first(
    small_graph: Store, real_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    await load_plan(small_graph, real_plan, options=MAY_END_ALL)
    replaced = await contents(driver)
    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
    await load_plan(small_graph, real_plan)

    assert replaced == await contents(driver)


async def test_what_only_gets_another_name_keeps_its_relationships(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    first, second, *rest = small_plan.subsidiaries
    renamed = replace(first, name="新名")
    moved = replace(second, name="又一名", territory=None)
    assert second.territory is not None

    await load_plan(small_graph, replace(small_plan, subsidiaries=(renamed, moved, *rest)))
    found, _, _ = await driver.execute_query(
        "MATCH (unit:Subsidiary)-[edge:PART_OF]->(:Customer) WHERE unit.key IN $keys"
        " AND edge.ended IS NULL RETURN unit.key AS key, unit.name AS name, edge.since AS since",
        keys=[first.key, second.key],
    )

    assert {(row["key"], row["name"], row["since"]) for row in found} == {
        (first.key, "新名", 1),
        (second.key, "又一名", 2),
    }


async def test_a_load_that_ends_a_fifth_is_refused(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    before = await contents(driver)
    less = replace(small_plan, subsidiaries=small_plan.subsidiaries[:1], exceptions=())

    with pytest.raises(ModelError) as refused:
        await load_plan(small_graph, less)

    assert "would end 5 of the 6 subsidiaries" in str(refused.value)
    assert "--allow-ending" in str(refused.value)
    assert await contents(driver) == before
    assert await _revision(small_graph) == 1


async def test_nothing_is_seen_of_a_load_before_its_end(
    small_graph: Store, real_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    """Readers look at every step of the load: they see the first plan until it is over."""
    before = await contents(driver)
    loading = asyncio.create_task(load_plan(small_graph, real_plan, options=MAY_END_ALL))
    looks = 0
    while not loading.done():
        seen = await contents(driver)
        if not loading.done():
            assert seen == before
            looks += 1

    await loading
    assert looks > 5
    assert await contents(driver) != before


@pytest.mark.parametrize("last", ["comparing", "writing subsidiaries", "linking rules", "linking "])
async def test_a_load_that_fails_halfway_is_not_seen_and_is_swept_by_the_next(
    small_graph: Store, plans: tuple[Plan, Plan], driver: neo4j.AsyncDriver, last: str
) -> None:
    small_plan, real_plan = plans
    before, all_before = await contents(driver), await everything(driver)

    def fail(stage: str, done: int, total: int) -> None:
        if stage.startswith(last) and done == total:
            raise RuntimeError(stage)

    with pytest.raises(RuntimeError, match=last):
        await load_plan(small_graph, real_plan, fail, options=MAY_END_ALL)

    assert await contents(driver) == before
    again = await load_plan(small_graph, small_plan)
    assert again.changed_nothing
    assert await everything(driver) == all_before


async def test_two_loads_at_once_come_one_after_the_other(
    store: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    reports = await asyncio.gather(*(load_plan(store, small_plan) for _ in range(2)))

    assert sorted(report.changed_nothing for report in reports) == [False, True]
    assert await _revision(store) == 1


async def test_a_load_waits_for_another_and_says_who_it_is(
    small_graph: Store, small_plan: Plan
) -> None:
    async with LoadLock(small_graph):
        with pytest.raises(Conflict, match=r"is going on by .+, process \d+, since") as refused:
            await load_plan(small_graph, small_plan, options=Options(longest_wait=0.5))

    assert "Nothing was changed: load again" in str(refused.value)
    assert (await load_plan(small_graph, small_plan)).changed_nothing


async def test_a_broken_copy_is_told_in_whole_and_leaves_the_graph(
    real_graph: Store, connection: Connection, folder: Path, driver: neo4j.AsyncDriver
) -> None:
    before = await contents(driver)
    for fault in FAULTS:
        if not fault.hides:
            fault.plant(folder)
    told = inspected(folder).problems

    validated = orgatlas(connection, "plan", "validate", str(folder))
    loaded = orgatlas(connection, "plan", "load", str(folder))

    assert len(told) > 30
    for run in (validated, loaded):
        assert run.returncode == 1
        assert run.stdout == ""
        for problem in told:
            assert f"{problem.what} → {problem.remedy}" in run.stderr
    assert loaded.stderr.startswith(validated.stderr)
    assert loaded.stderr.endswith("Nothing was loaded: the graph is as it was.\n")
    assert await contents(driver) == before


def test_a_load_on_the_command_line_says_what_it_did(store: Store, connection: Connection) -> None:
    first = orgatlas(connection, "plan", "load", str(REAL_PLAN))
    second = orgatlas(connection, "plan", "load", str(REAL_PLAN))

    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "revision 1." in first.stdout
    assert "Nothing changed: the graph holds this plan already (revision 1)." in second.stdout


def _edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
