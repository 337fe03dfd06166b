"""What the newest version holds, read while the plan is still being read from its files.

A version never changes, so what was read early is as good as what is read later, if the newest
version is still the same and no load began meanwhile. Otherwise, and whatever goes wrong here, the
load reads for itself.
"""

from __future__ import annotations

import asyncio
import sys
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from threading import Thread
from typing import TYPE_CHECKING

from graph.errors import OrgGraphError
from graph.queries.loads import highest_load, loads_to_sweep
from graph.queries.timelines import timeline
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import schema_state
from seed.loading.held import held_in

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from graph.queries.timelines import LoadedVersion
    from seed.loading.held import Held

    Reading = Callable[[], Coroutine[None, None, "EarlyHeld | None"]]

QUICK_TURNS = 0.0005
"""Seconds after which one thread lets another go on: polars comes back to Python all the time."""


@dataclass(frozen=True, slots=True)
class EarlyHeld:
    """What a version holds, and the highest number that any load had when that was read."""

    version: LoadedVersion | None
    highest: int
    held: Held


class Early:
    """Reads in a thread that nobody has to wait for, begun as this is made."""

    def __init__(self, read: Reading | None = None) -> None:
        self._reading: Future[EarlyHeld | None] | None = Future()
        self._reading.set_running_or_notify_cancel()  # from now on nobody can cancel it
        given = (self._reading, read or held_by_newest)
        Thread(target=_fill, args=given, daemon=True).start()

    async def take(self) -> EarlyHeld | None:
        """Wait for what was read and give it away, once; None where nothing was."""
        reading, self._reading = self._reading, None
        return await asyncio.wrap_future(reading) if reading else None


async def held_now(store: Store, early: Early | None) -> Held:
    """Return what the newest version holds: as read early, where that is still so, or read now."""
    version = (await timeline(store)).latest
    if early is not None:
        found = await early.take()
        if found and (found.version, found.highest) == (version, await highest_load(store)):
            return found.held
    return await held_in(store, version)


def _fill(reading: Future[EarlyHeld | None], read: Reading) -> None:
    found: EarlyHeld | None = None
    usual = sys.getswitchinterval()
    sys.setswitchinterval(QUICK_TURNS)
    try:
        with suppress(OrgGraphError):
            found = asyncio.run(read())
    finally:
        sys.setswitchinterval(usual)
        reading.set_result(found)


async def held_by_newest() -> EarlyHeld | None:
    """Return what the newest version of the server's graph holds; None while it is unsettled."""
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        if (await schema_state(store)).pending or await loads_to_sweep(store):
            return None
        highest = await highest_load(store)
        version = (await timeline(store)).latest
        return EarlyHeld(version, highest, await held_in(store, version))
