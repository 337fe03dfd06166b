"""Segments, who is in which, and who owns and supports what, as the resolver answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.plans import having
from graph.model.vocabularies import Kind, Role
from graph.ownership.books import RuleBook
from graph.ownership.resolutions import Resolver
from graph.ownership.timelines import timeline
from seed.loading.rows import digested
from seed.resolving.accounts import facts_of
from seed.resolving.segments import segmented

if TYPE_CHECKING:
    import polars as pl

    from graph.model.plans import Plan
    from graph.ownership.segments import Segment
    from graph.ownership.timelines import Span
    from seed.loading.rows import Row

SEGMENT = "Segment"
EDGE_TYPES = {Role.OWNER: "OWNS", Role.SUPPORTER: "SUPPORTS"}


@dataclass(frozen=True, slots=True)
class OwnershipRows:
    """Everything of a plan that follows from its rules and exceptions.

    `assignments` are by rules and hold for segments; `exceptional` by exceptions, for accounts.
    """

    segments: list[Row]
    memberships: pl.DataFrame
    assignments: list[Row]
    exceptional: list[Row]


def ownership_rows(plan: Plan) -> OwnershipRows:
    """Resolve a plan over all time."""
    book = RuleBook.from_plan(plan)
    resolver = Resolver(book)
    found = segmented(plan, book)
    facts = facts_of(plan, book.exceptions_by_account)
    groups = {customer.key for customer in having(plan.customers, facts)}
    assignments = [
        _edge(span, segment.key, SEGMENT)
        for segment in found.segments
        for span in timeline(resolver, segment.facts)
    ]
    exceptional = [
        _edge(span, account, Kind.CUSTOMER if account in groups else Kind.SUBSIDIARY)
        for account in sorted(book.exceptions_by_account)
        for span in timeline(resolver, facts[account], account)
        if span.exception
    ]
    segments = [_segment(segment) for segment in found.segments]
    return OwnershipRows(segments, found.of_account, assignments, exceptional)


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


def _edge(span: Span, held: str, held_kind: str) -> Row:
    return {
        "type": EDGE_TYPES[span.role],
        "department": span.department,
        "held": held,
        "held_kind": held_kind,
        "function": span.function,
        "start": span.validity.start,
        "until": span.validity.until,
        "reason": span.rule or span.exception,
    }
