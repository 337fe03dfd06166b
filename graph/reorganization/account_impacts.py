"""Changes of ownership counted by who gives, who takes, where and for whom; and named, in pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from graph.model.vocabularies import Function, Tier
from graph.ownership.changes import Turn
from graph.reorganization.scatters import Scatter, scattered
from graph.reorganization.tallies import Regions, tallies

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.ownership.changes import Outcome
    from graph.ownership.facts import Facts
    from graph.reorganization.ownership_impacts import Base, OwnershipImpact, PeerChange
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
    def of(cls, account: str, customer: str, cell: int, one: PeerChange) -> AccountChange:
        """Return the change of peers as that of an account in one of their cells."""
        change = one.change
        return cls(
            *(account, customer, change.function),
            *(change.before, change.after, change.turns, one.cause, cell),
        )


class AccountImpact:
    """An ownership impact seen from the accounts."""

    def __init__(self, base: Base, replayed: Replay, ownership: OwnershipImpact) -> None:
        self._base = base
        self._replayed = replayed
        self.ownership = ownership

    @cached_property
    def _of_cell(self) -> dict[int, list[PeerChange]]:
        """The changes of each cell, by function."""
        found: dict[int, list[PeerChange]] = {}
        for one in self.ownership.changes:
            for cell in one.peers.cells:
                found.setdefault(cell, []).append(one)
        return found

    def totals(self) -> dict[Turn, int]:
        """Return how many functions of accounts take each turn; others take none."""
        counted: Counter[Turn] = Counter()
        for one in self.ownership.changes:
            for turn in one.change.turns:
                counted[turn] += one.size
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
            counted[one.cause] += one.size
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
                counts[place] += one.size
                cells.setdefault(place, []).extend(one.peers.cells[:EXAMPLES])
        chosen = {place: sorted(some)[:EXAMPLES] for place, some in cells.items()}
        examples = self._examples({cell for some in chosen.values() for cell in some})
        return [
            Move(
                *place,
                count,
                tuple(key for cell in chosen[place] for key in examples[cell])[:EXAMPLES],
            )
            for place, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        ]

    def by_department(self) -> list[Tally]:
        """Return what each department gives and takes, the most first."""
        return tallies(self.ownership.changes, str, str)

    def by_region(self) -> list[Tally]:
        """Return what each region gives to others and takes from them; what moves inside is other.

        Departments count for the region they are in on their side.
        """
        before = Regions(self._replayed.base)
        after = Regions(self._replayed.result)
        return tallies(self.ownership.changes, before.of, after.of)

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
            changes = self._of_cell[cell]
            found += (AccountChange.of(account, customer, cell, one) for one in changes)
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
        counted = frame.group_by("customer", "cell").len()
        return scattered(counted, self.ownership, self._replayed)

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


def _parties(turn: Turn, side: Outcome | None) -> tuple[str, ...]:
    if side is None:
        return ()
    if turn is Turn.SUPPORTERS_CHANGE:
        return tuple(sorted(side.supporters))
    return (side.owner,) if side.owner else tuple(sorted(side.candidates))
