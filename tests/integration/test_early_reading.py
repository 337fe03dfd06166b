"""What a load reads of the graph while it still reads files counts only if it is still so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.queries.loads import highest_load
from graph.queries.timelines import timeline
from seed.loading.early import Early, EarlyHeld, held_now
from seed.loading.held import held_in
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.store import Store


async def _held_early(store: Store) -> EarlyHeld:
    version = (await timeline(store)).latest
    return EarlyHeld(version, await highest_load(store), await held_in(store, version))


def _reading_of(found: EarlyHeld | None) -> Early:
    async def read() -> EarlyHeld | None:
        return found

    return Early(read)


async def test_what_was_read_early_is_taken_while_the_newest_version_is_the_same(
    small_graph: Store,
) -> None:
    found = await _held_early(small_graph)

    held = await held_now(small_graph, _reading_of(found))

    assert held is found.held


async def test_it_is_read_again_after_another_load(small_graph: Store, small_plan: Plan) -> None:
    found = await _held_early(small_graph)
    await load_plan(small_graph, replace(small_plan, open_questions=()), options=MAY_END_ALL)

    held = await held_now(small_graph, _reading_of(found))

    assert held.things.digests("OpenQuestion").is_empty()
    assert not found.held.things.digests("OpenQuestion").is_empty()


async def test_it_is_read_again_if_a_load_has_begun_meanwhile(small_graph: Store) -> None:
    found = await _held_early(small_graph)
    begun = statement("plans/begin_load")
    await small_graph.run_alone(begun, load=2, plan="other", loaded_by="somebody")

    held = await held_now(small_graph, _reading_of(found))

    assert held is not found.held


async def test_it_is_read_again_where_reading_early_found_nothing(small_graph: Store) -> None:
    early = _reading_of(None)

    first, second = [await held_now(small_graph, early) for _ in range(2)]

    assert first.things.digests("Department").equals(second.things.digests("Department"))
    assert not first.things.digests("Department").is_empty()
