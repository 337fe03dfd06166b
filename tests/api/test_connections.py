"""Connections: pages that meet without gaps or repeats, and clear errors for bad arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    import httpx

    from tests.api.conftest import Ask

PAGE = """query ($first: Int!, $after: String, $orderBy: NamedOrder!) {
  departments(first: $first, after: $after, orderBy: $orderBy) {
    totalCount
    edges { cursor node { key name nameEn } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}"""
SORTED_BY = {"NAME": "name", "NAME_EN": "nameEn", "KEY": "key"}


@pytest.mark.parametrize(
    "order", ["NAME", "NAME_DESC", "NAME_EN", "NAME_EN_DESC", "KEY", "KEY_DESC"]
)
@pytest.mark.parametrize("first", [3, 100])
async def test_pages_meet_without_gaps_or_repeats(ask: Ask, order: str, first: int) -> None:
    nodes: list[dict[str, Any]] = []
    after = None
    while True:
        data = await ask(PAGE, first=first, after=after, orderBy=order)
        page = data["departments"]
        nodes += [edge["node"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] == (after is not None)
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break

    value = SORTED_BY[order.removesuffix("_DESC")]
    expected = sorted(
        nodes, key=lambda node: (node[value], node["key"]), reverse=order.endswith("_DESC")
    )
    assert nodes == expected
    assert len({node["key"] for node in nodes}) == len(nodes) == page["totalCount"]


@pytest.mark.parametrize(
    ("field", "filter_", "keys"),
    [
        ("departments", "{kinds: [REGION]}", ["central", "south"]),
        ("departments", '{parent: "accounts-division"}', ["strategic-accounts"]),
        ("departments", '{nameContains: "战略大"}', ["strategic-accounts"]),
        ("departments", '{nameContains: "STRATEGIC"}', ["strategic-accounts"]),
        ("departments", "{kinds: []}", []),
        ("industries", "{outermost: true}", ["energy", "tobacco"]),
        ("industries", "{outermost: false}", ["power"]),
        ("industries", '{parent: "energy"}', ["power"]),
        ("territories", '{parent: "hubei"}', ["wuhan-city"]),
        ("people", '{nameContains: "雷"}', ["li-lei"]),
        ("strategies", "{kinds: [COLLABORATION]}", ["strategic-account-activities"]),
        ("indicators", '{nameContains: "直销"}', ["direct-revenue"]),
        ("openQuestions", '{nameContains: "没有这样的问题"}', []),
    ],
)
async def test_a_filter_keeps_what_passes(
    ask: Ask, field: str, filter_: str, keys: list[str]
) -> None:
    query = f"{{ {field}(filter: {filter_}, orderBy: KEY) {{ totalCount nodes {{ key }} }} }}"

    data = await ask(query)

    assert data[field] == {"totalCount": len(keys), "nodes": [{"key": key} for key in keys]}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("first: 0", "from 1 to 100"),
        ("first: 101", "from 1 to 100"),
        ("first: -1", "from 1 to 100"),
        ('after: "nonsense"', "no cursor"),
        ('after: "国"', "no cursor"),
        ('after: ""', "no cursor"),
        ('after: "W10="', "another list or order"),
        ('after: "eyJhIjoxfQ=="', "another list or order"),
    ],
)
async def test_bad_arguments_are_said_clearly(
    client: httpx.AsyncClient, arguments: str, message: str
) -> None:
    query = f"{{ departments({arguments}) {{ nodes {{ key }} }} }}"

    answer = await client.post("/graphql", json={"query": query})

    [error] = answer.json()["errors"]
    assert message in error["message"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_cursor_is_of_one_order_only(client: httpx.AsyncClient, ask: Ask) -> None:
    data = await ask(PAGE, first=2, orderBy="NAME")
    cursor = data["departments"]["pageInfo"]["endCursor"]

    answer = await client.post(
        "/graphql",
        json={"query": PAGE, "variables": {"first": 2, "after": cursor, "orderBy": "KEY"}},
    )

    [error] = answer.json()["errors"]
    assert "another list or order" in error["message"]
