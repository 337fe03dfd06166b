"""One load at a time: a lock in the graph that ends with the transaction that took it.

The lock is a node that the loading transaction writes first. Neo4j lets go of it when the
transaction ends in any way, the loader's death included, so it can never be left behind. Who has
it is announced on the same node just before, in a transaction of its own.
"""

from __future__ import annotations

import asyncio
import getpass
import os
import socket
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.errors import Conflict
from graph.queries.plans import load_lock_holder

if TYPE_CHECKING:
    from graph.store import Store, Transaction

ANNOUNCE_LOAD = statement("plans/announce_load")
TAKE_LOAD_LOCK = statement("plans/take_load_lock")

LONGEST_WAIT = 60.0
"""Seconds to wait for another load to end."""


def holder() -> str:
    """Return who this process is, for those who wait for it."""
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "somebody"
    return f"{user} on {socket.gethostname()}, process {os.getpid()}"


async def announce(store: Store, seconds: float = LONGEST_WAIT) -> None:
    """Say that this process is about to load, as soon as no other load is going on.

    Raises:
        Conflict: another load has not ended in time.
    """
    try:
        async with asyncio.timeout(seconds), store.transaction() as transaction:
            await transaction.write(ANNOUNCE_LOAD, holder=holder())
    except TimeoutError as error:
        raise await _held(store, seconds) from error


async def take(store: Store, transaction: Transaction, seconds: float = LONGEST_WAIT) -> None:
    """Keep every other load out until the transaction ends.

    Raises:
        Conflict: another load has not ended in time.
    """
    try:
        async with asyncio.timeout(seconds):
            await transaction.write(TAKE_LOAD_LOCK)
    except TimeoutError as error:
        raise await _held(store, seconds) from error


async def _held(store: Store, seconds: float) -> Conflict:
    held = await load_lock_holder(store)
    by = f" by {held.holder}, since {held.since:%Y-%m-%d %H:%M:%S %Z}" if held else ""
    return Conflict(
        f"Another load is going on{by}; waited {seconds:.0f} s. Nothing was changed: load again"
        " when it has ended"
    )
