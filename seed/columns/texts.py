"""Cells that hold lists, and the words of values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.reading.places import Raw

_SEPARATORS = re.compile(r"\s*[;=@]\s*")


def items(cells: pl.Series) -> pl.Series:
    """Return the values of cells that hold lists such as `a;b`; where nothing is given, none."""
    lists = cells.fill_null("").str.split(";")
    return lists.list.eval(
        pl.element().str.strip_chars().filter(pl.element().str.strip_chars() != "")
    )


def staked(cells: pl.Expr) -> pl.Expr:
    """Return the key of the parent that a cell with one stake names: of `key=30` that is `key`."""
    return cells.str.extract("^([^=]+)")


def texts_in(value: Raw) -> Iterator[str]:
    """Yield every text in a value, and the parts of texts that are lists."""
    if isinstance(value, str):
        yield value
        yield from _SEPARATORS.split(value)
    elif isinstance(value, list):
        for item in value:
            yield from texts_in(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from texts_in(item)
