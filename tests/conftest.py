"""What tests share: one real Neo4j for a whole run, with what each test asks for, no more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, LiteralString, Protocol

import neo4j
import pytest

from graph.store import Store
from graph.store.migrations import migrate
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from tests.held_graphs import HeldGraph
from tests.loads import MAY_END_ALL
from tests.server import running_server
from tests.versions import next_plan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from graph.model.plans import Plan
    from graph.server.connections import Connection

SMALL_PLAN = Path(__file__).parent / "data" / "small-plan"
REAL_PLAN = Path(__file__).parents[1] / "seed" / "plans" / "organization-and-plan"
SCENARIOS = Path(__file__).parents[1] / "seed" / "scenarios"


os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
"""Servers that live for seconds begin sooner when Java does not try to make them fast."""


class Given(Protocol):
    """Writes what a test starts from."""

    async def __call__(self, cypher: LiteralString, **parameters: Any) -> None:
        """Run the statement."""
        ...


@pytest.fixture(scope="session")
def connection() -> Iterator[Connection]:
    """The address and password of the server the tests may do anything with."""
    with running_server() as server:
        yield server


@pytest.fixture(scope="session")
async def driver(connection: Connection) -> AsyncIterator[neo4j.AsyncDriver]:
    driver = neo4j.AsyncGraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        connection.uri, auth=(connection.user, connection.password)
    )
    async with driver:
        yield driver


@pytest.fixture(scope="session")
async def open_store(connection: Connection) -> AsyncIterator[Store]:
    async with Store.connect(connection.uri, connection.user, connection.password) as store:
        await migrate(store)
        yield store


@pytest.fixture(scope="session")
def held(connection: Connection) -> HeldGraph:
    return HeldGraph(connection)


@pytest.fixture
async def store(
    request: pytest.FixtureRequest, open_store: Store, driver: neo4j.AsyncDriver, held: HeldGraph
) -> Store:
    """A store on a graph with its schema and nothing else, or on the plan that a test asks for."""
    if not {"small_graph", "next_graph", "real_graph"} & {*request.fixturenames}:
        await held.make("empty", lambda: emptied(driver))
    return open_store


async def emptied(driver: neo4j.AsyncDriver) -> None:
    """Leave nothing but the schema."""
    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")


@pytest.fixture
async def given(store: Store, driver: neo4j.AsyncDriver) -> Given:
    async def run(cypher: LiteralString, **parameters: Any) -> None:
        await driver.execute_query(cypher, parameters)

    return run


@pytest.fixture(scope="session")
def small_plan() -> Plan:
    return read_plan(SMALL_PLAN)


@pytest.fixture(scope="session")
def real_plan() -> Plan:
    return read_plan(REAL_PLAN)


@pytest.fixture
async def small_graph(
    store: Store, driver: neo4j.AsyncDriver, held: HeldGraph, small_plan: Plan
) -> Store:
    """A store on the small plan of tests/data."""
    await held.make("small", lambda: _loaded(store, driver, small_plan))
    return store


@pytest.fixture
async def next_graph(
    store: Store, driver: neo4j.AsyncDriver, held: HeldGraph, small_plan: Plan
) -> Store:
    """A store on the small plan and, from its first day on, the next one."""

    async def make() -> None:
        await _loaded(store, driver, small_plan)
        await load_plan(store, next_plan(small_plan), options=MAY_END_ALL)

    await held.make("next", make)
    return store


@pytest.fixture
async def real_graph(
    store: Store, driver: neo4j.AsyncDriver, held: HeldGraph, real_plan: Plan
) -> Store:
    """A store on the plan of seed/plans."""
    await held.make("real", lambda: _loaded(store, driver, real_plan))
    return store


async def _loaded(store: Store, driver: neo4j.AsyncDriver, plan: Plan) -> None:
    await emptied(driver)
    await load_plan(store, plan)
