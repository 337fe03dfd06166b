"""Who owns a subsidiary, who supports it, and why: the schema over the plan of seed/plans."""

from __future__ import annotations

from contextlib import asynccontextmanager
from datetime import date
from typing import TYPE_CHECKING, Any

import httpx
import pytest

from api.apps import create_app
from graph.model.keys import AccountKey
from graph.model.vocabularies import Function
from graph.ownership.answers import Status
from graph.ownership.books import RuleBook
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from tests.api.conftest import RecordingStore

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask

NOW = date(2026, 11, 24)


@pytest.fixture
async def recording(real_graph: Store) -> RecordingStore:
    return RecordingStore(real_graph)


@pytest.fixture
async def client(recording: RecordingStore) -> AsyncIterator[httpx.AsyncClient]:
    @asynccontextmanager
    async def given() -> AsyncGenerator[Any]:
        yield recording

    app = create_app(given, today=lambda: NOW)
    transport = httpx.ASGITransport(app)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=transport, base_url="http://testserver") as one,
    ):
        yield one


async def test_an_answer_has_owner_supporters_posts_and_an_explained_source(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-hubei") {
            name level customer { key } parent { key } territory { key } industry { key }
            owner {
                department { key } role function via share validFrom validUntil
                posts { key holder { name } }
                explanation { rule exception source { section } beaten { rule } }
            }
            supporters(functions: [PRESALES, SALES_SUPPORT]) { function department { key } }
        }
    }""")

    found = data["subsidiary"]
    owner = found.pop("owner")
    assert found == {
        "name": "中联电网湖北公司",
        "level": 2,
        "customer": {"key": "grid"},
        "parent": None,
        "territory": {"key": "hubei"},
        "industry": {"key": "power"},
        "supporters": [
            {"function": "PRESALES", "department": {"key": "central-region/presales"}},
            {"function": "SALES_SUPPORT", "department": {"key": "sales-support"}},
        ],
    }
    assert owner["department"] == {"key": "central-region/vip"}
    assert (owner["role"], owner["function"], owner["via"]) == ("OWNER", "SALES", "INHERITED")
    assert [post["key"] for post in owner["posts"]] == [
        "central-power-vip-manager",
        "central-vip-manager",
    ]
    assert all(post["holder"] for post in owner["posts"])
    assert owner["explanation"] == {
        "rule": "strategic-second-level-sales",
        "exception": None,
        "source": {"section": "组织架构 · 大区：行业及大客户部"},
        "beaten": [{"rule": "branch-vip-sales"}],
    }


async def test_an_explanation_calls_a_specialty_by_its_name(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-hubei") { owner { explanation { text chinese: text(language: ZH) } } }
    }""")

    explanation = data["subsidiary"]["owner"]["explanation"]
    assert "its department for “VIP accounts (VIP客户)”" in explanation["text"]
    assert "负责“VIP客户（VIP accounts）”的部门" in explanation["chinese"]


async def test_an_exception_answers_until_the_day_it_ends(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-zhejiang") {
            last: owner(asOf: "2027-03-31") {
                department { key } via share validUntil explanation { exception }
            }
            after: owner(asOf: "2027-04-01") { department { key } via explanation { rule } }
        }
    }""")

    assert data["subsidiary"] == {
        "last": {
            "department": {"key": "hangzhou-branch/accounts"},
            "via": "EXPLICIT",
            "share": 60.0,
            "validUntil": "2027-04-01",
            "explanation": {"exception": "grid-zhejiang-handover"},
        },
        "after": {
            "department": {"key": "east-region/vip"},
            "via": "INHERITED",
            "explanation": {"rule": "strategic-second-level-sales"},
        },
    }


async def test_a_post_shows_who_held_it_on_the_day_asked_about(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "jinsui-hubei") {
            before: owner(asOf: "2026-06-30") { posts { holder { key } } }
            after: owner(asOf: "2026-07-01") { posts { holder { key } } }
        }
    }""")

    [before], [after] = data["subsidiary"]["before"]["posts"], data["subsidiary"]["after"]["posts"]
    assert before["holder"] != after["holder"]


@pytest.mark.parametrize(
    ("account", "status", "candidates", "says"),
    [
        ("grid-xizang", "VACANT", [], "no region covers Tibet"),
        (
            "grid-xinjiang",
            "CONFLICT",
            ["northwest-region/large-projects", "northwest-region/vip"],
            "in conflict",
        ),
        ("zhongzhu-hotels", "DELIBERATELY_VACANT", [], "on purpose"),
    ],
)
async def test_an_account_without_an_owner_says_why(
    ask: Ask, account: str, status: str, candidates: list[str], says: str
) -> None:
    data = await ask(
        """query($key: ID!) { subsidiary(key: $key) { owner { via } coverage(functions: [SALES]) {
            function status owner { via } candidates { department { key } } reason
            inChinese: reason(language: ZH)
        } } }""",
        key=account,
    )

    [coverage] = data["subsidiary"]["coverage"]
    assert data["subsidiary"]["owner"] is None
    assert (coverage["function"], coverage["status"], coverage["owner"]) == ("SALES", status, None)
    assert [one["department"]["key"] for one in coverage["candidates"]] == candidates
    assert says in coverage["reason"]
    assert coverage["inChinese"] != coverage["reason"]


async def test_why_not_is_answered_for_a_department_that_does_not_own(ask: Ask) -> None:
    data = await ask("""{
        subsidiary(key: "grid-hubei") { whyNot(department: "strategic-accounts") { kind text } }
    }""")

    answer = data["subsidiary"]["whyNot"]
    assert answer["kind"] == "CONDITION_FAILS"
    assert "level" in answer["text"]


async def test_why_not_says_that_a_department_is_not_there_beside_the_owner(ask: Ask) -> None:
    data = await ask("""{ subsidiary(key: "grid-hubei") {
        owner { department { key } } whyNot(department: "nobody") { kind text beaten { rule } }
    } }""")

    answer = data["subsidiary"]["whyNot"]
    assert data["subsidiary"]["owner"] == {"department": {"key": "central-region/vip"}}
    assert (answer["kind"], answer["beaten"]) == ("DEPARTMENT_UNKNOWN", [])
    assert answer["text"].startswith("nobody is not a department of the plan.")
    assert "华中大区 VIP客户部" in answer["text"]


async def test_unknown_keys_are_null(ask: Ask) -> None:
    data = await ask("""{
        customer(key: "grid-hubei") { name } subsidiary(key: "grid") { name }
        nobody: subsidiary(key: "nobody") { name }
    }""")

    assert data == {"customer": None, "subsidiary": None, "nobody": None}


async def test_departments_hold_what_the_resolver_gives_them(ask: Ask, real_plan: Plan) -> None:
    """The edges in the graph and the resolver tell the same, for each department and day."""
    resolver = Resolver(RuleBook.from_plan(real_plan))
    facts = facts_of_plan(real_plan)
    for day in (date(2026, 3, 15), NOW, date(2027, 4, 1)):
        answers = {
            key: resolver.answer(one, Function.SALES, day, key) for key, one in facts.items()
        }
        for department in ("central-region/vip", "strategic-accounts", "hangzhou-branch/accounts"):
            data = await ask(
                """query($key: ID!, $day: Date!) { department(key: $key) {
                    owns(first: 100, asOf: $day) { totalCount nodes { key } }
                    supports(function: SALES, first: 100, asOf: $day) { totalCount }
                } }""",
                key=department,
                day=day.isoformat(),
            )

            owned = {
                key
                for key, answer in answers.items()
                if answer.owner and answer.owner.department == department
            }
            supported = [
                key
                for key, answer in answers.items()
                if department in [one.department for one in answer.supporters]
            ]
            owns = data["department"]["owns"]
            assert {AccountKey(node["key"]) for node in owns["nodes"]} == owned
            assert owns["totalCount"] == len(owned)
            assert data["department"]["supports"]["totalCount"] == len(supported)


async def test_gaps_are_those_the_resolver_finds(ask: Ask, real_plan: Plan) -> None:
    resolver = Resolver(RuleBook.from_plan(real_plan))
    expected = {
        (key, answer.function.name, answer.status.name)
        for key, facts in facts_of_plan(real_plan).items()
        for answer in resolver.answers(facts, None, NOW, key).values()
        if answer.status is not Status.ASSIGNED
    }

    found: list[tuple[str, str, str]] = []
    after, total = None, -1
    for _ in range(20):
        data = await ask(
            """query($after: String) { coverageGaps(first: 5, after: $after) {
                totalCount
                nodes { account { key } coverage { function status } }
                pageInfo { hasNextPage endCursor }
            } }""",
            after=after,
        )
        gaps = data["coverageGaps"]
        found += [
            (one["account"]["key"], one["coverage"]["function"], one["coverage"]["status"])
            for one in gaps["nodes"]
        ]
        after, total = gaps["pageInfo"]["endCursor"], gaps["totalCount"]
        if not gaps["pageInfo"]["hasNextPage"]:
            break

    assert len(found) == len(set(found)) == total
    assert set(found) == expected


async def test_gaps_can_be_asked_for_by_kind(ask: Ask) -> None:
    data = await ask("""{
        coverageGaps(kinds: [CONFLICT]) { nodes { account { name } coverage { status } } }
    }""")

    assert data["coverageGaps"]["nodes"] == [
        {"account": {"name": "中联电网新疆公司"}, "coverage": {"status": "CONFLICT"}}
    ]


async def test_no_kinds_of_gaps_give_no_gaps(ask: Ask) -> None:
    data = await ask("{ coverageGaps(kinds: []) { totalCount nodes { account { key } } } }")

    assert data["coverageGaps"] == {"totalCount": 0, "nodes": []}


async def test_statements_do_not_grow_with_the_accounts(
    ask: Ask, recording: RecordingStore
) -> None:
    query = """query($first: Int!) { subsidiaries(first: $first) { nodes {
        name customer { name } territory { name } industry { name }
        owner { department { name parent { name } } posts { name holder { name } }
                explanation { text source { document } beaten { reason } } }
        supporters { department { name } posts { name holder { name } } }
        coverage { status candidates { department { name } } reason }
    } } }"""
    await ask(query, first=1)

    recording.read_names.clear()
    await ask(query, first=1)
    for_one = sorted(recording.read_names)
    recording.read_names.clear()
    await ask(query, first=60)
    for_sixty = sorted(recording.read_names)

    assert for_sixty == for_one
    assert len(for_one) <= 13  # one of them is the look at the timeline


async def test_subsidiaries_are_filtered_by_what_lies_inside(ask: Ask) -> None:
    data = await ask("""{
        subsidiaries(filter: {customer: "grid", territory: "central-area", levels: [2]}) {
            totalCount nodes { key }
        }
        customers(filter: {tiers: [STRATEGIC]}, orderBy: KEY) { nodes { key } }
    }""")

    assert data["subsidiaries"]["totalCount"] == 3
    assert {one["key"] for one in data["subsidiaries"]["nodes"]} == {
        "grid-hubei",
        "grid-hunan",
        "grid-henan",
    }
    assert [one["key"] for one in data["customers"]["nodes"]] == [
        "beiye",
        "grid",
        "jinsui",
        "zhongzhu",
    ]


async def test_a_new_plan_is_answered_from_at_once(
    ask: Ask, recording: RecordingStore, small_plan: Plan
) -> None:
    from seed.loading.loads import load_plan  # noqa: PLC0415
    from tests.loads import MAY_END_ALL  # noqa: PLC0415

    await ask('{ subsidiary(key: "grid-hubei") { owner { via } } }')

    await load_plan(recording.store, small_plan, options=MAY_END_ALL)

    data = await ask("""{
        subsidiary(key: "grid-hubei") { owner { explanation { rule } department { key } } }
    }""")
    assert data["subsidiary"]["owner"] == {
        "explanation": {"rule": "strategic-second-level"},
        "department": {"key": "central/vip"},
    }
