"""Foreign tables as columns of texts, each row with its number in the file."""

from __future__ import annotations

import csv
from itertools import islice
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.mappings.json_lines import json_lines
from seed.mappings.sheets import sheet_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from seed.mappings.documents import TableDocument

ROW = "@row"
LONGEST_CELL = 1_000_000
AT_ONCE = 100_000
SEPARATORS = {".csv": ",", ".tsv": "\t", ".txt": "\t"}
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_WHOLE = 1e15
Numbered = tuple[int, list[str]]
Block = list[Numbered]


def table_frame(folder: Path, table: TableDocument, file: str) -> pl.DataFrame:
    """Return a table: `@row`, and its columns as texts without space around; null where empty.

    Raises:
        ModelError: the file cannot be read, or its rows do not fit its columns.
    """
    path = folder / table.file
    if not path.is_file():
        raise refused(file, 0, "no-file", "there is no such file", "correct “file” in the mapping")
    try:
        frame = _frame(path, table, file)
    except OSError as error:
        what = f"cannot be read: {error.strerror or error}"
        raise refused(file, 0, "unreadable", what, "make it readable") from error
    except UnicodeDecodeError as error:
        what = f"this file is not {table.encoding}"
        remedy = "say its “encoding” in the mapping, such as gb18030"
        raise refused(file, 0, "not-this-encoding", what, remedy) from error
    except LookupError as error:
        what = f"there is no encoding {table.encoding}"
        raise refused(file, 0, "unknown-encoding", what, "write utf-8, gb18030 …") from error
    except pl.exceptions.PolarsError as error:
        what = f"cannot be read: {error}"
        raise refused(file, 0, "unreadable", what, "save it again") from error
    return _cleaned(frame, table, file)


def _frame(path: Path, table: TableDocument, file: str) -> pl.DataFrame:
    suffix = path.suffix.lower()
    if suffix == ".parquet":
        return _as_texts(pl.read_parquet(path), file)
    if suffix in (".jsonl", ".ndjson"):
        return json_lines(path, file, AT_ONCE)
    if suffix == ".xlsx":
        return _blocks(sheet_rows(path, table.sheet, file), table, file)
    if suffix in SEPARATORS:
        with path.open(encoding=table.encoding.replace("utf-8", "utf-8-sig"), newline="") as text:
            rows = _records(text, table.separator or SEPARATORS[suffix], file)
            return _blocks(rows, table, file)
    what = f"files that end with “{suffix}” are not read"
    remedy = "save it as .csv, .tsv, .txt, .xlsx, .parquet or .jsonl"
    raise refused(file, 0, "unknown-file", what, remedy)


def _records(lines: Iterator[str], separator: str, file: str) -> Iterator[Numbered]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, strict=True, delimiter=separator)
    begins = 1
    try:
        for record in reader:
            yield begins, record
            begins = reader.line_num + 1
    except csv.Error as error:
        what = f"this is no table: {error}"
        remedy = "check the quotes: one that opens a cell must close it, and one inside is doubled"
        raise refused(file, begins, "csv-syntax", what, remedy) from error


def _blocks(rows: Iterator[Numbered], table: TableDocument, file: str) -> pl.DataFrame:
    """Return the rows, a block at a time: a million of them are never lists at once."""
    header: list[str] = []
    for row, cells in rows:
        if row >= table.header and any(cell.strip() for cell in cells):
            header = _header(cells, row, file)
            break
    if not header:
        what = "the table has no row that names its columns"
        raise refused(file, table.header, "no-header", what, "correct “header” in the mapping")
    frames: list[pl.DataFrame] = [pl.DataFrame(schema=_schema(header))]
    while block := list(islice(rows, AT_ONCE)):
        frames.append(_block(block, header, file))
    return pl.concat(frames)


def _block(block: Block, header: Sequence[str], file: str) -> pl.DataFrame:
    width = len(header)
    fitting: Block = []
    problems: list[Problem] = []
    for row, cells in block:
        if len(cells) == width:
            fitting.append((row, cells))
        elif any(cell.strip() for cell in cells):
            if any(cell.strip() for cell in cells[width:]) or len(cells) < width:
                problems.append(_misfit(row, len(cells), width, file))
            fitting.append((row, cells[:width]))
    if problems:
        raise ModelError(problems)
    columns = zip(*(cells for _, cells in fitting), strict=True)
    data = dict(zip(header, columns, strict=True)) if fitting else {}
    return pl.DataFrame({ROW: [row for row, _ in fitting], **data}, schema=_schema(header))


def _misfit(row: int, cells: int, width: int, file: str) -> Problem:
    many = cells > width
    return Problem(
        file,
        row,
        "",
        "too-many-cells" if many else "too-few-cells",
        f"{cells} cells under {width} columns",
        "put quotes around a cell that holds the separator" if many else "add the missing cells",
    )


def _header(cells: Sequence[str], row: int, file: str) -> list[str]:
    names = [cell.strip() for cell in cells]
    while names and not names[-1]:
        names.pop()
    for place, name in enumerate(names, start=1):
        if not name or name in names[: place - 1]:
            what = f"the column “{name}” is there twice" if name else f"column {place} has no name"
            code = "column-twice" if name else "column-without-name"
            raise refused(file, row, code, what, "name each column once, or correct “header”")
    return names


def _schema(header: Sequence[str]) -> dict[str, pl.DataType]:
    return {ROW: pl.Int64(), **{name: pl.String() for name in header}}


def _as_texts(frame: pl.DataFrame, file: str) -> pl.DataFrame:
    columns: list[pl.Expr] = []
    for name, kind in frame.schema.items():
        column = pl.col(name)
        if isinstance(kind, pl.List) and not kind.inner.is_nested():
            columns.append(column.cast(pl.List(pl.String())).list.join(";"))
        elif kind.is_nested() or isinstance(kind, pl.Binary | pl.Object):
            what = f"the column “{name}” holds {kind}, not single values"
            raise refused(file, 0, "not-a-value", what, "write it as texts, numbers or days")
        elif kind.is_float():
            whole = column.is_finite() & (column == column.round()) & (column.abs() < _WHOLE)
            as_whole = column.cast(pl.Int64(), strict=False).cast(pl.String())
            columns.append(pl.when(whole).then(as_whole).otherwise(column.cast(pl.String())))
        elif kind.is_temporal() and not isinstance(kind, pl.Date):
            columns.append(column.cast(pl.Date(), strict=False).cast(pl.String()))
        else:
            columns.append(column.cast(pl.String()))
    named = [column.alias(name) for column, name in zip(columns, frame.columns, strict=True)]
    return frame.select(named).with_row_index(ROW, offset=1).cast({ROW: pl.Int64()})


def _cleaned(frame: pl.DataFrame, table: TableDocument, file: str) -> pl.DataFrame:
    names = [name for name in frame.columns if name != ROW]
    bad = frame.select(pl.col(names).str.contains(_CONTROL).any()).row(0)
    for name, any_bad in zip(names, bad, strict=True):
        if any_bad:
            [row] = frame.filter(pl.col(name).str.contains(_CONTROL))[ROW].head(1)
            what = f"there is a control character in the column “{name}”"
            raise refused(file, row, "control-character", what, "remove it")
    stripped = pl.col(names).str.strip_chars().replace(["", *table.nulls], None)
    cleaned = frame.with_columns(stripped)
    return cleaned.filter(pl.any_horizontal(pl.col(names).is_not_null())) if names else cleaned


def refused(file: str, row: int, code: str, what: str, remedy: str) -> ModelError:
    """Return the error of a table that cannot be read."""
    return ModelError([Problem(file, row, "", code, what, remedy)])
