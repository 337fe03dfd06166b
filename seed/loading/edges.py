"""The relationships that have no key of their own: made and ended one by one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.cypher_files import statement
from graph.model.vocabularies import Kind
from seed.loading import organization_rows
from seed.loading.changes import EdgeChanges, edge_changes
from seed.loading.held import COVERAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from seed.loading.held import HeldEdges
    from seed.loading.ownership_rows import OwnershipRows

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


def stated_edges(plan: Plan, held: HeldEdges) -> list[EdgePlan]:
    """Return what changes of the edges that files state: coverage and holdings."""
    covers = edge_changes(
        "coverage",
        table(organization_rows.coverages(plan), COVERAGES),
        held.coverages,
    )
    holds = edge_changes(
        "holdings",
        organization_rows.holdings(plan),
        held.holdings,
    )
    return [
        EdgePlan(covers, ((END_COVERAGES, covers.ended), (WRITE_COVERAGES, covers.added))),
        EdgePlan(holds, ((END_HOLDINGS, holds.ended), (WRITE_HOLDINGS, holds.added))),
    ]


def resolved_edges(wanted: OwnershipRows, held: HeldEdges, new: pl.Series) -> list[EdgePlan]:
    """Return what changes of the edges that follow from rules and exceptions.

    The `new` subsidiaries are placed as they are added.
    """
    placed = edge_changes("memberships", wanted.memberships, held.memberships)
    to_place = placed.added.join(new.alias("account").to_frame(), on="account", how="anti")
    by_rule = edge_changes(
        "assignments",
        wanted.assignments,
        held.assignments,
    )
    by_exception = edge_changes(
        "assignments by exception",
        wanted.exceptional,
        held.exceptional,
    )
    return [
        EdgePlan(
            placed,
            (
                (PLACE_CUSTOMERS, _where(placed.added, kind=Kind.CUSTOMER)),
                (PLACE_SUBSIDIARIES, _where(to_place, kind=Kind.SUBSIDIARY)),
            ),
        ),
        EdgePlan(
            by_rule,
            (
                (RELEASE_SEGMENTS, by_rule.ended),
                (OWN_SEGMENTS, _where(by_rule.added, type="OWNS")),
                (SUPPORT_SEGMENTS, _where(by_rule.added, type="SUPPORTS")),
            ),
        ),
        _by_exception(by_exception),
    ]


def _by_exception(found: EdgeChanges) -> EdgePlan:
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
