"""The API reads the newest revision ahead: an impact finds its base, and nobody waits for that."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from api.apps import create_app
from graph.errors import StoreUnavailable
from graph.reorganization.documents import scenario_of
from graph.versions import trials
from graph.versions.lifecycles import approved, checked
from seed.loading.loads import load_plan
from tests.api.conftest import TODAY, asking
from tests.api.scenarios import MERGE, document
from tests.api.test_errors import FailingStore
from tests.loads import MAY_END_ALL

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Callable

    from graph.model.plans import Plan
    from graph.queries.timelines import LoadedVersion
    from graph.reorganization.ownership_impacts import Base
    from graph.store import Store

LONGEST = 20.0
IMPACT = '{ scenario(key: "one-region") { impact { mayBeApplied } } }'


@asynccontextmanager
async def _warming(store: Any, *, warm_up: bool = True) -> AsyncGenerator[httpx.AsyncClient]:
    """Give a client of an application that reads ahead, unless it is told not to."""

    @asynccontextmanager
    async def given() -> AsyncGenerator[Any]:
        yield store

    app = create_app(given, today=lambda: TODAY, allow_changes=True, warm_up=warm_up)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as one,
    ):
        yield one


async def _until(is_so: Callable[[], bool]) -> None:
    """Wait until something is so."""
    until = time.monotonic() + LONGEST
    while not is_so():
        assert time.monotonic() < until
        await asyncio.sleep(0.01)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The revisions whose base was read to its end."""
    done: list[int] = []
    usual = trials.read_base

    async def read_base(store: Store, version: LoadedVersion | None) -> Base:
        base = await usual(store, version)
        done.append(version.number if version else 0)
        return base

    monkeypatch.setattr(trials, "read_base", read_base)
    return done


@pytest.fixture
async def kept(small_graph: Store) -> Store:
    await checked(small_graph, scenario_of(document(MERGE)), "Ann")
    return small_graph


async def test_the_base_is_read_at_the_start_and_never_again(kept: Store, read: list[int]) -> None:
    read.clear()
    async with _warming(kept) as client:
        await _until(lambda: read == [1])
        data = await asking(client)(IMPACT)

    assert data["scenario"]["impact"] == {"mayBeApplied": True}
    assert read == [1]


async def test_nothing_is_read_ahead_where_it_shall_not_be(kept: Store, read: list[int]) -> None:
    read.clear()
    async with _warming(kept, warm_up=False) as client:
        await asking(client)("{ plan { key } }")
        await asyncio.sleep(0.5)

    assert read == []


async def test_a_load_is_noticed_by_the_next_request_that_looks(
    kept: Store, small_plan: Plan, read: list[int]
) -> None:
    async with _warming(kept) as client:
        await _until(lambda: read[-1:] == [1])
        read.clear()
        plan = replace(small_plan, open_questions=())
        await load_plan(kept, plan, options=MAY_END_ALL)
        await asking(client)("{ plan { key } }")
        await _until(lambda: read == [2])


async def test_what_is_applied_and_rolled_back_is_read_ahead(kept: Store, read: list[int]) -> None:
    await approved(kept, "one-region", "Bob")
    read.clear()
    async with _warming(kept) as client:
        ask = asking(client)
        await ask(_step("applyScenario"))
        await _until(lambda: read == [1, 2])
        again = await ask(_step("rollbackScenario"))
        await ask(IMPACT)

    assert again["rollbackScenario"] == {"state": "ROLLED_BACK"}
    assert read == [1, 2]


async def test_a_database_that_is_away_stops_no_start(caplog: pytest.LogCaptureFixture) -> None:
    failing = FailingStore(StoreUnavailable("Neo4j does not answer"))
    with caplog.at_level(logging.WARNING, "graph.versions.warm_ups"):
        async with _warming(failing) as client:
            live = await client.get("/health/live")
            await _until(lambda: len(caplog.records) == 1)

    assert live.status_code == 200
    assert "Neo4j does not answer" in caplog.records[0].getMessage()


async def test_readiness_does_not_wait_and_the_end_stops_it(
    kept: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    begun: list[int] = []

    async def never(store: Store, version: LoadedVersion | None) -> Base:
        begun.append(version.number if version else 0)
        await asyncio.sleep(3600)
        raise AssertionError

    monkeypatch.setattr(trials, "read_base", never)
    with caplog.at_level(logging.WARNING):
        async with _warming(kept) as client:
            await _until(lambda: begun == [1])
            ready = await client.get("/health/ready")

    assert ready.status_code == 200
    assert caplog.records == []


def _step(name: str) -> str:
    return f'mutation {{ {name}(key: "one-region", by: "Bob") {{ ... on Scenario {{ state }} }} }}'
