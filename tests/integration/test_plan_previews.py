"""Previews: what a load would do is what it does, and nothing is written to tell it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.ownership.changes import Turn
from graph.queries.rule_books import RuleBooks
from graph.queries.timelines import Pinned, timeline
from graph.queries.version_changes import (
    ChangedThing,
    counts_of_changes,
    ownership_changes,
    page_of_changes,
)
from seed.loading.loads import load_plan
from seed.previews.previews import Preview, preview
from tests.graphs import everything
from tests.loads import MAY_END_ALL
from tests.versions import NEXT_YEAR, next_plan

if TYPE_CHECKING:
    import neo4j

    from graph.model.plans import Plan
    from graph.ownership.moves import OwnershipChanges
    from graph.store import Store


def _without_examples(changes: OwnershipChanges) -> list[tuple[object, ...]]:
    return [(one.turn, one.function, one.before, one.after, one.accounts) for one in changes.moved]


async def _previewed_and_loaded(store: Store, plan: Plan) -> Preview:
    found = await preview(store, plan, plan.start)
    report = await load_plan(store, plan, options=MAY_END_ALL)
    assert report.counts == found.counts
    return found


async def test_a_preview_says_what_the_load_then_does(small_graph: Store, small_plan: Plan) -> None:
    later = next_plan(small_plan)

    found = await _previewed_and_loaded(small_graph, later)
    [before, after] = [
        Pinned(small_graph, version) for version in (await timeline(small_graph)).versions
    ]
    counted = await counts_of_changes(small_graph, 1, 2)
    seen = await ownership_changes(before, after, RuleBooks(), NEXT_YEAR)

    totals = {(count.name, "added"): count.added for count in found.counts if count.added}
    totals |= {(count.name, "changed"): count.changed for count in found.counts if count.changed}
    totals |= {(count.name, "ended"): count.ended for count in found.counts if count.ended}
    assert sum(one.total for one in counted) == sum(
        total for (name, _), total in totals.items() if name in {kind.kind for kind in found.kinds}
    )
    assert found.ownership.moved
    assert _without_examples(found.ownership) == _without_examples(seen)


async def test_a_preview_of_what_is_loaded_says_nothing(
    small_graph: Store, small_plan: Plan
) -> None:
    found = await preview(small_graph, small_plan, small_plan.start)

    assert found.changes_nothing
    assert found.kinds == ()
    assert found.ownership.moved == ()


async def test_a_preview_writes_nothing(
    small_graph: Store, small_plan: Plan, driver: neo4j.AsyncDriver
) -> None:
    before = await everything(driver)

    await preview(small_graph, next_plan(small_plan), NEXT_YEAR)

    assert await everything(driver) == before


async def test_a_changed_field_is_told_before_and_after(
    small_graph: Store, small_plan: Plan
) -> None:
    [first, *others] = small_plan.subsidiaries
    later = replace(
        small_plan, subsidiaries=(replace(first, name="新名字", tags=("new",)), *others[:-1])
    )

    found = await preview(small_graph, later, small_plan.start)

    [kind] = found.kinds
    assert kind.kind == "subsidiaries"
    assert [one.key for one in kind.ended] == [others[-1].key]
    assert [(change.key, change.field, change.before, change.after) for change in kind.changed] == [
        (first.key, "name", first.name, "新名字"),
        (first.key, "tags", ["large-project"], ["new"]),
    ]


async def test_the_first_plan_is_all_new_and_its_gaps_appear(
    store: Store, small_plan: Plan
) -> None:
    found = await preview(store, small_plan, small_plan.start)

    assert found.against is None
    assert all(not kind.changed and not kind.ended for kind in found.kinds)
    assert set(found.ownership.totals()) <= {Turn.VACANCY_APPEARS, Turn.CONFLICT_APPEARS}
    assert found.ownership.totals()[Turn.VACANCY_APPEARS] > 0


async def test_changes_come_in_pages(small_graph: Store, small_plan: Plan) -> None:
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    whole = await page_of_changes(small_graph, (1, 2), None, None, 1000)
    paged: list[ChangedThing] = []
    after = None
    while page := (await page_of_changes(small_graph, (1, 2), None, after, 3))[:3]:
        paged += page
        after = (page[-1].kind.value, page[-1].key)

    assert paged == whole
    assert len(whole) > 3
