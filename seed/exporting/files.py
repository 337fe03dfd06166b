"""Entries gathered by section and kind, and written as YAML, CSV, Parquet or a workbook."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any

import polars as pl
import yaml

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument, TerritoryDocument
from seed.documents.formulas import harmless
from seed.documents.kinds import ENTRIES
from seed.documents.organization import (
    CoverageDocument,
    HoldingDocument,
    PersonDocument,
    PostDocument,
)
from seed.exporting.formats import Format
from seed.reading.columns import layouts_of
from seed.writing.flattening import FlatTable, tables_of
from seed.writing.workbooks import write_workbook

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from seed.documents.entries import Entry
    from seed.exporting.fields import Fields

TABLES: frozenset[type[Entry]] = frozenset(
    {
        *(CustomerDocument, SubsidiaryDocument, TerritoryDocument),
        *(CoverageDocument, PersonDocument, PostDocument, HoldingDocument),
    }
)
"""The kinds that may be large: they are tables in every format, the others are YAML."""
WORKBOOK = "entries.xlsx"


class SectionFiles:
    """The entries of one section, kept compactly until they are written."""

    def __init__(self) -> None:
        self._listed: dict[type[Entry], list[Fields]] = {}
        self._tables: dict[type[Entry], list[pl.DataFrame]] = {}

    def add(self, kind: type[Entry], entries: Sequence[Fields]) -> None:
        """Take in entries of a kind."""
        if not entries:
            return
        if kind not in TABLES:
            self._listed.setdefault(kind, []).extend(entries)
            return
        [table] = tables_of(kind, entries)
        columns = {name: [row.get(name) for row in table.rows] for name in table.layout.header}
        frame = pl.DataFrame(columns, schema=dict.fromkeys(table.layout.header, pl.String))
        self._tables.setdefault(kind, []).append(frame)

    def write(self, folder: Path, form: Format) -> None:
        """Write all entries into a folder, which is there; without any entry, it stays empty."""
        if form is Format.XLSX:
            tables = [table for kind in ENTRIES for table in self._flat(kind) if table.rows]
            if tables:
                write_workbook(folder / WORKBOOK, tables)
            return
        for kind, entries in self._listed.items():
            text = yaml.safe_dump(
                entries, allow_unicode=True, sort_keys=False, width=100, default_flow_style=False
            )
            path = folder / f"{kind.file_kind}.yaml"
            path.write_text(text, encoding="utf-8", newline="\n")
        for kind, frames in self._tables.items():
            frame = _filled(kind, pl.concat(frames))
            if form is Format.PARQUET:
                frame.write_parquet(folder / f"{kind.file_kind}.parquet")
            else:
                _write_csv(folder / f"{kind.file_kind}.csv", frame)

    def _flat(self, kind: type[Entry]) -> Sequence[FlatTable]:
        if kind not in TABLES:
            return tables_of(kind, self._listed.get(kind, []))
        rows: list[dict[str, Any]] = [
            {name: text for name, text in row.items() if text is not None}
            for frame in self._tables.get(kind, [])
            for row in frame.iter_rows(named=True)
        ]
        return [FlatTable(layouts_of(kind)[0], rows)]


def _filled(kind: type[Entry], frame: pl.DataFrame) -> pl.DataFrame:
    """Return the columns that hold something, or must be there."""
    required = layouts_of(kind)[0].required
    return frame.select(
        name
        for name in frame.columns
        if name in required or frame[name].null_count() < frame.height
    )


def _write_csv(path: Path, frame: pl.DataFrame) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(frame.columns)
        for row in frame.iter_rows():
            writer.writerow(["" if text is None else harmless(text) for text in row])
