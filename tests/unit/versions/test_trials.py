"""Trials: what was read is kept, what failed is not, and nothing is worked out beside another."""

from __future__ import annotations

import asyncio
import threading
import time
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from graph.queries.timelines import LoadedVersion
from graph.versions import trials
from graph.versions.trials import KEPT_BASES, Trials

if TYPE_CHECKING:
    from graph.store import Store

STORE: Store = None  # type: ignore[assignment] - nothing is read from it


def version(number: int) -> LoadedVersion:
    """Return a version."""
    return LoadedVersion(number, date(2026, 1, 1), f"stamp-{number}")


class Bases:
    """Reads bases slowly, and fails where it is told to."""

    def __init__(self) -> None:
        self.read: list[int] = []
        self.fails = False

    async def __call__(self, store: object, of: LoadedVersion) -> Any:
        self.read.append(of.number)
        await asyncio.sleep(0.01)
        if self.fails:
            raise RuntimeError("no base")
        return of.number


@pytest.fixture
def bases(monkeypatch: pytest.MonkeyPatch) -> Bases:
    found = Bases()
    monkeypatch.setattr(trials, "read_base", found)
    return found


async def test_all_who_ask_for_a_base_at_once_wait_for_one_reading(bases: Bases) -> None:
    tried = Trials()

    found = await asyncio.gather(*(tried.base(STORE, version(1)) for _ in range(5)))

    assert (found, bases.read) == ([1] * 5, [1])


async def test_the_versions_asked_for_last_are_kept(bases: Bases) -> None:
    tried = Trials()

    for number in (1, 2, 1, 3, 1, 2):
        await tried.base(STORE, version(number))

    assert KEPT_BASES == 2
    assert bases.read == [1, 2, 3, 2]


async def test_a_failure_is_not_kept(bases: Bases) -> None:
    tried = Trials()
    bases.fails = True
    with pytest.raises(RuntimeError, match="no base"):
        await tried.base(STORE, version(1))

    bases.fails = False
    found = await tried.base(STORE, version(1))

    assert (found, bases.read) == (1, [1, 1])


async def test_a_base_is_read_to_its_end_when_nobody_waits_any_more(bases: Bases) -> None:
    tried = Trials()
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.001):
            await tried.base(STORE, version(1))

    found = await tried.base(STORE, version(1))

    assert (found, bases.read) == (1, [1])


async def test_work_is_done_alone_also_when_its_caller_has_gone() -> None:
    tried = Trials()
    going: list[str] = []
    together: list[int] = []
    lock = threading.Lock()

    def work(name: str) -> str:
        with lock:
            going.append(name)
            together.append(len(going))
        time.sleep(0.02)
        with lock:
            going.remove(name)
        return name

    async def given_up() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.005):
                await tried.alone(lambda: work("given up"))

    found = await asyncio.gather(
        given_up(), *(tried.alone(lambda name=name: work(name)) for name in "abc")
    )

    assert found == [None, "a", "b", "c"]
    assert set(together) == {1}
