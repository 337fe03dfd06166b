"""Batches: a load is written in numbered transactions, each of them exactly once.

A transaction that fails in passing (Neo4j restarts, or is slow) is tried again. Whether it had
been committed all the same is told by the number that it notes on the load's own node.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.cypher_files import query, statement
from graph.errors import Conflict, StoreUnavailable

if TYPE_CHECKING:
    from graph.cypher_files import Statement
    from graph.store import Store
    from seed.loading.locks import LoadLock


@dataclass(frozen=True, slots=True)
class BatchesWritten:
    """How many batches of a load are written for good."""

    written: int


BATCHES_WRITTEN = query("plans/batches_written", BatchesWritten)
NOTE_BATCH = statement("plans/note_batch")

ROWS = 2_000
"""Rows for one statement."""
ROWS_OF_TRANSACTION = 5_000
"""Rows after which a transaction is committed."""
PATIENCE = 120.0
"""Seconds to wait for a server that went away in the middle of a load."""
PAUSE = 0.5


class Batches:
    """Collects the statements of a load and writes them in transactions of a bounded size."""

    def __init__(self, store: Store, lock: LoadLock, load: int, patience: float = PATIENCE) -> None:
        self._store = store
        self._lock = lock
        self._load = load
        self._patience = patience
        self._number = 0
        self._pending: list[tuple[Statement, dict[str, Any]]] = []
        self._rows = 0

    async def add(self, write: Statement, size: int, /, **parameters: Any) -> None:
        """Take in a statement about `size` rows; write what is pending when it is enough."""
        self._pending.append((write, parameters))
        self._rows += size
        if self._rows >= ROWS_OF_TRANSACTION:
            await self.flush()

    async def flush(self) -> None:
        """Write what is pending.

        Raises:
            StoreUnavailable: the server went away and did not come back in time.
            Conflict: another load took this one for dead while the server was away.
        """
        if not self._pending:
            return
        self._number += 1
        gives_up = time.monotonic() + self._patience
        while True:
            try:
                await self._once()
                break
            except StoreUnavailable:
                if time.monotonic() > gives_up:
                    raise
            await asyncio.sleep(PAUSE)
        self._pending, self._rows = [], 0

    async def finish(self, write: Statement, **parameters: Any) -> None:
        """Write what is pending and, in the same transaction, the statement that lets it be seen.

        Raises:
            StoreUnavailable: as `flush`.
            Conflict: as `flush`.
        """
        self._pending.append((write, parameters))
        await self.flush()

    async def _once(self) -> None:
        await self._lock.keep()
        async with self._store.transaction() as transaction:
            done = await transaction.read(BATCHES_WRITTEN, load=self._load)
            if not done:
                raise Conflict(
                    "Another load began while this one could not reach Neo4j."
                    " Nothing of this one was kept: load again"
                )
            if done[0].written >= self._number:
                return
            for write, parameters in self._pending:
                await transaction.write(write, load=self._load, **parameters)
            await transaction.write(NOTE_BATCH, load=self._load, batch=self._number)
