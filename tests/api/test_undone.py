"""A plan that is undone while a request reads it: nobody is told half of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from api import contexts
from graph.queries.accounts import ACCOUNTS_BY_KEY
from graph.versions.undos import undo_last_load
from seed.loading.loads import load_plan
from tests.api.conftest import RecordingStore
from tests.loads import MAY_END_ALL
from tests.versions import next_plan

if TYPE_CHECKING:
    import httpx

    from graph.cypher_files import Query, RowT
    from graph.model.plans import Plan
    from graph.store import Store
    from tests.api.conftest import Ask

ASKED = """{ subsidiary(key: "grid-hubei", asOf: "2027-06-01") {
    name territory { name } parent { key } children { name } owner { department { key name } }
} }"""


class UndoingStore(RecordingStore):
    """A store in which the newest load is undone when the company in Hubei was read, so often."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.times = 0

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        found = await super().read(query, **parameters)
        if query is ACCOUNTS_BY_KEY and parameters["keys"] == ["grid-hubei"] and self.times:
            self.times -= 1
            await undo_last_load(self.store)
        return found


@pytest.fixture(autouse=True)
def unhurried() -> None:
    """Let requests that take long look at the timeline again, as they do outside of tests."""


@pytest.fixture
async def recording(next_graph: Store) -> UndoingStore:
    """The plan of this year, and the next one's, which is to be undone."""
    return UndoingStore(next_graph)


async def test_a_request_is_answered_from_the_plan_before(
    ask: Ask, recording: UndoingStore
) -> None:
    new = await ask(ASKED)

    recording.times = 1
    found = await ask(ASKED)

    assert new["subsidiary"]["name"] == "新华夏电网湖北公司"
    assert found["subsidiary"]["name"] == "华夏电网湖北公司"
    assert found == await ask(ASKED)


async def test_a_request_that_meets_it_again_is_told_so(
    client: httpx.AsyncClient, recording: UndoingStore, small_plan: Plan
) -> None:
    plan = next_plan(small_plan)
    third = tuple(replace(one, name=f"第三{one.name}") for one in plan.subsidiaries)
    await load_plan(recording.store, replace(plan, subsidiaries=third), options=MAY_END_ALL)

    recording.times = 2
    answer = await client.post("/graphql", json={"query": ASKED})

    assert answer.json()["data"] is None
    [error] = answer.json()["errors"]
    assert error["message"] == "Revisions were undone while they were read: ask again"
    assert error["extensions"]["code"] == "CONFLICT"


@pytest.mark.parametrize(("whole", "looks"), [(60.0, 1), (0.0, 2)])
async def test_only_who_took_long_looks_again(
    ask: Ask,
    recording: UndoingStore,
    monkeypatch: pytest.MonkeyPatch,
    whole: float,
    looks: int,
) -> None:
    monkeypatch.setattr(contexts, "STAYS_WHOLE", whole)

    await ask(ASKED)

    assert recording.read_names.count("plans/timeline") == looks
