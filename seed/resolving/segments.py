"""The segments of a whole plan, cut from its columns: what `graph.ownership.segments.cut` gives.

Rules look at few things, so many accounts look the same. Each distinct look is brought before the
eye of the rule book once, and the accounts are joined to what it saw.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import polars as pl

from graph.model.keys import AccountKey
from graph.model.vocabularies import Tier
from graph.ownership.facts import Facts
from graph.ownership.segments import Eye, Segment, segment_key, segment_name
from seed.resolving.accounts import Paths, account_frame

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model.plans import Plan
    from graph.ownership.books import RuleBook

_BETWEEN = "\x1f"
_NOTHING = Facts(customer=None, tier=None, level=None)
_LOOKS = ("customer", "tier", "level", "industry", "territory", "tags")


@dataclass(frozen=True, slots=True)
class SegmentedPlan:
    """Segments by key order, and who is in which.

    `of_account` has one row for each account, groups first: `account`, `kind` and `segment`.
    """

    segments: tuple[Segment, ...]
    of_account: pl.DataFrame


def segmented(plan: Plan, book: RuleBook) -> SegmentedPlan:
    """Return the segments of a plan's accounts under the rules of a book."""
    eye = Eye(book)
    paths = Paths(plan)
    accounts = account_frame(plan)
    industries = _Seen(
        accounts["industry"],
        lambda key: eye.sees(_NOTHING._replace(industries=paths.industries(key))),
    )
    territories = _Seen(
        accounts["territory"],
        lambda key: eye.sees(_NOTHING._replace(territories=paths.territories(key))),
    )
    texts = accounts["tags"].list.join(_BETWEEN)
    tags = _Seen(texts, lambda text: eye.sees(_NOTHING._replace(tags=_tags(text))))
    looks = accounts.select(
        "account",
        "kind",
        pl.when(pl.col("customer").is_in([*eye.customers])).then("customer").alias("customer"),
        (pl.col("tier") if eye.tier else pl.lit(None, pl.String)).alias("tier"),
        (pl.col("level") if eye.level else pl.lit(None, pl.Int32)).alias("level"),
        industries.numbers.alias("industry"),
        territories.numbers.alias("territory"),
        tags.numbers.alias("tags"),
    )
    sizes = looks.group_by(_LOOKS, maintain_order=True).len("size")
    segments: list[Segment] = []
    for customer, tier, level, industry, territory, tag, size in sizes.iter_rows():
        facts = Facts(
            AccountKey(customer) if customer else None,
            Tier(tier) if tier else None,
            level,
            industries.facts[int(industry)].industries,
            territories.facts[int(territory)].territories,
            tags.facts[int(tag)].tags,
        )
        key, name = segment_key(facts), segment_name(facts, book)
        segments.append(Segment(key=key, name=name, facts=facts, size=size))
    keyed = sizes.with_columns(pl.Series("segment", [one.key for one in segments], pl.String))
    joined = looks.join(keyed, on=_LOOKS, how="left", nulls_equal=True, maintain_order="left")
    return SegmentedPlan(
        tuple(sorted(segments, key=lambda segment: segment.key)),
        joined.select("account", "kind", "segment"),
    )


class _Seen:
    """What the eye sees of each text of a column; `numbers` has its place in `facts` row by row."""

    def __init__(self, column: pl.Series, look: Callable[[str | None], Facts]) -> None:
        places: dict[Facts, int] = {}
        texts = column.unique()
        numbers = [places.setdefault(look(text), len(places)) for text in texts]
        self.facts: list[Facts] = list(places)
        known = pl.DataFrame({"text": texts, "number": pl.Series(numbers, dtype=pl.UInt32)})
        self.numbers = (
            column.alias("text")
            .to_frame()
            .join(known, on="text", how="left", nulls_equal=True, maintain_order="left")["number"]
        )


def _tags(text: str | None) -> frozenset[str]:
    return frozenset(text.split(_BETWEEN)) if text else frozenset()
