"""Changes of ownership counted by who gives, who takes, where and for whom; and named, in pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Function, Tier
from graph.ownership.answers import Status
from graph.ownership.changes import Turn
from graph.reorganization.ownership_impacts import answered
from graph.reorganization.tallies import Regions, tallies

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.ownership.changes import Outcome, Side
    from graph.ownership.facts import Facts
    from graph.reorganization.organizations import Organization
    from graph.reorganization.ownership_impacts import Base, CellChange, OwnershipImpact
    from graph.reorganization.populations import Cell
    from graph.reorganization.replays import Replay
    from graph.reorganization.tallies import Tally

EXAMPLES = 5
KEY_TIERS = frozenset({Tier.STRATEGIC, Tier.VIP})
"""Groups that are key accounts."""


@dataclass(frozen=True, slots=True)
class Move:
    """So many accounts whose function takes a turn, from and to the same, by one operation."""

    turn: Turn
    function: Function
    before: tuple[str, ...]
    after: tuple[str, ...]
    cause: int
    accounts: int
    examples: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AccountChange:
    """One function of one account, before and after; `cell` are those that are like it."""

    account: str
    customer: str
    function: Function
    before: Outcome | None
    after: Outcome | None
    turns: tuple[Turn, ...]
    cause: int
    cell: int

    @classmethod
    def of(cls, account: str, customer: str, one: CellChange) -> AccountChange:
        """Return the change of a cell as that of one of its accounts."""
        change = one.change
        return cls(
            *(account, customer, change.function),
            *(change.before, change.after, change.turns, one.cause, one.cell),
        )


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


class AccountImpact:
    """An ownership impact seen from the accounts."""

    def __init__(self, base: Base, replayed: Replay, ownership: OwnershipImpact) -> None:
        self._base = base
        self._replayed = replayed
        self.ownership = ownership
        self._of_cell: dict[int, list[CellChange]] = {}
        for one in ownership.changes:
            self._of_cell.setdefault(one.cell, []).append(one)

    def totals(self) -> dict[Turn, int]:
        """Return how many functions of accounts take each turn; others take none."""
        counted: Counter[Turn] = Counter()
        for one in self.ownership.changes:
            for turn in one.change.turns:
                counted[turn] += self.ownership.cells.cells[one.cell].size
        return {turn: counted[turn] for turn in Turn if counted[turn]}

    def accounts(self) -> int:
        """Return how many accounts change at all."""
        return sum(self.ownership.cells.cells[cell].size for cell in self._of_cell)

    def changes(self, after: str | None = None) -> int:
        """Return how many functions of accounts change, of accounts after one or of all."""
        if after is None:
            return sum(self.by_cause().values())
        counted = (
            self.accounts_in(self._of_cell).filter(pl.col("account") > after).group_by("cell").len()
        )
        return sum(len(self._of_cell[cell]) * count for cell, count in counted.iter_rows())

    def by_cause(self) -> dict[int, int]:
        """Return how many functions of accounts change by each operation."""
        counted: Counter[int] = Counter()
        for one in self.ownership.changes:
            counted[one.cause] += self.ownership.cells.cells[one.cell].size
        return dict(sorted(counted.items()))

    @cached_property
    def moves(self) -> list[Move]:
        """Accounts that move alike, the most first."""
        counts: Counter[tuple[Turn, Function, tuple[str, ...], tuple[str, ...], int]] = Counter()
        cells: dict[object, list[int]] = {}
        for one in self.ownership.changes:
            for turn in one.change.turns:
                before = _parties(turn, one.change.before)
                after = _parties(turn, one.change.after)
                place = (turn, one.change.function, before, after, one.cause)
                counts[place] += self.ownership.cells.cells[one.cell].size
                cells.setdefault(place, []).append(one.cell)
        examples = self._examples({cell for some in cells.values() for cell in some[:EXAMPLES]})
        return [
            Move(
                *place,
                count,
                tuple(key for cell in cells[place][:EXAMPLES] for key in examples[cell])[:EXAMPLES],
            )
            for place, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]

    def by_department(self) -> list[Tally]:
        """Return what each department gives and takes, the most first."""
        return tallies(self._sized_changes(), str, str)

    def by_region(self) -> list[Tally]:
        """Return what each region gives to others and takes from them; what moves inside is other.

        Departments count for the region they are in on their side.
        """
        before = Regions(self._replayed.base)
        after = Regions(self._replayed.result)
        return tallies(self._sized_changes(), before.of, after.of)

    def by_customer(self, *, only_key_accounts: bool = True) -> list[tuple[str, int]]:
        """Return groups with how many functions of their accounts change, the most first."""
        key_tiers = [tier.value for tier in KEY_TIERS]
        is_key = pl.col("tier").is_in(key_tiers)
        return self._grouped("customer", is_key if only_key_accounts else pl.lit(value=True))

    def changes_of(self, customer: str) -> list[AccountChange]:
        """Return all changes of a group and its subsidiaries, by account."""
        rows = (
            self.accounts_in(self._of_cell).filter(pl.col("customer") == customer).sort("account")
        )
        return self._changes(rows, len(rows) * len(Function) + 1)

    def by_industry(self) -> list[tuple[str, int]]:
        """Return industries with how many functions of their accounts change, the most first."""
        return self._grouped("industry", pl.col("industry").is_not_null())

    def page(self, first: int, after: str | None = None) -> list[AccountChange]:
        """Return the changes of accounts by key, after the account last seen; whole accounts."""
        rows = (
            self.accounts_in(self._of_cell)
            .filter(pl.lit(value=True) if after is None else pl.col("account") > after)
            .sort("account")
        )
        return self._changes(rows, first)

    def _changes(self, rows: pl.DataFrame, first: int) -> list[AccountChange]:
        """Return the changes of accounts in rows, until there are enough; whole accounts."""
        found: list[AccountChange] = []
        for account, customer, cell in rows.select("account", "customer", "cell").iter_rows():
            if len(found) >= first:
                break
            found += (AccountChange.of(account, customer, one) for one in self._of_cell[cell])
        return found

    def facts(self, row: int) -> Facts:
        """Return all facts of the account in a row of the population."""
        return self._base.population.facts(row)

    def in_cells(self, cells: Iterable[int]) -> pl.DataFrame:
        """Return the `row`, `account`, `customer` and `cell` of the accounts of cells, by key."""
        wanted = pl.Series(sorted(cells), dtype=pl.UInt32)
        return (
            self._all()
            .with_row_index("row")
            .filter(pl.col("cell").is_in(wanted.implode()))
            .select("row", "account", "customer", "cell")
            .sort("account")
        )

    @cached_property
    def scattered(self) -> list[Scatter]:
        """The key accounts that change, the one that gets most scattered first."""
        named = {customer for customer, _ in self.by_customer()}
        if not named:
            return []
        frame = self._all().filter(
            pl.col("customer").is_in(pl.Series(sorted(named), dtype=pl.String).implode())
        )
        counted = (
            frame.group_by("customer", "cell")
            .len()
            .group_by("customer", maintain_order=True)
            .agg("cell", "len")
        )
        sides = (
            _Scattering(self.ownership.before, self._replayed.base),
            _Scattering(self.ownership.after, self._replayed.result),
        )
        found: list[Scatter] = []
        for customer, numbers, sizes in counted.iter_rows():
            cells = self._sized(numbers, sizes)
            was, will_be = (side.of(cells) for side in sides)
            found.append(
                Scatter(
                    *(customer, was[0], will_be[0]),
                    *(was[1], will_be[1], was[2], will_be[2]),
                )
            )
        return sorted(found, key=lambda one: (-one.growth, one.customer))

    def _sized_changes(self) -> Iterator[tuple[int, CellChange]]:
        for one in self.ownership.changes:
            yield self.ownership.cells.cells[one.cell].size, one

    def _sized(self, numbers: list[int], sizes: list[int]) -> list[tuple[Cell, int]]:
        cells = self.ownership.cells.cells
        return [(cells[number], size) for number, size in zip(numbers, sizes, strict=True)]

    def _grouped(self, column: str, wanted: pl.Expr) -> list[tuple[str, int]]:
        weights = pl.DataFrame(
            {"cell": [*self._of_cell], "changes": [len(some) for some in self._of_cell.values()]},
            schema={"cell": pl.UInt32, "changes": pl.UInt32},
        )
        counted = (
            self.accounts_in(self._of_cell)
            .filter(wanted)
            .join(weights, on="cell")
            .group_by(column)
            .agg(pl.col("changes").sum())
            .sort(["changes", column], descending=[True, False])
        )
        return [(key, count) for key, count in counted.iter_rows()]

    def _all(self) -> pl.DataFrame:
        return self._base.population.accounts.with_columns(self.ownership.cells.of_account)

    def accounts_in(self, cells: Iterable[int]) -> pl.DataFrame:
        """Return the accounts of cells, as rows of the population with their `cell`."""
        changed = pl.Series(sorted(cells), dtype=pl.UInt32)
        return self._all().filter(pl.col("cell").is_in(changed.implode()))

    def _examples(self, cells: Iterable[int]) -> dict[int, list[str]]:
        wanted = pl.Series(sorted(cells), dtype=pl.UInt32)
        found = (
            self._all()
            .filter(pl.col("cell").is_in(wanted.implode()))
            .group_by("cell")
            .agg(pl.col("account").head(EXAMPLES))
        )
        return dict(found.iter_rows())


class _Scattering:
    def __init__(self, side: Side, organization: Organization) -> None:
        self._side = side
        self._regions = Regions(organization)

    def of(self, cells: Iterable[tuple[Cell, int]]) -> tuple[int, int, int]:
        """Return owners, regions and accounts without presales, of these cells with their sizes."""
        owners: set[str] = set()
        gaps = 0
        for cell, size in cells:
            for function in self._side.resolver.book.functions:
                found = answered(cell, function, self._side)
                if found.owner:
                    owners.add(found.owner)
                if function is Function.PRESALES and found.status is not Status.ASSIGNED:
                    gaps += size
        return len(owners), len({self._regions.of(one) for one in owners} - {""}), gaps


def _parties(turn: Turn, side: Outcome | None) -> tuple[str, ...]:
    if side is None:
        return ()
    if turn is Turn.SUPPORTERS_CHANGE:
        return tuple(sorted(side.supporters))
    return (side.owner,) if side.owner else tuple(sorted(side.candidates))
