"""Every day is answered from the plan that was, is or will be in force then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.api.conftest import RecordingStore

if TYPE_CHECKING:
    import httpx

    from graph.store import Store
    from tests.api.conftest import Ask

ONE = """
    query($asOf: Date) { subsidiary(key: "grid-hubei", asOf: $asOf) {
        name territory { name } parent { key } children { name }
        owner { department { key name } explanation { rule text source { name } }
                posts { name holder { name } } }
        whyNot(department: "central/vip") { kind }
    } }
"""


@pytest.fixture
async def recording(next_graph: Store) -> RecordingStore:
    """The plan of this year, and the next one's, in one graph; today is in this year."""
    return RecordingStore(next_graph)


async def test_a_plan_that_starts_later_changes_nothing_today(ask: Ask) -> None:
    data = await ask("""{
        plan { key }
        subsidiary(key: "grid-tibet") { name }
        new: subsidiary(key: "grid-new") { name }
        hubei: subsidiary(key: "grid-hubei") { name owner { department { key name } } }
        search(text: "新公司") { key }
        subsidiaries { totalCount }
    }""")

    assert data == {
        "plan": {"key": "small-plan"},
        "subsidiary": {"name": "华夏电网西藏公司"},
        "new": None,
        "hubei": {
            "name": "华夏电网湖北公司",
            "owner": {"department": {"key": "central/vip", "name": "华中大区 VIP客户部"}},
        },
        "search": [],
        "subsidiaries": {"totalCount": 6},
    }


async def test_all_that_hangs_on_a_thing_is_of_the_day_it_was_asked_for(ask: Ask) -> None:
    last_day = (await ask(ONE, asOf="2026-12-31"))["subsidiary"]
    first_day = (await ask(ONE, asOf="2027-01-01"))["subsidiary"]

    assert last_day["name"] == "华夏电网湖北公司"
    assert last_day["territory"] == {"name": "湖北"}
    assert last_day["children"] == [{"name": "华夏电网武汉供电局"}]
    assert last_day["owner"]["department"]["key"] == "central/vip"
    assert last_day["owner"]["explanation"]["rule"] == "strategic-second-level"
    assert last_day["owner"]["posts"] == [{"name": "湖北VIP客户经理", "holder": None}]
    assert last_day["whyNot"] == {"kind": "IS_OWNER"}
    assert first_day["name"] == "新华夏电网湖北公司"
    assert first_day["territory"] == {"name": "新湖北"}
    assert [child["name"] for child in first_day["children"]] == [
        "华夏电网新公司",
        "新华夏电网武汉供电局",
        "新金叶酒店",
    ]
    assert first_day["owner"]["department"]["name"] == "新战略大客户部"
    assert "新战略大客户部" not in last_day["owner"]["explanation"]["text"]
    assert first_day["owner"]["explanation"]["source"]["name"].startswith("新")
    assert first_day["owner"]["posts"] == [
        {"name": "新电网客户经理", "holder": {"name": "新韩梅梅"}}
    ]


async def test_a_field_can_be_of_another_day_than_its_object(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-hubei") {
            name
            owner(asOf: "2027-01-01") { department { name } }
            coverage(functions: [SALES], asOf: "2027-01-01") { owner { department { name } } }
        }
        later: department(key: "strategic-accounts", asOf: "2027-06-01") {
            name now: owns(asOf: "2026-06-01") { nodes { name } } owns { nodes { key name } }
        }
        person(key: "li-lei") {
            posts { post { key } } later: posts(asOf: "2027-06-01") { post { key } }
        }
    }""")

    then = {"department": {"name": "新战略大客户部"}}
    assert data["subsidiary"] == {
        "name": "华夏电网湖北公司",
        "owner": then,
        "coverage": [{"owner": then}],
    }
    assert data["later"]["name"] == "新战略大客户部"
    assert [node["name"] for node in data["later"]["now"]["nodes"]] == [
        "华夏电网",
        "华夏电网广东公司",
    ]
    assert {node["name"][0] for node in data["later"]["owns"]["nodes"]} <= {"新", "华"}
    assert "grid-hubei" in {node["key"] for node in data["later"]["owns"]["nodes"]}
    assert data["person"] == {"posts": [{"post": {"key": "grid-manager"}}], "later": []}


async def test_an_account_that_is_gone_is_null_and_in_no_list(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-tibet", asOf: "2027-01-01") { name }
        node(id: "U3Vic2lkaWFyeTpncmlkLXRpYmV0", asOf: "2027-01-01") { id }
        now: node(id: "U3Vic2lkaWFyeTpncmlkLXRpYmV0") { id }
        search(text: "西藏公司", asOf: "2027-01-01") { key }
        customer(key: "grid", asOf: "2027-01-01") { children { key } }
        coverageGaps(asOf: "2027-01-01", first: 100) { totalCount nodes { account { key } } }
        openQuestions(asOf: "2027-01-01") { totalCount }
        tibet: subsidiary(key: "grid-tibet") {
            owner(asOf: "2027-01-01") { via }
            supporters(asOf: "2027-01-01") { via }
            coverage(asOf: "2027-01-01") { status }
        }
    }""")

    assert data["subsidiary"] is None
    assert data["node"] is None
    assert data["now"] is not None
    assert data["search"] == []
    assert data["customer"] == {"children": [{"key": "grid-guangdong"}, {"key": "grid-hubei"}]}
    gaps = data["coverageGaps"]
    assert gaps["totalCount"] == len(gaps["nodes"]) > 0
    assert "grid-tibet" not in {gap["account"]["key"] for gap in gaps["nodes"]}
    assert data["openQuestions"] == {"totalCount": 0}
    assert data["tibet"] == {"owner": None, "supporters": [], "coverage": []}


async def test_why_not_is_refused_for_a_day_without_the_account(client: httpx.AsyncClient) -> None:
    answer = await client.post(
        "/graphql",
        json={
            "query": """{ subsidiary(key: "grid-tibet") {
                whyNot(department: "central/vip", asOf: "2027-01-01") { kind } } }"""
        },
    )

    [error] = answer.json()["errors"]
    assert error["message"] == "`grid-tibet` is not there on 2027-01-01: ask for another day."


async def test_things_are_found_by_the_name_they_have_on_the_day(ask: Ask) -> None:
    data = await ask("""{
        old: search(text: "华夏电网湖北公司") { key name }
        new: search(text: "新华夏电网湖北公司", asOf: "2027-01-01") { key name node { id } }
        early: search(text: "新华夏电网湖北公司") { key }
        departments(filter: {nameContains: "新"}) { totalCount }
        later: departments(filter: {nameContains: "新"}, asOf: "2027-01-01", first: 1) {
            totalCount nodes { name parent { name } }
        }
    }""")

    assert data["old"] == [{"key": "grid-hubei", "name": "华夏电网湖北公司"}]
    assert [(one["key"], one["name"]) for one in data["new"]] == [
        ("grid-hubei", "新华夏电网湖北公司")
    ]
    assert data["early"] == []
    assert data["departments"] == {"totalCount": 0}
    assert data["later"]["totalCount"] > 1
    assert data["later"]["nodes"][0]["name"].startswith("新")


async def test_days_of_one_version_are_asked_together(ask: Ask, recording: RecordingStore) -> None:
    await ask("""{
        a: subsidiary(key: "grid-hubei", asOf: "2026-02-01") { name }
        b: subsidiary(key: "grid-wuhan", asOf: "2026-12-01") { name }
        c: subsidiary(key: "grid-wuhan", asOf: "2027-02-01") { name }
    }""")

    assert sorted(recording.read_names) == [
        "accounts/accounts_by_key",
        "accounts/accounts_by_key",
        "plans/timeline",
    ]


async def test_nothing_is_read_of_the_timeline_where_nothing_is_read(
    ask: Ask, recording: RecordingStore
) -> None:
    await ask("{ __typename }")

    assert recording.read_names == []


async def test_a_rule_book_is_read_once_however_many_ask_first(
    ask: Ask, recording: RecordingStore
) -> None:
    await ask("""{
        subsidiaries { nodes { owner { via } later: owner(asOf: "2027-02-01") { via } } }
    }""")

    assert recording.read_names.count("ownership/book_rules") == 2
