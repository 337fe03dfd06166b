"""What a version of the graph holds of a plan, in bulk: for comparing a plan with it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Kind  # noqa: TC001 - rows are validated at run time

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from graph.store import Reader, Transaction


@dataclass(frozen=True, slots=True)
class LoadedDigests:
    """Keys of one kind, and what was last written of each as a digest.

    `ended` ones are no longer there: they were once, and have no digests.
    """

    kind: str
    ended: bool
    part: str | None
    keys: list[str]
    digests: list[str]


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
class LoadedHoldings:
    """Persons hold posts, in the same way: the first person the first post, and so on."""

    persons: list[str]
    posts: list[str]
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
class LoadedAssignments:
    """A department owns or supports (`type`) segments by a rule, or accounts by an exception.

    `held` are the segments or accounts, `held_kind` their label, `reason` the rule or exception.
    """

    type: str
    department: str
    held: list[str]
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
LOADED_COVERAGES = query("plans/loaded_coverages", LoadedCoverage)
LOADED_HOLDINGS = query("plans/loaded_holdings", LoadedHoldings)
LOADED_MEMBERSHIPS = query("plans/loaded_memberships", LoadedMemberships)
LOADED_ASSIGNMENTS = query("plans/loaded_assignments", LoadedAssignments)
LOADED_EXCEPTIONAL_ASSIGNMENTS = query("plans/loaded_exceptional_assignments", LoadedAssignments)


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


def loaded_digests(transaction: Transaction, version: int) -> AsyncIterator[LoadedDigests]:
    """Yield keys and digests of all that a version has, and the keys of what ended, in parts."""
    return transaction.stream(LOADED_DIGESTS, version=version)


async def loaded_coverages(reader: Reader) -> list[LoadedCoverage]:
    """Return who covers which territory."""
    return await reader.read(LOADED_COVERAGES)


async def loaded_holdings(reader: Reader) -> list[LoadedHoldings]:
    """Return who holds which post."""
    return await reader.read(LOADED_HOLDINGS)


def loaded_memberships(transaction: Transaction, version: int) -> AsyncIterator[LoadedMemberships]:
    """Yield the accounts in each segment, one segment after the other."""
    return transaction.stream(LOADED_MEMBERSHIPS, version=version)


async def loaded_assignments(reader: Reader) -> list[LoadedAssignments]:
    """Return which departments own and support which segments."""
    return await reader.read(LOADED_ASSIGNMENTS)


async def loaded_exceptional_assignments(reader: Reader) -> list[LoadedAssignments]:
    """Return which departments own and support which accounts by exception."""
    return await reader.read(LOADED_EXCEPTIONAL_ASSIGNMENTS)
