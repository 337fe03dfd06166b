"""Segments, who is in which, and who owns and supports what, as the resolver answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.ownership.books import RuleBook
from graph.ownership.resolutions import Resolver
from graph.ownership.timelines import Timelines
from graph.versions.resolved_rows import SEGMENT, assignment, assignment_table, segment_row
from seed.resolving.accounts import facts_of
from seed.resolving.segments import segmented

if TYPE_CHECKING:
    from collections.abc import Collection

    from graph.model.keys import AccountKey, SegmentKey
    from graph.model.plans import Plan
    from graph.ownership.facts import Facts
    from graph.versions.rows import Row


@dataclass(frozen=True, slots=True)
class OwnershipRows:
    """Everything of a plan that follows from its rules and exceptions.

    `memberships` has a row for each account: `account`, `kind` and `segment`. `assignments` are by
    rules and hold for segments; `exceptional` by exceptions, for accounts. The facts are those that
    the resolver was asked with.
    """

    segments: list[Row]
    memberships: pl.DataFrame
    assignments: pl.DataFrame
    exceptional: pl.DataFrame
    resolver: Resolver
    facts_of_segments: dict[SegmentKey, Facts]


def ownership_rows(plan: Plan) -> OwnershipRows:
    """Resolve a plan over all time."""
    book = RuleBook.from_plan(plan)
    resolver = Resolver(book)
    timelines = Timelines(resolver)
    cut = segmented(plan, book)
    excepted = facts_of(plan, book.exceptions_by_account)
    kinds = _kinds(cut.of_account, excepted)
    by_rule = assignment_table(
        assignment(span, segment.key, SEGMENT)
        for segment in cut.segments
        for span in timelines.of(segment.facts)
    )
    exceptional = assignment_table(
        assignment(span, account, kinds[account])
        for account in sorted(excepted)
        for span in timelines.of(excepted[account], account)
        if span.exception
    )
    return OwnershipRows(
        segments=[segment_row(segment) for segment in cut.segments],
        memberships=cut.of_account,
        assignments=by_rule,
        exceptional=exceptional,
        resolver=resolver,
        facts_of_segments={segment.key: segment.facts for segment in cut.segments},
    )


def _kinds(of_account: pl.DataFrame, accounts: Collection[AccountKey]) -> dict[str, str]:
    wanted = pl.Series(sorted(accounts), dtype=pl.String).implode()
    found = of_account.filter(pl.col("account").is_in(wanted)).select("account", "kind")
    return dict(found.iter_rows())
