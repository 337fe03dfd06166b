"""Scenarios on the real plan: applied whole or not at all, as their impact said, and taken back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict, StoreUnavailable
from graph.model.keys import AccountKey, DepartmentKey, ResponsibilityKey, TargetKey
from graph.ownership.changes import outcome
from graph.ownership.phrases import ZH
from graph.queries.accounts import accounts_by_key
from graph.queries.bases import POPULATION
from graph.queries.loads import loads
from graph.queries.rule_books import RuleBooks
from graph.queries.scenarios import changes_of_scenarios, scenario_by_key
from graph.queries.standings import standing
from graph.queries.timelines import pinned
from graph.reorganization.operations.departments import RenameDepartment
from graph.reorganization.operations.duties import ReassignResponsibility
from graph.reorganization.operations.indicators import ReallocateTarget
from graph.reorganization.operations.successions import MergeDepartments
from graph.versions import batches
from graph.versions.applying import applied, rolled_back
from graph.versions.lifecycles import approved, checked, rebased
from seed.exporting.exports import export_plan
from seed.exporting.formats import Format
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from seed.previews.previews import preview
from seed.reorganizing.files import read_scenario
from tests.conftest import SCENARIOS
from tests.graphs import contents, everything
from tests.loads import MAY_END_ALL
from tests.profiles import by_night

if TYPE_CHECKING:
    from pathlib import Path

    import neo4j

    from graph.model.plans import Plan
    from graph.ownership.changes import Outcome
    from graph.reorganization.impacts import Impact
    from graph.reorganization.scenarios import Scenario
    from graph.store import Store

NAMES = ("merge-regions", "open-questions", "split-region")
AUTHOR, APPROVER = "李雷", "王芳"
DAY = date(2026, 7, 1)
BEFORE = date(2026, 6, 30)
TARGET = "region-vip-revenue@northeast-region/vip"
DUTY = "region-presales"


def _scenario(name: str = "merge-regions") -> Scenario:
    return read_scenario(SCENARIOS / f"{name}.yaml")


async def _apply(store: Store, scenario: Scenario) -> Impact:
    await checked(store, scenario, AUTHOR)
    await approved(store, scenario.key, APPROVER)
    _, found = await applied(store, scenario.key, APPROVER)
    return found


async def _answers(store: Store, day: date) -> dict[tuple[str, str], Outcome]:
    """Return what the graph answers about every account on a day, asked as readers ask."""
    reader = await pinned(store, day)
    books = RuleBooks()
    resolver = await books.resolver(reader)
    population = await reader.read(POPULATION)
    found = sorted(key for row in population for key in row.accounts)
    rows = await accounts_by_key(reader, found)
    answers: dict[tuple[str, str], Outcome] = {}
    for row in rows:
        assert row is not None
        asked = await standing(reader, books, row)
        for function in resolver.book.functions:
            answer = resolver.answer(asked.facts, function, day, AccountKey(row.key))
            answers[row.key, function] = outcome(answer)
    return answers


@pytest.mark.parametrize("name", NAMES)
async def test_a_scenario_applied_and_taken_back(
    name: str, real_graph: Store, driver: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    """What is seen is what the impact said, and what a load of the plan as reorganized would be."""
    was = await everything(driver)
    the_day_before, before = [await _answers(real_graph, day) for day in (BEFORE, DAY)]

    found = await _apply(real_graph, _scenario(name))
    after = await _answers(real_graph, DAY)
    still = await _answers(real_graph, BEFORE)
    await export_plan(real_graph, tmp_path / "plan", DAY, Format.YAML)
    loading = await preview(real_graph, read_plan(tmp_path / "plan"), DAY)
    await rolled_back(real_graph, _scenario(name).key, APPROVER, "a test")

    told = {
        (one.account, one.function): (one.before, one.after) for one in found.accounts.page(10_000)
    }
    seen = {
        place: (before[place], after[place]) for place in after if before[place] != after[place]
    }
    assert told == seen
    assert still == the_day_before
    assert [count for count in loading.counts if count.is_something] == []
    assert await everything(driver) == was
    assert await _answers(real_graph, DAY) == before
    assert (await scenario_by_key(real_graph, _scenario(name).key)).state == "rolled-back"


async def test_history_says_what_came_of_what_and_every_step(
    real_graph: Store, driver: neo4j.AsyncDriver
) -> None:
    await _apply(real_graph, _scenario())

    rows, _, _ = await driver.execute_query(
        "MATCH (new:Department)-[:RESULTED_FROM]->(change:Change)-[:ENDED]->(old:Department)"
        " WHERE new.key = 'north-region'"
        " RETURN DISTINCT change.op AS op, change.who AS who, old.key AS old ORDER BY old"
    )

    assert {(row["op"], row["who"]) for row in rows} == {("merge-departments", APPROVER)}
    assert "northeast-region/vip" in {row["old"] for row in rows}
    await rolled_back(real_graph, _scenario().key, APPROVER, "too early")
    changes = await changes_of_scenarios(real_graph, [_scenario().key])
    steps = [(one.step, one.who, one.why) for one in changes if one.step != "operation"]
    assert steps == [
        ("rolled-back", APPROVER, "too early"),
        ("applied", APPROVER, _scenario().why),
        ("approved", APPROVER, None),
        ("checked", AUTHOR, None),
    ]
    assert {one.number for one in changes if one.step == "operation"} == {1, 2}


async def test_what_is_not_placed_is_named_and_once_settled_applied(real_graph: Store) -> None:
    scenario = _scenario()
    merge, *rest = scenario.operations
    assert isinstance(merge, MergeDepartments)
    leaving = merge.model_copy(update={"leaves": frozenset({TARGET, DUTY})})
    open_ended = scenario.model_copy(update={"operations": (leaving, *rest)})

    found = (await checked(real_graph, open_ended, AUTHOR)).impact
    with pytest.raises(Conflict, match="is a draft, not checked"):
        await approved(real_graph, scenario.key, APPROVER)
    settled = (
        leaving,
        ReallocateTarget(target=TargetKey(TARGET), to=DepartmentKey("north-region/vip")),
        ReassignResponsibility(
            responsibility=ResponsibilityKey(DUTY),
            from_=DepartmentKey("northeast-region/presales"),
            to=DepartmentKey("north-region/presales"),
        ),
        *rest,
    )
    after = await _apply(real_graph, scenario.model_copy(update={"operations": settled}))

    assert {(one.kind, one.key) for one in found.missing} == {
        ("target", TARGET),
        ("responsibility", DUTY),
    }
    assert {one.message.remedy() for one in found.missing} == {
        "use reallocate-target or sign-off-vacancy",
        "use reassign-responsibility or sign-off-vacancy",
    }
    assert after.may_be_applied
    assert (await scenario_by_key(real_graph, scenario.key)).state == "applied"


async def test_a_base_that_moved_on_is_told_and_rebased_where_nothing_clashes(
    real_graph: Store, real_plan: Plan
) -> None:
    await checked(real_graph, _scenario(), AUTHOR)
    with pytest.raises(Conflict, match="somebody else must approve it"):
        await approved(real_graph, _scenario().key, f" {_scenario().author} ")
    await approved(real_graph, _scenario().key, APPROVER)
    await load_plan(real_graph, replace(real_plan, open_questions=()), options=MAY_END_ALL)

    with pytest.raises(Conflict, match="orgatlas scenario rebase"):
        await applied(real_graph, _scenario().key, APPROVER)

    assert (await scenario_by_key(real_graph, _scenario().key)).state == "approved"
    found = await rebased(real_graph, _scenario().key, AUTHOR)
    row = await scenario_by_key(real_graph, _scenario().key)
    assert (found.clashes, found.saved) == ((), True)
    assert (row.state, row.base) == ("checked", 2)


async def test_rebasing_names_what_clashes(real_graph: Store, real_plan: Plan) -> None:
    await checked(real_graph, _scenario(), AUTHOR)
    gone = {"northeast-region"} | {
        one.key for one in real_plan.departments if one.key.startswith("northeast-region/")
    }
    shrunk = _without(real_plan, gone)
    await load_plan(real_graph, shrunk, options=MAY_END_ALL)

    found = await rebased(real_graph, _scenario().key, AUTHOR)

    assert not found.saved
    assert found.clashes[0].operation == 1
    told = [str(one) for one in found.clashes]
    assert (
        "operation 1 (merge-departments): it can no longer be done: there is no department"
        " northeast-region at this point → correct the key, or create it before this operation"
        " (create-department or open-unit)"
    ) in told
    assert (
        "操作1（合并部门）：它要改动的部门“northeast-region/vip”此间已经终止"
        " → 去掉此操作，或改为替代它的事项"
    ) in [one.told(ZH) for one in found.clashes]
    assert any("department northeast-region/vip, which has ended meanwhile" in one for one in told)


async def test_of_two_that_apply_at_once_one_is_refused(real_graph: Store) -> None:
    first, second = _scenario("merge-regions"), _scenario("open-questions")
    for scenario in (first, second):
        await checked(real_graph, scenario, AUTHOR)
        await approved(real_graph, scenario.key, APPROVER)

    results = await asyncio.gather(
        *(applied(real_graph, one.key, APPROVER) for one in (first, second)),
        return_exceptions=True,
    )

    refused = [one for one in results if isinstance(one, BaseException)]
    assert [type(one) for one in refused] == [Conflict]
    assert "orgatlas scenario rebase" in str(refused[0])


@pytest.mark.parametrize("last", by_night([0, 1, 2, 3, 4, 5, 6, 8], [1, 4]))
async def test_applying_that_dies_at_any_transaction_has_not_happened(
    last: int,
    real_graph: Store,
    driver: neo4j.AsyncDriver,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    was = await contents(driver)
    await checked(real_graph, _scenario(), AUTHOR)
    await approved(real_graph, _scenario().key, APPROVER)
    monkeypatch.setattr(batches, "ROWS_OF_TRANSACTION", 7)
    done = 0
    once = batches.Batches._once  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]

    async def dying(self: batches.Batches) -> None:
        nonlocal done
        done += 1
        if done > last:
            raise StoreUnavailable("it died", stays=True)
        await once(self)

    monkeypatch.setattr(batches.Batches, "_once", dying)
    with pytest.raises(StoreUnavailable):
        await applied(real_graph, _scenario().key, APPROVER)
    monkeypatch.undo()

    assert await contents(driver) == was
    assert (await scenario_by_key(real_graph, _scenario().key)).state == "approved"
    number, _ = await applied(real_graph, _scenario().key, APPROVER)
    assert next(row.number for row in await loads(real_graph)) == number


async def test_what_came_after_must_be_undone_first(real_graph: Store) -> None:
    await _apply(real_graph, _scenario())
    renaming = RenameDepartment(department=DepartmentKey("partners"), name="生态伙伴部")
    after = _scenario().model_copy(update={"key": "later", "operations": (renaming,)})
    await _apply(real_graph, after)

    with pytest.raises(Conflict, match="came after merge-north-and-northeast"):
        await rolled_back(real_graph, _scenario().key, APPROVER)


def _without(plan: Plan, gone: set[str]) -> Plan:
    """Return the plan without departments and all that names them."""
    posts = {one.key for one in plan.posts if one.department in gone}
    kept = {one.key for one in plan.departments} - gone
    north = DepartmentKey("north-region")
    return replace(
        plan,
        departments=tuple(
            replace(one, parent=north) if one.parent in gone else one
            for one in plan.departments
            if one.key in kept
        ),
        coverages=tuple(one for one in plan.coverages if one.department in kept),
        posts=tuple(one for one in plan.posts if one.key not in posts),
        holdings=tuple(one for one in plan.holdings if one.post not in posts),
        targets=tuple(one for one in plan.targets if one.department in kept),
        exceptions=tuple(one for one in plan.exceptions if one.department not in gone),
        responsibilities=tuple(
            replace(one, parties=tuple(each for each in one.parties if each.department in kept))
            for one in plan.responsibilities
        ),
        open_questions=(),
    )
