"""How scattered key accounts are: departments that own their units, regions, presales gaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Function
from graph.ownership.answers import Status
from graph.reorganization.tallies import Regions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ownership.changes import Outcome
    from graph.reorganization.ownership_impacts import OwnershipImpact
    from graph.reorganization.peers import Peers
    from graph.reorganization.replays import Replay

Answers = list[tuple["Peers", "Outcome"]]


@dataclass(frozen=True, slots=True)
class Scatter:
    """How many departments own a key account's units, in how many regions, and presales gaps."""

    customer: str
    owners_before: int
    owners_after: int
    regions_before: int
    regions_after: int
    presales_gaps_before: int
    presales_gaps_after: int

    @property
    def growth(self) -> int:
        """How much more scattered it becomes."""
        return (self.owners_after - self.owners_before) + (self.regions_after - self.regions_before)


def scattered(counted: pl.DataFrame, ownership: OwnershipImpact, replayed: Replay) -> list[Scatter]:
    """Return how scattered groups are before and after, the one that gets most so first.

    `counted` has the `customer`, a `cell` and how many accounts (`len`) the group has in it.
    """
    cells = frozenset(counted["cell"].to_list())
    before: dict[Function, Answers] = {}
    after: dict[Function, Answers] = {}
    for function in ownership.survey.groups:
        both = ownership.outcomes(function, cells)
        before[function] = [(peers, was) for peers, was, _ in both]
        after[function] = [(peers, will_be) for peers, _, will_be in both]
    was = _side(counted, before, Regions(replayed.base))
    will_be = _side(counted, after, Regions(replayed.result))
    rows = was.join(will_be, on="customer").iter_rows()
    found = [
        Scatter(customer, owners, then_owners, regions, then_regions, gaps, then_gaps)
        for customer, owners, regions, gaps, then_owners, then_regions, then_gaps in rows
    ]
    return sorted(found, key=lambda one: (-one.growth, one.customer))


def _side(
    counted: pl.DataFrame, answers: dict[Function, Answers], regions: Regions
) -> pl.DataFrame:
    """Return the `customer`, its `owners`, `regions` and `gaps` on one side."""
    owned = pl.concat([_owned(counted, some) for some in answers.values()]).unique()
    owners = owned["owner"].unique().to_list()
    region = [regions.of(owner) or None for owner in owners]
    around = pl.DataFrame(
        {"owner": owners, "region": region}, schema=_TEXTS | {"region": pl.String}
    )
    spread = (
        owned.join(around, on="owner")
        .group_by("customer")
        .agg(
            pl.col("owner").n_unique().alias("owners"),
            pl.col("region").drop_nulls().n_unique().alias("regions"),
        )
    )
    open_cells = {
        cell
        for peers, outcome in answers.get(Function.PRESALES, [])
        if outcome.status is not Status.ASSIGNED
        for cell in peers.cells
    }
    gaps = (
        counted.filter(
            pl.col("cell").is_in(pl.Series(sorted(open_cells), dtype=pl.UInt32).implode())
        )
        .group_by("customer")
        .agg(pl.col("len").sum().alias("gaps"))
    )
    return (
        counted.select(pl.col("customer").unique())
        .join(spread, on="customer", how="left")
        .join(gaps, on="customer", how="left")
        .fill_null(0)
    )


_TEXTS = {"owner": pl.String}


def _owned(counted: pl.DataFrame, answers: Answers) -> pl.DataFrame:
    """Return each `customer` with each `owner` that has any of its accounts for a function."""
    cells, owners = _owners(answers)
    by_cell = pl.DataFrame({"cell": cells, "owner": owners}, schema={"cell": pl.UInt32} | _TEXTS)
    return counted.join(by_cell, on="cell").select("customer", "owner").unique()


def _owners(answers: Iterable[tuple[Peers, Outcome]]) -> tuple[list[int], list[str]]:
    cells: list[int] = []
    owners: list[str] = []
    for peers, outcome in answers:
        if outcome.owner is not None:
            cells += peers.cells
            owners += [outcome.owner] * len(peers.cells)
    return cells, owners
