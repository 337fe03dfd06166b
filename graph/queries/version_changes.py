"""What one loaded version changes of another: things, and who owns and supports what."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING, Literal

from graph.cypher_files import query
from graph.model.keys import (  # noqa: TC001 - rows are validated at run time
    AccountKey,
    SegmentKey,
)
from graph.model.vocabularies import Kind, Pattern  # noqa: TC001 - rows are validated at run time
from graph.ownership.changes import Group, Side
from graph.ownership.moves import Alike, OwnershipChanges, moves, one_by_one
from graph.queries.segment_facts import facts_of_accounts, facts_of_segments

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graph.ownership.facts import Facts
    from graph.queries.rule_books import RuleBooks
    from graph.queries.timelines import Pinned
    from graph.store import Reader

Change = Literal["added", "changed", "ended"]


@dataclass(frozen=True, slots=True)
class ChangedCount:
    """How many things of a kind were added, changed or ended."""

    kind: Kind | Pattern
    change: Change
    total: int


@dataclass(frozen=True, slots=True)
class ChangedThing:
    """A thing that was added, changed or ended."""

    kind: Kind | Pattern
    key: str
    name: str
    change: Change


@dataclass(frozen=True, slots=True)
class SegmentMove:
    """So many accounts that are in one segment in one version, in another in the other."""

    was: SegmentKey | None
    will_be: SegmentKey | None
    accounts: int
    example: str


COUNTS_OF_CHANGES = query("changes/counts_of_changes", ChangedCount)
PAGE_OF_CHANGES = query("changes/page_of_changes", ChangedThing)
SEGMENT_MOVES = query("changes/segment_moves", SegmentMove)


async def counts_of_changes(reader: Reader, before: int, after: int) -> list[ChangedCount]:
    """Return how much the version `after` changes of another, by kind, later or earlier."""
    return await reader.read(COUNTS_OF_CHANGES, before=before, after=after)


async def counts_of_each_change(
    reader: Reader, versions: Sequence[tuple[int, int]]
) -> list[list[ChangedCount]]:
    """Return `counts_of_changes` of each pair of versions, before and after."""
    return [await counts_of_changes(reader, before, after) for before, after in versions]


async def page_of_changes(
    reader: Reader,
    versions: tuple[int, int],
    kinds: Sequence[Kind | Pattern] | None,
    after: tuple[str, str] | None,
    first: int,
) -> list[ChangedThing]:
    """Return a page of what a version changes of another, and one beyond it if there is.

    `versions` are the one before and the one after, whichever is the earlier; `after` is the kind
    and key of the last one seen.
    """
    return await reader.read(
        PAGE_OF_CHANGES,
        before=versions[0],
        after=versions[1],
        kinds=None if kinds is None else [kind.value for kind in kinds],
        after_kind=after[0] if after else None,
        after_key=after[1] if after else None,
        limit=first + 1,
    )


@dataclass(frozen=True, slots=True)
class _Version:
    """One side: who resolves, and the facts of its segments and of the excepted accounts."""

    side: Side
    segments: dict[SegmentKey, Facts]
    accounts: dict[AccountKey, Facts]


async def ownership_changes(
    before: Pinned, after: Pinned, books: RuleBooks, day: date
) -> OwnershipChanges:
    """Return what is answered otherwise on a day by one version than by another."""
    resolvers = [await books.resolver(before), await books.resolver(after)]
    excepted = sorted({key for each in resolvers for key in each.book.exceptions_by_account})
    versions = [
        _Version(
            Side(resolver, day),
            await facts_of_segments(reader, resolver.book),
            await facts_of_accounts(reader, excepted, resolver.book),
        )
        for reader, resolver in zip((before, after), resolvers, strict=True)
    ]
    moved = await after.read(
        SEGMENT_MOVES, before=before.number, after=after.number, excepted=excepted
    )
    return await asyncio.to_thread(_compared, versions[0], versions[1], moved, excepted)


def _compared(
    before: _Version, after: _Version, moved: Sequence[SegmentMove], excepted: Sequence[AccountKey]
) -> OwnershipChanges:
    by_segments = (
        Alike(
            Group(
                before=before.segments.get(move.was) if move.was else None,
                after=after.segments.get(move.will_be) if move.will_be else None,
            ),
            move.accounts,
            [move.example],
        )
        for move in moved
    )
    apart = one_by_one(excepted, before.accounts, after.accounts)
    return moves(before.side, after.side, chain(by_segments, apart))
