"""Errors: a clear message with a code, and nothing of our insides."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any

import pytest

from api.apps import create_app
from api.schemas import OrgatlasSchema
from graph.errors import StoreUnavailable
from tests.api.conftest import client_over

if TYPE_CHECKING:
    import httpx

    from graph.cypher_files import Query, RowT

PLAN = "{ plan { key } }"


class FailingStore:
    """A store that fails in one way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        raise self.error


class SlowStore:
    """A store that never answers."""

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        await asyncio.sleep(3600)
        return []


async def test_our_own_mistakes_are_masked_and_the_log_has_them(
    caplog: pytest.LogCaptureFixture,
) -> None:
    async with client_over(FailingStore(RuntimeError("password=hunter2"))) as client:
        answer = await client.post("/graphql", json={"query": PLAN})

    [error] = answer.json()["errors"]
    assert "hunter2" not in answer.text
    assert error["extensions"]["code"] == "INTERNAL_SERVER_ERROR"
    assert error["extensions"]["id"] in error["message"]
    [record] = [one for one in caplog.records if one.levelno == logging.ERROR]
    assert error["extensions"]["id"] in record.getMessage()
    assert record.exc_info
    assert "hunter2" in str(record.exc_info[1])


async def test_a_database_that_is_away_is_said_so() -> None:
    failure = StoreUnavailable("Neo4j does not answer: secret-host:7687")
    async with client_over(FailingStore(failure)) as client:
        answer = await client.post("/graphql", json={"query": PLAN})

    [error] = answer.json()["errors"]
    assert error["extensions"] == {"code": "SERVICE_UNAVAILABLE"}
    assert "secret-host" not in answer.text


async def test_an_operation_ends_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(OrgatlasSchema, "seconds", 0.05)
    async with client_over(SlowStore()) as client:
        answer = await client.post("/graphql", json={"query": PLAN})

    body = answer.json()
    assert body["data"] is None
    [error] = body["errors"]
    assert error["extensions"] == {"code": "TIMEOUT"}


@pytest.mark.parametrize(
    ("query", "variables", "code"),
    [
        ("{ plan { key ", {}, "GRAPHQL_PARSE_FAILED"),
        ("{ nothingLikeThis }", {}, "GRAPHQL_VALIDATION_FAILED"),
        ("{ departments(first: true) { totalCount } }", {}, "GRAPHQL_VALIDATION_FAILED"),
        (
            '{ person(key: "li-lei") { posts(asOf: "tomorrow") { validFrom } } }',
            {},
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            'query ($day: Date) { person(key: "li-lei") { posts(asOf: $day) { validFrom } } }',
            {"day": "2026-02-30"},
            "BAD_USER_INPUT",
        ),
        ("query ($key: ID!) { person(key: $key) { name } }", {}, "BAD_USER_INPUT"),
        ('{ node(id: "%%%") { id } }', {}, "BAD_USER_INPUT"),
        ('{ node(id: "5Zu9") { id } }', {}, "BAD_USER_INPUT"),
        (
            '{ department(key: "central") { ancestors(maxDepth: 0) { key } } }',
            {},
            "BAD_USER_INPUT",
        ),
    ],
)
async def test_every_error_has_a_code(
    client: httpx.AsyncClient, query: str, variables: dict[str, Any], code: str
) -> None:
    answer = await client.post("/graphql", json={"query": query, "variables": variables})

    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == code
    assert "inside Orgatlas" not in error["message"]


def test_an_application_needs_no_store_to_be_made() -> None:
    def never() -> Any:
        raise AssertionError

    assert create_app(never).title == "Orgatlas"
