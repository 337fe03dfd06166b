"""What rules look at of segments and accounts, as a version of the graph holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.keys import AccountKey, SegmentKey
from graph.queries.accounts import accounts_by_key, facts_of
from graph.queries.batches import parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts
    from graph.store import Reader

AT_ONCE = 5_000
"""Accounts read by one statement."""


@dataclass(frozen=True, slots=True)
class SegmentMember:
    """A segment, how many accounts it has, and one of them."""

    segment: SegmentKey
    size: int
    account: AccountKey


SEGMENT_MEMBERS = query("ownership/segment_members", SegmentMember)


async def segment_members(reader: Reader) -> list[SegmentMember]:
    """Return every segment that has accounts, with one of them: all are alike to every rule."""
    return await reader.read(SEGMENT_MEMBERS)


async def facts_of_accounts(
    reader: Reader, keys: Iterable[AccountKey], book: RuleBook
) -> dict[AccountKey, Facts]:
    """Return the facts of those accounts that the reader's version has."""
    wanted = list(dict.fromkeys(keys))
    facts: dict[AccountKey, Facts] = {}
    for some in parts(wanted, AT_ONCE):
        for row in await accounts_by_key(reader, some):
            if row is not None:
                facts[AccountKey(row.key)] = facts_of(row, book)
    return facts


async def facts_of_segments(reader: Reader, book: RuleBook) -> dict[SegmentKey, Facts]:
    """Return the facts of every segment that has accounts: those of one of them."""
    members = await segment_members(reader)
    facts = await facts_of_accounts(reader, (member.account for member in members), book)
    return {one.segment: facts[one.account] for one in members if one.account in facts}
