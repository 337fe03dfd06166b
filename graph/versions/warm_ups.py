"""The base of the newest version, read in the background before anybody asks for it."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING

from graph.errors import OrgGraphError
from graph.queries.timelines import timeline

if TYPE_CHECKING:
    from collections.abc import Coroutine

    from graph.queries.timelines import LoadedVersion
    from graph.store import Store
    from graph.versions.trials import Trials

LOG = logging.getLogger(__name__)


class WarmUp:
    """Reads ahead what trials need; one for all requests of a process.

    It delays nobody and fails nothing. What goes wrong is logged, and tried again by whoever asks
    for an impact. Versions are read one after the other, and of those that wait only the newest.
    """

    def __init__(self, trials: Trials) -> None:
        self._trials = trials
        self._noticed: str | None = None
        self._wanted: LoadedVersion | None = None
        self._looking: asyncio.Task[None] | None = None
        self._reading: asyncio.Task[None] | None = None

    def begin(self, store: Store) -> None:
        """Look for the newest version, and read its base."""
        if self._looking is None or self._looking.done():
            self._looking = self._started(self._look(store))

    def notice(self, store: Store, version: LoadedVersion | None) -> None:
        """Read the base of the newest version, unless it was noticed before."""
        if version is None or version.stamp == self._noticed:
            return
        self._noticed = version.stamp
        self._wanted = version
        if self._reading is None or self._reading.done():
            self._reading = self._started(self._read(store))

    async def end(self) -> None:
        """Stop what is going on."""
        going = [task for task in (self._looking, self._reading) if task is not None]
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)

    async def _look(self, store: Store) -> None:
        self.notice(store, (await timeline(store)).latest)

    async def _read(self, store: Store) -> None:
        while (version := self._wanted) is not None:
            self._wanted = None
            await self._trials.base(store, version)
            await self._trials.staff(store, version)
            LOG.info("Revision %s is read: impacts on it are quick from now on", version.number)

    @staticmethod
    def _started(work: Coroutine[None, None, None]) -> asyncio.Task[None]:
        task = asyncio.create_task(work)
        task.add_done_callback(_log_failure)
        return task


def _log_failure(task: asyncio.Task[None]) -> None:
    if task.cancelled() or (error := task.exception()) is None:
        return
    expected = isinstance(error, OrgGraphError)
    LOG.warning(
        "The newest revision could not be read ahead, the first impact on it will: %s",
        error,
        exc_info=None if expected else error,
    )
