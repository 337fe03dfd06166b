"""The catalog: departments, strategies, indicators, people and what else a plan states."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

LEVELS = 5
"""How often one kind of thing is reached in the deepest query below: once on each level."""

if TYPE_CHECKING:
    from tests.api.conftest import Ask, RecordingStore


async def test_a_department_knows_its_place(ask: Ask) -> None:
    data = await ask("""{
      department(key: "central/vip") {
        name nameEn kind functions illustrative
        parent { name }
        ancestors { key }
        nearest: ancestors(maxDepth: 1) { key }
      }
      headquarters: department(key: "headquarters") { kind illustrative children { key } }
    }""")

    assert data == {
        "department": {
            "name": "华中大区 VIP客户部",
            "nameEn": "Central region VIP accounts",
            "kind": "DEPARTMENT",
            "functions": ["SALES", "RELATIONSHIP"],
            "illustrative": True,
            "parent": {"name": "华中大区 行业及大客户部"},
            "ancestors": [{"key": "central/accounts"}, {"key": "central"}, {"key": "headquarters"}],
            "nearest": [{"key": "central/accounts"}],
        },
        "headquarters": {
            "kind": "HEADQUARTERS",
            "illustrative": False,
            "children": [{"key": "central"}, {"key": "south"}, {"key": "accounts-division"}],
        },
    }


async def test_a_department_shows_what_it_is_for(ask: Ask) -> None:
    data = await ask("""{
      department(key: "strategic-accounts") {
        resources
        responsibilities { role responsibility { name step { ordinal strategy { key } } } }
        targets { value unit period certainty asWritten indicator { key } department { key } }
        indicators { key name }
        posts { key name functions department { key } }
        covers { territory { key } }
        sources { document section }
      }
    }""")

    assert data["department"] == {
        "resources": ["SALES"],
        "responsibilities": [
            {
                "role": "RESPONSIBLE",
                "responsibility": {
                    "name": "关系维系",
                    "step": {"ordinal": 3, "strategy": {"key": "strategic-account-strategy"}},
                },
            },
            {
                "role": "RESPONSIBLE",
                "responsibility": {
                    "name": "战略大客户的分析与选择",
                    "step": {"ordinal": 1, "strategy": {"key": "strategic-account-strategy"}},
                },
            },
        ],
        "targets": [
            {
                "value": None,
                "unit": "家",
                "period": "2026",
                "certainty": "UNCERTAIN",
                "asWritten": "20?",
                "indicator": {"key": "strategic-accounts-built"},
                "department": {"key": "strategic-accounts"},
            }
        ],
        "indicators": [{"key": "strategic-accounts-built", "name": "战略客户建设"}],
        "posts": [
            {
                "key": "grid-manager",
                "name": "电网客户经理",
                "functions": ["SALES", "RELATIONSHIP"],
                "department": {"key": "strategic-accounts"},
            }
        ],
        "covers": [],
        "sources": [{"document": "组织及计划", "section": "组织架构"}],
    }


async def test_coverage_is_seen_from_both_sides(ask: Ask) -> None:
    data = await ask("""{
      department(key: "guangzhou") {
        validFrom validUntil
        covers { validFrom validUntil territory { name parent { key } ancestors { key } } }
      }
      territory(key: "hubei") { children { key } coveredBy { validFrom department { key } } }
    }""")

    assert data == {
        "department": {
            "validFrom": "2026-03-01",
            "validUntil": None,
            "covers": [
                {
                    "validFrom": "2026-03-01",
                    "validUntil": None,
                    "territory": {
                        "name": "广州",
                        "parent": {"key": "guangdong"},
                        "ancestors": [{"key": "guangdong"}, {"key": "china"}],
                    },
                }
            ],
        },
        "territory": {
            "children": [{"key": "wuhan-city"}],
            "coveredBy": [
                {"validFrom": None, "department": {"key": "central"}},
                {"validFrom": None, "department": {"key": "wuhan"}},
            ],
        },
    }


async def test_a_strategy_has_its_steps_in_order_with_who_does_them(ask: Ask) -> None:
    data = await ask("""{
      strategy(key: "strategic-account-strategy") {
        kind purpose purposeEn parent { key } children { key kind }
        steps {
          ordinal name nameEn conditional condition
          responsibilities { role outside department { key } responsibility { key } }
        }
        splits { name basis shares { percent role function department { key } } }
      }
    }""")

    strategy = data["strategy"]
    assert strategy["kind"] == "STRATEGY"
    assert strategy["purpose"] == "在客户体系内扩展销售。"
    assert strategy["purposeEn"] == "Extend sales inside the account."
    assert strategy["parent"] is None
    assert strategy["children"] == [
        {"key": "strategic-account-activities", "kind": "COLLABORATION"}
    ]
    assert [
        (step["ordinal"], step["conditional"], step["condition"]) for step in strategy["steps"]
    ] == [
        (1, False, None),
        (2, True, "如果需要的话"),
        (3, False, None),
    ]
    assert strategy["steps"][0]["responsibilities"] == [
        {
            "role": "RESPONSIBLE",
            "outside": None,
            "department": {"key": "strategic-accounts"},
            "responsibility": {"key": "choosing-accounts"},
        }
    ]
    assert strategy["steps"][2]["responsibilities"][-1] == {
        "role": None,
        "outside": "客户",
        "department": None,
        "responsibility": {"key": "keeping-relationships"},
    }
    assert strategy["splits"] == [
        {
            "name": "合作项目分利原则",
            "basis": "REVENUE",
            "shares": [
                {"percent": 60, "role": "OWNER", "function": None, "department": None},
                {"percent": 15.5, "role": "SUPPORTER", "function": "PRESALES", "department": None},
                {
                    "percent": 24.5,
                    "role": None,
                    "function": None,
                    "department": {"key": "strategic-accounts"},
                },
            ],
        }
    ]


async def test_an_indicator_shows_targets_even_where_the_plan_has_a_question_mark(ask: Ask) -> None:
    data = await ask("""{
      indicator(key: "direct-revenue") {
        unit targets { value certainty asWritten department { key } }
      }
      stated: indicator(key: "strategic-accounts-built") { targets { value certainty } }
    }""")

    assert data["indicator"]["targets"] == [
        {
            "value": None,
            "certainty": "UNKNOWN",
            "asWritten": "?",
            "department": {"key": department},
        }
        for department in ("central/vip", "south/vip")
    ]
    assert {"value": 1, "certainty": "STATED"} in data["stated"]["targets"]


async def test_a_post_has_the_holder_of_the_day(ask: Ask) -> None:
    data = await ask("""{
      post(key: "grid-manager") {
        holder { name nameEn }
        before: holder(asOf: "2025-12-31") { name }
        later: holder(asOf: "2026-07-01") { name }
        holders { validFrom validUntil person { key } }
        limitedTo { kind key name nameEn }
      }
      empty: post(key: "south-presales") { holder { name } holders { validFrom } limitedTo { key } }
      person(key: "han-meimei") {
        posts { validFrom validUntil post { key } }
        today: posts(asOf: "2026-06-01") { post { key } }
      }
    }""")

    assert data == {
        "post": {
            "holder": {"name": "李雷", "nameEn": "Li Lei"},
            "before": None,
            "later": {"name": "韩梅梅"},
            "holders": [
                {
                    "validFrom": "2026-07-01",
                    "validUntil": None,
                    "person": {"key": "han-meimei"},
                },
                {
                    "validFrom": "2026-01-01",
                    "validUntil": "2026-07-01",
                    "person": {"key": "li-lei"},
                },
            ],
            "limitedTo": [
                {"kind": "CUSTOMER", "key": "grid", "name": "华夏电网", "nameEn": "Huaxia Grid"}
            ],
        },
        "empty": {"holder": None, "holders": [], "limitedTo": []},
        "person": {
            "posts": [
                {
                    "validFrom": None,
                    "validUntil": "2026-07-01",
                    "post": {"key": "hubei-vip-manager"},
                },
                {"validFrom": "2026-07-01", "validUntil": None, "post": {"key": "grid-manager"}},
            ],
            "today": [{"post": {"key": "hubei-vip-manager"}}],
        },
    }


async def test_the_plan_says_what_it_is_and_how_much_it_holds(ask: Ask) -> None:
    data = await ask("""{
      plan {
        key name nameEn organization validFrom validUntil revision loadedAt counts { kind count }
      }
    }""")

    plan = data["plan"]
    counts = {one["kind"]: one["count"] for one in plan.pop("counts")}
    assert plan.pop("loadedAt")
    assert plan == {
        "key": "small-plan",
        "name": "小计划",
        "nameEn": "A small plan",
        "organization": "示例软件公司",
        "validFrom": "2026-01-01",
        "validUntil": "2027-01-01",
        "revision": 1,
    }
    assert counts["CUSTOMER"] == 2
    assert counts["SUBSIDIARY"] == 6
    assert counts["STEP"] == 3


async def test_an_open_question_is_found_from_what_it_is_about(ask: Ask) -> None:
    questions = await ask(
        "{ openQuestions { totalCount nodes { id key assumption about { id } } } }"
    )
    [question] = questions["openQuestions"]["nodes"][:1]
    [about] = question["about"][:1]

    data = await ask(
        """query ($id: ID!) {
          node(id: $id) { id ... on Named { openQuestions { key about { node { key } } } } }
        }""",
        id=about["id"],
    )

    assert question["key"] in [one["key"] for one in data["node"]["openQuestions"]]


@pytest.mark.parametrize(
    "field",
    ["department", "person", "post", "industry", "territory", "strategy", "indicator"],
)
async def test_an_unknown_key_is_null(ask: Ask, field: str) -> None:
    data = await ask(f'{{ {field}(key: "没有") {{ key }} }}')

    assert data == {field: None}


async def test_every_node_comes_back_by_its_id(ask: Ask) -> None:
    listed = await ask("""{
      departments { nodes { id __typename } } people { nodes { id __typename } }
      industries { nodes { id __typename } } territories { nodes { id __typename } }
      strategies { nodes { id __typename steps { id __typename } } }
      indicators { nodes { id __typename } } openQuestions { nodes { id __typename } }
    }""")

    for connection in listed.values():
        for node in connection["nodes"]:
            data = await ask("query ($id: ID!) { node(id: $id) { id __typename } }", id=node["id"])
            assert data["node"] == {"id": node["id"], "__typename": node["__typename"]}


async def test_a_list_reads_each_thing_at_once_and_not_one_by_one(
    ask: Ask, recording: RecordingStore
) -> None:
    query = """query ($first: Int!) {
      departments(first: $first) {
        totalCount
        nodes {
          parent { key sources { section } } children { key } ancestors { key }
          responsibilities { role department { key } responsibility { name step { key } } }
          targets { indicator { key } } indicators { key } covers { territory { parent { key } } }
          posts { holder { name } holders { person { key } } limitedTo { name } department { key } }
          sources { section } openQuestions { about { name } }
        }
      }
    }"""

    data = await ask(query, first=30)

    assert len(data["departments"]["nodes"]) > 10
    reads = Counter(recording.read_names)
    assert max(reads.values()) <= LEVELS
    assert reads["departments/page_of_departments"] == 1
