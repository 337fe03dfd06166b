"""A corporate hierarchy as customer groups and their subsidiaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.mappings.parts import PART, TABLE
from seed.mappings.tables import ROW
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from seed.documents.entries import Entry

_PLACE = (ROW, TABLE, PART)


def split(accounts: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Return the customers, which have no parent, and the subsidiaries, each with its group."""
    if "parent" not in accounts.columns:
        return {"customers": _fields(accounts, CustomerDocument)}
    tops = _tops(accounts["key"].to_list(), accounts["parent"].to_list())
    below = accounts.with_columns(pl.Series("customer", tops, dtype=pl.String())).filter(
        pl.col("parent").is_not_null()
    )
    directly = pl.col("parent") == pl.col("customer")
    below = below.with_columns(pl.when(~directly).then("parent").alias("parent"))
    return {
        "customers": _fields(accounts.filter(pl.col("parent").is_null()), CustomerDocument),
        "subsidiaries": _fields(below, SubsidiaryDocument),
    }


def _tops(keys: list[str], parents: list[str | None]) -> list[str]:
    """Return what is at the top of each; nothing is inside itself."""
    parent_of = dict(zip(keys, parents, strict=True))
    tops: dict[str, str] = {}
    for key in keys:
        way: list[str] = []
        here = key
        while here not in tops and (above := parent_of.get(here)) is not None:
            way.append(here)
            here = above
        top = tops.setdefault(here, here)
        for step in way:
            tops[step] = top
    return [tops[key] for key in keys]


def _fields(frame: pl.DataFrame, document: type[Entry]) -> pl.DataFrame:
    shapes = field_shapes(document)
    return frame.select(name for name in frame.columns if name in shapes or name in _PLACE)
