"""Limits: an operation that asks for too much is refused before it reads anything."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from graphql import get_introspection_query

from api.guards import BODY_BYTES
from api.limits import ALIASES, DEEPEST, TOKENS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from tests.api.conftest import RecordingStore


def nested(levels: int) -> str:
    """Return a query of one field inside the other."""
    return '{ department(key: "x") ' + "{ parent " * levels + "{ key }" + " }" * (levels + 1)


def fragments(count: int) -> str:
    """Return a query whose fragments spread the next one twice, again and again."""
    query = "{ plan { ...f0 } } "
    for number in range(count):
        inner = f"...f{number + 1} ... on Plan {{ ...f{number + 1} }}"
        query += f"fragment f{number} on Plan {{ {inner} }} "
    return query + f"fragment f{count} on Plan {{ a: key b: key c: key d: key e: key }}"


TOO_MUCH = {
    "deep": nested(DEEPEST),
    "aliases": "{" + " ".join(f"a{n}: plan {{ key }}" for n in range(ALIASES + 1)) + "}",
    "tokens": "{ plan {" + " key" * TOKENS + "} }",
    "nested pages": "{ departments(first: 100) { nodes { children { children { children { key } } "
    "} } } }",
    "nested lists": "{ departments { edges { node { children { parent { children { children "
    "{ children { key } } } } } } } } }",
    "fragments": fragments(40),
    "introspection": "{ __schema { types { fields { type { fields { type { fields { name } } } "
    "} } } } }",
}


@pytest.mark.parametrize("query", TOO_MUCH.values(), ids=TOO_MUCH.keys())
async def test_too_much_is_refused_before_anything_is_read(
    client: httpx.AsyncClient, recording: RecordingStore, query: str
) -> None:
    answer = await client.post("/graphql", json={"query": query})

    errors = answer.json()["errors"]
    assert recording.read_names == []
    assert {error["extensions"]["code"] for error in errors} <= {
        "LIMIT_EXCEEDED",
        "GRAPHQL_VALIDATION_FAILED",
    }


async def test_a_page_size_in_a_variable_counts_too(
    client: httpx.AsyncClient, recording: RecordingStore
) -> None:
    query = """query ($first: Int!) {
      departments(first: $first) { nodes { children { children { key } } targets { key } } }
    }"""

    small = await client.post("/graphql", json={"query": query, "variables": {"first": 5}})
    recording.read_names.clear()
    large = await client.post("/graphql", json={"query": query, "variables": {"first": 10**6}})

    assert "errors" not in small.json()
    assert large.json()["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"
    assert recording.read_names == []


async def test_ordinary_questions_and_introspection_pass(client: httpx.AsyncClient) -> None:
    for query in (
        nested(DEEPEST - 3),
        get_introspection_query(),
        "{ strategies { nodes { steps { responsibilities { department { name } } } } } }",
        "{ departments(first: 50) { nodes { children { posts { holder { name } } } } } }",
    ):
        answer = await client.post("/graphql", json={"query": query})
        assert "errors" not in answer.json(), query


async def test_a_large_body_is_refused(client: httpx.AsyncClient) -> None:
    async def parts() -> AsyncIterator[bytes]:
        yield b'{"query": "'
        for _ in range(BODY_BYTES // 1000):
            yield b" " * 1000
        yield b'{ plan { key } }"}'

    declared = await client.post("/graphql", json={"query": " " * BODY_BYTES})
    streamed = await client.post(
        "/graphql", content=parts(), headers={"content-type": "application/json"}
    )

    for answer in (declared, streamed):
        assert answer.status_code == 413
        assert answer.json()["errors"][0]["extensions"]["code"] == "LIMIT_EXCEEDED"


@pytest.mark.parametrize(
    "body", [[{"query": "{ plan { key } }"}] * 2, {"operations": "{}"}, "text", 5, None]
)
async def test_anything_but_one_operation_is_refused(
    client: httpx.AsyncClient, recording: RecordingStore, body: Any
) -> None:
    answer = await client.post("/graphql", json=body)

    assert answer.status_code == 400
    assert recording.read_names == []
