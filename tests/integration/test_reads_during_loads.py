"""Readers while a load of many transactions goes on: the plan before, until it is over."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx

from api.apps import create_app
from graph.queries.accounts import accounts_by_key
from graph.queries.timelines import pinned
from seed.loading import batches
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    import pytest

    from graph.model.plans import Plan
    from graph.store import Store

ASK = """
query($day: Date!) {
  plan(asOf: $day) { key }
  subsidiaries(first: 20, asOf: $day) {
    totalCount
    nodes { key name owner(function: SALES, asOf: $day) { via department { key } } }
  }
  coverageGaps(first: 20, asOf: $day) { totalCount }
}
"""


async def _seen(read: Callable[[], Awaitable[Any]], loading: asyncio.Task[Any]) -> list[Any]:
    """Return every answer that was asked for and given while the load went on."""
    answers: list[Any] = []
    while not loading.done():
        answer = await read()
        if not loading.done():
            answers.append(answer)
    return answers


async def test_readers_get_the_plan_before_until_the_load_is_over(
    small_graph: Store, small_plan: Plan, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", SMALL_TRANSACTIONS // 4)
    day = real_plan.start
    keys = [unit.key for plan in (small_plan, real_plan) for unit in plan.subsidiaries]

    async def by_query() -> Any:
        return await accounts_by_key(await pinned(small_graph, day), keys)

    async with _client(small_graph) as client:

        async def by_graphql() -> Any:
            asked = {"query": ASK, "variables": {"day": day.isoformat()}}
            answer = (await client.post("/graphql", json=asked)).json()
            assert "errors" not in answer, answer
            return answer["data"]

        before = [await by_query(), await by_graphql()]
        loading = asyncio.create_task(load_plan(small_graph, real_plan, options=MAY_END_ALL))
        readers = [by_query, by_query, by_graphql, by_graphql]
        seen = await asyncio.gather(*(_seen(read, loading) for read in readers))
        await loading
        after = [await by_query(), await by_graphql()]

    assert before[1]["plan"]["key"] == small_plan.key
    assert after[1]["plan"]["key"] == real_plan.key
    assert before[0] != after[0]
    assert all(answer == before[0] for answer in (*seen[0], *seen[1]))
    assert all(answer == before[1] for answer in (*seen[2], *seen[3]))
    assert sum(map(len, seen)) >= 100


@asynccontextmanager
async def _client(store: Store) -> AsyncGenerator[httpx.AsyncClient]:
    @asynccontextmanager
    async def opened() -> AsyncGenerator[Store]:
        yield store

    app = create_app(opened)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://testserver") as client,
    ):
        yield client
