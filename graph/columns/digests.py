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
    from collections.abc import Iterator, Sequence

_AT_ONCE = 50_000
_NOTHING = "-"


def digests(frame: pl.DataFrame, columns: Sequence[str], beginning: str = "") -> pl.Series:
    """Return the digest of each row over the columns, 32 hexadecimal digits.

    `beginning` stands before every row: whoever changes what rows mean changes all digests by it.
    """
    row = pl.concat_str(
        pl.lit(beginning), *(_written(name, frame.schema[name]) for name in columns)
    )
    return pl.Series("digest", _sums(frame, row), dtype=pl.String)


def _sums(frame: pl.DataFrame, row: pl.Expr) -> Iterator[str]:
    """Yield the sum of each row as written; only so many are written at a time."""
    for piece in frame.iter_slices(_AT_ONCE):
        for text in piece.select(row.alias("written"))["written"]:
            yield blake2b(text.encode(), digest_size=16).hexdigest()


def _written(name: str, dtype: pl.DataType) -> pl.Expr:
    value = pl.col(name)
    if isinstance(dtype, pl.List):
        items = value.list.eval(_measured(pl.element()))
        count = value.list.len().cast(pl.String)
        some = pl.concat_str(count, pl.lit("["), items.list.join(""))
        return pl.when(value.list.len() > 0).then(some).otherwise(pl.lit("0["))
    return pl.when(value.is_null()).then(pl.lit(_NOTHING)).otherwise(_measured(value))


def _measured(value: pl.Expr) -> pl.Expr:
    text = value.cast(pl.String)
    return pl.concat_str(text.str.len_bytes().cast(pl.String), pl.lit(":"), text)
