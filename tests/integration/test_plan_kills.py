"""Loaders that are killed: the graph answers as one of two whole plans, and a new load completes.

Three points of each sort are tried, and twenty by `make nightly`.
"""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from graph.queries.loads import latest_load, loads_to_sweep
from graph.versions.undos import undo_last_load
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from tests.conftest import REAL_PLAN, SMALL_PLAN
from tests.graphs import contents, history
from tests.kills import Wholes, dies, is_killed, undisturbed
from tests.loads import MAY_END_ALL
from tests.profiles import points

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

PLAN = str(REAL_PLAN)
STAGES = ["comparing", "writing subsidiaries", "writing segments", "linking rules", "linking "]
STATEMENTS = [1 + int(part * 8) for part in points(1, 8)]
"""Of an undo, and of a sweep, eight statements commit alone: after which of them to die."""
NOTHING_BUT_THE_SCHEMA = "MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node"


@pytest.fixture(scope="module")
async def wholes(
    open_store: Store, driver: neo4j.AsyncDriver, small_plan: Plan, real_plan: Plan
) -> AsyncIterator[Wholes]:
    await driver.execute_query(NOTHING_BUT_THE_SCHEMA)
    with pytest.MonkeyPatch.context() as patch:
        await load_plan(open_store, small_plan)
        yield await undisturbed(
            driver, lambda: load_plan(open_store, real_plan, options=MAY_END_ALL), patch
        )


@dataclass(frozen=True, slots=True)
class Scene:
    """A graph that holds the first of two plans, and what to compare with."""

    wholes: Wholes
    store: Store
    connection: Connection
    driver: neo4j.AsyncDriver
    first: Plan
    second: Plan


@pytest.fixture
def scene(
    wholes: Wholes, small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver
) -> Scene:
    first, second = read_plan(SMALL_PLAN), read_plan(REAL_PLAN)
    return Scene(wholes, small_graph, connection, driver, first, second)


@pytest.mark.parametrize("stage", STAGES)
async def test_a_loader_killed_at_any_stage_leaves_the_plan_before(
    scene: Scene,
    stage: str,
) -> None:
    await asyncio.to_thread(dies, scene.connection, "load", PLAN, "stage", stage)

    assert await contents(scene.driver) == scene.wholes.before


@pytest.mark.parametrize("part", points(1, 20))
async def test_a_loader_killed_at_any_moment_leaves_one_plan_or_the_other(
    scene: Scene,
    part: float,
) -> None:
    seconds = part * scene.wholes.seconds
    was_at_it = await asyncio.to_thread(is_killed, scene.connection, "load", PLAN, seconds)

    answers = await contents(scene.driver)
    again = await load_plan(scene.store, scene.second, options=MAY_END_ALL)

    assert answers == (scene.wholes.after if again.changed_nothing else scene.wholes.before)
    assert was_at_it or again.changed_nothing
    assert await history(scene.driver) == scene.wholes.history_after
    assert await loads_to_sweep(scene.store) == []


@pytest.mark.parametrize("point", ["inside", "after"])
@pytest.mark.parametrize("part", points(1, 10))
async def test_a_loader_killed_at_any_transaction_leaves_the_plan_before(
    scene: Scene,
    part: float,
    point: str,
) -> None:
    number = 1 + int(part * (scene.wholes.transactions - 1))
    await asyncio.to_thread(dies, scene.connection, "load", PLAN, point, str(number))

    answers = await contents(scene.driver)
    again = await load_plan(scene.store, scene.second, options=MAY_END_ALL)

    assert answers == scene.wholes.before
    assert again.revision == 3
    assert await history(scene.driver) == scene.wholes.history_after


async def test_a_loader_killed_after_its_last_transaction_has_loaded(
    scene: Scene,
) -> None:
    await asyncio.to_thread(
        dies, scene.connection, "load", PLAN, "after", str(scene.wholes.transactions)
    )

    answers = await contents(scene.driver)
    again = await load_plan(scene.store, scene.second)

    assert answers == scene.wholes.after
    assert again.changed_nothing
    assert await history(scene.driver) == scene.wholes.history_after


@pytest.mark.parametrize("statement", STATEMENTS)
async def test_an_undo_killed_at_any_statement_is_done_and_the_next_load_sweeps(
    scene: Scene,
    statement: int,
) -> None:
    await load_plan(scene.store, scene.second, options=MAY_END_ALL)
    await asyncio.to_thread(dies, scene.connection, "undo", PLAN, "alone", str(statement))

    answers = await contents(scene.driver)
    again = await load_plan(scene.store, scene.first)

    assert answers == scene.wholes.before
    assert again.changed_nothing
    assert await history(scene.driver) == scene.wholes.history_before


@pytest.mark.parametrize("part", points(1, 20))
async def test_an_undo_killed_at_any_moment_leaves_one_plan_or_the_other(
    scene: Scene,
    part: float,
) -> None:
    await load_plan(scene.store, scene.second, options=MAY_END_ALL)
    await asyncio.to_thread(
        is_killed, scene.connection, "undo", PLAN, part * scene.wholes.seconds / 4
    )

    answers, held = await contents(scene.driver), await latest_load(scene.store)
    if held is not None and held.plan == scene.second.key:
        assert answers == scene.wholes.after
        await undo_last_load(scene.store)
    else:
        assert answers == scene.wholes.before
    again = await load_plan(scene.store, scene.second, options=MAY_END_ALL)

    assert again.revision == 3
    assert await history(scene.driver) == scene.wholes.history_after


@pytest.mark.parametrize("statement", STATEMENTS)
async def test_a_loader_killed_while_it_sweeps_leaves_the_rest_to_the_next(
    scene: Scene,
    statement: int,
) -> None:
    await asyncio.to_thread(
        dies, scene.connection, "load", PLAN, "after", str(scene.wholes.transactions - 1)
    )
    await asyncio.to_thread(dies, scene.connection, "load", PLAN, "alone", str(statement))

    answers = await contents(scene.driver)
    again = await load_plan(scene.store, scene.second, options=MAY_END_ALL)

    assert answers == scene.wholes.before
    assert again.revision == 3
    assert await history(scene.driver) == scene.wholes.history_after
