"""Mutations that take a scenario further: what is not placed, and what clashes, is listed."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from graph.versions.drafting import drafted
from seed.loading.loads import load_plan
from tests.api.conftest import client_over
from tests.api.scenarios import DISSOLVE, MERGE, document
from tests.loads import MAY_END_ALL
from tests.versions import next_plan

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import httpx

    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask

NOT_PLACED = """... on NotPlaced {
    message scenario { state }
    refusals { operation op what remedy } missing(first: 100) { kind key }
}"""
CLASHES = """... on Clashes {
    message scenario { state base }
    since { revision key } clashes(first: 100) { operation part key }
}"""
GONE = {"op": "end-rule", "rule": "nothing"}


@pytest.fixture
async def client(small_graph: Store) -> AsyncIterator[httpx.AsyncClient]:
    async with client_over(small_graph, allow_changes=True) as one:
        yield one


async def _step(ask: Ask, name: str, by: str, failure: str) -> dict[str, Any]:
    arguments = f'key: "one-region", by: {json.dumps(by)}'
    data = await ask(f"mutation {{ {name}({arguments}) {{ __typename {failure} }} }}")
    return data[name]


@pytest.mark.parametrize(
    ("name", "so_far"),
    [("approveScenario", "a draft, not checked"), ("applyScenario", "a draft, not approved")],
)
async def test_a_draft_that_is_not_placed_is_told_what_is_missing(
    ask: Ask, small_graph: Store, name: str, so_far: str
) -> None:
    await drafted(small_graph, document(GONE, DISSOLVE))

    found = await _step(ask, name, "Bob", NOT_PLACED)

    assert found["__typename"] == "NotPlaced"
    assert found["message"] == f"one-region is {so_far}, and this is to be settled."
    assert found["scenario"] == {"state": "DRAFT"}
    assert [one["operation"] for one in found["refusals"]] == [1]
    assert {"kind": "rule", "key": "strategic-groups"} in found["missing"]


async def test_a_check_names_what_clashes_and_keeps_a_draft_on_its_base(
    ask: Ask, small_graph: Store, small_plan: Plan
) -> None:
    await drafted(small_graph, document(MERGE, effective="2027-02-01"))
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    found = await _step(ask, "checkScenario", "Ann", CLASHES)
    accepting = 'rebaseScenario(key: "one-region", by: "Ann", accept: true)'
    accepted = await ask(f"mutation {{ {accepting} {{ ... on Scenario {{ state base }} }} }}")

    assert found["__typename"] == "Clashes"
    assert found["scenario"] == {"state": "DRAFT", "base": 1}
    assert found["since"] == [{"revision": 2, "key": "next-plan"}]
    assert {"operation": 1, "part": "departments", "key": "south"} in found["clashes"]
    assert accepted["rebaseScenario"] == {"state": "CHECKED", "base": 2}


async def test_a_key_that_comes_near_is_suggested(ask: Ask, small_graph: Store) -> None:
    await drafted(small_graph, document(MERGE, key="one-regions"))

    found = await _step(ask, "checkScenario", "Ann", "... on NotFound { message }")

    assert found == {
        "__typename": "NotFound",
        "message": "There is no scenario one-region. Did you mean one-regions?",
    }
