"""The rows of a kind that are kept as columns of texts, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from seed.columns.cells import cells_of
from seed.columns.proofs import proven
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.organization import HoldingDocument, PersonDocument, PostDocument

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from seed.documents.entries import Entry

FILE = "@file"
ROW = "@row"
USABLE = "@usable"

_NAMED = frozenset({"key", "name", "name_en", "sources"})
_ACCOUNT = _NAMED | {"industry", "territory", "tags", "from", "until", "other_parents"}
UNDERSTOOD: Mapping[type[Entry], frozenset[str]] = {
    CustomerDocument: _ACCOUNT | {"tier", "roles"},
    SubsidiaryDocument: _ACCOUNT | {"customer", "parent", "share", "share_from", "share_until"},
    PersonDocument: _NAMED,
    PostDocument: _NAMED
    | {"department", "functions", "customers", "industries", "territories", "from", "until"},
    HoldingDocument: frozenset({"person", "post", "from", "until"}),
}
"""The kinds that are kept as columns, and those of their fields that the checks of columns know.

A row that has anything in another field goes the object path, so a new field of a document needs
nothing here to be right; it needs to be here, and in `suspects.py`, to be fast.
"""
BULK_KINDS = frozenset(UNDERSTOOD)


@dataclass(slots=True)
class BulkRows:
    """Rows of one kind: a column of texts for each field, null where it is not given.

    `@file` numbers the file by the order of reading and `@row` is the row in it. Rows that are not
    `@usable` lack a column that their whole file lacks. Every row here is proven fine otherwise.
    """

    kind: type[Entry]
    frame: pl.DataFrame = field(init=False)

    def __post_init__(self) -> None:
        self.frame = pl.DataFrame(schema=schema(self.kind))

    def __len__(self) -> int:
        return self.frame.height

    def add(self, frame: pl.DataFrame, file: int, header: Collection[str]) -> pl.DataFrame:
        """Take in the rows of a file (`@row` and known columns); return those not proven fine."""
        cells = cells_of(self.kind)
        lacks = any(one.shape.required and name not in header for name, one in cells.items())
        rows = frame.with_columns(
            pl.lit(file, pl.UInt32).alias(FILE),
            pl.lit(not lacks).alias(USABLE),
            *(pl.lit(None, pl.String).alias(name) for name in cells if name not in frame.columns),
        ).select(*schema(self.kind))
        is_proven = rows.select(
            proven(self.kind, UNDERSTOOD.get(self.kind, frozenset()), header)
        ).to_series()
        self.frame = pl.concat([self.frame, rows.filter(is_proven)], rechunk=False)
        return rows.filter(~is_proven)

    def give_up(self) -> pl.DataFrame:
        """Return the rows that lack no column; only the others stay, so these need no memory."""
        usable = self.frame.filter(USABLE) if not self.frame[USABLE].all() else self.frame
        self.frame = self.frame.filter(~pl.col(USABLE))
        return usable

    def take(self, which: pl.Series) -> pl.DataFrame:
        """Give up the rows for which `which` is true, and return them."""
        taken = self.frame.filter(which)
        if taken.height:
            self.frame = self.frame.filter(~which)
        return taken


def schema(kind: type[Entry]) -> dict[str, type[pl.DataType]]:
    """Return the columns that the rows of a kind have."""
    fields = dict.fromkeys(cells_of(kind), pl.String)
    return {FILE: pl.UInt32, ROW: pl.UInt32, USABLE: pl.Boolean, **fields}


def fields_of(frame: pl.DataFrame) -> Iterator[tuple[int, int, dict[str, str]]]:
    """Yield file, row and the fields given, row by row."""
    names = [name for name in frame.columns if name not in {FILE, ROW, USABLE}]
    places = zip(frame[FILE].to_list(), frame[ROW].to_list(), strict=True)
    for (file, row), cells in zip(places, frame.select(names).iter_rows(), strict=True):
        given = {name: cell for name, cell in zip(names, cells, strict=True) if cell is not None}
        yield file, row, given
