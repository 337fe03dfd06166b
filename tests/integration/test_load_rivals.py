"""Several loaders at once, each a process of its own; old, new and foreign schemas; Ctrl-C."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict
from graph.queries.loads import latest_load
from graph.store.migrations import migrate
from graph.versions import batches
from graph.versions.locks import LoadLock
from graph.versions.sweeps import sweep
from graph.versions.undos import undo_last_load
from seed.loading.loads import Options, load_plan
from tests.conftest import REAL_PLAN, SMALL_PLAN
from tests.graphs import contents
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas, surroundings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store
    from tests.conftest import Given

LONGEST = 120
LOADER = """
from graph.versions import batches
from graph.commands.main import main
batches.ROWS_OF_TRANSACTION = 40
main()
"""
"""`orgatlas`, in small transactions."""
LOAD = ["plan", "load", "--allow-ending", "100", "--json-progress"]
OLDER = """
    MATCH (m:SchemaMigration) WHERE m.version >= $version DETACH DELETE m
"""


@contextmanager
def loading(connection: Connection, plan: Path) -> Generator[subprocess.Popen[str]]:
    """Give an `orgatlas plan load`; its progress is on stderr, what it did on stdout."""
    with subprocess.Popen(  # noqa: S603 - our own command
        [sys.executable, "-c", LOADER, *LOAD, str(plan)],
        env=surroundings(connection),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as loader:
        try:
            yield loader
        finally:
            loader.kill()


def reaches(loader: subprocess.Popen[str], stage: str) -> None:
    """Read a load's progress until it is at a stage."""
    assert loader.stderr is not None
    lines: list[str] = []
    for line in iter(loader.stderr.readline, ""):
        lines.append(line)
        if stage in line:
            return
    pytest.fail("".join(lines))


async def test_two_different_plans_at_once_come_one_after_the_other(
    small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver, real_plan: Plan
) -> None:
    with loading(connection, SMALL_PLAN) as one, loading(connection, REAL_PLAN) as other:
        said = await asyncio.gather(
            asyncio.to_thread(one.communicate, timeout=LONGEST),
            asyncio.to_thread(other.communicate, timeout=LONGEST),
        )
        codes = (one.returncode, other.returncode)
    grown, held = await contents(driver), await latest_load(small_graph)
    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
    await load_plan(small_graph, real_plan)

    assert codes == (0, 0), said
    assert held is not None
    if held.plan == real_plan.key:
        assert grown == await contents(driver)
    else:
        assert held.number == 3


async def test_who_waits_hears_of_the_one_that_loads_and_of_no_other(
    small_graph: Store, small_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three at once: the second waits already when the third is told who loads."""
    names = iter(["the first", "the second", "the third"])
    monkeypatch.setattr("graph.versions.locks.holder", lambda: next(names))
    short, long = Options(longest_wait=1.0), Options(longest_wait=30.0)
    async with LoadLock(small_graph):
        second = asyncio.create_task(load_plan(small_graph, small_plan, options=long))
        await asyncio.sleep(0.5)
        with pytest.raises(Conflict, match="is going on by the first, since"):
            await load_plan(small_graph, small_plan, options=short)

    assert (await second).changed_nothing


async def test_an_undo_during_a_load_waits_or_says_who_loads(
    small_graph: Store, driver: neo4j.AsyncDriver
) -> None:
    before = await contents(driver)
    async with LoadLock(small_graph):
        with pytest.raises(Conflict, match=r"is going on by .+, process \d+, since"):
            await undo_last_load(small_graph, longest_wait=0.5)

    assert await contents(driver) == before


async def test_a_load_and_an_undo_at_once_come_one_after_the_other(
    small_graph: Store, small_plan: Plan, real_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    small = await contents(driver)
    await load_plan(small_graph, real_plan, options=MAY_END_ALL)
    real = await contents(driver)

    undone, report = await asyncio.gather(
        undo_last_load(small_graph), load_plan(small_graph, small_plan, options=MAY_END_ALL)
    )

    undone_first = undone.number == 2
    assert (undone.number, report.revision) == ((2, 1) if undone_first else (3, 3))
    assert await contents(driver) == (small if undone_first else real)


async def test_a_load_that_lost_its_lock_to_another_writes_no_more(
    small_graph: Store, real_plan: Plan, driver: neo4j.AsyncDriver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its lock's connection breaks while a transaction is open, and another sweeps it away."""
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", 40)
    before, sweeping = await contents(driver), list[asyncio.Task[list[int]]]()

    def sweep_beside(stage: str, done: int, total: int) -> None:
        if stage == "writing segments" and not sweeping:
            sweeping.append(asyncio.create_task(sweep(small_graph)))

    with pytest.raises(Conflict, match="Nothing of this one was kept"):
        await load_plan(small_graph, real_plan, sweep_beside, MAY_END_ALL)

    assert await sweeping[0] == [2]
    assert await contents(driver) == before
    left, _, _ = await driver.execute_query("MATCH (n) WHERE n.since = 2 RETURN count(n) AS n")
    assert left[0]["n"] == 0


@pytest.mark.parametrize(
    ("stage", "ending"),
    [
        ("resolving", signal.SIGINT),
        ("comparing", signal.SIGTERM),
        ("writing", signal.SIGINT),
        ("linking", signal.SIGTERM),
    ],
)
async def test_a_load_that_is_told_to_end_says_so_and_leaves_the_plan_before(
    small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver, stage: str, ending: int
) -> None:
    before = await contents(driver)
    with loading(connection, REAL_PLAN) as loader:
        await asyncio.to_thread(reaches, loader, stage)
        loader.send_signal(ending)
        out, err = await asyncio.to_thread(loader.communicate, timeout=LONGEST)

    assert "Traceback" not in err
    assert (loader.returncode, out) == (130, "")
    assert err.splitlines()[-1] == "Stopped. Nothing was loaded: the graph answers as before."
    assert await contents(driver) == before


async def test_a_load_brings_an_older_schema_up_to_date(
    store: Store, given: Given, connection: Connection, driver: neo4j.AsyncDriver
) -> None:
    await given(OLDER, version=3)
    await given("DROP CONSTRAINT load_key IF EXISTS")
    await given("DROP INDEX names IF EXISTS")

    loaded = await asyncio.to_thread(orgatlas, connection, "plan", "load", str(SMALL_PLAN))

    rows, _, _ = await driver.execute_query("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS n")
    assert loaded.returncode == 0, loaded.stderr
    assert "load_key" in rows[0]["n"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("CREATE (:SchemaMigration {version: 999, name: '999_x', checksum: 'x'})", "the newer"),
        ("MATCH (m:SchemaMigration {version: 1}) SET m.checksum = 'other'", "was changed after it"),
    ],
)
async def test_a_load_refuses_a_schema_that_is_not_ours_and_leaves_the_graph(
    small_graph: Store, connection: Connection, given: Given, change: str, says: str
) -> None:
    held = await latest_load(small_graph)
    await given(change)  # pyright: ignore[reportArgumentType] - one of the two above
    try:
        refused = await asyncio.to_thread(orgatlas, connection, "plan", "load", str(REAL_PLAN))
    finally:
        await given("MATCH (migration:SchemaMigration) DETACH DELETE migration")
        await migrate(small_graph)

    line = refused.stderr.splitlines()[-1]
    assert "Traceback" not in refused.stderr
    assert (refused.returncode, refused.stdout) == (1, "")
    assert line.startswith("Error: ")
    assert says in line
    assert await latest_load(small_graph) == held


async def test_a_graph_of_the_orgatlas_without_versions_is_built_anew(
    small_graph: Store, small_plan: Plan, given: Given, driver: neo4j.AsyncDriver
) -> None:
    await load_plan(small_graph, small_plan)
    first = await contents(driver)
    await given("MATCH (n:Load|LoadLock) DETACH DELETE n")
    await given("MATCH (n) REMOVE n.since, n.ended")
    await given("MATCH ()-[r]->() REMOVE r.since, r.ended")
    await given("CREATE (:Subsidiary {key: 'long-gone', name: 'x'})-[:SUBSIDIARY_OF]->(:Customer)")

    report = await load_plan(small_graph, small_plan)

    unversioned, _, _ = await driver.execute_query(
        "MATCH (n) WHERE n.since IS NULL AND NOT n:Load AND NOT n:LoadLock AND NOT n:Plan"
        " AND NOT n:SchemaMigration RETURN count(n) AS n"
    )
    assert report.revision == 1
    assert await contents(driver) == first
    assert unversioned[0]["n"] == 0
