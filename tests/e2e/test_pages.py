"""The pages a user opens, in a real browser: GraphiQL and Neo4j Browser."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.programs import address_of, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.async_api import BrowserContext

    from graph.server.connections import Connection
    from graph.store import Store


@pytest.fixture
def served(real_graph: Store, connection: Connection) -> Iterator[str]:
    """The address of `orgatlas serve` over the plan of seed/plans."""
    with serving(connection) as api:
        yield address_of(api)


async def test_graphiql_answers_without_any_other_host(
    served: str, browser: BrowserContext
) -> None:
    page = await browser.new_page()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(httpx.URL(request.url).host))
    await page.goto(f"{served}/graphql")
    await page.wait_for_selector(".graphiql-execute-button")

    await page.click(".graphiql-execute-button")
    answered = page.locator(".result-window").filter(has_text='"data"')
    await answered.wait_for(timeout=60_000)

    result = await page.inner_text(".result-window")
    assert '"errors"' not in result
    assert hosts - {""} == {httpx.URL(served).host}


async def test_neo4j_browser_opens(connection: Connection, browser: BrowserContext) -> None:
    if connection.browser_url is None:
        assert os.environ.get("NEO4J_TEST_URI"), "only a named server may have no Browser"
        return
    page = await browser.new_page()

    answer = await page.goto(connection.browser_url)
    deadline = time.monotonic() + 20
    while "Neo4j" not in await page.title() and time.monotonic() < deadline:
        await page.wait_for_timeout(200)

    assert answer is not None
    assert answer.ok
    assert "Neo4j" in await page.title()
