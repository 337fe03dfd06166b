"""Plans: every load that counts, and what one changes of another."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from api.vocabularies import StatedKind
from graph.model.keys import PlanKey
from graph.model.vocabularies import Kind, Pattern
from graph.versions.undos import undo_last_load
from seed.loading.loads import load_plan
from seed.previews.previews import Preview, preview
from tests.api.conftest import RecordingStore, client_over
from tests.loads import MAY_END_ALL
from tests.versions import NEXT_YEAR, next_plan, plan_after

if TYPE_CHECKING:
    import httpx

    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask

DOCUMENTATION = Path(__file__).parents[2] / "docs" / "plan-format.md"
CHANGES = """query($plan: ID!, $against: ID, $first: Int!, $after: String, $kinds: [StatedKind!]) {
    planDiff(planKey: $plan, against: $against) {
        changes(first: $first, after: $after, kinds: $kinds) {
            totalCount
            nodes { kind key name change fields { name before after } }
            pageInfo { hasNextPage endCursor }
        }
    }
}"""
OWNERSHIP = """query($plan: ID!, $against: ID, $asOf: Date) {
    planDiff(planKey: $plan, against: $against) {
        ownership(asOf: $asOf) {
            day movedCount totals { turn accounts }
            moved(first: 100) {
                turn function accounts examples
                before { department name } after { department name }
            }
        }
    }
}"""


@pytest.fixture
async def foreseen(small_graph: Store, small_plan: Plan) -> Preview:
    """What `orgatlas plan diff` tells of the next plan before it is loaded, as it is then."""
    found = await preview(small_graph, next_plan(small_plan), NEXT_YEAR)
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)
    return found


@pytest.fixture
async def recording(next_graph: Store) -> RecordingStore:
    """The plan of this year, and the next one's, in one graph."""
    return RecordingStore(next_graph)


async def every_change(ask: Ask, first: int, **which: Any) -> list[dict[str, Any]]:
    """Return the changes of all pages."""
    found: list[dict[str, Any]] = []
    after = None
    while True:
        data = await ask(CHANGES, first=first, after=after, **which)
        page = data["planDiff"]["changes"]
        found += page["nodes"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            assert len(found) == page["totalCount"]
            return found


def test_the_kinds_that_change_are_all_kinds_there_are() -> None:
    assert [(kind.name, kind.value) for kind in StatedKind] == [
        (kind.name, kind) for kind in (*Kind, *Pattern)
    ]


async def test_every_load_is_a_plan_the_newest_first(ask: Ask) -> None:
    data = await ask("""{ plans {
        key revision validFrom validUntil loadedBy
        counts { kind count } loadCounts { kind added changed ended unchanged }
    } }""")

    [later, first] = data["plans"]
    subsidiaries = [
        [one for one in plan["counts"] if one["kind"] == "SUBSIDIARY"] for plan in (first, later)
    ]
    assert (later["key"], later["revision"], later["validFrom"]) == ("next-plan", 2, "2027-01-01")
    assert (first["key"], first["revision"]) == ("small-plan", 1)
    assert first["loadedBy"]
    assert subsidiaries == [[{"kind": "SUBSIDIARY", "count": 6}]] * 2
    assert "OPEN_QUESTION" in {one["kind"] for one in first["counts"]}
    assert "OPEN_QUESTION" not in {one["kind"] for one in later["counts"]}
    assert {"kind": "subsidiaries", "added": 1, "changed": 5, "ended": 1, "unchanged": 0} in later[
        "loadCounts"
    ]
    assert all(
        one["changed"] == one["ended"] == one["unchanged"] == 0 for one in first["loadCounts"]
    )


async def test_a_plan_of_a_day_counts_the_things_of_its_own_version(ask: Ask) -> None:
    data = await ask("""{
        now: plan { revision counts { kind count } }
        then: plan(asOf: "2027-01-01") { revision counts { kind count } }
        plans { revision counts { kind count } }
    }""")

    assert data["plans"] == [data["then"], data["now"]]
    assert data["then"]["counts"] != data["now"]["counts"]


async def test_what_was_absent_in_between_is_counted_before_and_after(
    ask: Ask, next_graph: Store, small_plan: Plan
) -> None:
    await load_plan(next_graph, plan_after(small_plan), options=MAY_END_ALL)

    data = await ask("{ plans { revision counts { kind count } } }")

    [third, second, first] = [plan["counts"] for plan in data["plans"]]
    assert third == first
    assert second != first


async def test_a_load_that_was_undone_is_no_plan(ask: Ask, next_graph: Store) -> None:
    await undo_last_load(next_graph)

    data = await ask("""{
        plans { key }
        planDiff(planKey: "next-plan") { plan { key } }
        first: planDiff(planKey: "small-plan", againstRevision: 2) { plan { key } }
    }""")

    assert data == {"plans": [{"key": "small-plan"}], "planDiff": None, "first": None}


async def test_a_plan_is_compared_with_the_load_before_it(ask: Ask) -> None:
    data = await ask("""{
        planDiff(planKey: "next-plan") {
            plan { key revision } against { key revision }
            counts { kind added changed ended }
        }
        same: planDiff(planKey: "next-plan", against: "small-plan") {
            counts { kind added changed ended }
        }
        first: planDiff(planKey: "small-plan") {
            against { key } counts { kind added changed ended }
            ownership { day totals { turn } moved { before { name } } }
        }
    }""")

    found = data["planDiff"]
    assert found["plan"] == {"key": "next-plan", "revision": 2}
    assert found["against"] == {"key": "small-plan", "revision": 1}
    assert {"kind": "SUBSIDIARY", "added": 1, "changed": 5, "ended": 1} in found["counts"]
    assert data["same"]["counts"] == found["counts"]
    assert data["first"]["against"] is None
    assert {"kind": "SUBSIDIARY", "added": 6, "changed": 0, "ended": 0} in data["first"]["counts"]
    assert data["first"]["ownership"]["day"] == "2026-01-01"
    assert all(not one["before"] for one in data["first"]["ownership"]["moved"])


@pytest.mark.parametrize(
    "arguments",
    [
        'planKey: "no-such-plan"',
        'planKey: "next-plan", against: "no-such-plan"',
        'planKey: "next-plan", revision: 1',
        'planKey: "next-plan", against: "small-plan", againstRevision: 2',
        'planKey: "next-plan", againstRevision: 99',
    ],
)
async def test_a_load_that_is_not_there_gives_null(ask: Ask, arguments: str) -> None:
    data = await ask(f"{{ planDiff({arguments}) {{ plan {{ key }} }} }}")

    assert data == {"planDiff": None}


async def test_a_plan_is_no_different_from_itself(ask: Ask) -> None:
    data = await ask("""{ planDiff(planKey: "next-plan", against: "next-plan") {
        plan { revision } against { revision } counts { kind }
        changes { totalCount nodes { key } }
        ownership { movedCount totals { turn } moved { turn } }
    } }""")

    assert data["planDiff"] == {
        "plan": {"revision": 2},
        "against": {"revision": 2},
        "counts": [],
        "changes": {"totalCount": 0, "nodes": []},
        "ownership": {"movedCount": 0, "totals": [], "moved": []},
    }


async def test_an_older_load_of_the_same_plan_is_named_by_its_revision(
    ask: Ask, next_graph: Store, small_plan: Plan
) -> None:
    await load_plan(next_graph, plan_after(next_plan(small_plan)), options=MAY_END_ALL)
    await load_plan(next_graph, plan_after(small_plan), options=MAY_END_ALL)

    data = await ask("""{
        plans { key revision }
        planDiff(planKey: "plan-after", revision: 4, against: "plan-after", againstRevision: 3) {
            plan { revision } against { revision } counts { kind added changed ended }
        }
        latest: planDiff(planKey: "plan-after") {
            plan { revision } against { revision } counts { kind added changed ended }
        }
        first: planDiff(planKey: "plan-after", againstRevision: 1) { counts { kind } }
        early: planDiff(planKey: "plan-after", revision: 3) { counts { kind } }
    }""")

    assert [plan["revision"] for plan in data["plans"]] == [4, 3, 2, 1]
    assert data["planDiff"] == data["latest"]
    assert data["latest"]["plan"] == {"revision": 4}
    assert data["latest"]["against"] == {"revision": 3}
    assert {"kind": "SUBSIDIARY", "added": 1, "changed": 5, "ended": 1} in data["latest"]["counts"]
    assert data["first"]["counts"] == data["early"]["counts"] == []


async def test_changes_are_those_that_the_preview_told(ask: Ask, foreseen: Preview) -> None:
    found = await every_change(ask, first=100, plan="next-plan")

    told = [
        (change, one.key)
        for kind in foreseen.kinds
        for change, listed in (("ADDED", kind.added), ("ENDED", kind.ended))
        for one in listed
    ]
    fields = [
        (one.key, one.field, one.before, one.after)
        for kind in foreseen.kinds
        for one in kind.changed
    ]
    assert sorted((one["change"], one["key"]) for one in found if not one["fields"]) == sorted(told)
    assert sorted(
        str((one["key"], field["name"], field["before"], field["after"]))
        for one in found
        for field in one["fields"]
    ) == sorted(map(str, fields))
    assert {one["change"] for one in found if one["fields"]} == {"CHANGED"}


async def test_a_changed_thing_tells_each_field_before_and_after(ask: Ask) -> None:
    data = await ask(CHANGES, plan="next-plan", first=1, kinds=["CUSTOMER"])

    [grid] = data["planDiff"]["changes"]["nodes"]
    assert grid == {
        "kind": "CUSTOMER",
        "key": "grid",
        "name": "新华夏电网",
        "change": "CHANGED",
        "fields": [
            {"name": "name", "before": "华夏电网", "after": "新华夏电网"},
            {"name": "name_en", "before": "Huaxia Grid", "after": "New Huaxia Grid"},
            {"name": "tags", "before": [], "after": ["new"]},
        ],
    }


@pytest.mark.parametrize("first", [3, 7])
async def test_pages_of_changes_meet_without_gaps_or_repeats(ask: Ask, first: int) -> None:
    whole = await every_change(ask, first=100, plan="next-plan")
    paged = await every_change(ask, first=first, plan="next-plan")

    assert paged == whole
    assert len(whole) > 2 * first


async def test_changes_can_be_of_some_kinds_only(ask: Ask) -> None:
    whole = await every_change(ask, first=100, plan="next-plan")
    some = await every_change(ask, first=2, plan="next-plan", kinds=["SUBSIDIARY", "TARGET"])
    none = await every_change(ask, first=2, plan="next-plan", kinds=[])

    assert some == [one for one in whole if one["kind"] in {"SUBSIDIARY", "TARGET"}]
    assert {one["kind"] for one in some} == {"SUBSIDIARY", "TARGET"}
    assert none == []


async def test_the_other_way_round_what_was_added_is_ended(ask: Ask) -> None:
    turned = {"ADDED": "ENDED", "ENDED": "ADDED", "CHANGED": "CHANGED"}
    forth = await every_change(ask, first=100, plan="next-plan", against="small-plan")

    back = await every_change(ask, first=100, plan="small-plan", against="next-plan")
    counts = await ask("""{ planDiff(planKey: "small-plan", against: "next-plan") {
        plan { key } against { key } counts { kind added changed ended }
    } }""")

    assert [(one["kind"], one["key"], turned[one["change"]]) for one in forth] == [
        (one["kind"], one["key"], one["change"]) for one in back
    ]
    assert [
        [(field["name"], field["after"], field["before"]) for field in one["fields"]]
        for one in forth
    ] == [
        [(field["name"], field["before"], field["after"]) for field in one["fields"]]
        for one in back
    ]
    assert {one["name"] for one in back if one["key"] == "grid"} == {"华夏电网"}
    assert counts["planDiff"]["plan"] == {"key": "small-plan"}
    assert counts["planDiff"]["against"] == {"key": "next-plan"}
    assert sum(one["added"] for one in counts["planDiff"]["counts"]) == sum(
        one["change"] == "ENDED" for one in forth
    )


async def test_ownership_changes_as_the_preview_told(ask: Ask, foreseen: Preview) -> None:
    data = await ask(OWNERSHIP, plan="next-plan")

    found = data["planDiff"]["ownership"]
    assert found["day"] == "2027-01-01"
    assert found["movedCount"] == len(foreseen.ownership.moved) == len(found["moved"])
    assert [
        (
            one["turn"],
            one["function"],
            [party["department"] for party in one["before"]],
            [party["department"] for party in one["after"]],
            one["accounts"],
        )
        for one in found["moved"]
    ] == [
        (one.turn.name, one.function.name, [*one.before], [*one.after], one.accounts)
        for one in foreseen.ownership.moved
    ]
    assert {one["turn"]: one["accounts"] for one in found["totals"]} == {
        turn.name: accounts for turn, accounts in foreseen.ownership.totals().items()
    }


async def test_the_departments_of_a_move_are_called_as_in_their_own_version(ask: Ask) -> None:
    data = await ask(OWNERSHIP, plan="next-plan")

    [hubei] = [
        one
        for one in data["planDiff"]["ownership"]["moved"]
        if one["turn"] == "OWNER_CHANGES" and one["examples"] == ["grid-hubei"]
    ]
    assert hubei == {
        "turn": "OWNER_CHANGES",
        "function": "SALES",
        "accounts": 1,
        "examples": ["grid-hubei"],
        "before": [{"department": "central/vip", "name": "华中大区 VIP客户部"}],
        "after": [{"department": "strategic-accounts", "name": "新战略大客户部"}],
    }


async def test_ownership_the_other_way_round_is_given_back(ask: Ask) -> None:
    def owners(data: Any, first: str, then: str) -> list[tuple[Any, ...]]:
        return sorted(
            (
                one["function"],
                [party["department"] for party in one[first]],
                [party["department"] for party in one[then]],
                one["accounts"],
            )
            for one in data["planDiff"]["ownership"]["moved"]
            if one["turn"] == "OWNER_CHANGES"
        )

    forth = await ask(OWNERSHIP, plan="next-plan", against="small-plan")
    back = await ask(OWNERSHIP, plan="small-plan", against="next-plan")

    assert back["planDiff"]["ownership"]["day"] == "2027-01-01"
    assert owners(back, "after", "before") == owners(forth, "before", "after") != []


async def test_ownership_can_be_asked_for_another_day(ask: Ask) -> None:
    default = await ask(OWNERSHIP, plan="next-plan")
    early = await ask(OWNERSHIP, plan="next-plan", asOf="2026-06-01")

    assert early["planDiff"]["ownership"]["day"] == "2026-06-01"
    assert early["planDiff"]["ownership"]["moved"] != default["planDiff"]["ownership"]["moved"]


@pytest.mark.parametrize(
    "field",
    ["changes(first: 0) { totalCount }", "ownership { moved(first: 101) { accounts } }"],
)
async def test_a_page_that_is_too_large_or_empty_is_refused(
    client: httpx.AsyncClient, field: str
) -> None:
    query = f'{{ planDiff(planKey: "next-plan") {{ {field} }} }}'

    answer = await client.post("/graphql", json={"query": query})

    [error] = answer.json()["errors"]
    assert "from 1 to 100" in error["message"]
    assert error["extensions"]["code"] == "BAD_USER_INPUT"


async def test_a_page_takes_as_many_statements_whatever_is_on_it(
    ask: Ask, recording: RecordingStore
) -> None:
    kinds = ["SUBSIDIARY", "CUSTOMER"]
    await ask(CHANGES, plan="next-plan", first=100, kinds=kinds)
    recording.read_names.clear()

    await ask(CHANGES, plan="next-plan", first=100, kinds=kinds)

    assert Counter(recording.read_names) == {
        "plans/timeline": 1,
        "plans/loads": 1,
        "changes/page_of_changes": 1,
        "changes/counts_of_changes": 1,
        "stated/customers": 2,
        "stated/subsidiaries": 2,
    }


async def test_plans_take_as_many_statements_however_many_there_are(
    ask: Ask, recording: RecordingStore
) -> None:
    await ask("{ plans { key counts { count } sources { path } loadCounts { kind } } }")

    assert recording.read_names == ["plans/timeline", "plans/loads", "plans/spans_of_things"]


async def test_the_answer_in_the_documentation_is_true(real_graph: Store, real_plan: Plan) -> None:
    documented = DOCUMENTATION.read_text(encoding="utf-8").partition("planDiff(planKey, against)")[
        2
    ]
    [query] = re.findall(r"```graphql\n(.+?)```", documented, re.DOTALL)[:1]
    [answer] = re.findall(r"```json\n(.+?)```", documented, re.DOTALL)[:1]
    later = replace(
        real_plan,
        key=PlanKey("plan-2027"),
        start=NEXT_YEAR,
        exceptions=tuple(one for one in real_plan.exceptions if one.account != "grid-zhejiang"),
    )

    await load_plan(real_graph, later, options=MAY_END_ALL)
    async with client_over(real_graph) as client:
        told = (await client.post("/graphql", json={"query": query})).json()

    assert told == {"data": json.loads(answer)}
