"""Neo4j killed, restarted or gone while a load goes on.

Three points are tried, and twenty by `make nightly`.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import neo4j
import psutil
import pytest

from graph.errors import StoreUnavailable
from graph.server import processes, starts
from graph.server.homes import Home
from graph.store import Store, Transaction
from graph.store.migrations import migrate
from graph.versions import batches
from graph.versions.undos import undo_last_load
from seed.loading.loads import load_plan
from tests.graphs import contents, history
from tests.kills import Wholes, undisturbed
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS
from tests.profiles import is_night, points

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
    from contextlib import AbstractAsyncContextManager

    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from graph.server.connections import Connection

NOTHING_BUT_THE_SCHEMA = "MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node"
LONGEST = 30
BY_NIGHT = pytest.mark.skipif(
    not is_night(), reason="a kill at any moment is tried by day, all others in make nightly"
)
AT_ONCE = replace(MAY_END_ALL, patience=0.0)
PATIENTLY = replace(MAY_END_ALL, patience=240.0)


class Server:
    """A Neo4j that can be killed, started again, and asked."""

    def __init__(self, place: Home) -> None:
        self.place = place
        self.connection: Connection = starts.start(place)[0]

    def kill(self) -> None:
        """End it as `kill -9` does, and see it gone."""
        running = processes.running(self.place)
        assert running is not None
        process = psutil.Process(running.pid)
        process.kill()
        process.wait(LONGEST)

    def start(self) -> None:
        """Start it again, on the same ports."""
        again, is_new = starts.start(self.place)
        assert (again, is_new) == (self.connection, True)

    def store(self) -> AbstractAsyncContextManager[Store]:
        """Open a store on it."""
        server = self.connection
        return Store.connect(server.uri, server.user, server.password, retry_seconds=1.0)

    def driver(self) -> neo4j.AsyncDriver:
        """Open a driver on it."""
        return neo4j.AsyncGraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
            self.connection.uri, auth=(self.connection.user, self.connection.password)
        )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    place = Home(tmp_path_factory.mktemp("killed") / "neo4j")
    yield Server(place)
    starts.stop(place)


@pytest.fixture(scope="module")
async def wholes(server: Server, small_plan: Plan, real_plan: Plan) -> AsyncIterator[Wholes]:
    async with server.store() as store, server.driver() as driver:
        await migrate(store)
        with pytest.MonkeyPatch.context() as patch:
            await load_plan(store, small_plan)
            yield await undisturbed(
                driver, lambda: load_plan(store, real_plan, options=MAY_END_ALL), patch
            )


@pytest.fixture
async def small_plan_held(
    server: Server, wholes: Wholes, small_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server runs and holds the small plan; loads take many transactions."""
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", SMALL_TRANSACTIONS)
    starts.start(server.place)
    async with server.store() as store, server.driver() as driver:
        await driver.execute_query(NOTHING_BUT_THE_SCHEMA)
        await load_plan(store, small_plan)


def _at_transaction(
    patch: pytest.MonkeyPatch, number: int, happens: Callable[[], Awaitable[None]]
) -> None:
    """Have something happen just before a transaction of the load commits."""
    usual, seen = Transaction.write, list[int]()

    async def write(self: Transaction, statement: Statement, **parameters: Any) -> None:
        await usual(self, statement, **parameters)
        if statement is batches.NOTE_BATCH and parameters["batch"] == number and not seen:
            seen.append(number)
            await happens()

    patch.setattr(Transaction, "write", write)


@pytest.mark.usefixtures("small_plan_held")
@pytest.mark.parametrize("part", points(1, 20))
async def test_a_server_killed_at_any_moment_holds_one_plan_or_the_other(
    server: Server, wholes: Wholes, real_plan: Plan, part: float
) -> None:
    async def killed() -> None:
        await asyncio.sleep(part * wholes.seconds)
        await asyncio.to_thread(server.kill)

    async with server.store() as store:
        killing = asyncio.create_task(killed())
        loading = await asyncio.gather(
            load_plan(store, real_plan, options=AT_ONCE), return_exceptions=True
        )
        await killing
    await asyncio.to_thread(server.start)

    async with server.store() as store, server.driver() as driver:
        answers = await contents(driver)
        again = await load_plan(store, real_plan, options=PATIENTLY)
        left = await history(driver)
    assert answers == (wholes.after if again.changed_nothing else wholes.before)
    assert left == wholes.history_after
    if not again.changed_nothing:
        [error] = loading
        assert isinstance(error, StoreUnavailable)
        assert "Neo4j" in str(error)
        assert "orgatlas neo4j start" in str(error)


@BY_NIGHT
@pytest.mark.usefixtures("small_plan_held")
@pytest.mark.parametrize("part", points(1, 6))
async def test_a_load_waits_for_a_server_that_restarts_and_writes_each_row_once(
    server: Server,
    wholes: Wholes,
    real_plan: Plan,
    monkeypatch: pytest.MonkeyPatch,
    part: float,
) -> None:
    async def restarted() -> None:
        await asyncio.to_thread(server.kill)
        restarts.append(asyncio.create_task(asyncio.to_thread(server.start)))

    restarts: list[asyncio.Task[None]] = []
    number = 1 + int(part * wholes.transactions)
    _at_transaction(monkeypatch, number, restarted)
    async with server.store() as store:
        report = await load_plan(store, real_plan, options=PATIENTLY)
        await asyncio.gather(*restarts)

    async with server.driver() as driver:
        left = await history(driver)
    assert len(restarts) == 1
    assert report.revision == 2
    assert left == wholes.history_after


@BY_NIGHT
@pytest.mark.usefixtures("small_plan_held")
async def test_a_server_that_stays_away_is_told_within_the_patience(
    server: Server, wholes: Wholes, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone() -> None:
        await asyncio.to_thread(server.kill)
        since.append(time.monotonic())

    since: list[float] = []
    _at_transaction(monkeypatch, 3, gone)
    async with server.store() as store:
        with pytest.raises(StoreUnavailable, match=r"Waited 3 s for it.*orgatlas neo4j start"):
            await load_plan(store, real_plan, options=replace(MAY_END_ALL, patience=3.0))
        waited = time.monotonic() - since[0]

    assert 3.0 <= waited < 20.0
    await asyncio.to_thread(server.start)
    async with server.driver() as driver:
        assert await contents(driver) == wholes.before


@BY_NIGHT
@pytest.mark.usefixtures("small_plan_held")
async def test_an_undo_waits_for_a_server_that_restarts_and_undoes_one_load(
    server: Server, wholes: Wholes, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    restarts: list[asyncio.Task[None]] = []
    usual = Store.run_alone

    async def run_alone(self: Store, statement: Statement, **parameters: Any) -> None:
        await usual(self, statement, **parameters)
        if not restarts:
            await asyncio.to_thread(server.kill)
            restarts.append(asyncio.create_task(asyncio.to_thread(server.start)))
            raise StoreUnavailable("the answer is lost with the server")

    async with server.store() as store:
        await load_plan(store, real_plan, options=PATIENTLY)
        monkeypatch.setattr(Store, "run_alone", run_alone)
        undone = await undo_last_load(store, patience=240.0)
        await asyncio.gather(*restarts)

    async with server.driver() as driver:
        left = await history(driver)
    assert (undone.number, undone.plan) == (2, real_plan.key)
    assert left == wholes.history_before
