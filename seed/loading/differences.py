"""Everything that a plan changes of what a version of the graph holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.vocabularies import Kind
from graph.versions.differences import Difference, KindDifference, kind_difference
from graph.versions.kinds import LOADED_KINDS, SEGMENTS
from graph.versions.rows import ListedRows
from graph.versions.table_rows import rows_of
from seed.loading.edges import resolved_edges, stated_edges
from seed.loading.ownership_rows import ownership_rows

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.versions.kinds import LoadedKind
    from graph.versions.rows import Rows
    from seed.loading.held import Held
    from seed.loading.ownership_rows import OwnershipRows


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the graph is to hold of a plan: the rows of each kind by its name, and what follows."""

    plan: Plan
    rows: dict[str, Rows]
    ownership: OwnershipRows


def wanted_of(plan: Plan) -> Wanted:
    """Resolve a plan, and make the digests of its rows."""
    rows = {kind.name: rows_of(kind, plan) for kind in LOADED_KINDS}
    for each in rows.values():
        _ = each.digests
    return Wanted(plan, rows, ownership_rows(plan))


def difference_of(wanted: Wanted, held: Held) -> Difference:
    """Compare what a plan wants with what a version holds."""

    def of(kind: LoadedKind, rows: Rows) -> KindDifference:
        things = held.things
        return kind_difference(kind, rows, things.digests(kind.label), things.ended(kind.label))

    kinds = [of(kind, wanted.rows[kind.name]) for kind in LOADED_KINDS]
    [new] = [kind.new for kind in kinds if kind.kind.label is Kind.SUBSIDIARY]
    return Difference(
        kinds=kinds,
        segments=of(SEGMENTS, ListedRows(wanted.ownership.segments)),
        stated=stated_edges(wanted.plan, held.edges),
        resolved=resolved_edges(wanted.ownership, held.edges, new),
    )
