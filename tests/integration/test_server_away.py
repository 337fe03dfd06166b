"""A Neo4j that goes away under the running API, and comes back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

import httpx

from api.apps import create_app
from api.commands import open_store
from api.schemas import SECONDS
from graph.server import starts
from graph.server.homes import Home

if TYPE_CHECKING:
    from pathlib import Path

    from fastapi import FastAPI


async def ask(app: FastAPI) -> Any:
    """Return the whole answer to a question about the plan."""
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        answer = await client.post("/graphql", json={"query": "{ plan { key } }"})
    return answer.json()


async def test_a_client_soon_hears_that_neo4j_is_away(tmp_path: Path) -> None:
    place = Home(tmp_path / "neo4j")
    server, _ = starts.start(place)
    try:
        app = create_app(lambda: open_store(server))
        async with app.router.lifespan_context(app):
            before = await ask(app)

            starts.stop(place)
            began = time.monotonic()
            away = await ask(app)
            waited = time.monotonic() - began
            starts.start(place)
            again = await ask(app)
    finally:
        starts.stop(place)

    [error] = away["errors"]
    assert before == again == {"data": {"plan": None}}
    assert error["extensions"]["code"] == "SERVICE_UNAVAILABLE"
    assert waited < SECONDS / 2
