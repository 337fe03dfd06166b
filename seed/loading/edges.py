"""What a plan changes of the relationships that have no key of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.columns.sequences import frame_of
from graph.model.departments import Holding
from graph.versions import organization_rows
from graph.versions.changes import edge_changes
from graph.versions.edges import (
    COVERAGES,
    assignment_edges,
    coverage_edges,
    exceptional_edges,
    holding_edges,
    membership_edges,
    table,
)

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.versions.edges import EdgePlan
    from seed.loading.held import HeldEdges
    from seed.loading.ownership_rows import OwnershipRows


def stated_edges(plan: Plan, held: HeldEdges) -> list[EdgePlan]:
    """Return what changes of the edges that files state: coverage and holdings."""
    coverages = table(organization_rows.coverages(plan), COVERAGES)
    return [
        coverage_edges(edge_changes("coverage", coverages, held.coverages)),
        holding_edges(edge_changes("holdings", _holdings(plan), held.holdings)),
    ]


def resolved_edges(wanted: OwnershipRows, held: HeldEdges, new: pl.Series) -> list[EdgePlan]:
    """Return what changes of the edges that follow from rules and exceptions.

    The `new` subsidiaries are placed as they are added.
    """
    placed = edge_changes("memberships", wanted.memberships, held.memberships)
    by_rule = edge_changes("assignments", wanted.assignments, held.assignments)
    by_exception = edge_changes("assignments by exception", wanted.exceptional, held.exceptional)
    return [
        membership_edges(placed, new),
        assignment_edges(by_rule),
        exceptional_edges(by_exception),
    ]


def _holdings(plan: Plan) -> pl.DataFrame:
    """Return who holds which post; what is not so is null, as in the graph."""
    held = frame_of(plan.holdings, Holding)
    return held.select(
        "person",
        "post",
        pl.col("from").alias("start"),
        "until",
        pl.col("acting").replace({False: None}),
        pl.col("fte").cast(pl.Float64),
        pl.col("illustrative").replace({False: None}),
        "folder",
    )
