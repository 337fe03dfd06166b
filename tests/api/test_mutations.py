"""Mutations: a scenario's whole life, and every failure that its caller can act on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from graph.versions.locks import LoadLock
from seed.loading.loads import load_plan
from tests.api.conftest import client_over
from tests.api.scenarios import DISSOLVE, MERGE, TARGET, draft
from tests.loads import MAY_END_ALL
from tests.versions import next_plan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask, RecordingStore

SCENARIO = "... on Scenario { key state base revision approver operations { number op } }"
FAILURE = "... on Failure { message }"
SAVE = f"""mutation($input: ScenarioInput!) {{ saveScenario(input: $input) {{
    __typename {SCENARIO} {FAILURE}
    ... on InvalidScenario {{ problems {{ operation field what remedy }} }}
}} }}"""
ADD = f"""mutation($operation: JSON!, $at: Int, $key: ID! = "one-region") {{
    addOperation(key: $key, operation: $operation, at: $at, by: "Dan") {{
        __typename {SCENARIO} {FAILURE}
        ... on InvalidScenario {{ problems {{ operation field what remedy }} }}
    }}
}}"""
REMOVE = f"""mutation($number: Int!) {{ removeOperation(key: "one-region", number: $number) {{
    __typename {SCENARIO} {FAILURE} ... on InvalidScenario {{ problems {{ operation what }} }}
}} }}"""
EVERYTHING = """query($day: Date!) {
    departments(first: 50, asOf: $day) { nodes {
        key name parent { key } posts { key } targets { key value }
        covers { territory { key } } responsibilities { role }
    } }
    subsidiaries(asOf: $day) { nodes { key coverage {
        function status owner { department { key } explanation { text } }
        supporters { department { key } }
    } } }
    customers(asOf: $day) { nodes { key coverage { status owner { department { key } } } } }
    plan(asOf: $day) { revision loadedBy counts { kind count } }
}"""


@pytest.fixture
async def client(small_graph: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client_over(small_graph, allow_changes=True) as one:
        yield one


async def step(ask: Ask, name: str, **more: Any) -> dict[str, Any]:
    """Take a step of the scenario's life and return what comes of it."""
    given = {"key": "one-region", **more}
    arguments = ", ".join(f"{field}: {json.dumps(value)}" for field, value in given.items())
    data = await ask(f"mutation {{ {name}({arguments}) {{ __typename {SCENARIO} {FAILURE} }} }}")
    return data[name]


async def saved(ask: Ask, *operations: dict[str, Any], **fields: Any) -> dict[str, Any]:
    """Save the scenario and return what comes of it."""
    return (await ask(SAVE, input=draft(*operations, **fields)))["saveScenario"]


CAPACITIES = [{"function": "SALES", "accounts": 40}, {"function": "SALES_SUPPORT", "accounts": 1}]


async def test_capacities_are_kept_while_a_draft_is_edited_and_checked(ask: Ask) -> None:
    asked = '{ scenario(key: "one-region") { state capacities { function accounts } } }'

    await saved(ask, MERGE, capacities=CAPACITIES)
    drafted = await ask(asked)
    await ask(ADD, operation=TARGET)
    await step(ask, "checkScenario", by="Ann")
    checked = await ask(asked)
    await saved(ask, MERGE)
    without = await ask(asked)

    assert drafted == {"scenario": {"state": "DRAFT", "capacities": CAPACITIES}}
    assert checked == {"scenario": {"state": "CHECKED", "capacities": CAPACITIES}}
    assert without == {"scenario": {"state": "DRAFT", "capacities": []}}


@pytest.mark.parametrize(
    ("capacities", "field", "what"),
    [
        (
            [{"function": "SALES_SUPPORT", "accounts": 0}],
            *("capacities.sales-support", "it is no number of accounts that one person can serve"),
        ),
        (
            [{"function": "SALES", "accounts": 1}, {"function": "SALES", "accounts": 2}],
            *("capacities", "there are two capacities for sales"),
        ),
    ],
)
async def test_capacities_that_cannot_be_are_told(
    ask: Ask, capacities: list[dict[str, Any]], field: str, what: str
) -> None:
    found = await saved(ask, MERGE, capacities=capacities)

    [problem] = found["problems"]
    assert (problem["operation"], problem["field"], problem["what"]) == (None, field, what)
    assert await ask("{ scenarios { key } }") == {"scenarios": []}


async def test_a_scenario_lives_from_draft_to_applied_and_back(ask: Ask) -> None:
    before, after = {"day": "2026-03-31"}, {"day": "2026-04-01"}
    then, later = await ask(EVERYTHING, **before), await ask(EVERYTHING, **after)

    drafted = await saved(ask, MERGE)
    added = (await ask(ADD, operation=TARGET))["addOperation"]
    checked = await step(ask, "checkScenario", by="Ann")
    by_author = await step(ask, "approveScenario", by=" ann ")
    approved = await step(ask, "approveScenario", by="Bob")
    applied = await step(ask, "applyScenario", by="Cho")
    reorganized = await ask(EVERYTHING, **after)
    still_then = await ask(EVERYTHING, **before)
    back = await step(ask, "rollbackScenario", by="Bob", why="too early")
    log = await ask('{ auditLog(about: "one-region") { nodes { step who why } } }')

    both = [{"number": 1, "op": MERGE["op"]}, {"number": 2, "op": TARGET["op"]}]
    assert (drafted["state"], drafted["base"], drafted["operations"]) == ("DRAFT", 1, both[:1])
    assert added["operations"] == both
    assert checked["state"] == "CHECKED"
    assert by_author == {
        "__typename": "Conflict",
        "message": "Ann drafted one-region: somebody else must approve it",
    }
    assert (approved["state"], approved["approver"]) == ("APPROVED", "Bob")
    assert (applied["state"], applied["revision"]) == ("APPLIED", 2)
    assert still_then == then
    assert reorganized != later
    assert "south" not in {one["key"] for one in reorganized["departments"]["nodes"]}
    assert (back["state"], back["revision"]) == ("ROLLED_BACK", 2)
    assert await ask(EVERYTHING, **before) == then
    assert await ask(EVERYTHING, **after) == later
    steps = [(one["step"], one["who"]) for one in log["auditLog"]["nodes"]]
    assert steps == [
        ("ROLLED_BACK", "Bob"),
        ("APPLIED", "Cho"),
        ("OPERATION", "Cho"),
        ("OPERATION", "Cho"),
        ("APPROVED", "Bob"),
        ("CHECKED", "Ann"),
        ("DRAFT", "Dan"),
        ("DRAFT", "Ann"),
    ]
    assert log["auditLog"]["nodes"][0]["why"] == "too early"


async def test_a_request_sees_what_it_has_changed(ask: Ask) -> None:
    await saved(ask, MERGE)

    data = await ask("""mutation {
        check: checkScenario(key: "one-region", by: "Ann") { ... on Scenario { state } }
        approve: approveScenario(key: "one-region", by: "Bob") { ... on Scenario { state } }
        apply: applyScenario(key: "one-region", by: "Bob") { ... on Scenario {
            state changes(first: 1) { step revision } impact(revision: 1) { revision }
            onItself: impact(revision: 2) { counts { refusals } }
        } }
    }""")

    assert data == {
        "check": {"state": "CHECKED"},
        "approve": {"state": "APPROVED"},
        "apply": {
            "state": "APPLIED",
            "changes": [{"step": "APPLIED", "revision": 2}],
            "impact": {"revision": 1},
            "onItself": {"counts": {"refusals": 1}},
        },
    }


async def test_a_draft_is_edited_step_by_step(ask: Ask) -> None:
    await saved(ask)

    await ask(ADD, operation=TARGET)
    await ask(ADD, operation=MERGE, at=1)
    three = (await ask(ADD, operation=DISSOLVE, at=2))["addOperation"]
    two = (await ask(REMOVE, number=2))["removeOperation"]
    document = await ask('{ scenario(key: "one-region") { operations { document } } }')

    assert [one["op"] for one in three["operations"]] == [MERGE["op"], DISSOLVE["op"], TARGET["op"]]
    assert [one["op"] for one in two["operations"]] == [MERGE["op"], TARGET["op"]]
    assert document["scenario"]["operations"] == [{"document": MERGE}, {"document": TARGET}]


async def test_an_edit_takes_back_what_was_approved(ask: Ask) -> None:
    await saved(ask, MERGE)
    await step(ask, "checkScenario", by="Ann")
    await step(ask, "approveScenario", by="Bob")

    edited = (await ask(ADD, operation=TARGET))["addOperation"]
    applied = await step(ask, "applyScenario", by="Bob")

    assert (edited["state"], edited["approver"]) == ("DRAFT", None)
    assert applied["__typename"] == "Conflict"
    assert "draft, not approved" in applied["message"]


async def test_what_is_forgotten_is_named_and_the_draft_is_kept(ask: Ask) -> None:
    gone = {"op": "end-rule", "rule": "nothing"}
    await saved(ask, gone, DISSOLVE)

    data = await ask("""mutation { checkScenario(key: "one-region", by: "Ann") { __typename
        ... on NotPlaced {
            message scenario { state }
            refusals { operation op code what zh: what(language: ZH) remedy }
            missing(first: 100) { kind key code zh: what(language: ZH) }
        }
    } }""")

    found = data["checkScenario"]
    assert (found["__typename"], found["scenario"]) == ("NotPlaced", {"state": "DRAFT"})
    assert found["refusals"] == [
        {
            "operation": 1,
            "op": "end-rule",
            "code": "no-such-rule",
            "what": "there is no rule nothing at this point",
            "zh": "执行到此处时没有规则“nothing”",
            "remedy": "correct the key, or create it before this operation (add-rule)",
        }
    ]
    [rule] = [one for one in found["missing"] if one["key"] == "strategic-groups"]
    assert (rule["kind"], rule["code"]) == ("rule", "rule-not-placed")
    assert rule["zh"].endswith("（strategic-groups）尚无去处")


async def test_nothing_has_an_unknown_key(ask: Ask) -> None:
    for name in ("check", "approve", "apply", "rollback", "rebase"):
        found = await step(ask, f"{name}Scenario", key="nothing'", by="Ann")
        assert found["__typename"] == "NotFound", name
    added = (await ask(ADD, operation=MERGE, key='"}'))["addOperation"]
    assert added["__typename"] == "NotFound"


async def test_what_is_not_so_far_is_a_conflict(ask: Ask) -> None:
    await saved(ask, MERGE)

    approved = await step(ask, "approveScenario", by="Bob")
    applied = await step(ask, "applyScenario", by="Bob")
    back = await step(ask, "rollbackScenario", by="Bob")
    off = await saved(ask, MERGE, base=9)
    early = await saved(ask, MERGE, effective="2020-01-01")
    unchecked = await step(ask, "checkScenario", by="Ann")

    for one in (approved, applied, back, off, unchecked):
        assert one["__typename"] == "Conflict"
    assert early["state"] == "DRAFT"
    assert "not applied" in back["message"]
    assert "no revision 9" in off["message"]
    assert "2020-01-01" in unchecked["message"]


async def test_an_applied_scenario_is_not_edited(ask: Ask) -> None:
    await saved(ask, MERGE)
    for name, who in (("check", "Ann"), ("approve", "Bob"), ("apply", "Bob")):
        await step(ask, f"{name}Scenario", by=who)

    again = await saved(ask, TARGET)
    added = (await ask(ADD, operation=TARGET))["addOperation"]
    removed = (await ask(REMOVE, number=1))["removeOperation"]
    rebased = await step(ask, "rebaseScenario", by="Ann")

    for one in (again, added, removed, rebased):
        assert one["__typename"] == "Conflict"
        assert "applied" in one["message"]


@pytest.mark.parametrize(
    ("operation", "field", "what"),
    [
        ({"op": "merge"}, "op", "“merge” is no operation"),
        ({}, "op", "“op” is missing"),
        ({"op": "end-rule"}, "rule", "“rule” is missing"),
        ({**MERGE, "intoo": "x"}, "intoo", "there is no field “intoo” here"),
        ({**MERGE, "departments": []}, "departments", "tuple should have at least 1 item"),
        ({**MERGE, "departments": "south"}, "departments", "this is no list"),
        ({**MERGE, "into": None}, "into", "input should be a valid string"),
        (
            {"op": "change-rule", "rule": "branch-accounts", "assign": {"departmen": "wuhan"}},
            "assign.departmen",
            "there is no field “departmen” here",
        ),
        ("end-rule", "", "this is no object"),
        ([MERGE], "", "this is no object"),
        (1, "", "this is no object"),
    ],
)
async def test_a_document_that_is_none_is_told_by_operation_and_field(
    ask: Ask, operation: Any, field: str, what: str
) -> None:
    await saved(ask, MERGE)

    whole = await saved(ask, MERGE, operation)
    added = (await ask(ADD, operation=operation, at=1))["addOperation"]

    for number, found in ((2, whole), (1, added)):
        assert found["__typename"] == "InvalidScenario"
        [problem] = found["problems"]
        assert (problem["operation"], problem["field"]) == (number, field)
        assert problem["what"].startswith(what)
        assert problem["remedy"]
    assert len((await kept(ask))["operations"]) == 1


async def test_fields_of_the_scenario_itself_have_no_operation(ask: Ask) -> None:
    found = await saved(ask, key="One Region", name="", base=0)

    assert found["__typename"] == "InvalidScenario"
    assert [(one["operation"], one["field"]) for one in found["problems"]] == [
        (None, "key"),
        (None, "name"),
        (None, "base"),
    ]


@pytest.mark.parametrize("number", [0, -1, 3, 2**31 - 1])
async def test_a_place_that_is_not_there_is_told_so(ask: Ask, number: int) -> None:
    await saved(ask, MERGE)

    added = (await ask(ADD, operation=TARGET, at=number))["addOperation"]
    removed = (await ask(REMOVE, number=number))["removeOperation"]

    assert added["problems"][0]["what"] == f"there is no place for an operation {number}"
    assert removed["__typename"] == "InvalidScenario"
    assert len((await kept(ask))["operations"]) == 1


async def kept(ask: Ask) -> Any:
    """Return the scenario as it is kept."""
    return (await ask('{ scenario(key: "one-region") { operations { number } } }'))["scenario"]


async def test_a_base_that_moved_on_is_rebased_and_clashes_are_named(
    ask: Ask, small_graph: Store, small_plan: Plan
) -> None:
    await saved(ask, MERGE, effective="2027-02-01")
    await step(ask, "checkScenario", by="Ann")
    await step(ask, "approveScenario", by="Bob")
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    too_late = await step(ask, "applyScenario", by="Bob")
    data = await ask("""mutation { rebaseScenario(key: "one-region", by: "Ann") { __typename
        ... on Clashes {
            message scenario { state base } since { revision key }
            clashes(first: 100) { operation op part key code what zh: what(language: ZH) remedy }
        }
    } }""")
    accepted = await step(ask, "rebaseScenario", by="Ann", accept=True)

    assert too_late["__typename"] == "Conflict"
    assert "is the newest now" in too_late["message"]
    found = data["rebaseScenario"]
    assert (found["__typename"], found["scenario"]) == (
        "Clashes",
        {"state": "APPROVED", "base": 1},
    )
    assert found["since"] == [{"revision": 2, "key": "next-plan"}]
    [south] = [one for one in found["clashes"] if one["key"] == "south"]
    assert (south["operation"], south["op"], south["part"]) == (
        1,
        "merge-departments",
        "departments",
    )
    assert (south["code"], south["what"], south["zh"], south["remedy"]) == (
        "changed-meanwhile",
        (
            "it changes the department south, of which this changed meanwhile: name"
            " (华南大区 → 新华南大区), English name (South region → New South region)"
        ),
        (
            "它要改动的部门“south”此间已有变化：名称（华南大区 → 新华南大区）、"
            "英文名称（South region → New South region）"
        ),
        "see whether the operation is still right: if so, accept the clash",
    )
    assert (accepted["state"], accepted["base"], accepted["approver"]) == ("CHECKED", 2, None)


async def test_a_load_that_goes_on_is_a_conflict(
    ask: Ask, small_graph: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.mutations.LONGEST_WAIT", 0.1)
    await saved(ask, MERGE)
    await step(ask, "checkScenario", by="Ann")
    await step(ask, "approveScenario", by="Bob")

    async with LoadLock(small_graph):
        meanwhile = await step(ask, "applyScenario", by="Bob")
    applied = await step(ask, "applyScenario", by="Bob")

    assert meanwhile["__typename"] == "Conflict"
    assert "going on" in meanwhile["message"]
    assert applied["state"] == "APPLIED"


async def test_applying_that_takes_long_goes_on_when_the_caller_is_told_so(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.works.WAITS", 0.0)
    await saved(ask, MERGE)
    await step(ask, "checkScenario", by="Ann")
    await step(ask, "approveScenario", by="Bob")

    first = await step(ask, "applyScenario", by="Bob")
    monkeypatch.undo()
    second = await step(ask, "applyScenario", by="Bob")

    assert first == {"__typename": "UnderWay", "message": "one-region is being applied"}
    assert second["state"] == "APPLIED"


async def test_who_does_it_must_be_named(client: httpx.AsyncClient) -> None:
    for by in ("", "  ", "x" * 201):
        query = f'mutation {{ checkScenario(key: "x", by: "{by}") {{ __typename }} }}'
        answer = await client.post("/graphql", json={"query": query})
        [error] = answer.json()["errors"]
        assert error["extensions"] == {"code": "BAD_USER_INPUT"}


async def test_many_operations_are_taken_as_far_as_a_request_may_hold_them(
    ask: Ask, client: httpx.AsyncClient
) -> None:
    rule = {"op": "change-rule", "rule": "branch-accounts", "priority": 1}
    found = await saved(ask, *([rule] * 1_000))
    wrong = await saved(ask, *([{"op": "x"}] * 5_000))
    body = {"query": SAVE, "variables": {"input": draft(*([rule] * 2_000))}}
    too_large = await client.post("/graphql", json=body)

    assert len(found["operations"]) == 1_000
    assert len(wrong["problems"]) == 100
    assert too_large.status_code == 413


@pytest.mark.parametrize(
    "value",
    ["[" * 400 + "]" * 400, '{"op":' * 300 + "1" + "}" * 300, "[" * 40_000 + "]" * 40_000],
    ids=["lists", "objects", "too deep to be read"],
)
async def test_deep_values_do_no_harm(client: httpx.AsyncClient, value: str) -> None:
    body = json.dumps({"query": ADD, "variables": {"operation": 0}})

    answer = await client.post(
        "/graphql",
        content=body.replace('"operation": 0', f'"operation": {value}'),
        headers={"content-type": "application/json"},
    )
    written = ADD.replace("$operation: JSON!, ", "").replace("$operation", value.replace('"', ""))
    literal = await client.post("/graphql", json={"query": written})

    for one in (answer, literal):
        assert one.status_code in {200, 400}
        assert "INTERNAL_SERVER_ERROR" not in one.text


async def test_odd_texts_are_kept_as_they_are(ask: Ask) -> None:
    odd = "'; MATCH (n) DETACH DELETE n // \" \\ \u202e 区 \x00 {{x}} $y"
    rename = {"op": "rename-department", "department": odd, "name": odd}

    await saved(ask, rename, name=odd, why=odd)
    data = await ask('{ scenario(key: "one-region") { name why operations { document } } }')

    assert data["scenario"] == {"name": odd, "why": odd, "operations": [{"document": rename}]}


async def test_changes_are_off_unless_they_are_let_in(
    small_graph: Store, recording: RecordingStore
) -> None:
    named = """query Ask { plan { key } }
        mutation Do { checkScenario(key: "x", by: "y") { __typename } }"""
    async with client_over(recording) as client:
        recording.read_names.clear()
        refused = [
            (await client.post("/graphql", json=body)).json()
            for body in (
                {"query": SAVE, "variables": {"input": draft(MERGE)}},
                {"query": named, "operationName": "Do"},
            )
        ]
        asked = await client.post("/graphql", json={"query": named, "operationName": "Ask"})

    for one in refused:
        assert [error["extensions"] for error in one["errors"]] == [{"code": "CHANGES_OFF"}]
        assert "--allow-changes" in one["errors"][0]["message"]
    assert recording.transactions == 0
    assert asked.json()["data"] == {"plan": {"key": "small-plan"}}


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "http://localhost:3000"},
        {"origin": "null"},
        {"host": "evil.example", "origin": "http://evil.example"},
    ],
)
async def test_pages_from_elsewhere_are_refused(
    client: httpx.AsyncClient, headers: dict[str, str]
) -> None:
    body = {"query": SAVE, "variables": {"input": draft(MERGE)}}

    refused = await client.post("/graphql", json=body, headers=headers)
    ours = await client.post("/graphql", json=body, headers={"origin": "http://testserver"})

    assert refused.status_code in {400, 403}
    assert ours.json()["data"]["saveScenario"]["state"] == "DRAFT"


async def test_a_mutation_is_measured_like_a_query(client: httpx.AsyncClient) -> None:
    sides = " ".join(f"{side} {{ supporters {{ name }} }}" for side in ("before", "after"))
    deep = f"impact {{ accounts(first: 100) {{ nodes {{ {sides} }} }} }}"
    many = " ".join(f"i{number}: {deep}" for number in range(25))
    query = f'mutation {{ checkScenario(key: "x", by: "y") {{ ... on Scenario {{ {many} }} }} }}'

    answer = await client.post("/graphql", json={"query": query})

    assert answer.json()["errors"][0]["extensions"] == {"code": "LIMIT_EXCEEDED"}
