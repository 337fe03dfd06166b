"""The relationships that have no key of their own: made and removed one by one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.model.vocabularies import Kind
from graph.queries.plans import (
    loaded_assignments,
    loaded_coverages,
    loaded_exceptional_assignments,
    loaded_holdings,
    loaded_memberships,
)
from seed.loading import organization_rows
from seed.loading.changes import EdgeChanges, edge_changes

if TYPE_CHECKING:
    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from graph.queries.plans import LoadedCoverage, LoadedHolding
    from graph.store import Reader
    from seed.loading.ownership_rows import OwnershipRows
    from seed.loading.rows import Row

WRITE_COVERAGES = statement("plans/write_coverages")
REMOVE_COVERAGES = statement("plans/remove_coverages")
WRITE_HOLDINGS = statement("plans/write_holdings")
REMOVE_HOLDINGS = statement("plans/remove_holdings")
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
    writes: tuple[tuple[Statement, list[Row]], ...]


async def stated_edges(reader: Reader, plan: Plan) -> list[EdgePlan]:
    """Return what changes of the edges that files state: coverage and holdings."""
    covers = edge_changes(
        "coverage",
        organization_rows.coverages(plan),
        map(_coverage, await loaded_coverages(reader)),
    )
    holds = edge_changes(
        "holdings",
        organization_rows.holdings(plan),
        map(_holding, await loaded_holdings(reader)),
    )
    return [
        EdgePlan(covers, ((REMOVE_COVERAGES, covers.removed), (WRITE_COVERAGES, covers.added))),
        EdgePlan(holds, ((REMOVE_HOLDINGS, holds.removed), (WRITE_HOLDINGS, holds.added))),
    ]


def _coverage(edge: LoadedCoverage) -> Row:
    return {
        "department": edge.department,
        "territory": edge.territory,
        "from": edge.start,
        "until": edge.until,
    }


def _holding(edge: LoadedHolding) -> Row:
    return {"person": edge.person, "post": edge.post, "from": edge.start, "until": edge.until}


async def resolved_edges(reader: Reader, wanted: OwnershipRows) -> list[EdgePlan]:
    """Return what changes of the edges that follow from rules and exceptions."""
    placed = edge_changes(
        "memberships", wanted.memberships, map(asdict, await loaded_memberships(reader))
    )
    by_rule = edge_changes(
        "assignments", wanted.assignments, map(asdict, await loaded_assignments(reader))
    )
    by_exception = edge_changes(
        "assignments by exception",
        wanted.exceptional,
        map(asdict, await loaded_exceptional_assignments(reader)),
    )
    return [
        EdgePlan(
            placed,
            (
                (PLACE_CUSTOMERS, _where(placed.added, kind=Kind.CUSTOMER)),
                (PLACE_SUBSIDIARIES, _where(placed.added, kind=Kind.SUBSIDIARY)),
            ),
        ),
        EdgePlan(
            by_rule,
            (
                (RELEASE_SEGMENTS, by_rule.removed),
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
            (RELEASE_CUSTOMERS, _where(found.removed, held_kind=Kind.CUSTOMER)),
            (RELEASE_SUBSIDIARIES, _where(found.removed, held_kind=Kind.SUBSIDIARY)),
            (OWN_CUSTOMERS, _where(to_groups, type="OWNS")),
            (SUPPORT_CUSTOMERS, _where(to_groups, type="SUPPORTS")),
            (OWN_SUBSIDIARIES, _where(to_subsidiaries, type="OWNS")),
            (SUPPORT_SUBSIDIARIES, _where(to_subsidiaries, type="SUPPORTS")),
        ),
    )


def _where(rows: list[Row], **wanted: str) -> list[Row]:
    return [row for row in rows if all(row[name] == value for name, value in wanted.items())]
