"""What rules may ask about each account of a plan, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import polars as pl

from graph.columns.sequences import frame_of
from graph.model.accounts import Customer, Subsidiary
from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
from graph.model.vocabularies import Kind, Tier
from graph.ownership.facts import Facts, path_to_root

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from graph.model.plans import Plan
    from graph.model.rules import AssignmentRule


def account_frame(plan: Plan) -> pl.DataFrame:
    """Return one row for each group and subsidiary, groups first.

    Columns: `account`, `kind`, `customer`, `tier`, `level`, `industry`, `territory` and `tags`. A
    subsidiary of a group that the plan does not hold is left out.
    """
    groups = frame_of(plan.customers, Customer).select(
        pl.col("key").alias("account"),
        pl.lit(Kind.CUSTOMER.value).alias("kind"),
        pl.col("key").alias("customer"),
        "tier",
        pl.lit(1, pl.Int32).alias("level"),
        "industry",
        "territory",
        "tags",
    )
    above = groups.select("customer", "tier", group_industry="industry")
    units = (
        frame_of(plan.subsidiaries, Subsidiary)
        .select("key", "customer", "level", "industry", "territory", "tags")
        .join(above.unique("customer", keep="last"), on="customer", maintain_order="left")
        .select(
            pl.col("key").alias("account"),
            pl.lit(Kind.SUBSIDIARY.value).alias("kind"),
            "customer",
            "tier",
            "level",
            pl.coalesce("industry", "group_industry").alias("industry"),
            "territory",
            "tags",
        )
    )
    return pl.concat([groups, units])


class Paths:
    """The ways from industries and territories of a plan up to their roots."""

    def __init__(self, plan: Plan) -> None:
        self._industries: Mapping[IndustryKey, IndustryKey | None] = {
            industry.key: industry.parent for industry in plan.industries
        }
        self._territories: Mapping[TerritoryKey, TerritoryKey | None] = {
            territory.key: territory.parent for territory in plan.territories
        }

    def industries(self, key: str | None) -> tuple[IndustryKey, ...]:
        """Return an industry with all it is part of."""
        return path_to_root(IndustryKey(key) if key else None, self._industries)

    def territories(self, key: str | None) -> tuple[TerritoryKey, ...]:
        """Return a territory with all it is part of."""
        return path_to_root(TerritoryKey(key) if key else None, self._territories)


def telling_facts(plan: Plan) -> dict[AccountKey, Facts]:
    """Return the facts of accounts that tell what a plan's rules can match.

    Of each group that a rule names: itself, one subsidiary for each industry, and every subsidiary
    that a rule names as if it were a group.
    """
    named = pl.Series(sorted(_named(plan.rules)), dtype=pl.String).implode()
    frame = account_frame(plan).select("account", "customer", "tier", "industry")
    groups = frame.filter(pl.col("customer").is_in(named)).unique(
        ["customer", "industry"], keep="first", maintain_order=True
    )
    units = frame.filter(pl.col("account").is_in(named))
    paths = Paths(plan)
    return {
        AccountKey(account): Facts(
            customer=AccountKey(customer),
            tier=Tier(tier),
            level=None,
            industries=paths.industries(industry),
        )
        for account, customer, tier, industry in pl.concat([groups, units]).iter_rows()
    }


def facts_of(plan: Plan, keys: Collection[str]) -> dict[AccountKey, Facts]:
    """Return the facts of some accounts of a plan, as `graph.ownership.facts` gives them of all."""
    wanted = pl.Series(sorted(keys), dtype=pl.String).implode()
    paths = Paths(plan)
    accounts = account_frame(plan).filter(pl.col("account").is_in(wanted)).drop("kind")
    return {
        AccountKey(account): Facts(
            customer=AccountKey(customer),
            tier=Tier(tier),
            level=level,
            industries=paths.industries(industry),
            territories=paths.territories(territory),
            tags=frozenset(tags),
        )
        for account, customer, tier, level, industry, territory, tags in accounts.iter_rows()
    }


def _named(rules: tuple[AssignmentRule, ...]) -> set[str]:
    return {
        customer for rule in rules for customer in cast("frozenset[str]", rule.conditions.customers)
    }
