"""What an entry map makes of its table: the fields of each row, with what was seen on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.kinds import BY_FILE
from seed.mappings.cells import values_of
from seed.mappings.codes import Code
from seed.mappings.documents import ACCOUNTS, CellDocument, EntryDocument
from seed.mappings.findings import Sighting
from seed.mappings.tables import ROW
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from seed.reading.shapes import FieldShape

TABLE, PART, CODE, PARENT, CHILDREN = "@table", "@part", "@code", "@parent", "@children"
COMPARED = "~"
"""Begins the names of columns that are only compared."""
LINKS = {
    ACCOUNTS: "parent",
    "subsidiaries": "parent",
    "departments": "parent",
    "industries": "parent",
    "territories": "parent",
    "strategies": "parent",
    "posts": "reports_to",
}
"""The field by which things of a kind lie inside, or under, each other."""
IDENTITIES = {"coverage": ("department", "territory"), "holdings": ("person", "post")}
"""What tells the rows apart of kinds that have no key."""
MADE = frozenset({"customer", "other_parents", "aliases"})


def shapes_of(kind: str) -> Mapping[str, FieldShape]:
    """Return the fields that a table's columns may become."""
    if kind != ACCOUNTS:
        shapes = field_shapes(BY_FILE[kind])
        return {name: shape for name, shape in shapes.items() if not shape.nested}
    both = {**field_shapes(CustomerDocument), **field_shapes(SubsidiaryDocument)}
    return {name: shape for name, shape in both.items() if name not in MADE}


def column_of(cell: CellDocument) -> str:
    """Return the columns of a field as findings name them."""
    return ", ".join(cell.columns) if cell.columns else cell.column or ""


@dataclass(slots=True)
class Part:
    """The rows that one entry map makes of one table.

    `frame` has a column for each field, those that are only compared begin with “~”; `@code` and
    `@parent` are the key and the parent as the table writes them.
    """

    table: int
    number: int
    entry: EntryDocument
    frame: pl.DataFrame
    sightings: list[Sighting] = field(default_factory=list[Sighting])

    def column(self, name: str) -> str:
        """Return the table's column from which a field comes."""
        cell = self.entry.fields.get(name) or self.entry.compare.get(name)
        if name == CHILDREN:
            cell = self.entry.children
        return column_of(cell) if cell else ""


def part_of(frame: pl.DataFrame, entry: EntryDocument, table: int, number: int) -> Part:
    """Return what an entry map makes of a table's rows."""
    for column, values in entry.where.items():
        frame = frame.filter(pl.col(column).is_in(values))
    made = Part(table, number, entry, frame.select(ROW))
    columns: list[pl.Series] = []
    link = LINKS.get(entry.kind, "")
    for name, cell, is_key in _cells(entry):
        values = values_of(frame, cell, name, key=is_key)
        columns.append(values.texts)
        if name == "key":
            columns.append(values.written.alias(CODE))
        if name == link:
            columns.append(values.written.alias(PARENT))
        for place, code, seen in values.bad:
            row = int(frame[ROW][place])
            made.sightings.append(Sighting(code, table, row, column_of(cell), seen))
    made.frame = frame.select(ROW).with_columns(
        *columns,
        pl.lit(table).alias(TABLE),
        pl.lit(number).alias(PART),
    )
    _without_key(made)
    return made


def _cells(entry: EntryDocument) -> Iterator[tuple[str, CellDocument, bool]]:
    shapes = shapes_of(entry.kind)
    for name, cell in entry.fields.items():
        shape = shapes[name]
        yield name, cell, name == "key" or (bool(shape.refers_to) and not shape.stakes)
    for name, cell in entry.compare.items():
        yield COMPARED + name, cell, False
    if entry.children:
        yield CHILDREN, entry.children, True


def _without_key(part: Part) -> None:
    """Leave out rows that make no entry; a table of posts, say, also has rows without a holder."""
    kind = part.entry.kind
    needed = IDENTITIES.get(kind, ("key",))
    for name in needed:
        if name not in part.frame.columns or (kind == "holdings" and name == "person"):
            continue
        lost = part.frame.filter(pl.col(name).is_null())
        if part.entry.once and kind != "posts":
            lost = lost.head(0)
        part.sightings += (
            Sighting(
                Code.MISSING_KEY, part.table, row, part.column(name), {"field": name, "kind": kind}
            )
            for row in lost[ROW]
        )
        part.frame = part.frame.filter(pl.col(name).is_not_null())
