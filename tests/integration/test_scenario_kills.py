"""`orgatlas scenario apply` is killed: it has happened or not, and the next one goes through.

Few points are tried, and many by `make nightly`.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest

from graph.errors import Conflict
from graph.queries.loads import loads_to_sweep
from graph.queries.scenarios import changes_of_scenarios, scenario_by_key
from graph.reorganization.documents import scenario_of
from graph.versions.applying import applied, rolled_back
from graph.versions.lifecycles import approved, checked
from seed.loading.loads import load_plan
from tests.api.scenarios import MERGE, TARGET, document
from tests.graphs import contents, history
from tests.killed import APPROVER
from tests.kills import Wholes, dies, is_killed, undisturbed
from tests.profiles import points

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    import neo4j

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

KEY = "one-region"
NOTHING_BUT_THE_SCHEMA = "MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node"


async def _approve(store: Store) -> None:
    await checked(store, scenario_of(document(MERGE, TARGET)), "Ann")
    await approved(store, KEY, APPROVER)


@pytest.fixture(scope="module")
async def wholes(
    open_store: Store, driver: neo4j.AsyncDriver, small_plan: Plan
) -> AsyncIterator[Wholes]:
    await driver.execute_query(NOTHING_BUT_THE_SCHEMA)
    await load_plan(open_store, small_plan)
    await _approve(open_store)
    with pytest.MonkeyPatch.context() as patch:
        yield await undisturbed(driver, lambda: applied(open_store, KEY, APPROVER), patch)


@dataclass(frozen=True, slots=True)
class Scene:
    """A graph with a scenario that is approved, and what to compare with."""

    wholes: Wholes
    store: Store
    connection: Connection
    driver: neo4j.AsyncDriver

    async def is_as_before(self) -> bool:
        """Tell whether every answer is as before, and the scenario may still be applied."""
        row = await scenario_by_key(self.store, KEY)
        same = _answers(await contents(self.driver)) == _answers(self.wholes.before)
        return same and row.state == "approved" and await self._noted() == Counter()

    async def is_applied(self) -> bool:
        """Tell whether every answer is as the scenario says, and all that was done is noted."""
        row = await scenario_by_key(self.store, KEY)
        same = _answers(await contents(self.driver)) == _answers(self.wholes.after)
        once = Counter({("applied", None): 1, ("operation", 1): 1, ("operation", 2): 1})
        return same and row.state == "applied" and await self._noted() == once

    async def is_swept(self) -> bool:
        """Tell whether nothing else is left than what undisturbed applying leaves."""
        left = _answers(await history(self.driver))
        return left == _answers(self.wholes.history_after) and not await loads_to_sweep(self.store)

    async def _noted(self) -> Counter[tuple[str, int | None]]:
        """Return what is noted since the scenario was approved last."""
        changes = await changes_of_scenarios(self.store, [KEY])
        since = takewhile(lambda one: one.step != "approved", changes)
        return Counter((one.step, one.number) for one in since)


@pytest.fixture
async def scene(
    wholes: Wholes, small_graph: Store, connection: Connection, driver: neo4j.AsyncDriver
) -> Scene:
    await _approve(small_graph)
    return Scene(wholes, small_graph, connection, driver)


async def test_applying_that_is_killed_at_any_transaction_has_not_happened(scene: Scene) -> None:
    last = scene.wholes.transactions
    inside = {1 + int(part * last) for part in points(1, 10)}
    after = {1 + int(part * (last - 1)) for part in points(1, 10)}
    for point, numbers in (("inside", inside), ("after", after)):
        for number in sorted(numbers):
            await asyncio.to_thread(dies, scene.connection, "apply", KEY, point, str(number))
            assert await scene.is_as_before(), f"killed {point} transaction {number} of {last}"

    await applied(scene.store, KEY, APPROVER)

    assert await scene.is_applied()
    assert await scene.is_swept()


async def test_applying_that_is_killed_after_its_last_transaction_has_happened(
    scene: Scene,
) -> None:
    last = str(scene.wholes.transactions)
    await asyncio.to_thread(dies, scene.connection, "apply", KEY, "after", last)

    assert await scene.is_applied()
    with pytest.raises(Conflict, match="is applied, not approved"):
        await applied(scene.store, KEY, APPROVER)
    await rolled_back(scene.store, KEY, APPROVER)
    assert _answers(await contents(scene.driver)) == _answers(scene.wholes.before)


@pytest.mark.parametrize("part", points(1, 20))
async def test_applying_that_is_killed_at_any_moment_has_happened_or_not(
    scene: Scene, part: float
) -> None:
    seconds = part * scene.wholes.seconds
    was_at_it = await asyncio.to_thread(is_killed, scene.connection, "apply", KEY, seconds)

    if await scene.is_as_before():
        assert was_at_it
        await applied(scene.store, KEY, APPROVER)

    assert await scene.is_applied()
    assert await scene.is_swept()


def _answers(found: Counter[str]) -> Counter[str]:
    """Return what answers come from: all but the log of changes, whose keys tell the load."""
    return Counter({line: count for line, count in found.items() if '"Change"' not in line})
