"""What writes versions, killed from outside, and the graphs it may leave."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.versions import batches
from tests.graphs import contents, history
from tests.loads import SMALL_TRANSACTIONS
from tests.programs import surroundings

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Awaitable, Callable

    import neo4j
    import pytest

    from graph.server.connections import Connection

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Wholes:
    """What there is before something undisturbed, and what it leaves; how long it takes."""

    before: Counter[str]
    after: Counter[str]
    history_before: Counter[str]
    history_after: Counter[str]
    transactions: int
    seconds: float


async def undisturbed(
    driver: neo4j.AsyncDriver, do: Callable[[], Awaitable[object]], patch: pytest.MonkeyPatch
) -> Wholes:
    """Do something in peace, in small transactions, and return what there is to compare with."""
    flush, flushes = batches.Batches.flush, list[int]()

    async def counted(self: batches.Batches) -> None:
        flushes.append(1)
        await flush(self)

    before, history_before = await contents(driver), await history(driver)
    with patch.context() as counting:
        counting.setattr(batches, "ROWS_OF_TRANSACTION", SMALL_TRANSACTIONS)
        counting.setattr(batches.Batches, "flush", counted)
        began = time.monotonic()
        await do()
        seconds = time.monotonic() - began
    after, history_after = await contents(driver), await history(driver)
    return Wholes(before, after, history_before, history_after, len(flushes), seconds)


def dies(connection: Connection, what: str, about: str, point: str, number: str) -> None:
    """Run what dies at a point of its own, about a plan's folder or a scenario."""
    command = [sys.executable, "-m", "tests.killed", what, about, point, number]
    ended = subprocess.run(  # noqa: S603 - our own program
        command,
        env=surroundings(connection),
        check=False,
        timeout=LONGEST,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


def is_killed(connection: Connection, what: str, about: str, seconds: float) -> bool:
    """Kill what is about a plan or scenario so long after it began; tell whether it was at it."""
    command = [sys.executable, "-m", "tests.killed", what, about, "never", "0"]
    with subprocess.Popen(  # noqa: S603 - our own program
        command,
        env=surroundings(connection),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as loader:
        assert loader.stdout is not None
        assert loader.stdout.readline() == "began\n"
        time.sleep(seconds)
        loader.kill()
    return loader.returncode == -signal.SIGKILL
