"""The relationships that have no key of their own: made and ended one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.cypher_files import statement
from graph.model.vocabularies import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.cypher_files import Statement
    from graph.versions.changes import EdgeChanges

WRITE_COVERAGES = statement("plans/write_coverages")
END_COVERAGES = statement("plans/end_coverages")
WRITE_HOLDINGS = statement("plans/write_holdings")
END_HOLDINGS = statement("plans/end_holdings")
PLACE_CUSTOMERS = statement("plans/place_customers")
PLACE_SUBSIDIARIES = statement("plans/place_subsidiaries")
OWN_SEGMENTS = statement("plans/own_segments")
SUPPORT_SEGMENTS = statement("plans/support_segments")
RELEASE_SEGMENTS = statement("plans/release_segments")
OWN_CUSTOMERS = statement("plans/own_customers")
SUPPORT_CUSTOMERS = statement("plans/support_customers")
RELEASE_CUSTOMERS = statement("plans/release_customers")
OWN_SUBSIDIARIES = statement("plans/own_subsidiaries")
SUPPORT_SUBSIDIARIES = statement("plans/support_subsidiaries")
RELEASE_SUBSIDIARIES = statement("plans/release_subsidiaries")

FOUND = {"illustrative": pl.Boolean, "folder": pl.String}
COVERAGES = {
    "department": pl.String,
    "territory": pl.String,
    "start": pl.Date,
    "until": pl.Date,
    **FOUND,
}
HOLDINGS = {
    "person": pl.String,
    "post": pl.String,
    "start": pl.Date,
    "until": pl.Date,
    "acting": pl.Boolean,
    "fte": pl.Float64,
    **FOUND,
}
MEMBERSHIPS: Mapping[str, type[pl.DataType]] = dict.fromkeys(
    ("account", "kind", "segment"), pl.String
)
ASSIGNMENTS = {
    **dict.fromkeys(("type", "department", "held", "held_kind", "function"), pl.String),
    **dict.fromkeys(("start", "until"), pl.Date),
    "reason": pl.String,
}


@dataclass(frozen=True, slots=True)
class EdgePlan:
    """Changes of one sort of edge, and the statements with the rows that make them, in order."""

    changes: EdgeChanges
    writes: tuple[tuple[Statement, pl.DataFrame], ...]


def table(
    rows: Iterable[Mapping[str, object]], schema: Mapping[str, type[pl.DataType]]
) -> pl.DataFrame:
    """Return rows as a table with these columns."""
    return pl.DataFrame([*rows], schema=dict(schema), orient="row")


def coverage_edges(found: EdgeChanges) -> EdgePlan:
    """Return how coverages change; the tables have the columns of `COVERAGES`."""
    return EdgePlan(found, ((END_COVERAGES, found.ended), (WRITE_COVERAGES, found.added)))


def holding_edges(found: EdgeChanges) -> EdgePlan:
    """Return how holdings change; the tables have the columns of `HOLDINGS`."""
    return EdgePlan(found, ((END_HOLDINGS, found.ended), (WRITE_HOLDINGS, found.added)))


def membership_edges(found: EdgeChanges, new: pl.Series) -> EdgePlan:
    """Return how accounts are placed in segments; the tables have the columns of `MEMBERSHIPS`.

    An account that is placed leaves the segment it was in. The `new` subsidiaries are placed as
    they are added.
    """
    placed = found.added.join(new.alias("account").to_frame(), on="account", how="anti")
    return EdgePlan(
        found,
        (
            (PLACE_CUSTOMERS, _where(found.added, kind=Kind.CUSTOMER)),
            (PLACE_SUBSIDIARIES, _where(placed, kind=Kind.SUBSIDIARY)),
        ),
    )


def assignment_edges(found: EdgeChanges) -> EdgePlan:
    """Return who owns and supports segments by rules; columns as in `ASSIGNMENTS`."""
    return EdgePlan(
        found,
        (
            (RELEASE_SEGMENTS, found.ended),
            (OWN_SEGMENTS, _where(found.added, type="OWNS")),
            (SUPPORT_SEGMENTS, _where(found.added, type="SUPPORTS")),
        ),
    )


def exceptional_edges(found: EdgeChanges) -> EdgePlan:
    """Return who owns and supports accounts by exceptions; columns as in `ASSIGNMENTS`."""
    to_groups = _where(found.added, held_kind=Kind.CUSTOMER)
    to_subsidiaries = _where(found.added, held_kind=Kind.SUBSIDIARY)
    return EdgePlan(
        found,
        (
            (RELEASE_CUSTOMERS, _where(found.ended, held_kind=Kind.CUSTOMER)),
            (RELEASE_SUBSIDIARIES, _where(found.ended, held_kind=Kind.SUBSIDIARY)),
            (OWN_CUSTOMERS, _where(to_groups, type="OWNS")),
            (SUPPORT_CUSTOMERS, _where(to_groups, type="SUPPORTS")),
            (OWN_SUBSIDIARIES, _where(to_subsidiaries, type="OWNS")),
            (SUPPORT_SUBSIDIARIES, _where(to_subsidiaries, type="SUPPORTS")),
        ),
    )


def _where(rows: pl.DataFrame, **wanted: str) -> pl.DataFrame:
    return rows.filter(**{name: str(value) for name, value in wanted.items()})
