"""Scenarios: what they would do, counted first and named then, without touching the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.reorganization.documents import scenario_of
from graph.versions.applying import applied
from graph.versions.lifecycles import approved, checked
from tests.api.conftest import RecordingStore, asking, client_over
from tests.api.scenarios import DISSOLVE, MERGE, TARGET, TRANSFER, document

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    import httpx

    from graph.store import Store
    from tests.api.conftest import Ask

ACCOUNTS = """query($first: Int!, $after: String, $filter: AccountChangeFilter) {
    scenario(key: "one-region") { impact {
        accounts(first: $first, after: $after, filter: $filter) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes {
                account name function turns operation op
                before { status supporters { department } explanation }
                after { status supporters { department } explanation(language: ZH) }
            }
        }
    } }
}"""


async def all_pages(
    page_of: Callable[[str | None], Awaitable[dict[str, Any]]],
) -> tuple[list[dict[str, Any]], int]:
    """Return the entries of all pages of a list, and how many it says it has."""
    page = await page_of(None)
    found = [*page["nodes"]]
    while page["pageInfo"]["hasNextPage"]:
        page = await page_of(page["pageInfo"]["endCursor"])
        found += page["nodes"]
    return found, page["totalCount"]


@pytest.fixture
async def kept(small_graph: Store) -> Store:
    """The small plan, and a scenario that merges its regions and moves a target."""
    await checked(small_graph, scenario_of(document(MERGE, TARGET)), "Ann")
    return small_graph


@pytest.fixture
async def recording(kept: Store) -> RecordingStore:
    return RecordingStore(kept)


async def test_a_scenario_shows_what_is_done_and_how_far_it_is(ask: Ask) -> None:
    data = await ask("""{ scenarios {
        key name nameEn author approver why effective base state revision operationCount
        operations { number op why document }
        changes { step number op who what why revision scenario { key } }
    } }""")

    [found] = data["scenarios"]
    assert found == {
        "key": "one-region",
        "name": "合并大区",
        "nameEn": "One region",
        "author": "Ann",
        "approver": None,
        "why": None,
        "effective": "2026-04-01",
        "base": 1,
        "state": "CHECKED",
        "revision": None,
        "operationCount": 2,
        "operations": [
            {"number": 1, "op": MERGE["op"], "why": MERGE["why"], "document": MERGE},
            {"number": 2, "op": TARGET["op"], "why": None, "document": TARGET},
        ],
        "changes": [
            {
                "step": "CHECKED",
                "number": None,
                "op": None,
                "who": "Ann",
                "what": "2 operations on revision 1",
                "why": None,
                "revision": None,
                "scenario": {"key": "one-region"},
            }
        ],
    }


async def test_a_key_that_no_scenario_has_gives_null(ask: Ask) -> None:
    for key in ("nothing", "one-region'", '"}) { x', "", "区", "a" * 5_000):
        assert await ask("query($key: ID!) { scenario(key: $key) { key } }", key=key) == {
            "scenario": None
        }


async def test_the_impact_is_counted_and_summed_up(ask: Ask) -> None:
    data = await ask("""{ scenario(key: "one-region") { impact {
        revision day mayBeApplied
        counts {
            refusals missing accounts moved departments regions keyAccounts industries
            indicators posts people shapes
        }
        totals { turn accounts } byOperation { operation op changes }
        moved {
            turn function operation op accounts
            before { department name } after { department nameEn }
        }
        byDepartment { department name gives takes other } byRegion { department other }
        byKeyAccount { key name changes } byIndustry { key name changes }
        scattered { customer name ownersBefore ownersAfter presalesGapsBefore presalesGapsAfter }
        refusals { what } missing { what }
        posts { post before after people } people { person } shapes { department spanAfter }
        emptyUnits { key appears } danglingExceptions { key } redundantExceptions { key }
        orphanedDuties { key } unaccountableSteps { key }
        summary { weight text } zh: summary(language: ZH) { weight text }
    } } }""")

    found = data["scenario"]["impact"]
    assert (found["revision"], found["day"], found["mayBeApplied"]) == (1, "2026-04-01", True)
    assert found["counts"] == {
        "refusals": 0,
        "missing": 0,
        "accounts": 4,
        "moved": 1,
        "departments": 2,
        "regions": 2,
        "keyAccounts": 2,
        "industries": 3,
        "indicators": 6,
        "posts": 1,
        "people": 0,
        "shapes": 2,
    }
    assert found["totals"] == [{"turn": "SUPPORTERS_CHANGE", "accounts": 4}]
    assert found["byOperation"] == [{"operation": 1, "op": "merge-departments", "changes": 4}]
    assert found["moved"] == [
        {
            "turn": "SUPPORTERS_CHANGE",
            "function": "PRESALES",
            "operation": 1,
            "op": "merge-departments",
            "accounts": 4,
            "before": [{"department": "south/presales", "name": "华南大区 售前支持部"}],
            "after": [
                {"department": "central/presales", "nameEn": "Central region Presales support"}
            ],
        }
    ]
    assert found["byKeyAccount"] == [
        {"key": "leaf", "name": "金叶烟草", "changes": 3},
        {"key": "grid", "name": "华夏电网", "changes": 1},
    ]
    assert found["byIndustry"][0] == {"key": "tobacco", "name": "烟草", "changes": 2}
    assert found["posts"] == [
        {
            "post": "south-presales",
            "before": "south/presales",
            "after": "central/presales",
            "people": [],
        }
    ]
    assert [line["weight"] for line in found["summary"]] == sorted(
        (line["weight"] for line in found["summary"]),
        key=["BLOCKS", "LOSES", "UNSETTLES", "MOVES", "TELLS"].index,
    )
    assert any("4 functions of accounts" in line["text"] for line in found["summary"])
    assert [line["weight"] for line in found["zh"]] == [line["weight"] for line in found["summary"]]
    assert (
        "4项客户职能变更支持部门；其中最多的4项为售前支持："
        "华南大区 售前支持部 → 华中大区 售前支持部（操作1）"
    ) in [line["text"] for line in found["zh"]]


async def test_targets_are_summed_and_those_without_a_number_counted(ask: Ask) -> None:
    data = await ask("""{ scenario(key: "one-region") { impact { indicators(first: 3, skip: 3) {
        indicator name department before after unknownBefore unknownAfter
    } } } }""")

    common = {"indicator": "strategic-accounts-built", "name": "战略客户建设"}
    unknown = {"unknownBefore": 1, "unknownAfter": 1}
    certain = {"unknownBefore": 0, "unknownAfter": 0}
    assert data["scenario"]["impact"]["indicators"] == [
        {**common, "department": None, "before": 1.0, "after": 1.0, **unknown},
        {**common, "department": "accounts-division", "before": 1.0, "after": 0.0, **certain},
        {**common, "department": "strategic-accounts", "before": 0.0, "after": 1.0, **unknown},
    ]


async def test_accounts_are_named_in_pages_and_explained(ask: Ask) -> None:
    async def page_of(after: str | None) -> dict[str, Any]:
        return (await ask(ACCOUNTS, first=3, after=after))["scenario"]["impact"]["accounts"]

    found, total = await all_pages(page_of)

    assert total == len(found) == 4
    assert [one["account"] for one in found] == [
        "grid-guangdong",
        "leaf",
        "leaf-guangzhou",
        "leaf-hotel",
    ]
    first = found[0]
    assert first["name"] == "华夏电网广东公司"
    assert (first["turns"], first["operation"], first["op"]) == (
        ["SUPPORTERS_CHANGE"],
        1,
        "merge-departments",
    )
    assert first["before"]["supporters"] == [{"department": "south/presales"}]
    assert first["after"]["supporters"] == [{"department": "central/presales"}]
    assert "South region Presales support" in first["before"]["explanation"]
    assert first["after"]["explanation"].startswith("华中大区 售前支持部")


async def test_accounts_are_found_by_what_becomes_of_them(ask: Ask) -> None:
    async def named(**only: Any) -> int:
        data = await ask(ACCOUNTS, first=100, filter=only)
        page = data["scenario"]["impact"]["accounts"]
        assert len(page["nodes"]) == page["totalCount"]
        return page["totalCount"]

    assert await named(turns=["SUPPORTERS_CHANGE"]) == 4
    assert await named(turns=["VACANCY_APPEARS"]) == 0
    assert await named(functions=["SALES"]) == 0
    assert await named(department="south/presales") == 4
    assert await named(department="wuhan") == 0
    assert await named(operation=2) == 0


async def test_loads_are_told_before_and_after_the_worst_first(small_graph: Store) -> None:
    scenario = document(TRANSFER, MERGE, capacities={"sales": 2})
    await checked(small_graph, scenario_of(scenario), "Ann")

    async with client_over(small_graph) as client:
        data = await asking(client)("""{ scenario(key: "one-region") {
            capacities { function accounts }
            impact {
                counts { loads } summary { weight text }
                loads { department name function capacity
                    before { accounts people perPerson aboveCapacity }
                    after { accounts people perPerson aboveCapacity } }
                first: loads(first: 1) { department } last: loads(skip: 1) { department }
            }
        } }""")

    found = data["scenario"]["impact"]
    assert data["scenario"]["capacities"] == [{"function": "SALES", "accounts": 2}]
    assert found["counts"] == {"loads": 4}
    assert [(one["department"], one["function"]) for one in found["loads"]] == [
        ("strategic-accounts", "SALES"),
        ("central/presales", "PRESALES"),
        ("south/presales", "PRESALES"),
        ("central/vip", "SALES"),
    ]
    assert found["loads"][0] == {
        "department": "strategic-accounts",
        "name": "战略大客户部",
        "function": "SALES",
        "capacity": 2,
        "before": {"accounts": 2, "people": 1, "perPerson": 2.0, "aboveCapacity": False},
        "after": {"accounts": 3, "people": 1, "perPerson": 3.0, "aboveCapacity": True},
    }
    assert found["loads"][1]["after"] == {
        "accounts": 6,
        "people": 0,
        "perPerson": None,
        "aboveCapacity": False,
    }
    assert found["first"] == [{"department": "strategic-accounts"}]
    assert [one["department"] for one in found["last"]] == [
        one["department"] for one in found["loads"][1:]
    ]
    assert [line["text"] for line in found["summary"]][:2] == [
        (
            "1 department above capacity, worst 战略大客户部: 3 accounts for sales, 1 person,"
            " 2 each at most"
        ),
        "1 department has accounts and no people, most 华中大区 售前支持部: 6 for presales",
    ]


async def test_the_base_of_a_version_is_read_once(ask: Ask, recording: RecordingStore) -> None:
    for _ in range(2):
        await ask('{ scenario(key: "one-region") { impact { mayBeApplied } } }')
    recording.read_names.clear()
    await ask('{ scenario(key: "one-region") { impact { summary { text } } } }')

    assert recording.transactions == 1
    assert set(recording.read_names) == {"scenarios/scenarios", "plans/timeline"}


async def test_an_impact_changes_nothing(ask: Ask) -> None:
    question = """{ subsidiaries { nodes { key
        coverage { function status owner { department { key } } supporters { department { key } } }
    } } plans { revision } }"""

    before = await ask(question)
    await ask('{ scenario(key: "one-region") { impact { summary { text } } } }')

    assert await ask(question) == before


async def test_a_revision_that_does_not_count_gives_no_impact(ask: Ask) -> None:
    data = await ask("""{ scenario(key: "one-region") {
        none: impact(revision: 7) { revision } one: impact(revision: 1) { revision }
    } }""")

    assert data == {"scenario": {"none": None, "one": {"revision": 1}}}


async def test_what_is_missing_is_told_with_what_would_do(small_graph: Store) -> None:
    await checked(small_graph, scenario_of(document(DISSOLVE)), "Ann")

    async with client_over(small_graph) as client:
        data = await asking(client)("""{ scenario(key: "one-region") { state impact {
            mayBeApplied counts { missing }
            missing(first: 100) { kind key name department what remedy count }
        } } }""")

    found = data["scenario"]["impact"]
    kinds = {(one["kind"], one["key"]) for one in found["missing"]}
    [sales] = [one for one in found["missing"] if one["key"] == "sales"]
    assert (data["scenario"]["state"], found["mayBeApplied"]) == ("DRAFT", False)
    assert found["counts"]["missing"] == len(found["missing"])
    assert {
        ("target", "strategic-accounts-2026"),
        ("rule", "strategic-groups"),
        ("post", "grid-manager"),
        ("accounts", "relationship"),
    } <= kinds
    assert (sales["kind"], sales["department"], sales["count"]) == (
        "accounts",
        "strategic-accounts",
        1,
    )
    assert "sign-off-vacancy" in sales["remedy"]


async def test_an_applied_scenario_is_told_by_what_it_did_to_its_base(kept: Store) -> None:
    await approved(kept, "one-region", "Bob")
    await applied(kept, "one-region", "Bob")

    async with client_over(kept) as client:
        ask = asking(client)
        data = await ask("""{
            scenario(key: "one-region") {
                state revision approver impact { revision counts { accounts } }
            }
            department(key: "central") { resultedFrom { scenarioKey step number op why revision } }
            before: department(key: "central", asOf: "2026-03-31") { resultedFrom { op } }
            kept: department(key: "wuhan") { resultedFrom { op } }
        }""")

    assert data == {
        "scenario": {
            "state": "APPLIED",
            "revision": 2,
            "approver": "Bob",
            "impact": {"revision": 1, "counts": {"accounts": 4}},
        },
        "department": {
            "resultedFrom": [
                {
                    "scenarioKey": "one-region",
                    "step": "OPERATION",
                    "number": 1,
                    "op": "merge-departments",
                    "why": "one region is enough",
                    "revision": 2,
                }
            ]
        },
        "before": {"resultedFrom": []},
        "kept": {"resultedFrom": []},
    }


async def test_the_log_tells_who_did_what_in_pages(kept: Store) -> None:
    await approved(kept, "one-region", "Bob")
    await applied(kept, "one-region", "Cho")
    query = """query($about: ID, $since: DateTime, $after: String) {
        auditLog(about: $about, since: $since, first: 2, after: $after) {
            totalCount pageInfo { hasNextPage endCursor }
            nodes { step number who at scenario { state } }
        }
    }"""

    async with client_over(kept) as client:
        ask = asking(client)

        async def everything(**about: Any) -> list[tuple[str, int | None, str]]:
            async def page_of(after: str | None) -> dict[str, Any]:
                return (await ask(query, after=after, **about))["auditLog"]

            found, total = await all_pages(page_of)
            assert total == len(found)
            assert [one["at"] for one in found] == sorted(one["at"] for one in found)[::-1]
            return [(one["step"], one["number"], one["who"]) for one in found]

        all_of_it = await everything()
        of_south = await everything(about="south")
        of_wuhan = await everything(about="wuhan")
        later = await everything(since="2999-01-01T00:00:00")
        earlier = await everything(since="2000-01-01T00:00:00+08:00")

    assert all_of_it == [
        ("APPLIED", None, "Cho"),
        ("OPERATION", 1, "Cho"),
        ("OPERATION", 2, "Cho"),
        ("APPROVED", None, "Bob"),
        ("CHECKED", None, "Ann"),
    ]
    assert of_south == [one for one in all_of_it if one[1] != 2]
    assert await _asked_in_vain(kept, 'about: "nothing\'"') == []
    assert (of_wuhan, later, earlier) == ([], [], all_of_it)


async def _asked_in_vain(store: Store, arguments: str) -> list[Any]:
    async with client_over(store) as client:
        data = await asking(client)(f"{{ auditLog({arguments}) {{ nodes {{ step }} }} }}")
    return data["auditLog"]["nodes"]


@pytest.mark.parametrize(
    "query",
    [
        "{ accounts(first: 0) { totalCount } }",
        '{ accounts(after: "WyJuYW1lIl0=") { totalCount } }',
        "{ missing(first: 101) { key } }",
        "{ moved(skip: -1) { turn } }",
    ],
)
async def test_arguments_out_of_bounds_are_told_so(client: httpx.AsyncClient, query: str) -> None:
    whole = f'{{ scenario(key: "one-region") {{ impact {query} }} }}'

    answer = await client.post("/graphql", json={"query": whole})

    [error] = answer.json()["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
