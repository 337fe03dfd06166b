"""What a load would do to who owns and who supports what."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

import polars as pl

from graph.model.keys import SegmentKey
from graph.ownership.changes import Group, Side
from graph.ownership.moves import EXAMPLES, Alike, OwnershipChanges, moves, one_by_one
from graph.queries.segment_facts import facts_of_accounts, facts_of_segments
from seed.resolving.accounts import facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.plans import Plan
    from graph.ownership.facts import Facts
    from graph.store import Reader
    from seed.loading.ownership_rows import OwnershipRows


async def ownership_changes(
    reader: Reader, held: pl.DataFrame, before: Side, plan: Plan, wanted: OwnershipRows
) -> OwnershipChanges:
    """Compare the version of a reader with a plan, whose rows are given, on the day of `before`.

    `held` and `wanted.memberships` say which account is in which segment. Accounts with exceptions
    on either side are asked one by one, all others by pairs of segments.
    """
    after = Side(wanted.resolver, before.day)
    book = before.resolver.book
    excepted = sorted({*book.exceptions_by_account, *after.resolver.book.exceptions_by_account})
    is_apart = pl.col("account").is_in(pl.Series(excepted, dtype=pl.String).implode())
    facts = await facts_of_segments(reader, book)
    by_segments = (
        Alike(
            Group(before=_of(was, facts), after=_of(will_be, wanted.facts_of_segments)),
            accounts,
            examples,
        )
        for was, will_be, accounts, examples in _pairs(
            held.filter(~is_apart), wanted.memberships.filter(~is_apart)
        )
    )
    were = await facts_of_accounts(reader, excepted, book)
    apart = one_by_one(excepted, were, facts_of(plan, excepted))
    return moves(before, after, chain(by_segments, apart))


def _pairs(
    before: pl.DataFrame, after: pl.DataFrame
) -> Iterator[tuple[str | None, str | None, int, list[str]]]:
    both = before.select("account", was="segment").join(
        after.select("account", will_be="segment"), on="account", how="full", coalesce=True
    )
    grouped = both.group_by("was", "will_be").agg(
        pl.len(), pl.col("account").sort().head(EXAMPLES).alias("examples")
    )
    yield from grouped.sort("was", "will_be").iter_rows()


def _of(key: str | None, facts: Mapping[SegmentKey, Facts]) -> Facts | None:
    return None if key is None else facts.get(SegmentKey(key))
