"""Loads that are killed: the graph answers from the plan before, and a new load completes."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import neo4j
import psutil
import pytest

from graph.errors import StoreUnavailable
from graph.queries.plans import loaded_plan
from graph.server import processes, starts
from graph.server.homes import Home
from graph.store import Store
from graph.store.migrations import migrate
from seed.loading.loads import load_plan
from tests.conftest import REAL_PLAN
from tests.graphs import contents
from tests.programs import ORGATLAS, surroundings

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.server.connections import Connection

STAGES = ["comparing", "writing subsidiaries", "writing segments", "linking rules", "linking "]
MOMENTS = [0.5, 1.5, 2.5, 3.5, 4.5]
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


async def test_a_command_killed_at_any_moment_leaves_one_plan_or_the_other(
    small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver, real_plan: Plan
) -> None:
    before = await contents(driver)
    await load_plan(small_graph, real_plan, allow_removing=True)
    after = await contents(driver)

    for moment in MOMENTS:
        await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
        await small_graph_again(small_graph, before, driver)
        _kill_after(connection, moment)
        assert await contents(driver) in (before, after), moment

    report = await load_plan(small_graph, real_plan, allow_removing=True)
    assert report.revision == 2
    assert await contents(driver) == after
