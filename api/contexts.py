"""What one request shares: the reader, today, and everything it already asked the graph."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import monotonic
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.fastapi import BaseContext

from api.works import LongWorks
from graph.queries.loads import LoadRow, loads
from graph.queries.rule_books import RuleBooks
from graph.queries.scenarios import ScenarioRow, scenarios
from graph.queries.timelines import STAYS_WHOLE, LoadedVersion, Pinned, Timeline, timeline
from graph.store import Reader, Store
from graph.versions.trials import Trials
from graph.versions.warm_ups import WarmUp

KeyT = TypeVar("KeyT")
RowT = TypeVar("RowT")

Batch = Callable[[Reader, Sequence[KeyT]], Awaitable[list[RowT]]]
"""A query function for many keys at once: one result for each key, in their order."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What all requests of a process share, and whether they may change anything.

    `warm_up` reads bases for `trials` before anybody asks, where there is one.
    """

    may_change: bool = False
    books: RuleBooks = field(default_factory=RuleBooks)
    trials: Trials = field(default_factory=Trials)
    warm_up: WarmUp | None = None
    works: LongWorks = field(default_factory=LongWorks)


class Context(BaseContext):
    """One request's view of the graph; `today` stays the same until the request ends.

    So does the timeline, which is looked up when something is read for the first time: whatever
    is loaded meanwhile, each day is answered from the same version throughout.
    """

    def __init__(self, store: Store, today: date, shared: Shared) -> None:
        super().__init__()
        self.store = store
        self.today = today
        self.may_change = shared.may_change
        self.books = shared.books
        self.trials = shared.trials
        self.works = shared.works
        self._warm_up = shared.warm_up
        self._reader: Reader = store
        self.has_changed = False
        self.forget()

    def note_change(self) -> None:
        """Look everything up anew from now on: this request has changed something."""
        self.has_changed = True
        self.forget()

    def forget(self) -> None:
        """Look everything up anew from now on."""
        self._looked_up_at = monotonic()
        self._timeline: asyncio.Task[Timeline] | None = None
        self._loads: asyncio.Task[list[LoadRow]] | None = None
        self._scenarios: asyncio.Task[list[ScenarioRow]] | None = None
        self._readers: dict[int, Pinned] = {}
        self._loaders: dict[object, DataLoader[Any, Any]] = {}

    def day(self, as_of: date | None) -> date:
        """Return the day that is asked about: today where none is given."""
        return as_of or self.today

    async def timeline(self) -> Timeline:
        """Return the timeline; all who ask first wait for one look, and go on together."""
        if self._timeline is None:
            self._timeline = asyncio.create_task(self._looked_up())
        return self._timeline.result() if self._timeline.done() else await self._timeline

    async def at(self, day: date) -> Pinned:
        """Return a reader of the version that answers for a day."""
        return self._pinned((await self.timeline()).on(day))

    async def of_version(self, number: int) -> Pinned:
        """Return a reader of the version of that number; one of nothing if none has it."""
        return self._pinned(await self.version(number))

    async def version(self, number: int) -> LoadedVersion | None:
        """Return the version of that number; None where no load that counts has it."""
        versions = (await self.timeline()).versions
        return next((one for one in versions if one.number == number), None)

    async def outlived(self) -> bool:
        """Tell whether a version was undone while this request read it: some may be swept.

        What was read at once was still whole.
        """
        stamps = {reader.stamp for reader in self._readers.values() if reader.stamp}
        if not stamps or monotonic() - self._looked_up_at <= STAYS_WHOLE:
            return False
        counting = {version.stamp for version in (await timeline(self._reader)).versions}
        return not stamps <= counting

    async def loads(self) -> list[LoadRow]:
        """Return the loads of the timeline, the newest first; looked up once."""
        if self._loads is None:
            self._loads = asyncio.create_task(self._loads_that_count())
        return self._loads.result() if self._loads.done() else await self._loads

    async def scenarios(self) -> list[ScenarioRow]:
        """Return all scenarios, the latest effective first; looked up once."""
        if self._scenarios is None:
            self._scenarios = asyncio.create_task(scenarios(self._reader))
        return self._scenarios.result() if self._scenarios.done() else await self._scenarios

    async def load(self, batch: Batch[KeyT, RowT], key: KeyT, day: date) -> RowT:
        """Return the batch function's result for one key, as it is on a day.

        Everything a response asks of the same function and version becomes one call of it.
        """
        return await self._loader(batch, await self.at(day)).load(key)

    async def load_of_all(self, batch: Batch[KeyT, RowT], key: KeyT) -> RowT:
        """Return the result for one key of a batch function that knows of versions itself."""
        return await self._loader(batch, self._pinned(None)).load(key)

    def warm_up(self) -> None:
        """Have the newest version read ahead: this process has just made or undone one."""
        if self._warm_up is not None:
            self._warm_up.begin(self.store)

    async def _looked_up(self) -> Timeline:
        self._looked_up_at = monotonic()
        found = await timeline(self._reader)
        if self._warm_up is not None:
            self._warm_up.notice(self.store, found.latest)
        return found

    async def _loads_that_count(self) -> list[LoadRow]:
        counting = {version.number for version in (await self.timeline()).versions}
        return [load for load in await loads(self._reader) if load.number in counting]

    def _pinned(self, version: LoadedVersion | None) -> Pinned:
        reader = Pinned(self._reader, version)
        return self._readers.setdefault(reader.number, reader)

    def _loader(self, batch: Batch[KeyT, RowT], reader: Pinned) -> DataLoader[KeyT, RowT]:
        loader = self._loaders.get((batch, reader.number))
        if loader is None:

            async def rows(keys: list[KeyT]) -> Sequence[RowT]:
                return await batch(reader, keys)

            loader = self._loaders[batch, reader.number] = DataLoader(load_fn=rows)
        return loader


Info = strawberry.Info[Context, None]

AsOf = Annotated[
    date | None,
    strawberry.argument(
        description="As the organization was, is or will be on that day; today if null."
    ),
]
OnDay = Annotated[
    date | None,
    strawberry.argument(
        description="The day asked about; if null, the day for which the object was asked."
    ),
]
