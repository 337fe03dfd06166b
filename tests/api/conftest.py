"""What API tests share: the application over the small plan, on a fixed day."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

import httpx
import pytest

from api import contexts
from api.apps import create_app

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator
    from contextlib import AbstractAsyncContextManager

    from fastapi import FastAPI

    from graph.cypher_files import Query, RowT
    from graph.store import Store, Transaction

TODAY = date(2026, 6, 1)


class RecordingStore:
    """A store that remembers what was read from it."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.read_names: list[str] = []
        self.transactions = 0

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        self.read_names.append(query.file.name)
        return await self.store.read(query, **parameters)

    def transaction(self) -> AbstractAsyncContextManager[Transaction]:
        self.transactions += 1
        return self.store.transaction()

    async def answers(self) -> bool:
        return await self.store.answers()


class Ask(Protocol):
    """Sends a GraphQL operation and returns its data; errors fail the test."""

    async def __call__(self, query: str, **variables: Any) -> Any:
        """Return the data."""
        ...


def app_over(store: Any, *, allow_changes: bool = False) -> FastAPI:
    """Return the application over a store that is open already."""

    @asynccontextmanager
    async def given() -> AsyncGenerator[Any]:
        yield store

    return create_app(given, today=lambda: TODAY, allow_changes=allow_changes)


@asynccontextmanager
async def client_over(
    store: Any, *, allow_changes: bool = False
) -> AsyncGenerator[httpx.AsyncClient]:
    """Give a client of the application over a store."""
    app = app_over(store, allow_changes=allow_changes)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://testserver") as one,
    ):
        yield one


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no request take long, on slow machines either: tests say how often each reads."""
    monkeypatch.setattr(contexts, "STAYS_WHOLE", 60.0)


@pytest.fixture
async def recording(small_graph: Store) -> RecordingStore:
    return RecordingStore(small_graph)


@pytest.fixture
async def client(recording: RecordingStore) -> AsyncIterator[httpx.AsyncClient]:
    async with client_over(recording) as one:
        yield one


def asking(client: httpx.AsyncClient) -> Ask:
    """Return what asks a client."""

    async def run(query: str, **variables: Any) -> Any:
        answer = await client.post("/graphql", json={"query": query, "variables": variables})
        body = answer.json()
        assert "errors" not in body, body
        return body["data"]

    return run


@pytest.fixture
async def ask(client: httpx.AsyncClient) -> Ask:
    return asking(client)
