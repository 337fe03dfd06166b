"""All accounts of a version, cut into cells: those that every rule of a scenario sees alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
from graph.model.vocabularies import Tier
from graph.ownership.facts import Facts, KeyT, path_to_root
from graph.ownership.segments import Eye

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from graph.model.plans import Plan
    from graph.ownership.books import RuleBook

ACCOUNTS = {
    "account": pl.String,
    "customer": pl.String,
    "tier": pl.String,
    "level": pl.Int64,
    "industry": pl.String,
    "territory": pl.String,
    "tags": pl.List(pl.String),
    "segment": pl.UInt32,
}


_FACTS = [name for name in ACCOUNTS if name not in {"account", "segment"}]


@dataclass(frozen=True, slots=True)
class Cell:
    """Accounts that are alike; `account` is given for one that has exceptions of its own."""

    facts: Facts
    size: int
    account: AccountKey | None = None


@dataclass(frozen=True, slots=True)
class Cells:
    """Cells by number, and the `cell` of each account by its row in the population."""

    cells: tuple[Cell, ...]
    of_account: pl.Series


class Population:
    """The accounts of a version: a row each, with the columns of `ACCOUNTS`.

    `segment` numbers those that the rules of the version see alike. `industries` and `territories`
    give nesting.
    """

    def __init__(
        self,
        accounts: pl.DataFrame,
        parent_industries: Mapping[IndustryKey, IndustryKey | None],
        parent_territories: Mapping[TerritoryKey, TerritoryKey | None],
    ) -> None:
        self.accounts = accounts
        self._industries = {key: path_to_root(key, parent_industries) for key in parent_industries}
        self._territories = {
            key: path_to_root(key, parent_territories) for key in parent_territories
        }

    @classmethod
    def of_plan(cls, plan: Plan, book: RuleBook) -> Population:
        """Return the accounts of a plan, cut by the rules of a book."""
        groups = {group.key: group for group in plan.customers}
        rows = [
            (
                *(group.key, group.key, group.tier.value, 1),
                *(group.industry, group.territory, [*group.tags]),
            )
            for group in plan.customers
        ]
        rows += [
            (
                *(unit.key, unit.customer, groups[unit.customer].tier.value, unit.level),
                unit.industry or groups[unit.customer].industry,
                *(unit.territory, [*unit.tags]),
            )
            for unit in plan.subsidiaries
            if unit.customer in groups
        ]
        schema = {name: dtype for name, dtype in ACCOUNTS.items() if name != "segment"}
        accounts = pl.DataFrame(rows, schema=schema, orient="row").sort("account")
        whole = cls(
            accounts.with_columns(pl.lit(0, pl.UInt32).alias("segment")),
            book.parent_industries,
            book.parent_territories,
        )
        eye = Eye(book)
        seen: dict[Facts, int] = {}
        numbers = [
            seen.setdefault(eye.sees(whole.facts(row)), len(seen)) for row in range(len(accounts))
        ]
        return cls(
            accounts.with_columns(pl.Series("segment", numbers, pl.UInt32)),
            book.parent_industries,
            book.parent_territories,
        )

    def facts(self, row: int) -> Facts:
        """Return the facts of the account in a row."""
        return self._facts(*self.accounts.row(row)[1:-1])

    def facts_of(self, rows: Sequence[int]) -> list[Facts]:
        """Return the facts of the accounts in these rows."""
        chosen = self.accounts.select(_FACTS)[pl.Series(rows, dtype=pl.UInt32)]
        return [self._facts(*row) for row in chosen.iter_rows()]

    def _facts(  # noqa: PLR0913, PLR0917 - a column each
        self,
        customer: AccountKey,
        tier: str,
        level: int,
        industry: IndustryKey | None,
        territory: TerritoryKey | None,
        tags: Iterable[str] | None,
    ) -> Facts:
        return Facts(
            customer,
            Tier(tier),
            level,
            self._industries.get(industry, (industry,)) if industry else (),
            self._territories.get(territory, (territory,)) if territory else (),
            frozenset(tags or ()),
        )

    def rows_of(self, keys: Collection[str]) -> dict[str, int]:
        """Return the rows of these accounts; those that are not there are left out."""
        wanted = pl.Series(sorted(keys), dtype=pl.String)
        found = (
            self.accounts.select("account")
            .with_row_index("row")
            .filter(pl.col("account").is_in(wanted.implode()))
        )
        return dict(zip(found["account"].to_list(), found["row"].to_list(), strict=True))

    def has_group(self, key: str) -> bool:
        """Tell whether accounts belong to a group; one that is in no group is its own."""
        return bool((self.accounts["customer"] == key).any())

    def cut(self, seen: Eye, sees: Eye, apart: Collection[AccountKey]) -> Cells:
        """Return the cells under an eye that sees all that `seen`, that of the segments, does.

        Accounts `apart` are cells of their own.
        """
        numbers = self._numbers(seen, sees)
        rows = self.rows_of(apart)
        return _cells(self, numbers, sees, rows)

    def _numbers(self, seen: Eye, sees: Eye) -> pl.Series:
        """Return what tells accounts apart under an eye, as numbers without meaning."""
        more = [*self._newly_seen(seen, sees)]
        if not more:
            return self.accounts["segment"]
        keys = self.accounts.select("segment", *more)
        return keys.select(pl.struct(pl.all()).rank("dense").alias("number"))["number"]

    def _newly_seen(self, seen: Eye, sees: Eye) -> Iterable[pl.Expr]:
        customers = sees.customers - seen.customers
        if customers:
            named = pl.col("customer").is_in(pl.Series(sorted(customers)).implode())
            yield pl.when(named).then(pl.col("customer")).fill_null("").alias("by_customer")
        if sees.tier and not seen.tier:
            yield pl.col("tier").alias("by_tier")
        if sees.level and not seen.level:
            yield pl.col("level").fill_null(0).alias("by_level")
        industries = sees.industries - seen.industries
        if industries:
            yield _paths("industry", self._industries, industries)
        territories = sees.territories - seen.territories
        if territories:
            yield _paths("territory", self._territories, territories)
        for number, tag in enumerate(sorted(sees.tags - seen.tags)):
            yield (
                pl.col("tags").list.contains(tag).fill_null(value=False).alias(f"by_tag_{number}")
            )


def _paths(column: str, paths: Mapping[KeyT, tuple[KeyT, ...]], wanted: frozenset[KeyT]) -> pl.Expr:
    seen = {key: " ".join(one for one in path if one in wanted) for key, path in paths.items()}
    seen = {key: path for key, path in seen.items() if path}
    return (
        pl.col(column)
        .replace_strict([*seen], [*seen.values()], default="", return_dtype=pl.String)
        .fill_null("")
        .alias(f"by_{column}")
    )


def _cells(population: Population, numbers: pl.Series, eye: Eye, apart: dict[str, int]) -> Cells:
    frame = pl.DataFrame({"number": numbers}).with_row_index("row")
    if apart:
        alone = frame["row"].is_in(pl.Series([*apart.values()], dtype=pl.UInt32).implode())
        frame = frame.with_columns(alone=alone)
    else:
        frame = frame.with_columns(alone=pl.lit(value=False))
    groups = (
        frame.filter(~pl.col("alone"))
        .group_by("number")
        .agg(pl.col("row").min(), pl.len().alias("size"))
        .sort("row")
    )
    facts = population.facts_of(groups["row"].to_list())
    cells = [
        Cell(eye.sees(one), size) for one, size in zip(facts, groups["size"].to_list(), strict=True)
    ]
    shared = groups.select("number").with_row_index("cell")
    singles = sorted(apart.items())
    cells += [Cell(eye.sees(population.facts(row)), 1, AccountKey(key)) for key, row in singles]
    own = pl.DataFrame(
        {
            "row": [row for _, row in singles],
            "own": range(len(groups), len(groups) + len(singles)),
        },
        schema={"row": pl.UInt32, "own": pl.UInt32},
    )
    of_account = (
        frame.join(shared, on="number", how="left", maintain_order="left")
        .join(own, on="row", how="left", maintain_order="left")
        .select(pl.coalesce("own", "cell").alias("cell"))
    )["cell"]
    return Cells(tuple(cells), of_account)
