"""Who holds which post: nobody, somebody for the time being, or several people together."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

import polars as pl

from graph.columns.stakes import UNKNOWN
from seed.mappings.codes import Code
from seed.mappings.parts import PART
from seed.mappings.tables import ROW

if TYPE_CHECKING:
    from seed.mappings.gatherings import Gathered, Record

ONE = Decimal(1)
_YES = ("true", "yes", "y", "1", "on", "t")
_HOLDING = ("person", "post", "from")


def staff(held: Gathered, posts: Gathered | None) -> None:
    """See what is special about the holdings, and leave those out that nobody has."""
    for row in held.frame.filter(pl.col("person").is_null()).iter_rows(named=True):
        held.see(Code.VACANT_POST, row, "person", post=row["post"])
    held.frame = held.frame.filter(pl.col("person").is_not_null())
    _without_repeated(held)
    _acting(held)
    _shared(held, posts)


def _without_repeated(held: Gathered) -> None:
    same = [name for name in _HOLDING if name in held.frame.columns]
    places = pl.int_range(pl.len()).over(same)
    first = pl.col(ROW).first().over(same)
    again = held.frame.with_columns(places.alias("@again"), first.alias("@first"))
    for row in again.filter(pl.col("@again") > 0).iter_rows(named=True):
        if not held.parts[row[PART]].entry.once:
            key = f"{row['person']} as {row['post']}"
            held.see(Code.REPEATED_ROW, row, "person", key=key, first=str(row["@first"]))
    held.frame = again.filter(pl.col("@again") == 0).drop("@again", "@first")


def _acting(held: Gathered) -> None:
    if "acting" not in held.frame.columns:
        return
    acting = pl.col("acting").str.to_lowercase().is_in(_YES).fill_null(value=False)
    for row in held.frame.filter(acting).iter_rows(named=True):
        held.see(Code.ACTING_HOLDER, row, "acting", person=row["person"], post=row["post"])
    held.frame = held.frame.with_columns(
        pl.when(acting).then(pl.lit("true")).otherwise("acting").alias("acting")
    )


def _shared(held: Gathered, posts: Gathered | None) -> None:
    """See posts whose holders together have more or less than the post's full-time equivalents."""
    if "fte" not in held.frame.columns:
        return
    whole: dict[str, Decimal] = {}
    if posts and "fte" in posts.frame.columns:
        stated = posts.frame.filter(pl.col("fte").is_not_null()).select("key", "fte")
        whole = {key: _decimal(fte) or ONE for key, fte in stated.iter_rows()}
    sharing = held.frame
    if "acting" in sharing.columns:
        sharing = sharing.filter(pl.col("acting").ne_missing("true"))
    sharing = sharing.filter(pl.col("post").is_duplicated())
    for group in sharing.partition_by("post", maintain_order=True) if sharing.height else []:
        rows = list(group.iter_rows(named=True))
        for row in rows:
            together = [other for other in rows if _holds_at(other, row.get("from"))]
            shares = [_decimal(other["fte"]) for other in together]
            total = sum((share or ONE for share in shares), Decimal(0))
            needed = whole.get(row["post"], ONE)
            if len(together) > 1 and None not in shares and total != needed:
                people = " and ".join(other["person"] for other in together)
                values = {"people": people, "total": str(total), "whole": str(needed)}
                held.see(Code.JOB_SHARE, together[0], "fte", post=row["post"], **values)
                break


def _holds_at(row: Record, day: str | None) -> bool:
    start, until = row.get("from"), row.get("until")
    begun = start in (None, UNKNOWN) or (day not in (None, UNKNOWN) and start <= day)
    ended = until not in (None, UNKNOWN) and day not in (None, UNKNOWN) and until <= day
    return begun and not ended


def _decimal(text: str | None) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
