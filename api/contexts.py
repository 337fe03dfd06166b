"""What one request shares: the reader, today, and everything it already asked the graph."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Annotated, Any, TypeVar

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.fastapi import BaseContext

from graph.queries.rule_books import RuleBooks
from graph.queries.timelines import Pinned, Timeline, timeline
from graph.store import Reader

KeyT = TypeVar("KeyT")
RowT = TypeVar("RowT")

Batch = Callable[[Reader, Sequence[KeyT]], Awaitable[list[RowT]]]
"""A query function for many keys at once: one result for each key, in their order."""


class Context(BaseContext):
    """One request's view of the graph; `today` stays the same until the request ends.

    So does the timeline, which is looked up when something is read for the first time: whatever
    is loaded meanwhile, each day is answered from the same version throughout.
    """

    def __init__(self, reader: Reader, today: date, books: RuleBooks) -> None:
        super().__init__()
        self.books = books
        self.today = today
        self._reader = reader
        self._timeline: asyncio.Task[Timeline] | None = None
        self._readers: dict[int, Pinned] = {}
        self._loaders: dict[object, DataLoader[Any, Any]] = {}

    def day(self, as_of: date | None) -> date:
        """Return the day that is asked about: today where none is given."""
        return as_of or self.today

    async def timeline(self) -> Timeline:
        """Return the timeline; all who ask first wait for one look, and go on together."""
        if self._timeline is None:
            self._timeline = asyncio.create_task(timeline(self._reader))
        return self._timeline.result() if self._timeline.done() else await self._timeline

    async def at(self, day: date) -> Pinned:
        """Return a reader of the version that answers for a day."""
        reader = Pinned(self._reader, (await self.timeline()).on(day))
        return self._readers.setdefault(reader.number, reader)

    async def load(self, batch: Batch[KeyT, RowT], key: KeyT, day: date) -> RowT:
        """Return the batch function's result for one key, as it is on a day.

        Everything a response asks of the same function and version becomes one call of it.
        """
        return await self._loader(batch, await self.at(day)).load(key)

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
