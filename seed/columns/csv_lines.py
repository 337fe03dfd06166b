"""CSV files in which every row is one line, read all at once.

Lines without a quote that have as many commas as the header are split by polars; the others are
read one by one, as `seed/reading/csv_files.py` reads them. Whatever is not certain to be right
this way (encodings, control characters, quotes that stay open, lone carriage returns) is left to
that module altogether: it says what is wrong.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import ModelError
from seed.columns.bulk_rows import ROW
from seed.documents.formulas import plain
from seed.reading.csv_files import LONGEST_CELL
from seed.reading.grids import Grid, header_of
from seed.reading.texts import check_lines

if TYPE_CHECKING:
    from pathlib import Path

_MARK = b"\xef\xbb\xbf"
_CONTROL = bytes([*range(9), 11, 12, *range(14, 32), 127])
_LINE = "line"
_APOSTROPHE = r"(?:^|,)\s*'"
_PIECE = 100_000
"""Lines that become columns at once: what is in between is then small."""
_FIRST_FEW = 1_000
"""Lines that are searched at a time for the header, which is mostly the first."""


def lines_of(path: Path, file: str) -> tuple[Grid, pl.DataFrame] | None:
    """Return the table without its rows, and the rows as columns of texts with their `@row`.

    None where the file must be read otherwise.

    Raises:
        ModelError: a line is too long to be one.
    """
    try:
        check_lines(path, file)
        content = path.read_bytes()
    except OSError:
        return None
    if not _is_plain(content):
        return None
    try:
        lines = pl.read_lines(content.removeprefix(_MARK), name=_LINE)
    except pl.exceptions.PolarsError:
        return None
    del content
    lines = lines.with_row_index(ROW, offset=1).with_columns(
        pl.col(_LINE).str.strip_chars_end("\r")
    )
    if not lines.height or (lines[_LINE].str.len_bytes() > LONGEST_CELL).any():
        return None
    return _rows(lines, file)


def _is_plain(content: bytes) -> bool:
    return len(content.translate(None, _CONTROL)) == len(content) and content.count(
        b"\r"
    ) == content.count(b"\r\n")


def _rows(lines: pl.DataFrame, file: str) -> tuple[Grid, pl.DataFrame] | None:
    first = _first_with_text(lines)
    row, line = lines.row(first)
    names = _cells(line)
    if not names or not any(names):
        return None
    try:
        table = Grid(file, row, header_of(names, row, file))
    except ModelError:
        return None
    if not table.header:
        return None
    return _body(lines.slice(first + 1), table)


def _first_with_text(lines: pl.DataFrame) -> int:
    """Return which line is the first with more than commas and spaces; 0 if none is."""
    has_text = pl.col(_LINE).str.contains(r"[^\s,]")
    for start in range(0, lines.height, _FIRST_FEW):
        found = lines.slice(start, _FIRST_FEW).select(has_text).to_series().arg_true()
        if len(found):
            return start + int(found[0])
    return 0


def _body(lines: pl.DataFrame, table: Grid) -> tuple[Grid, pl.DataFrame] | None:
    commas = pl.col(_LINE).str.count_matches(",", literal=True)
    has_quotes = pl.col(_LINE).str.contains('"', literal=True)
    has_quotes |= pl.col(_LINE).str.contains(_APOSTROPHE)
    pieces: list[pl.DataFrame] = []
    for piece in lines.iter_slices(_PIECE):
        is_plain = piece.select((commas == len(table.header) - 1) & ~has_quotes).to_series()
        rows = _split(piece.filter(is_plain), table.header)
        odd = piece.filter(~is_plain)
        if odd.height:
            others = _one_by_one(odd, table)
            if others is None:
                return None
            rows = pl.concat([rows, others]).sort(ROW)
        pieces.append(rows)
    return table, pl.concat(pieces) if pieces else _split(lines, table.header)


def _split(lines: pl.DataFrame, header: tuple[str, ...]) -> pl.DataFrame:
    cells = pl.col(_LINE).str.split_exact(",", len(header) - 1)
    split = lines.select(ROW, cells.struct.rename_fields([*header]).alias(_LINE)).unnest(_LINE)
    texts = pl.col(header).str.strip_chars()
    split = split.with_columns(texts).with_columns(
        pl.when(pl.col(header).str.len_bytes() > 0).then(pl.col(header))
    )
    is_blank = pl.all_horizontal(pl.col(header).is_null())
    return split.filter(~is_blank)


def _one_by_one(lines: pl.DataFrame, table: Grid) -> pl.DataFrame | None:
    """Return lines that must be looked at closely, each read alone; None if one cannot be."""
    for row, line in lines.iter_rows():
        cells = _cells(line)
        if cells is None:
            return None
        if any(cells):
            table.add(row, cells, ragged=False)
    rows = rows_of(table)
    table.rows.clear()
    return rows


def rows_of(table: Grid) -> pl.DataFrame:
    """Return the rows of a table as columns of texts with their `@row`."""
    columns: dict[str, list[str | None] | list[int]] = {ROW: [row for row, _ in table.rows]}
    for name in table.header:
        columns[name] = [cells.get(name) for _, cells in table.rows]
    return pl.DataFrame(columns, schema={ROW: pl.UInt32, **dict.fromkeys(table.header, pl.String)})


def _cells(line: str) -> list[str] | None:
    csv.field_size_limit(LONGEST_CELL)
    try:
        [*records] = csv.reader([line], strict=True)
    except csv.Error:
        return None
    return (
        [plain(cell.strip()) for cell in records[0]]
        if len(records) == 1
        else []
        if not records
        else None
    )
