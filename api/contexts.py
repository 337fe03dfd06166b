"""What one request shares: the reader, today, and everything it already asked the graph."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.fastapi import BaseContext

from graph.queries.rule_books import RuleBooks
from graph.store import Reader

KeyT = TypeVar("KeyT")
RowT = TypeVar("RowT")

Batch = Callable[[Reader, Sequence[KeyT]], Awaitable[list[RowT]]]
"""A query function for many keys at once: one result for each key, in their order."""


class Context(BaseContext):
    """One request's view of the graph; `today` stays the same until the request ends."""

    def __init__(self, reader: Reader, today: date, books: RuleBooks) -> None:
        super().__init__()
        self.reader = reader
        self.books = books
        self.today = today
        self._loaders: dict[object, DataLoader[Any, Any]] = {}

    async def load(self, batch: Batch[KeyT, RowT], key: KeyT) -> RowT:
        """Return the batch function's result for one key.

        Everything a response asks of the same function becomes one call of it.
        """
        return await self._loader(batch).load(key)

    def _loader(self, batch: Batch[KeyT, RowT]) -> DataLoader[KeyT, RowT]:
        loader = self._loaders.get(batch)
        if loader is None:

            async def rows(keys: list[KeyT]) -> Sequence[RowT]:
                return await batch(self.reader, keys)

            loader = self._loaders[batch] = DataLoader(load_fn=rows)
        return loader


Info = strawberry.Info[Context, None]
