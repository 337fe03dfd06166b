"""Proofs that rows have nothing wrong in themselves, many at once.

A proof may fail for a row that is fine (it then goes the object path and is found to be), but it
never holds for one that is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.columns.stakes import UNKNOWN
from graph.model.keys import KEY
from seed.columns.cells import Sort, can_be_columns, cells_of
from seed.columns.texts import staked
from seed.documents.fields import LONGEST_KEY, LONGEST_NAME

if TYPE_CHECKING:
    from collections.abc import Collection

    from seed.columns.cells import Cells
    from seed.documents.entries import Entry

WHOLE = 100.0
_DAY = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_PERCENT = r"^(?:0|[1-9][0-9]{0,2})(?:\.[0-9]{1,8})?$"
_STAKE = rf"^{KEY.pattern}(?:=(?:100|(?:0|[1-9][0-9]?)(?:\.[0-9]{{0,7}}[1-9])?))?$"
"""One further parent without days, its share as it would be written anew."""
_LISTS_PLAINLY = r"[\\\x{ff1b}]"
"""What a cell with a list must not hold to be split at its semicolons without a second thought."""


def proven(kind: type[Entry], understood: Collection[str], given: Collection[str]) -> pl.Expr:
    """Return whether a row is fine in itself, by columns of texts.

    `understood` are the columns that checks of columns know; a value in any other keeps the row
    from being proven. `given` are the columns of its file: another is not missed row by row.
    """
    if not can_be_columns(kind):
        return pl.lit(value=False)
    cells = cells_of(kind)
    clauses = [_proven(name, one) for name, one in cells.items() if name in understood]
    clauses += [pl.col(name).is_null() for name in cells if name not in understood]
    clauses += [
        pl.col(name).is_not_null()
        for name, one in cells.items()
        if one.shape.required and name in given
    ]
    for start, until in (("from", "until"), ("share_from", "share_until")):
        if {start, until} <= cells.keys():
            ends = pl.col(until).gt(pl.col(start)) | (pl.col(start) == UNKNOWN)
            clauses.append(ends.fill_null(value=True))
    clauses += [
        _stands_beside(name, cells.keys()).fill_null(value=True)
        for name, one in cells.items()
        if one.sort is Sort.STAKES and name in understood
    ]
    return pl.all_horizontal(clauses).fill_null(value=False)


def _stands_beside(name: str, columns: Collection[str]) -> pl.Expr:
    """Return whether a further parent is neither the row nor its parent, nor holds too much."""
    other = staked(pl.col(name))
    held = pl.col(name).str.extract("=(.+)$").cast(pl.Float64, strict=False).fill_null(0)
    if not {"parent", "customer", "share"} <= {*columns}:
        return other != pl.col("key")
    share = pl.col("share").cast(pl.Float64, strict=False).fill_null(0)
    is_new = (other != pl.col("key")) & (other != pl.coalesce("parent", "customer"))
    return is_new & (held + share <= WHOLE)


def _named(cell: pl.Expr, sort: Sort) -> pl.Expr:
    if sort is Sort.NAME:
        return cell.str.len_chars() <= LONGEST_NAME
    pattern = _STAKE if sort is Sort.STAKES else f"^(?:{KEY.pattern})$"
    return cell.str.contains(pattern) & (cell.str.len_bytes() <= LONGEST_KEY)


def _proven(name: str, cells: Cells) -> pl.Expr:
    cell = pl.col(name)
    match cells.sort:
        case Sort.KEY | Sort.NAME | Sort.STAKES:
            fine = _named(cell, cells.sort)
        case Sort.WORD if cells.shape.many:
            word = "|".join(cells.words)
            fine = cell.str.contains(rf"^(?:{word})(?:;(?:{word}))*$")
        case Sort.WORD:
            fine = cell.is_in(cells.words)
        case Sort.DAY | Sort.UNCERTAIN_DAY:
            day = cell.str.to_date("%Y-%m-%d", strict=False)
            fine = cell.str.contains(_DAY) & day.is_not_null() & (cell >= "0001")
            if cells.sort is Sort.UNCERTAIN_DAY:
                fine = fine | (cell == UNKNOWN)
        case Sort.PERCENT:
            fine = cell.str.contains(_PERCENT) & (cell.cast(pl.Float64, strict=False) <= WHOLE)
        case Sort.TEXT if cells.shape.many:
            fine = ~cell.str.contains(_LISTS_PLAINLY)
        case Sort.TEXT:
            return pl.lit(value=True)
        case Sort.OTHER:
            return cell.is_null()
    return cell.is_null() | fine
