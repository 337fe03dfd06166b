"""Rows of what follows from rules and exceptions: segments, and who owns and supports what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Role
from graph.versions.edges import ASSIGNMENTS
from graph.versions.rows import digested

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.ownership.segments import Segment
    from graph.ownership.timelines import Span
    from graph.versions.rows import Row

SEGMENT = "Segment"
EDGE_TYPES = {Role.OWNER: "OWNS", Role.SUPPORTER: "SUPPORTS"}


def segment_row(segment: Segment) -> Row:
    """Return the row of a segment."""
    return digested(
        segment.key,
        {
            "name": segment.name,
            "level": segment.facts.level,
            "tier": segment.facts.tier,
            "tags": sorted(segment.facts.tags),
        },
    )


def assignment(span: Span, held: str, held_kind: str) -> tuple[str | date | None, ...]:
    """Return a span as a row of the table below; `held` is a segment, or an account of a kind."""
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


def assignment_table(rows: Iterable[tuple[str | date | None, ...]]) -> pl.DataFrame:
    """Return a table of who owns and supports what."""
    columns = [*zip(*rows, strict=True)] or [()] * len(ASSIGNMENTS)
    return pl.DataFrame(
        [
            pl.Series(name, values, dtype)
            for (name, dtype), values in zip(ASSIGNMENTS.items(), columns, strict=True)
        ]
    )
