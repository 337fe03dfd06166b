"""Warming up: each newest version is read ahead once, in the background, and no failure matters."""

from __future__ import annotations

import asyncio
import logging
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from graph.errors import StoreUnavailable
from graph.queries.timelines import LoadedVersion, Timeline
from graph.reorganization.headcounts import Staff
from graph.versions import trials, warm_ups
from graph.versions.trials import Trials
from graph.versions.warm_ups import WarmUp

if TYPE_CHECKING:
    from graph.queries.timelines import Pinned
    from graph.store import Store

STORE: Store = None  # type: ignore[assignment] - nothing is read from it


def version(number: int) -> LoadedVersion:
    """Return a version."""
    return LoadedVersion(number, date(2026, 1, 1), f"stamp-{number}")


class Graph:
    """A graph with versions, whose bases are read when they may be."""

    def __init__(self) -> None:
        self.versions: tuple[LoadedVersion, ...] = ()
        self.read: list[int] = []
        self.staffed: list[int] = []
        self.may_go_on = asyncio.Event()
        self.error: Exception | None = None

    async def timeline(self, store: object) -> Timeline:
        if self.error is not None:
            raise self.error
        return Timeline(self.versions)

    async def read_staff(self, reader: Pinned) -> Staff:
        self.staffed.append(reader.number)
        return Staff(())

    async def read_base(self, store: object, of: LoadedVersion) -> Any:
        self.read.append(of.number)
        await self.may_go_on.wait()
        if self.error is not None:
            raise self.error
        return of.number


@pytest.fixture
def graph(monkeypatch: pytest.MonkeyPatch) -> Graph:
    found = Graph()
    monkeypatch.setattr(trials, "read_base", found.read_base)
    monkeypatch.setattr(trials, "read_staff", found.read_staff)
    monkeypatch.setattr(warm_ups, "timeline", found.timeline)
    return found


async def _soon() -> None:
    """Let all go on that can."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_the_newest_version_is_read_before_anybody_asks(graph: Graph) -> None:
    graph.versions = (version(1), version(2))
    tried = Trials()

    WarmUp(tried).begin(STORE)
    await _soon()
    asking = asyncio.create_task(tried.base(STORE, version(2)))
    graph.may_go_on.set()
    found: Any = await asking

    assert (found, graph.read) == (2, [2])


async def test_nothing_is_read_where_nothing_was_loaded(graph: Graph) -> None:
    WarmUp(Trials()).begin(STORE)
    await _soon()

    assert graph.read == []


async def test_a_version_is_read_once_however_often_it_is_noticed(graph: Graph) -> None:
    graph.may_go_on.set()
    ahead = WarmUp(Trials())

    for _ in range(3):
        ahead.notice(STORE, version(1))
        await _soon()

    assert graph.read == [1]


async def test_of_those_that_come_meanwhile_only_the_newest_is_read(graph: Graph) -> None:
    ahead = WarmUp(Trials())

    for number in (1, 2, 3):
        ahead.notice(STORE, version(number))
        await _soon()
    at_first = [*graph.read]
    graph.may_go_on.set()
    await _soon()

    assert (at_first, graph.read) == ([1], [1, 3])
    assert graph.staffed == [1, 3]


async def test_a_failure_is_logged_and_the_next_to_ask_tries_again(
    graph: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    graph.error = StoreUnavailable("Neo4j does not answer")
    graph.may_go_on.set()
    tried = Trials()
    ahead = WarmUp(tried)
    with caplog.at_level(logging.WARNING):
        ahead.begin(STORE)
        ahead.notice(STORE, version(1))
        await _soon()
        ahead.notice(STORE, version(1))
        await _soon()

    graph.error = None
    found: Any = await tried.base(STORE, version(1))

    assert (found, graph.read) == (1, [1, 1])
    assert len(caplog.records) == 2
    for record in caplog.records:
        assert "Neo4j does not answer" in record.getMessage()
        assert record.exc_info is None


async def test_an_error_nobody_expected_is_logged_whole(
    graph: Graph, caplog: pytest.LogCaptureFixture
) -> None:
    graph.error = RuntimeError("a bug")
    with caplog.at_level(logging.WARNING):
        WarmUp(Trials()).begin(STORE)
        await _soon()

    [record] = caplog.records
    assert record.exc_info is not None
    assert record.exc_info[1] is graph.error


async def test_what_goes_on_is_stopped_at_the_end(graph: Graph) -> None:
    tried = Trials()
    ahead = WarmUp(tried)
    ahead.notice(STORE, version(1))
    await _soon()

    await ahead.end()
    await tried.end()
    graph.may_go_on.set()
    found: Any = await tried.base(STORE, version(1))

    assert (found, graph.read) == (1, [1, 1])
