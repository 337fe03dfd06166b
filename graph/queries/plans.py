"""What a version of the graph holds of a plan, in bulk: for comparing a plan with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Kind  # noqa: TC001 - rows are validated at run time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class LoadedDigests:
    """Keys of one kind, and what was last written of each as a digest."""

    kind: str
    part: str
    keys: list[str]
    digests: list[str]


@dataclass(frozen=True, slots=True)
class EndedThings:
    """Keys of one kind that are no longer there."""

    kind: str
    keys: list[str]


@dataclass(frozen=True, slots=True)
class LoadedCoverage:
    """A department covers a territory."""

    department: str
    territory: str
    start: date | None
    until: date | None
    illustrative: bool | None
    folder: str | None


@dataclass(frozen=True, slots=True)
class LoadedHolding:
    """A person holds a post."""

    person: str
    post: str
    start: date | None
    until: date | None
    acting: bool | None
    fte: float | None
    illustrative: bool | None
    folder: str | None


@dataclass(frozen=True, slots=True)
class LoadedMemberships:
    """The accounts of one kind in a segment."""

    kind: str
    segment: str
    accounts: list[str]


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
class KindTotal:
    """How many things of a kind a version has."""

    kind: Kind
    total: int


@dataclass(frozen=True, slots=True)
class SpannedTotal:
    """So many things of a kind are there from one version to another (null: still), but for gaps.

    `absences` are the versions with which each gap begins and is over.
    """

    kind: Kind
    since: int
    ended: int | None
    absences: list[list[int]]
    total: int

    def has(self, version: int) -> bool:
        """Whether a version has these things."""
        there = self.since <= version and (self.ended is None or version < self.ended)
        return there and not any(begin <= version < over for begin, over in self.absences)


SPANS_OF_THINGS = query("plans/spans_of_things", SpannedTotal)
LOADED_DIGESTS = query("plans/loaded_digests", LoadedDigests)
ENDED_THINGS = query("plans/ended_things", EndedThings)
LOADED_COVERAGES = query("plans/loaded_coverages", LoadedCoverage)
LOADED_HOLDINGS = query("plans/loaded_holdings", LoadedHolding)
LOADED_MEMBERSHIPS = query("plans/loaded_memberships", LoadedMemberships)
LOADED_ASSIGNMENTS = query("plans/loaded_assignments", LoadedAssignment)
LOADED_EXCEPTIONAL_ASSIGNMENTS = query("plans/loaded_exceptional_assignments", LoadedAssignment)


async def counts_of_things(reader: Reader, versions: Sequence[int]) -> list[list[KindTotal]]:
    """Return how many things of each kind each version has; kinds without any are left out."""
    spans = await reader.read(SPANS_OF_THINGS)
    return [_totals(spans, version) for version in versions]


def _totals(spans: Sequence[SpannedTotal], version: int) -> list[KindTotal]:
    totals: Counter[Kind] = Counter()
    for span in spans:
        if span.has(version):
            totals[span.kind] += span.total
    return [KindTotal(kind, total) for kind, total in sorted(totals.items())]


async def loaded_digests(reader: Reader) -> list[LoadedDigests]:
    """Return the keys and digests of all that a version has, in parts."""
    return await reader.read(LOADED_DIGESTS)


async def ended_things(reader: Reader) -> dict[str, list[str]]:
    """Return the keys of what was there once but is not in the newest version, by label."""
    return {row.kind: row.keys for row in await reader.read(ENDED_THINGS)}


async def loaded_coverages(reader: Reader) -> list[LoadedCoverage]:
    """Return who covers which territory."""
    return await reader.read(LOADED_COVERAGES)


async def loaded_holdings(reader: Reader) -> list[LoadedHolding]:
    """Return who holds which post."""
    return await reader.read(LOADED_HOLDINGS)


async def loaded_memberships(reader: Reader) -> list[LoadedMemberships]:
    """Return the accounts in each segment."""
    return await reader.read(LOADED_MEMBERSHIPS)


async def loaded_assignments(reader: Reader) -> list[LoadedAssignment]:
    """Return which departments own and support which segments."""
    return await reader.read(LOADED_ASSIGNMENTS)


async def loaded_exceptional_assignments(reader: Reader) -> list[LoadedAssignment]:
    """Return which departments own and support which accounts by exception."""
    return await reader.read(LOADED_EXCEPTIONAL_ASSIGNMENTS)
