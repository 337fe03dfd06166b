"""What the graph holds of the plan it answers from: for loads, and for those who show it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Kind  # noqa: TC001 - rows are validated at run time

if TYPE_CHECKING:
    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """The plan the graph answers from; every load that changes something raises the revision."""

    key: str
    name: str
    revision: int
    digest: str | None
    loaded_at: datetime


@dataclass(frozen=True, slots=True)
class LoadedDigest:
    """What a load last wrote of one entity or segment, as a digest."""

    kind: str
    key: str
    digest: str | None


@dataclass(frozen=True, slots=True)
class LoadedCoverage:
    """A department covers a territory."""

    department: str
    territory: str
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class LoadedHolding:
    """A person holds a post."""

    person: str
    post: str
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class LoadedMembership:
    """An account is in a segment."""

    account: str
    kind: str
    segment: str


@dataclass(frozen=True, slots=True)
class LoadedAssignment:
    """A department owns or supports (`type`) a segment by a rule, or an account by an exception.

    `held` is the segment or account, `held_kind` its label, `reason` the rule or exception.
    """

    type: str
    department: str
    held: str
    held_kind: str
    function: str
    start: date | None
    until: date | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class LoadHolder:
    """Who said to load a plan, and when."""

    holder: str
    since: datetime


@dataclass(frozen=True, slots=True)
class ActivePlan:
    """The plan the graph answers from, as its users know it."""

    key: str
    name: str
    name_en: str | None
    organization: str
    start: date | None
    until: date | None
    revision: int
    loaded_at: datetime


@dataclass(frozen=True, slots=True)
class KindTotal:
    """How many things of a kind the graph holds."""

    kind: Kind
    total: int


LOADED_PLAN = query("plans/loaded_plan", LoadedPlan)
ACTIVE_PLAN = query("plans/active_plan", ActivePlan)
COUNTS_OF_THINGS = query("plans/counts_of_things", KindTotal)
LOADED_DIGESTS = query("plans/loaded_digests", LoadedDigest)
LOADED_COVERAGES = query("plans/loaded_coverages", LoadedCoverage)
LOADED_HOLDINGS = query("plans/loaded_holdings", LoadedHolding)
LOADED_MEMBERSHIPS = query("plans/loaded_memberships", LoadedMembership)
LOADED_ASSIGNMENTS = query("plans/loaded_assignments", LoadedAssignment)
LOADED_EXCEPTIONAL_ASSIGNMENTS = query("plans/loaded_exceptional_assignments", LoadedAssignment)
LOAD_LOCK_HOLDER = query("plans/load_lock_holder", LoadHolder)


async def loaded_plan(reader: Reader) -> LoadedPlan | None:
    """Return the plan the graph answers from; None before the first load."""
    plans = await reader.read(LOADED_PLAN)
    return plans[0] if plans else None


async def active_plan(reader: Reader) -> ActivePlan | None:
    """Return the plan the graph answers from, as its users know it; None before the first load."""
    plans = await reader.read(ACTIVE_PLAN)
    return plans[0] if plans else None


async def counts_of_things(reader: Reader) -> list[KindTotal]:
    """Return how many things of each kind the graph holds; kinds without any are left out."""
    return await reader.read(COUNTS_OF_THINGS)


async def loaded_digests(reader: Reader) -> dict[str, dict[str, str | None]]:
    """Return the digests of all that was loaded, by label and key."""
    digests: dict[str, dict[str, str | None]] = {}
    for row in await reader.read(LOADED_DIGESTS):
        digests.setdefault(row.kind, {})[row.key] = row.digest
    return digests


async def loaded_coverages(reader: Reader) -> list[LoadedCoverage]:
    """Return who covers which territory."""
    return await reader.read(LOADED_COVERAGES)


async def loaded_holdings(reader: Reader) -> list[LoadedHolding]:
    """Return who holds which post."""
    return await reader.read(LOADED_HOLDINGS)


async def loaded_memberships(reader: Reader) -> list[LoadedMembership]:
    """Return the segment of each account that is in one."""
    return await reader.read(LOADED_MEMBERSHIPS)


async def loaded_assignments(reader: Reader) -> list[LoadedAssignment]:
    """Return which departments own and support which segments."""
    return await reader.read(LOADED_ASSIGNMENTS)


async def loaded_exceptional_assignments(reader: Reader) -> list[LoadedAssignment]:
    """Return which departments own and support which accounts by exception."""
    return await reader.read(LOADED_EXCEPTIONAL_ASSIGNMENTS)


async def load_lock_holder(reader: Reader) -> LoadHolder | None:
    """Return who has the load lock, if anybody has: who last announced a load not yet finished."""
    holders = await reader.read(LOAD_LOCK_HOLDER)
    return holders[0] if holders else None
