"""Loaders that are killed from outside, and the graphs they may leave."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.versions import batches
from seed.loading.loads import load_plan
from tests.conftest import REAL_PLAN
from tests.graphs import contents, history
from tests.loads import MAY_END_ALL, SMALL_TRANSACTIONS
from tests.programs import surroundings

if TYPE_CHECKING:
    from collections import Counter

    import neo4j
    import pytest

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

LONGEST = 120


@dataclass(frozen=True, slots=True)
class Wholes:
    """What undisturbed loads leave: the small plan alone, and the real one after it."""

    before: Counter[str]
    after: Counter[str]
    history_before: Counter[str]
    history_after: Counter[str]
    transactions: int
    seconds: float


async def undisturbed(
    store: Store, driver: neo4j.AsyncDriver, first: Plan, second: Plan, patch: pytest.MonkeyPatch
) -> Wholes:
    """Load two plans in peace, one after the other, and return what there is to compare with."""
    patch.setattr(batches, "ROWS_OF_TRANSACTION", SMALL_TRANSACTIONS)
    flush, flushes = batches.Batches.flush, list[int]()

    async def counted(self: batches.Batches) -> None:
        flushes.append(1)
        await flush(self)

    await load_plan(store, first)
    before, history_before = await contents(driver), await history(driver)
    with patch.context() as counting:
        counting.setattr(batches.Batches, "flush", counted)
        began = time.monotonic()
        await load_plan(store, second, options=MAY_END_ALL)
        seconds = time.monotonic() - began
    after, history_after = await contents(driver), await history(driver)
    return Wholes(before, after, history_before, history_after, len(flushes), seconds)


def dies(connection: Connection, what: str, point: str, number: str) -> None:
    """Run a loader of the real plan that dies at a point of its own."""
    command = [sys.executable, "-m", "tests.killed", what, str(REAL_PLAN), point, number]
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


def is_killed(connection: Connection, what: str, seconds: float) -> bool:
    """Kill a loader of the real plan so long after it began; tell whether it was still at it."""
    command = [sys.executable, "-m", "tests.killed", what, str(REAL_PLAN), "never", "0"]
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
