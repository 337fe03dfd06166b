"""A disk that is full: on a small tmpfs, or by a limit on the server's files where none is allowed.

A load stops before Neo4j's disk is full. Where the loader cannot see that disk, Neo4j stops itself.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import neo4j
import psutil
import pytest

from graph.errors import ServerError, StoreUnavailable
from graph.server import processes, starts
from graph.server.homes import Home
from graph.server.settings import CUT_LOG, MEGABYTE
from graph.store import Store
from graph.store.migrations import migrate
from graph.versions import rooms
from seed.loading.loads import load_plan
from tests.graphs import contents
from tests.loads import MAY_END_ALL
from tests.profiles import is_night
from tests.torn_logs import tear

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Generator, Iterator
    from contextlib import AbstractAsyncContextManager
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.server.connections import Connection

SIZE_MEGABYTES = 320
TO_SPARE = 200_000
"""Bytes left on the disk: less than a load writes."""
PATIENTLY = replace(MAY_END_ALL, patience=120.0)


class Disk:
    """The place of a server's data, which can be filled and emptied."""

    def __init__(self, folder: Path, *, mounted: bool) -> None:
        self.place = Home(folder / "neo4j")
        self._folder = folder
        self.mounted = mounted

    def fill(self, left: int) -> None:
        """Leave so many bytes; without a disk of its own, no file of Neo4j may grow beyond them."""
        if not self.mounted:
            self._limit(left)
            return
        with (self._folder / "ballast").open("wb") as ballast:
            while (free := shutil.disk_usage(self._folder).free) > left:
                ballast.write(bytes(min(free - left, MEGABYTE)))
                ballast.flush()

    def empty(self) -> None:
        """Make room again."""
        if self.mounted:
            (self._folder / "ballast").unlink()
        else:
            self._limit(resource.RLIM_INFINITY)

    def _limit(self, size: int) -> None:
        running = processes.running(self.place)
        if running is not None:
            limits = (size, resource.RLIM_INFINITY)
            psutil.Process(running.pid).rlimit(psutil.RLIMIT_FSIZE, limits)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    with _small_disk(tmp_path) as mounted:
        disk = Disk(tmp_path, mounted=mounted)
        yield disk
        starts.stop(disk.place)


@contextmanager
def _small_disk(folder: Path) -> Generator[bool]:
    """Mount a small disk there; tell whether that is allowed."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE_MEGABYTES}m", "tmpfs", str(folder)]
    may_mount = shutil.which("mount") is not None and os.geteuid() == 0
    mounted = may_mount and subprocess.run(mount, check=False).returncode == 0  # noqa: S603
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)  # noqa: S603, S607


async def test_a_load_stops_before_the_disk_is_full_and_goes_when_there_is_room(
    disk: Disk, small_plan: Plan, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = starts.start(disk.place)
    options = replace(PATIENTLY, data=server.data)
    if not disk.mounted:  # the machine's own disk is not to be filled: more is wanted than it has
        free = shutil.disk_usage(disk.place.folder).free // MEGABYTE
        monkeypatch.setattr(rooms, "LEAST_MEGABYTES", free + 1)

    def fill(stage: str, done: int, total: int) -> None:
        if stage == "writing segments" and done == 0:
            disk.fill(rooms.LEAST_MEGABYTES * MEGABYTE // 2)

    async with _open(server) as store:
        await migrate(store)
        await load_plan(store, small_plan)
        before = await _answers(server)
        with pytest.raises(StoreUnavailable, match=r"(?s)disk of Neo4j's data is full.*make room"):
            await load_plan(store, real_plan, fill, options)
        during = await _answers(server)
        disk.empty()
        monkeypatch.undo()
        again = await load_plan(store, real_plan, options=options)

    assert during == before
    assert again.revision == (3 if disk.mounted else 2)


@pytest.mark.skipif(not is_night(), reason="it takes more than a minute: make nightly")
async def test_a_neo4j_that_stopped_on_a_full_disk_answers_as_before_when_its_log_is_cut(
    disk: Disk, small_plan: Plan, real_plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, _ = starts.start(disk.place)
    async with _open(server) as store:
        await migrate(store)
        await load_plan(store, small_plan)
        before = await _answers(server)
        disk.fill(TO_SPARE)

        with pytest.raises(StoreUnavailable, match=r"(?s)Neo4j failed inside.*make room.*restart"):
            await load_plan(store, real_plan, options=PATIENTLY)
    disk.empty()
    starts.stop(disk.place)
    tear(disk.place)
    with pytest.raises(ServerError, match=r"log is damaged.*\n.*backup.*ORGATLAS_CUT_LOG=1"):
        starts.start(disk.place)
    monkeypatch.setenv(CUT_LOG, "1")
    starts.start(disk.place)

    async with _open(server) as store:
        after = await _answers(server)
        again = await load_plan(store, real_plan, options=PATIENTLY)
    assert after == before
    assert again.revision == 3


def _open(server: Connection) -> AbstractAsyncContextManager[Store]:
    return Store.connect(server.uri, server.user, server.password)


async def _answers(server: Connection) -> Counter[str]:
    async with neo4j.AsyncGraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        server.uri, auth=(server.user, server.password)
    ) as driver:
        return await contents(driver)
