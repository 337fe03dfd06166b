"""The application: health, the page without internet, headers, hosts."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from api.commands import refuse_open_address
from graph.errors import ServerError
from tests.api.conftest import client_over
from tests.api.test_errors import FailingStore

if TYPE_CHECKING:
    import httpx

    from graph.store import Store
    from tests.conftest import Given

STATIC = Path(__file__).parents[2] / "api" / "static" / "graphiql"
BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


class SilentStore(FailingStore):
    """A store whose server does not answer."""

    async def answers(self) -> bool:
        return False


async def test_it_is_live_and_ready_once_a_plan_is_loaded(client: httpx.AsyncClient) -> None:
    live = await client.get("/health/live")
    ready = await client.get("/health/ready")

    assert (live.status_code, live.json()) == (200, {"status": "live"})
    assert (ready.status_code, ready.json()) == (
        200,
        {"status": "ready", "plan": "small-plan", "revision": 1},
    )


async def test_it_is_live_but_not_ready_without_a_plan(store: Store) -> None:
    async with client_over(store) as client:
        live = await client.get("/health/live")
        ready = await client.get("/health/ready")

    assert live.status_code == 200
    assert ready.status_code == 503
    assert "orgatlas plan load" in ready.json()["reason"]


async def test_it_is_not_ready_while_migrations_are_missing(store: Store, given: Given) -> None:
    await given("MATCH (m:SchemaMigration) SET m:Set_aside REMOVE m:SchemaMigration")
    try:
        async with client_over(store) as client:
            ready = await client.get("/health/ready")
    finally:
        await given("MATCH (m:Set_aside) SET m:SchemaMigration REMOVE m:Set_aside")

    assert ready.status_code == 503
    assert "version 0" in ready.json()["reason"]


async def test_it_is_not_ready_without_a_database() -> None:
    async with client_over(SilentStore(AssertionError())) as client:
        live = await client.get("/health/live")
        ready = await client.get("/health/ready")

    assert live.status_code == 200
    assert (ready.status_code, ready.json()["reason"]) == (503, "Neo4j does not answer")


async def test_a_browser_sees_the_page_and_nothing_comes_from_elsewhere(
    client: httpx.AsyncClient,
) -> None:
    page = await client.get("/graphql", headers=BROWSER)
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    files = [await client.get(link) for link in links if not link.startswith("data:")]

    assert page.status_code == 200
    assert "://" not in page.text
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert all(link.startswith(("/static/graphiql/", "data:,")) for link in links)
    assert len(files) == 6
    assert all(file.status_code == 200 and file.content for file in files)
    assert "://" not in (STATIC / "start.js").read_text(encoding="utf-8")
    assert not re.search(r"url\((?!data:)", (STATIC / "graphiql.min.css").read_text("utf-8"))


def test_the_vendored_files_are_as_published() -> None:
    lines = (STATIC / "checksums.txt").read_text(encoding="utf-8").splitlines()
    sums = {name: digest for digest, name in (line.split() for line in lines)}
    minified = {file.name for file in STATIC.glob("*.min.*")}

    assert sums.keys() == minified
    for name, digest in sums.items():
        assert sha256((STATIC / name).read_bytes()).hexdigest() == digest


async def test_headers_keep_browsers_careful(client: httpx.AsyncClient) -> None:
    for answer in (
        await client.post("/graphql", json={"query": "{ plan { key } }"}),
        await client.get("/graphql", headers=BROWSER),
        await client.get("/static/graphiql/start.js"),
        await client.get("/nothing-here"),
    ):
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["x-frame-options"] == "DENY"
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "10.0.0.1", ""])
async def test_another_host_name_is_refused(client: httpx.AsyncClient, host: str) -> None:
    answer = await client.post(
        "/graphql", json={"query": "{ plan { key } }"}, headers={"host": host}
    )

    assert answer.status_code == 400


async def test_only_json_is_taken_so_that_no_form_elsewhere_can_ask(
    client: httpx.AsyncClient,
) -> None:
    for content_type in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
        answer = await client.post(
            "/graphql",
            content=b'{"query": "{ plan { key } }"}',
            headers={"content-type": content_type},
        )
        assert answer.status_code == 400
    by_get = await client.get("/graphql", params={"query": "{ plan { key } }"})
    assert by_get.status_code >= 400


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/static/../apps.py"])
async def test_nothing_else_is_served(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.org", ""])  # noqa: S104
def test_an_address_that_others_reach_is_refused(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.delenv("ORGATLAS_CONTAINER", raising=False)

    with pytest.raises(ServerError, match="no sign-in yet"):
        refuse_open_address(host)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_loopback_addresses_are_fine(monkeypatch: pytest.MonkeyPatch, host: str) -> None:
    monkeypatch.delenv("ORGATLAS_CONTAINER", raising=False)

    refuse_open_address(host)


def test_the_container_may_listen_on_all_of_its_addresses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ORGATLAS_CONTAINER", "1")

    refuse_open_address("0.0.0.0")  # noqa: S104
