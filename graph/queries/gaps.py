"""Coverage gaps: which functions of which accounts nobody has, or several contend for."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.keys import AccountKey, SegmentKey
from graph.ownership.gaps import Excepted, gaps
from graph.ownership.segments import Segment
from graph.queries.batches import Link
from graph.queries.pages import Listed
from graph.queries.segment_facts import facts_of_accounts, segment_members

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

    from graph.model.vocabularies import Function
    from graph.ownership.answers import Status
    from graph.ownership.gaps import Gap
    from graph.ownership.resolutions import Resolver
    from graph.queries.pages import Page
    from graph.queries.rule_books import RuleBooks
    from graph.queries.timelines import Pinned
    from graph.store import Reader


SEGMENTS_OF_ACCOUNTS = query("ownership/segments_of_accounts", Link)
PAGE_OF_GAPS = query("ownership/page_of_gaps", Listed)


@dataclass(frozen=True, slots=True)
class Lacking:
    """The gaps of a day: of segments, and of accounts that exceptions are about.

    `excepted` are the accounts and functions that do not go by their segment.
    """

    gaps: tuple[Gap, ...]
    excepted: frozenset[tuple[AccountKey, Function]]

    @property
    def total(self) -> int:
        """How many functions of accounts are lacking."""
        return sum(gap.size for gap in self.gaps)


async def lacking(
    reader: Pinned,
    books: RuleBooks,
    day: date,
    kinds: Collection[Status],
    functions: Collection[Function] | None,
) -> Lacking:
    """Return the gaps of these kinds on a day."""
    resolver = await books.resolver(reader)
    members = await segment_members(reader)
    keys = [*(member.account for member in members), *resolver.book.exceptions_by_account]
    facts = await facts_of_accounts(reader, keys, resolver.book)
    segments = [
        Segment(key=one.segment, name=one.segment, facts=facts[one.account], size=one.size)
        for one in members
        if one.account in facts
    ]
    apart = [account for account in resolver.book.exceptions_by_account if account in facts]
    excepted = [
        Excepted(
            account=AccountKey(row.key),
            segment=SegmentKey(row.linked_key),
            facts=facts[AccountKey(row.key)],
        )
        for row in await reader.read(SEGMENTS_OF_ACCOUNTS, keys=apart)
    ]
    found = await asyncio.to_thread(gaps, resolver, segments, day, excepted)
    return Lacking(
        tuple(
            gap
            for gap in found
            if gap.answer.status in kinds and (functions is None or gap.function in functions)
        ),
        _excepted(resolver),
    )


async def page_of_gaps(reader: Reader, page: Page, of: Lacking) -> list[Listed]:
    """Return a page of gaps by account name; a key is the account's and the function's."""
    return await reader.read(
        PAGE_OF_GAPS,
        segments=[
            {"segment": gap.segment, "function": gap.function.value}
            for gap in of.gaps
            if gap.account is None
        ],
        lacking=[
            {"account": gap.account, "function": gap.function.value}
            for gap in of.gaps
            if gap.account is not None
        ],
        excepted=[f"{account} {function.value}" for account, function in of.excepted],
        after_value=page.after_value,
        after_key=page.after_key,
        limit=page.first + 1,
    )


def _excepted(resolver: Resolver) -> frozenset[tuple[AccountKey, Function]]:
    return frozenset((one.account, one.function) for one in resolver.book.exceptions)
