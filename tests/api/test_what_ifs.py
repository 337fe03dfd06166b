"""Scenarios side by side, and the way around one: as `orgatlas scenario` has them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from graph.reorganization.documents import scenario_of
from graph.reorganization.figures import LABELS
from graph.versions.applying import applied
from graph.versions.drafting import drafted, with_operation
from graph.versions.lifecycles import approved, checked
from tests.api.conftest import RecordingStore
from tests.api.scenarios import DISSOLVE, MERGE, TARGET, document

if TYPE_CHECKING:
    import httpx

    from graph.store import Store
    from tests.api.conftest import Ask

COMPARE = """query($keys: [ID!]!, $revision: Int) {
    compareScenarios(keys: $keys, revision: $revision) {
        revision scenarios { key state } figures { key label zh: label(language: ZH) values }
    }
}"""
AROUND = """query($key: ID!, $customer: ID!, $first: Int! = 20, $skip: Int! = 0) {
    scenario(key: $key) { impact { alternative(customer: $customer) {
        operationCount operations(first: $first, skip: $skip) { number op document }
        lostCount lost { account function owner { department name nameEn } }
    } } }
}"""
TRANSFER: dict[str, Any] = {
    "op": "transfer-customers",
    "key": "grid-to-wuhan",
    "name": "电网交武汉",
    "customers": ["grid"],
    "functions": ["sales"],
    "to": "wuhan",
}


@pytest.fixture
async def kept(small_graph: Store) -> Store:
    for key, operations in (
        ("merge", (MERGE,)),
        ("dissolve", (DISSOLVE,)),
        ("transfer", (TARGET, TRANSFER)),
    ):
        await drafted(small_graph, document(*operations, key=key))
    return small_graph


@pytest.fixture
async def recording(kept: Store) -> RecordingStore:
    return RecordingStore(kept)


async def test_figures_stand_side_by_side_in_the_order_asked_for(ask: Ask) -> None:
    keys = ["transfer", "merge", "dissolve"]

    found = (await ask(COMPARE, keys=keys))["compareScenarios"]

    assert found["revision"] == 1
    assert found["scenarios"] == [{"key": key, "state": "DRAFT"} for key in keys]
    values = {one["key"]: one["values"] for one in found["figures"]}
    assert [*values] == [*LABELS]
    assert {key: some for key, some in values.items() if any(some)} == {
        "accounts": [4, 4, 5],
        "vacancy-appears": [0, 0, 6],
        "owner-changes": [3, 0, 1],
        "vacancy-vanishes": [1, 0, 0],
        "supporters-change": [0, 4, 0],
        "missing": [0, 0, 10],
        "scattered": [0, 0, 1],
        "departments-without-people": [1, 1, 1],
        "departments-ended": [0, 4, 1],
        "posts": [0, 1, 0],
        "targets": [2, 2, 0],
    }
    [accounts] = [one for one in found["figures"] if one["key"] == "accounts"]
    assert (accounts["label"], accounts["zh"]) == ("accounts that change", "变动的客户")


async def test_figures_are_the_lists_of_each_impact_counted(ask: Ask) -> None:
    data = await ask("""{
        compareScenarios(keys: ["dissolve"]) { figures { key values } }
        scenario(key: "dissolve") { impact {
            counts { accounts missing refusals } totals { turn accounts } posts { post }
        } }
    }""")

    values = {one["key"]: one["values"][0] for one in data["compareScenarios"]["figures"]}
    impact = data["scenario"]["impact"]
    turns = {one["turn"].lower().replace("_", "-"): one["accounts"] for one in impact["totals"]}
    assert impact["counts"] == {key: values[key] for key in ("accounts", "missing", "refusals")}
    assert {key: count for key, count in turns.items() if count != values[key]} == {}
    assert len(impact["posts"]) == values["posts"]


async def test_scenarios_are_compared_on_a_revision(ask: Ask, kept: Store) -> None:
    await checked(kept, scenario_of(document(MERGE, key="merge")), "Ann")
    await approved(kept, "merge", "Bob")
    await applied(kept, "merge", "Bob")

    keys = ["merge", "transfer"]
    newest = (await ask(COMPARE, keys=keys))["compareScenarios"]
    first = (await ask(COMPARE, keys=keys, revision=1))["compareScenarios"]

    def of(key: str, found: dict[str, Any]) -> list[int]:
        return next(one["values"] for one in found["figures"] if one["key"] == key)

    assert (newest["revision"], first["revision"]) == (2, 1)
    assert (of("refusals", newest), of("refusals", first)) == ([1, 0], [0, 0])
    assert (of("departments-ended", newest), of("departments-ended", first)) == ([0, 0], [4, 0])


@pytest.mark.parametrize(
    "asked",
    [{"keys": ["merge", "nothing'"]}, {"keys": ["merge", "transfer"], "revision": 7}],
)
async def test_what_is_not_there_gives_no_comparison(ask: Ask, asked: dict[str, Any]) -> None:
    assert await ask(COMPARE, **asked) == {"compareScenarios": None}


@pytest.mark.parametrize("count", [0, 11])
async def test_only_so_many_are_compared_at_once(client: httpx.AsyncClient, count: int) -> None:
    body = {"query": COMPARE, "variables": {"keys": ["merge"] * count}}

    answer = await client.post("/graphql", json=body)

    [error] = answer.json()["errors"]
    assert error["extensions"] == {"code": "BAD_USER_INPUT"}
    assert "give 1 to 10" in error["message"]


async def test_a_way_around_is_operations_to_put_last(ask: Ask, kept: Store) -> None:
    asked = {"key": "transfer", "customer": "grid"}
    found = (await ask(AROUND, **asked))["scenario"]["impact"]["alternative"]
    page = (await ask(AROUND, **asked, first=1, skip=1))["scenario"]["impact"]["alternative"]

    for one in found["operations"]:
        await with_operation(kept, "transfer", one["document"])
    left = await ask("""{ scenario(key: "transfer") {
        operations { number op document }
        impact { totals { turn } alternative(customer: "grid") { operationCount } }
    } }""")

    assert (found["operationCount"], found["lostCount"], found["lost"]) == (3, 0, [])
    assert [one["document"]["account"] for one in found["operations"]] == [
        "grid",
        "grid-hubei",
        "grid-wuhan",
    ]
    assert page["operations"] == found["operations"][1:2]
    assert left["scenario"]["operations"][2:] == found["operations"]
    assert left["scenario"]["impact"] == {
        "totals": [{"turn": "VACANCY_VANISHES"}],
        "alternative": {"operationCount": 0},
    }


async def test_what_no_exception_can_keep_is_named(ask: Ask) -> None:
    data = await ask(AROUND, key="dissolve", customer="grid")

    found = data["scenario"]["impact"]["alternative"]
    assert (found["operationCount"], found["operations"]) == (0, [])
    assert found["lostCount"] == len(found["lost"]) == 7
    assert found["lost"][0] == {
        "account": "grid",
        "function": "RELATIONSHIP",
        "owner": {
            "department": "strategic-accounts",
            "name": "战略大客户部",
            "nameEn": "Strategic accounts",
        },
    }


async def test_a_group_that_is_not_there_has_no_way_around(ask: Ask) -> None:
    data = await ask(AROUND, key="merge", customer='nothing"')
    kept = await ask(AROUND, key="merge", customer="leaf")

    assert data["scenario"]["impact"]["alternative"] is None
    assert kept["scenario"]["impact"]["alternative"]["operationCount"] == 0
