"""Segments, who is in which, and who owns and supports what, as the resolver answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Role
from graph.ownership.books import RuleBook
from graph.ownership.resolutions import Resolver
from graph.ownership.timelines import Timelines
from seed.loading.held import ASSIGNMENTS
from seed.loading.rows import digested
from seed.resolving.accounts import facts_of
from seed.resolving.segments import segmented

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from graph.model.keys import AccountKey, SegmentKey
    from graph.model.plans import Plan
    from graph.ownership.facts import Facts
    from graph.ownership.segments import Segment
    from graph.ownership.timelines import Span
    from seed.loading.rows import Row

SEGMENT = "Segment"
EDGE_TYPES = {Role.OWNER: "OWNS", Role.SUPPORTER: "SUPPORTS"}


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
    assignments = _edges(
        _edge(span, segment.key, SEGMENT)
        for segment in cut.segments
        for span in timelines.of(segment.facts)
    )
    exceptional = _edges(
        _edge(span, account, kinds[account])
        for account in sorted(excepted)
        for span in timelines.of(excepted[account], account)
        if span.exception
    )
    return OwnershipRows(
        segments=[_segment(segment) for segment in cut.segments],
        memberships=cut.of_account,
        assignments=assignments,
        exceptional=exceptional,
        resolver=resolver,
        facts_of_segments={segment.key: segment.facts for segment in cut.segments},
    )


def _kinds(of_account: pl.DataFrame, accounts: Collection[AccountKey]) -> dict[str, str]:
    wanted = pl.Series(sorted(accounts), dtype=pl.String).implode()
    found = of_account.filter(pl.col("account").is_in(wanted)).select("account", "kind")
    return dict(found.iter_rows())


def _segment(segment: Segment) -> Row:
    return digested(
        segment.key,
        {
            "name": segment.name,
            "level": segment.facts.level,
            "tier": segment.facts.tier,
            "tags": sorted(segment.facts.tags),
        },
    )


def _edges(edges: Iterable[tuple[str | date | None, ...]]) -> pl.DataFrame:
    columns = [*zip(*edges, strict=True)] or [()] * len(ASSIGNMENTS)
    return pl.DataFrame(
        [
            pl.Series(name, values, dtype)
            for (name, dtype), values in zip(ASSIGNMENTS.items(), columns, strict=True)
        ]
    )


def _edge(span: Span, held: str, held_kind: str) -> tuple[str | date | None, ...]:
    return (
        EDGE_TYPES[span.role],
        span.department,
        held,
        held_kind,
        span.function.value,
        span.validity.start,
        span.validity.until,
        span.rule or span.exception,
    )
