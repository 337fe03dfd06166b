"""A scenario goes a step further only as it was looked at: settled, unchanged, clashing nowhere."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import Conflict, NoScenario, NotPlaced
from graph.ownership.phrases import EN
from graph.queries.scenarios import (
    approve_scenario,
    changes_of_scenarios,
    save_scenario,
    scenario_by_key,
)
from graph.reorganization.documents import scenario_of
from graph.reorganization.figures import LABELS
from graph.versions.applying import applied
from graph.versions.drafting import drafted, with_operation
from graph.versions.lifecycles import approved, checked, rebased
from seed.loading.loads import load_plan
from tests.api.scenarios import DISSOLVE, MERGE, TARGET, document
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas
from tests.versions import next_plan

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.reorganization.scenarios import Scenario
    from graph.server.connections import Connection
    from graph.store import Store
    from tests.conftest import Given

KEY = "one-region"
LATER = {"effective": "2027-02-01"}


def _scenario(*operations: dict[str, Any], **fields: Any) -> Scenario:
    return scenario_of(document(*operations, **fields))


async def _steps(store: Store) -> list[str]:
    return [one.step for one in await changes_of_scenarios(store, [KEY])]


async def test_a_draft_with_something_not_placed_names_it_at_each_step(small_graph: Store) -> None:
    found = (await checked(small_graph, _scenario(DISSOLVE), "Ann")).impact

    with pytest.raises(NotPlaced) as at_approval:
        await approved(small_graph, KEY, "Bob")
    with pytest.raises(NotPlaced) as at_applying:
        await applied(small_graph, KEY, "Bob")

    for error in (at_approval.value, at_applying.value):
        assert error.impact.missing == found.missing
        assert all(str(one) in str(error) for one in found.missing)
    assert "is a draft, not checked" in at_approval.value.what
    assert "is a draft, not approved" in at_applying.value.what
    assert await _steps(small_graph) == ["draft"]


async def test_a_draft_that_is_settled_is_to_be_checked_first(small_graph: Store) -> None:
    await drafted(small_graph, document(MERGE))

    with pytest.raises(Conflict, match="orgatlas scenario check") as error:
        await approved(small_graph, KEY, "Bob")

    assert not isinstance(error.value, NotPlaced)


async def test_an_approved_scenario_of_which_something_is_not_placed_is_not_applied(
    small_graph: Store, given: Given
) -> None:
    await checked(small_graph, _scenario(DISSOLVE), "Ann")
    await given("MATCH (one:Scenario) SET one.state = 'approved', one.approver = 'Bob'")

    with pytest.raises(NotPlaced) as error:
        await applied(small_graph, KEY, "Bob")

    assert ("rule", "strategic-groups") in {
        (one.kind, one.key) for one in error.value.impact.missing
    }


async def test_the_command_line_lists_what_is_not_placed(
    small_graph: Store, connection: Connection
) -> None:
    found = (await checked(small_graph, _scenario(DISSOLVE), "Ann")).impact

    done = await asyncio.to_thread(orgatlas, connection, "scenario", "apply", KEY, "--by", "Bob")

    assert (done.returncode, done.stdout) == (1, "")
    first, *lines = done.stderr.strip().splitlines()
    assert first == f"Error: {KEY} is a draft, not approved, and this is to be settled:"
    assert lines == [f"  {one}" for one in found.missing]


async def test_an_older_base_is_left_where_nothing_clashes(
    small_graph: Store, small_plan: Plan
) -> None:
    await drafted(small_graph, document(MERGE))
    await load_plan(small_graph, replace(small_plan, open_questions=()), options=MAY_END_ALL)

    done = await checked(small_graph, _scenario(MERGE), "Ann")

    row = await scenario_by_key(small_graph, KEY)
    assert ([one.number for one in done.loads], done.clashes, done.saved) == ([2], (), True)
    assert (row.state, row.base) == ("checked", 2)


@pytest.mark.parametrize("edited", [False, True])
async def test_what_clashes_with_the_base_it_was_kept_on_is_not_checked(
    small_graph: Store, small_plan: Plan, *, edited: bool
) -> None:
    await checked(small_graph, _scenario(MERGE, **LATER), "Ann")
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    operations = [MERGE, {**MERGE, "departments": ["nothing"]}] if edited else [MERGE]
    done = await checked(small_graph, _scenario(*operations, **LATER), "Ann")
    row = await scenario_by_key(small_graph, KEY)
    same = await rebased(small_graph, KEY, "Ann")
    with pytest.raises(Conflict, match="is a draft, not checked"):
        await approved(small_graph, KEY, "Bob")

    assert not done.saved
    assert ("departments", "south") in {(one.part, one.key) for one in done.clashes}
    assert (same.clashes, same.loads) == (done.clashes, done.loads)
    assert (row.state, row.base) == ("draft", 1)
    assert len(row.scenario().operations) == len(operations)


async def test_a_file_that_states_an_older_base_is_compared_with_it(
    small_graph: Store, small_plan: Plan
) -> None:
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    of_first = await checked(small_graph, _scenario(MERGE, base=1, **LATER), "Ann")
    accepted = await rebased(small_graph, KEY, "Ann", accept=True)
    again = await checked(small_graph, _scenario(MERGE, base=1, **LATER), "Ann")
    with pytest.raises(Conflict, match="no revision 7: leave base out, or choose one of 1, 2"):
        await checked(small_graph, _scenario(MERGE, TARGET, base=7, **LATER), "Ann")

    assert of_first.clashes
    assert accepted.clashes == of_first.clashes
    assert (again.clashes, again.saved) == ((), True)
    row = await scenario_by_key(small_graph, KEY)
    assert (row.state, row.base) == ("checked", 2)


async def test_the_command_line_names_clashes_and_points_to_rebase(
    small_graph: Store, small_plan: Plan, connection: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "merge.json"
    path.write_text(_scenario(MERGE, base=1, **LATER).model_dump_json(by_alias=True))
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    done = await asyncio.to_thread(orgatlas, connection, "scenario", "check", str(path))
    accepted = await asyncio.to_thread(
        orgatlas, connection, "scenario", "rebase", KEY, "--by", "Ann", "--accept"
    )
    again = await asyncio.to_thread(orgatlas, connection, "scenario", "check", str(path))

    assert done.returncode == 1
    assert "Since then: revision 2, next-plan" in done.stdout
    assert "✗ operation 1 (merge-departments): it changes the department south" in done.stdout
    assert f"orgatlas scenario rebase {KEY} --by NAME --accept" in done.stdout
    assert accepted.returncode == 0
    assert "✗ operation 1 (merge-departments): it changes" not in again.stdout


async def test_what_was_drafted_anew_just_now_is_not_approved(
    small_graph: Store, given: Given
) -> None:
    await checked(small_graph, _scenario(MERGE), "Ann")
    row = await scenario_by_key(small_graph, KEY)
    await with_operation(small_graph, KEY, TARGET)

    with pytest.raises(Conflict, match="no longer as it was checked"):
        await approve_scenario(small_graph, row, "Bob")
    edited = await _steps(small_graph)
    now = await scenario_by_key(small_graph, KEY)
    await save_scenario(small_graph, _scenario(MERGE), 9, "checked", "Ann", now)
    with pytest.raises(Conflict, match="no longer as it was checked"):
        await approve_scenario(small_graph, row, "Bob")
    await given("MATCH (one:Scenario) SET one.key = 'another'")
    with pytest.raises(NoScenario, match="There is no scenario one-region"):
        await approve_scenario(small_graph, row, "Bob")

    assert edited == ["draft", "checked"]
    left = await changes_of_scenarios(small_graph)
    assert sorted(one.step for one in left) == ["checked", "checked", "draft"]
    assert (await scenario_by_key(small_graph, "another")).approver is None


async def test_what_somebody_else_did_meanwhile_is_not_overwritten(small_graph: Store) -> None:
    await checked(small_graph, _scenario(MERGE), "Ann")
    seen = await scenario_by_key(small_graph, KEY)
    await approved(small_graph, KEY, "Bob")
    await applied(small_graph, KEY, "Bob")

    for before in (seen, None):
        with pytest.raises(Conflict, match="was changed meanwhile"):
            await save_scenario(small_graph, _scenario(MERGE), 1, "checked", "Ann", before)

    row = await scenario_by_key(small_graph, KEY)
    assert (row.state, row.load, row.approver) == ("applied", 2, "Bob")


async def test_the_same_check_twice_at_once_is_no_conflict(small_graph: Store) -> None:
    both = (checked(small_graph, _scenario(MERGE), "Ann") for _ in range(2))

    done = await asyncio.gather(*both)

    assert [one.saved for one in done] == [True, True]
    assert (await scenario_by_key(small_graph, KEY)).state == "checked"


async def test_an_unknown_key_is_told_with_those_that_come_near(small_graph: Store) -> None:
    with pytest.raises(NoScenario) as none_yet:
        await scenario_by_key(small_graph, KEY)
    for key in ("one-region", "a", "b", "c", "d", "e"):
        await drafted(small_graph, document(MERGE, key=key))

    with pytest.raises(NoScenario) as near:
        await scenario_by_key(small_graph, "one-regoin")
    with pytest.raises(NoScenario) as far:
        await with_operation(small_graph, "x" * 5_000, MERGE)

    assert "None was kept yet" in str(none_yet.value)
    assert str(near.value) == "There is no scenario one-regoin. Did you mean one-region?"
    assert near.value.close == ("one-region",)
    assert str(far.value).endswith(" There are a, b, c, d, e, …")


async def test_the_command_line_compares_files_and_scenarios_that_are_kept(
    small_graph: Store, connection: Connection, tmp_path: Path
) -> None:
    path = tmp_path / "dissolve.json"
    path.write_text(_scenario(DISSOLVE, key="dissolve").model_dump_json(by_alias=True))
    await drafted(small_graph, document(MERGE))
    asked = ("scenario", "compare", str(path), KEY, KEY)

    as_json = await asyncio.to_thread(orgatlas, connection, *asked, "--json")
    as_table = await asyncio.to_thread(orgatlas, connection, *asked)

    found = json.loads(as_json.stdout)
    assert (found["revision"], found["scenarios"]) == (1, ["dissolve", KEY, KEY])
    assert [*found["figures"]] == [*LABELS]
    assert found["figures"]["missing"] == [10, 0, 0]
    assert found["figures"]["departments-ended"] == [1, 4, 4]
    for labels in LABELS.values():
        assert labels[EN] in as_table.stdout
