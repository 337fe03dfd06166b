"""Loads that are killed: the graph answers from the plan before, and a new load completes."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import psutil
import pytest

from graph.errors import StoreUnavailable
from graph.queries.loads import latest_load
from graph.server import processes, starts
from graph.server.homes import Home
from graph.store import Store
from graph.store.migrations import migrate
from seed.loading.loads import load_plan
from tests.conftest import REAL_PLAN
from tests.graphs import contents
from tests.loads import MAY_END_ALL
from tests.programs import ORGATLAS, surroundings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection

STAGES = ["comparing", "writing subsidiaries", "writing segments", "linking rules", "linking "]
MOMENTS = [1.0, 2.5, 4.0]
"""Seconds after its start at which the command is killed: a load takes about five."""


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Home]:
    place = Home(tmp_path / "neo4j")
    yield place
    starts.stop(place)


@pytest.mark.parametrize("stage", STAGES)
async def test_a_loader_killed_at_any_stage_leaves_the_plan_before(
    small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver, stage: str
) -> None:
    before = await contents(driver)

    killed = subprocess.run(  # noqa: ASYNC221, S603 - our own program; nothing else runs here
        [sys.executable, "-m", "tests.killed_load", str(REAL_PLAN), stage],
        env=surroundings(connection),
        check=False,
        timeout=60,
    )

    assert killed.returncode == -signal.SIGKILL
    assert await contents(driver) == before


@pytest.mark.parametrize("moment", MOMENTS)
async def test_a_command_killed_at_any_moment_leaves_one_plan_or_the_other(
    small_graph: Store,
    connection: Connection,
    driver: neo4j.AsyncDriver,
    real_plan: Plan,
    moment: float,
) -> None:
    before = await contents(driver)

    with subprocess.Popen(  # noqa: ASYNC220, S603 - our own command; nothing else runs here
        [*ORGATLAS, "plan", "load", "--allow-ending", "100", str(REAL_PLAN)],
        env=surroundings(connection),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as loader:
        await asyncio.sleep(moment)
        loader.kill()

    held = await latest_load(small_graph)
    assert held is not None
    assert held.plan == real_plan.key or await contents(driver) == before
    again = await load_plan(small_graph, real_plan, options=MAY_END_ALL)
    assert again.revision == 2
    assert again.changed_nothing == (held.plan == real_plan.key)


async def test_a_server_killed_halfway_holds_the_plan_before(
    place: Home, small_plan: Plan, real_plan: Plan
) -> None:
    server, _ = starts.start(place)
    running = processes.running(place)
    assert running is not None

    def kill(stage: str, done: int, total: int) -> None:
        if stage == "writing segments" and done == total:
            psutil.Process(running.pid).kill()

    async with _open(server) as store:
        await migrate(store)
        await load_plan(store, small_plan)
        with pytest.raises(StoreUnavailable, match="Neo4j does not answer"):
            await load_plan(store, real_plan, kill, options=MAY_END_ALL)
    server, is_new = starts.start(place)

    assert is_new
    async with _open(server) as store:
        assert (await load_plan(store, small_plan)).changed_nothing
        assert (await load_plan(store, real_plan, options=MAY_END_ALL)).revision == 2


def _open(server: Connection) -> AbstractAsyncContextManager[Store]:
    return Store.connect(server.uri, server.user, server.password)
