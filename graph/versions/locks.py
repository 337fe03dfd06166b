"""One load at a time: a lock in the graph that ends with the transaction that took it.

The lock is a node that a transaction writes and keeps open while the load goes on in others. Neo4j
lets go of it when that transaction ends in any way, the loader's death included, so it can never be
left behind. Who has it is announced on another node just after, in a transaction of its own.
"""

from __future__ import annotations

import asyncio
import getpass
import os
import socket
from contextlib import AsyncExitStack, suppress
from typing import TYPE_CHECKING, Self

from graph.cypher_files import statement
from graph.errors import Conflict, StoreUnavailable
from graph.queries.loads import LOAD_LOCK_HOLDER, load_lock_holder

if TYPE_CHECKING:
    from types import TracebackType

    from graph.store import Store, Transaction

ANNOUNCE_LOAD = statement("plans/announce_load")
TAKE_LOAD_LOCK = statement("plans/take_load_lock")

LONGEST_WAIT = 60.0
"""Seconds to wait for another load to end."""


def holder() -> str:
    """Return who this process is, for those who wait for it, and for the history of loads."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user} on {socket.gethostname()}, process {os.getpid()}"


class LoadLock:
    """The right to load, from entering to leaving; `keep` takes it again if the server restarted.

    Raises:
        Conflict: another load has not ended in time.
    """

    def __init__(self, store: Store, seconds: float = LONGEST_WAIT) -> None:
        self._store = store
        self._seconds = seconds
        self._stack = AsyncExitStack()
        self._transaction: Transaction | None = None

    async def __aenter__(self) -> Self:
        await self._take()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._let_go()

    async def keep(self) -> None:
        """Make sure that the lock is still held; take it again where the server lost it.

        Raises:
            StoreUnavailable: the server does not answer.
            Conflict: somebody else has it now.
        """
        try:
            if self._transaction is not None:
                await self._transaction.read(LOAD_LOCK_HOLDER)
                return
        except StoreUnavailable:
            await self._let_go()
        await self._take()

    async def _take(self) -> None:
        try:
            async with asyncio.timeout(self._seconds):
                transaction = await self._stack.enter_async_context(self._store.transaction())
                await transaction.write(TAKE_LOAD_LOCK)
            async with self._store.transaction() as announcing:
                await announcing.write(ANNOUNCE_LOAD, holder=holder())
        except TimeoutError as error:
            await self._let_go()
            raise await self._held() from error
        except BaseException:
            await self._let_go()
            raise
        self._transaction = transaction

    async def _let_go(self) -> None:
        self._transaction = None
        with suppress(StoreUnavailable):
            await self._stack.aclose()

    async def _held(self) -> Conflict:
        held = await load_lock_holder(self._store)
        by = f" by {held.holder}, since {held.since:%Y-%m-%d %H:%M:%S %Z}" if held else ""
        return Conflict(
            f"Another load is going on{by}; waited {self._seconds:.0f} s. Nothing was changed:"
            " load again when it has ended"
        )
