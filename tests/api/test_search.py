"""Search: Chinese by any part, English by how words begin, exact matches first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.queries.searches import NOTHING, full_text_query

if TYPE_CHECKING:
    import httpx

    from tests.api.conftest import Ask

SEARCH = "query ($text: String!) { search(text: $text, first: 20) { kind key name nameEn id } }"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("华夏电网", "grid"),
        ("夏电", "grid"),
        ("网", "grid"),
        ("武汉 电网", "grid-wuhan"),
        ("huaxia gri", "grid"),
        ("HUAXIA", "grid"),
        ("Guangdong", "grid-guangdong"),
        ("VIP客户", "central/vip"),
        ("李", "li-lei"),
        ("lei", "li-lei"),
        ("伙伴", "strategic-account-strategy/2"),
        ("组织架构", "deck-organization"),
        ("Organiz", "deck-organization"),
        ("leave the hotel alone", None),
        ("国家", None),
        ("网电夏华", None),
    ],
)
async def test_a_name_is_found_by_its_parts(ask: Ask, text: str, found: str | None) -> None:
    data = await ask(SEARCH, text=text)

    keys = [one["key"] for one in data["search"]]
    assert found in keys if found else keys == []


async def test_exactly_that_key_or_name_comes_first(ask: Ask) -> None:
    by_key = await ask(SEARCH, text="grid")
    by_name = await ask(SEARCH, text="华夏电网")
    by_english_name = await ask(SEARCH, text="huaxia grid")

    assert by_key["search"][0]["key"] == "grid"
    assert by_name["search"][0]["name"] == "华夏电网"
    assert by_english_name["search"][0]["key"] == "grid"


async def test_a_found_thing_leads_to_itself(ask: Ask) -> None:
    data = await ask("""{
      search(text: "战略大客户部") {
        kind key node { __typename name ... on Department { kind parent { key } } }
      }
    }""")

    assert data["search"][0] == {
        "kind": "DEPARTMENT",
        "key": "strategic-accounts",
        "node": {
            "__typename": "Department",
            "name": "战略大客户部",
            "kind": "DEPARTMENT",
            "parent": {"key": "accounts-division"},
        },
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "*",
        "?",
        '"',
        "(",
        "[x TO",
        "a AND",
        "NOT",
        "~",
        "name:*",
        "\\",
        "/.*/",
        "国*)",
        "&&",
    ],
)
async def test_no_text_is_syntax(client: httpx.AsyncClient, text: str) -> None:
    answer = await client.post("/graphql", json={"query": SEARCH, "variables": {"text": text}})

    assert "errors" not in answer.json()


@pytest.mark.parametrize("arguments", ['text: "x", first: 0', 'text: "x", first: 101'])
async def test_first_has_bounds(client: httpx.AsyncClient, arguments: str) -> None:
    answer = await client.post("/graphql", json={"query": f"{{ search({arguments}) {{ key }} }}"})

    [error] = answer.json()["errors"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert "from 1 to 100" in error["message"]


def test_a_text_becomes_words_that_must_all_be_there() -> None:
    assert full_text_query("电网 of State") == '"电网" AND (state OR state*)'
    assert full_text_query("of") == "(of OR of*)"
    assert full_text_query("网") == "(网 OR 网* OR *网)"
    assert full_text_query("VIP客户") == '(vip OR vip*) AND "客户"'
    assert full_text_query("-- ??") == NOTHING
