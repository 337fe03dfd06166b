"""The relationships that have no key of their own: made and ended one by one."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import polars as pl

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
    from collections.abc import Iterable, Mapping, Sequence

    from graph.cypher_files import Statement
    from graph.model.plans import Plan
    from graph.store import Reader
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


def listed(
    rows: Sequence[object], schema: Mapping[str, type[pl.DataType]], **lists: str
) -> pl.DataFrame:
    """Return rows, of which some fields list values side by side, as a table with these columns.

    `lists` names the field that lists the values of a column.
    """
    columns = {
        name: pl.Series(
            name,
            [getattr(row, lists.get(name, name)) for row in rows],
            pl.List(dtype) if name in lists else dtype,
        )
        for name, dtype in schema.items()
    }
    return pl.DataFrame(columns).explode(*lists)


async def stated_edges(reader: Reader, plan: Plan) -> list[EdgePlan]:
    """Return what changes of the edges that files state: coverage and holdings."""
    covers = edge_changes(
        "coverage",
        table(organization_rows.coverages(plan), COVERAGES),
        table(map(asdict, await loaded_coverages(reader)), COVERAGES),
    )
    holds = edge_changes(
        "holdings",
        organization_rows.holdings(plan),
        listed(await loaded_holdings(reader), HOLDINGS, person="persons", post="posts"),
    )
    return [
        EdgePlan(covers, ((END_COVERAGES, covers.ended), (WRITE_COVERAGES, covers.added))),
        EdgePlan(holds, ((END_HOLDINGS, holds.ended), (WRITE_HOLDINGS, holds.added))),
    ]


async def resolved_edges(
    reader: Reader, wanted: OwnershipRows, held: pl.DataFrame, new: pl.Series
) -> list[EdgePlan]:
    """Return what changes of the edges that follow from rules and exceptions.

    `held` are the memberships before; the `new` subsidiaries are placed as they are added.
    """
    placed = edge_changes("memberships", wanted.memberships, held)
    to_place = placed.added.join(new.alias("account").to_frame(), on="account", how="anti")
    by_rule = edge_changes(
        "assignments",
        table(wanted.assignments, ASSIGNMENTS),
        listed(await loaded_assignments(reader), ASSIGNMENTS, held="held"),
    )
    by_exception = edge_changes(
        "assignments by exception",
        table(wanted.exceptional, ASSIGNMENTS),
        listed(await loaded_exceptional_assignments(reader), ASSIGNMENTS, held="held"),
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


async def held_memberships(reader: Reader) -> pl.DataFrame:
    """Return the `account`, `kind` and `segment` of each account that a version has."""
    return listed(await loaded_memberships(reader), MEMBERSHIPS, account="accounts")


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
