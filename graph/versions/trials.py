"""Scenarios tried one at a time, on versions whose bases are kept warm."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from graph.bulk import uncollected
from graph.queries.bases import read_base, with_what_is_named
from graph.queries.headcounts import read_staff
from graph.queries.scenarios import digest_of
from graph.queries.timelines import Pinned, refuse_undone
from graph.reorganization.impacts import Impact, impact

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Hashable, Sequence

    from graph.queries.timelines import LoadedVersion
    from graph.reorganization.headcounts import Staff
    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.ownership_impacts import Base
    from graph.reorganization.scenarios import Scenario
    from graph.store import Store

KEPT_BASES = 2
"""How many versions are remembered: the newest, and the one that a scenario was drafted on."""
KEPT_POSTS = 200_000
"""Posts that are remembered with a base at most."""
KEPT_IMPACTS = 4
"""How many impacts are remembered, for those who look at one page after the other."""
FoundT = TypeVar("FoundT")
KeyT = TypeVar("KeyT", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Tried:
    """A scenario tried on a version of the graph, without changing anything."""

    base: Base
    version: LoadedVersion
    impact: Impact


class Trials:
    """Tries scenarios and remembers what it read for that; one for all requests of a process.

    A version never changes, so neither does its base, nor what the same scenario does to it.
    """

    def __init__(self) -> None:
        self._bases: OrderedDict[str, asyncio.Task[Base]] = OrderedDict()
        self._staffed: OrderedDict[str, Base] = OrderedDict()
        self._staffs: OrderedDict[str, asyncio.Task[Staff]] = OrderedDict()
        self._impacts: OrderedDict[tuple[str, str], asyncio.Task[Tried]] = OrderedDict()
        self._turn = asyncio.Lock()

    async def base(self, store: Store, version: LoadedVersion) -> Base:
        """Return the base of a version; all who ask while it is read wait for the same reading.

        It is read to its end even where nobody waits any more, so that the next to ask has it.

        Raises:
            Conflict: the version was undone meanwhile.
        """
        base = await _kept(
            self._bases, version.stamp, KEPT_BASES, lambda: read_base(store, version)
        )
        staffed = self._staffed.get(version.stamp)
        return base if staffed is None else staffed

    async def staff(self, store: Store, version: LoadedVersion) -> Staff:
        """Return who is in which department of a version, read as bases are."""
        reader = Pinned(store, version)
        return await _kept(self._staffs, version.stamp, KEPT_BASES, lambda: read_staff(reader))

    async def base_for(
        self, store: Store, version: LoadedVersion, operations: Sequence[Operation]
    ) -> Base:
        """Return the base of a version with all that operations look at, and remember it.

        Where that becomes too much, the next starts with what every base has.
        """
        known = await self.base(store, version)
        found = await with_what_is_named(Pinned(store, version), known, operations)
        self._staffed.pop(version.stamp, None)
        if len(found.organization.posts) <= KEPT_POSTS:
            self._staffed[version.stamp] = found
        while len(self._staffed) > KEPT_BASES:
            self._staffed.popitem(last=False)
        return found

    async def tried(self, store: Store, scenario: Scenario, version: LoadedVersion) -> Tried:
        """Return what a scenario would do to a version.

        Raises:
            Conflict: the version was undone meanwhile.
        """
        place = (version.stamp, digest_of(scenario))
        return await _kept(
            self._impacts, place, KEPT_IMPACTS, lambda: self._try(store, scenario, version)
        )

    async def alone(self, work: Callable[[], FoundT]) -> FoundT:
        """Do work on bases and impacts in a thread, while nobody else does.

        Work that has begun is done to its end before the next begins, whoever stops waiting.
        """
        await self._turn.acquire()
        working = asyncio.ensure_future(asyncio.to_thread(_uncollected, work))
        working.add_done_callback(lambda _: self._turn.release())
        return await asyncio.shield(working)

    async def end(self) -> None:
        """Stop what is being read or tried: nobody will ask for it any more."""
        going: list[asyncio.Task[Any]] = [*self._bases.values(), *self._impacts.values()]
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)

    async def _try(self, store: Store, scenario: Scenario, version: LoadedVersion) -> Tried:
        base = await self.base_for(store, version, scenario.operations)
        staff = await self.staff(store, version)
        await refuse_undone(store, version)

        def work() -> Impact:
            return impact(base, scenario, staff.on(scenario.effective))

        return Tried(base, version, await self.alone(work))


async def _kept(
    known: OrderedDict[KeyT, asyncio.Task[FoundT]],
    key: KeyT,
    most: int,
    make: Callable[[], Coroutine[None, None, FoundT]],
) -> FoundT:
    task = known.pop(key, None)
    if task is None or _failed(task):
        task = asyncio.create_task(make())
    known[key] = task
    while len(known) > most:
        known.popitem(last=False)
    return task.result() if task.done() else await asyncio.shield(task)


def _uncollected(work: Callable[[], FoundT]) -> FoundT:
    with uncollected():
        return work()


def _failed(task: asyncio.Task[FoundT]) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
