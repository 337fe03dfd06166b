"""Retrying: what fails in passing (Neo4j restarts, or is busy) is tried again for a while."""

from __future__ import annotations

import asyncio
import time
from typing import TYPE_CHECKING, TypeVar

from graph.errors import StoreBusy, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

PATIENCE = 120.0
"""Seconds to wait for a server that went away."""
PAUSE = 0.5

T = TypeVar("T")


async def patiently(attempt: Callable[[], Awaitable[T]], patience: float = PATIENCE) -> T:
    """Return what an attempt does; it is made again, whole, while Neo4j is away or busy.

    The patience begins with the first failure.

    Raises:
        StoreUnavailable: the server did not come back in time, or cannot go on by itself.
        StoreBusy: it did not become less busy.
    """
    gives_up: float | None = None
    while True:
        try:
            return await attempt()
        except (StoreUnavailable, StoreBusy) as error:
            now = time.monotonic()
            gives_up = now + patience if gives_up is None else gives_up
            if isinstance(error, StoreUnavailable) and error.stays:
                raise
            if now >= gives_up and isinstance(error, StoreUnavailable):
                raise StoreUnavailable(
                    f"{error}\nWaited {patience:.0f} s for it. Readers get the answers they got"
                    " before. When Neo4j runs (orgatlas neo4j start), do this again: what is"
                    " half-done is swept then"
                ) from error
            if now >= gives_up:
                raise
        await asyncio.sleep(PAUSE)
