"""A digest of each row of a frame: it changes if, and only if, anything in the row does.

It is the BLAKE2b sum of the row's values one after the other, each with its length before it, so
that no two rows are written alike. It depends on the values and the order of the columns alone:
not on the machine, on polars, or on what other rows there are.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Sequence

_AT_ONCE = 50_000
_NOTHING = "-"
_EMPTY = "0["


def digests(frame: pl.DataFrame, columns: Sequence[str], beginning: str = "") -> pl.Series:
    """Return the digest of each row over the columns, 32 hexadecimal digits.

    `beginning` stands before every row: whoever changes what rows mean changes all digests by it.
    """
    pieces = [_sums(piece, beginning) for piece in frame.select(columns).iter_slices(_AT_ONCE)]
    sums = pl.concat(pieces) if pieces else pl.Series(dtype=pl.Binary)
    return sums.bin.encode("hex").alias("digest")


def _sums(piece: pl.DataFrame, beginning: str) -> pl.Series:
    """Return the sum of each row as written, as bytes; only so many are written at a time."""
    written = pl.concat_str(pl.lit(beginning), *(_written(column) for column in piece))
    rows = piece.select(written.cast(pl.Binary)).to_series()
    return pl.Series([blake2b(row, digest_size=16).digest() for row in rows], dtype=pl.Binary)


def _written(column: pl.Series) -> pl.Expr:
    """Return how the values of a column are written; where it has none, that takes no time."""
    value = pl.col(column.name)
    if isinstance(column.dtype, pl.List):
        if not column.list.len().max():
            return pl.lit(_EMPTY)
        items = value.list.eval(_measured(pl.element()))
        count = value.list.len().cast(pl.String)
        some = pl.concat_str(count, pl.lit("["), items.list.join(""))
        return pl.when(value.list.len() > 0).then(some).otherwise(pl.lit(_EMPTY))
    if column.null_count() == len(column):
        return pl.lit(_NOTHING)
    return pl.when(value.is_null()).then(pl.lit(_NOTHING)).otherwise(_measured(value))


def _measured(value: pl.Expr) -> pl.Expr:
    text = value.cast(pl.String)
    return pl.concat_str(text.str.len_bytes().cast(pl.String), pl.lit(":"), text)
