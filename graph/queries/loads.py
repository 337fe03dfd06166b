"""Loads: what went into the graph, when, by whom; and the lock that keeps them apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING, Literal

from graph.cypher_files import query

if TYPE_CHECKING:
    from graph.store import Reader

LOADED = "loaded"
_COUNT = re.compile(r"(?P<kind>.+) added=(\d+) changed=(\d+) ended=(\d+) unchanged=(\d+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class LoadRow:
    """A load that ended, with its plan as it was then; `number` is that of its version.

    `sources` are its files, each as `path sha256:SUM`; `sections` its folders, as
    `FOLDER illustrative` where they hold examples; `counts` what it did to each kind, each as
    `KIND added=1 changed=2 ended=3 unchanged=4`.
    """

    number: int
    state: Literal["loaded", "undone"]
    plan: str
    name: str
    name_en: str | None
    organization: str
    start: date
    until: date | None
    digest: str | None
    loaded_at: datetime
    loaded_by: str
    undone_at: datetime | None
    undone_by: str | None
    sources: tuple[str, ...]
    sections: tuple[str, ...]
    counts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LoadCount:
    """What a load did to one kind of thing or link, by the name that the loader has for it."""

    kind: str
    added: int
    changed: int
    ended: int
    unchanged: int


@dataclass(frozen=True, slots=True)
class LoadNumber:
    """The number of a load."""

    number: int


@dataclass(frozen=True, slots=True)
class LoadHolder:
    """Who took the load lock, and when."""

    holder: str
    since: datetime


LOADS = query("plans/loads", LoadRow)
LOADS_TO_SWEEP = query("plans/loads_to_sweep", LoadNumber)
HIGHEST_LOAD = query("plans/highest_load", LoadNumber)
LOAD_LOCK_HOLDER = query("plans/load_lock_holder", LoadHolder)


async def loads(reader: Reader) -> list[LoadRow]:
    """Return every load that ended, those undone too, the newest first."""
    return await reader.read(LOADS)


def load_counts(load: LoadRow) -> list[LoadCount]:
    """Return what a load did to each kind, in the loader's order."""
    found = map(_COUNT.fullmatch, load.counts)
    return [LoadCount(one["kind"], *map(int, one.groups()[1:])) for one in found if one]


async def latest_load(reader: Reader) -> LoadRow | None:
    """Return the newest load that counts; None before the first."""
    counting = (load for load in await loads(reader) if load.state == LOADED)
    return next(counting, None)


async def loads_to_sweep(reader: Reader) -> list[int]:
    """Return the loads that do not count but may have left something, the newest first."""
    return [row.number for row in await reader.read(LOADS_TO_SWEEP)]


async def highest_load(reader: Reader) -> int:
    """Return the highest number any load ever had; 0 before the first."""
    [row] = await reader.read(HIGHEST_LOAD)
    return row.number


async def load_lock_holder(reader: Reader) -> LoadHolder | None:
    """Return who took the load lock last: who has it, if anybody has."""
    holders = await reader.read(LOAD_LOCK_HOLDER)
    return holders[0] if holders else None
