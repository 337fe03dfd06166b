"""Batches: a load is written in numbered transactions, each of them exactly once.

A transaction that fails in passing (Neo4j restarts, or is slow) is tried again. Whether it had
been committed all the same is told by the number that it notes on the load's own node.
"""

from __future__ import annotations

import asyncio
import gc
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from graph.cypher_files import query, statement
from graph.errors import Conflict
from graph.versions.retries import patiently
from graph.versions.rooms import refuse_full_disk

if TYPE_CHECKING:
    from pathlib import Path

    from graph.cypher_files import Statement
    from graph.store import Store
    from graph.versions.locks import LoadLock


@dataclass(frozen=True, slots=True)
class BatchesWritten:
    """How many batches of a load are written for good."""

    written: int


HOLD_LOAD = statement("plans/hold_load")
BATCHES_WRITTEN = query("plans/batches_written", BatchesWritten)
NOTE_BATCH = statement("plans/note_batch")

ROWS = 2_000
"""Rows for one statement."""
ROWS_OF_TRANSACTION = 5_000
"""Rows after which a transaction is committed."""


class Batches:
    """Collects the statements of a load and writes them in transactions of a bounded size.

    Where rows are small, transactions may have several `times` as many.
    """

    def __init__(  # noqa: PLR0913 - where, for whom, how patiently, in what portions
        self,
        store: Store,
        lock: LoadLock,
        load: int,
        patience: float,
        data: Path | None = None,
        *,
        times: int = 1,
    ) -> None:
        self._store = store
        self._lock = lock
        self._load = load
        self._data = data
        self._patience = patience
        self._times = times
        self._number = 0
        self._pending: list[tuple[Statement, dict[str, Any]]] = []
        self._rows = 0

    async def add(self, write: Statement, size: int, /, **parameters: Any) -> None:
        """Take in a statement about `size` rows; write what is pending when it is enough."""
        self._pending.append((write, parameters))
        self._rows += size
        if self._rows >= ROWS_OF_TRANSACTION * self._times:
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
        await patiently(self._once, self._patience)
        self._pending, self._rows = [], 0
        gc.collect(0)  # drivers leave their requests in cycles, and large loads run uncollected

    async def finish(self, write: Statement) -> None:
        """Write what is pending, and when it is there for all the statement that lets it be seen.

        Readers may see some of a transaction a moment before the rest of it: that statement has one
        of its own. Whoever stops this comes too late: it is brought to its end, so that its outcome
        is known.

        Raises:
            StoreUnavailable: as `flush`.
            Conflict: as `flush`.
        """
        await self.flush()
        self._pending.append((write, {}))
        last = asyncio.ensure_future(self.flush())
        try:
            await asyncio.shield(last)
        except asyncio.CancelledError:
            await last

    async def _once(self) -> None:
        await self._lock.keep()
        refuse_full_disk(self._data)
        async with self._store.transaction() as transaction:
            await transaction.write(HOLD_LOAD, load=self._load, batch=self._number)
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
