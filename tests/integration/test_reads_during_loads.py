"""Readers while a load of many transactions goes on: the plan before, until it is over."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

import httpx

from api.apps import create_app
from graph.queries.accounts import accounts_by_key
from graph.queries.timelines import pinned
from graph.store import Transaction
from graph.versions import batches
from graph.versions.batches import Batches
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable

    import pytest

    from graph.cypher_files import Statement
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


async def _seen(
    read: Callable[[], Awaitable[Any]], finishing: asyncio.Event, loading: asyncio.Task[Any]
) -> tuple[list[Any], list[Any]]:
    """Return what was told before the last transaction began, and what from then to the end."""
    told: tuple[list[Any], list[Any]] = ([], [])
    while not loading.done():
        answer = await read()
        told[finishing.is_set()].append(answer)
    return told


async def test_readers_get_the_plan_before_until_the_load_is_over(
    small_graph: Store, small_plan: Plan, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", SMALL_TRANSACTIONS // 4)
    finishing = asyncio.Event()
    finish = Batches.finish

    async def told_and_finished(*given: Any, **named: Any) -> None:
        finishing.set()
        await finish(*given, **named)

    monkeypatch.setattr(Batches, "finish", told_and_finished)
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
        seen = await asyncio.gather(*(_seen(read, finishing, loading) for read in readers))
        await loading
        after = [await by_query(), await by_graphql()]

    assert before[1]["plan"]["key"] == small_plan.key
    assert after[1]["plan"]["key"] == real_plan.key
    assert before[0] != after[0]
    sides = list(zip(before, after, strict=True))
    for (was, will_be), (early, late) in zip([sides[0]] * 2 + [sides[1]] * 2, seen, strict=True):
        assert all(answer == was for answer in early)
        assert late == sorted(late, key=lambda answer: answer != was)
        assert all(answer in (was, will_be) for answer in late)
    assert sum(len(early) for early, _ in seen) >= 100


async def test_no_transaction_holds_what_readers_must_not_see_apart(
    small_graph: Store, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    transactions: dict[Transaction, list[str]] = {}
    write = Transaction.write

    async def noted(transaction: Transaction, what: Statement, **named: Any) -> None:
        transactions.setdefault(transaction, []).append(what.file.name.removeprefix("plans/"))
        await write(transaction, what, **named)

    monkeypatch.setattr(Transaction, "write", noted)

    await load_plan(small_graph, real_plan, options=MAY_END_ALL)

    *rows, last = (names for names in transactions.values() if "note_batch" in names)
    keep_states = [names for names in rows if any(name.startswith("keep_") for name in names)]
    assert keep_states
    assert all(not name.startswith("write_") for names in keep_states for name in names)
    assert last == ["hold_load", "finish_load", "note_batch"]


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
