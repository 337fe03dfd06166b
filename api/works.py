"""Work that may take longer than a request may: it goes on when the caller is told so."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

LOG = logging.getLogger(__name__)
WAITS = 10.0
"""Seconds that a request waits for such work, well inside what one operation may take."""
DoneT = TypeVar("DoneT")


class LongWorks:
    """Works by name, each going on once; one for all requests of a process."""

    def __init__(self) -> None:
        self._going: dict[str, asyncio.Task[Any]] = {}

    async def within(
        self, name: str, work: Callable[[], Coroutine[Any, Any, DoneT]]
    ) -> DoneT | None:
        """Return what the work returns; None where it goes on, as the same name's work does."""
        task = self._going.get(name)
        if task is None:
            task = self._going[name] = asyncio.create_task(work())
            task.add_done_callback(lambda done: self._ended(name, done))
        await asyncio.wait([task], timeout=WAITS)
        return task.result() if task.done() else None

    async def end(self) -> None:
        """Stop what is going on; the graph is as if it had been killed: it happened or not."""
        going = [*self._going.values()]
        for task in going:
            task.cancel()
        await asyncio.gather(*going, return_exceptions=True)

    def _ended(self, name: str, task: asyncio.Task[Any]) -> None:
        self._going.pop(name, None)
        if not task.cancelled() and task.exception() is not None:
            LOG.info("%s: %s", name, task.exception())
