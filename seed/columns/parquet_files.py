"""Parquet as columns of texts: days, numbers, yes and no, and lists, each as what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.columns.bulk_rows import ROW
from seed.columns.cells import Sort, cells_of
from seed.reading.grids import Grid

if TYPE_CHECKING:
    from pathlib import Path

    from seed.columns.cells import Cells
    from seed.documents.entries import Entry

MOST_ROWS = 20_000_000
_CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
_REMEDY = "write the column as text, as a CSV file has it"


def parquet_of(path: Path, file: str, kind: type[Entry]) -> tuple[Grid, pl.DataFrame]:
    """Return the header and the rows of a Parquet file; `@row` counts them from 1.

    Raises:
        ModelError: it is no Parquet file, or a column has the wrong type.
    """
    frame = _read(path, file)
    cells = cells_of(kind)
    columns: list[pl.Expr] = []
    problems: list[Problem] = []
    for name, dtype in frame.schema.items():
        text = _text(frame[name], dtype, cells.get(name))
        if isinstance(text, str):
            problems.append(Problem(file, 0, name, "wrong-type", text, _REMEDY))
        else:
            columns.append(text.str.strip_chars().replace("", None))
    if problems:
        raise ModelError(problems)
    texts = frame.select(columns).with_row_index(ROW, offset=1)
    header = tuple(frame.columns)
    problems = [problem for name in header for problem in _damaged(texts, name, file)]
    if problems:
        raise ModelError(problems)
    return Grid(file, 0, header), texts.filter(~pl.all_horizontal(pl.col(header).is_null()))


def _read(path: Path, file: str) -> pl.DataFrame:
    try:
        scan = pl.scan_parquet(path)
        rows = scan.select(pl.len()).collect().item()
        frame = scan.collect() if rows <= MOST_ROWS else None
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException, OSError) as error:
        what = "this is not a whole Parquet file"
        remedy = "write the file again; it may be damaged, or cut off"
        raise ModelError([Problem(file, 0, "", "parquet-syntax", what, remedy)]) from error
    if frame is None:
        what = f"it has {rows} rows, more than {MOST_ROWS}"
        remedy = "split it into several files"
        raise ModelError([Problem(file, 0, "", "too-many-rows", what, remedy)])
    if not frame.width:
        what = "the file has no columns"
        raise ModelError([Problem(file, 0, "", "empty-file", what, "delete the file")])
    return frame


def _text(column: pl.Series, dtype: pl.DataType, cells: Cells | None) -> pl.Expr | str:
    """Return a column as texts, or what is wrong with its type."""
    value = pl.col(column.name)
    sort = cells.sort if cells else Sort.OTHER
    other = sort is Sort.OTHER
    if isinstance(dtype, pl.String | pl.Categorical | pl.Enum | pl.Null):
        return value.cast(pl.String)
    if isinstance(dtype, pl.Date | pl.Datetime) and (other or sort is Sort.DAY):
        if (
            isinstance(dtype, pl.Date)
            or column.to_frame().select((value.dt.time() == pl.time(0)).all()).item()
        ):
            return value.dt.strftime("%Y-%m-%d")
        return f"the column “{column.name}” holds times of the day, not days"
    if (dtype.is_numeric() or isinstance(dtype, pl.Boolean)) and other:
        return value.cast(pl.String)
    if isinstance(dtype, pl.List) and (cells is None or cells.shape.many):
        return _list(column, dtype)
    meant = "days" if sort is Sort.DAY else "texts"
    return f"the column “{column.name}” holds {_called(dtype)}, not {meant}"


def _list(column: pl.Series, dtype: pl.List) -> pl.Expr | str:
    if not isinstance(dtype.inner, pl.String | pl.Categorical | pl.Enum | pl.Null):
        return f"the column “{column.name}” holds lists that are not of texts"
    texts = pl.col(column.name).cast(pl.List(pl.String))
    if column.to_frame().select(texts.explode().str.contains("[;\\\\]").any()).item():
        return f"the column “{column.name}” holds a list with a semicolon or backslash in a value"
    return texts.list.join(";")


def _called(dtype: pl.DataType) -> str:
    if dtype.is_numeric():
        return f"numbers ({dtype})"
    if dtype.is_temporal():
        return f"days or times ({dtype})"
    return "fields inside fields" if dtype.is_nested() else f"values of the type {dtype}"


def _damaged(texts: pl.DataFrame, name: str, file: str) -> list[Problem]:
    """Return the first text of a column that holds what no text has."""
    found = texts.filter(pl.col(name).str.contains(_CONTROL)).select(
        ROW, pl.col(name).str.extract(f"({_CONTROL})")
    )
    what = "there is a character U+{:04X} that no text has"
    remedy = "remove it; the file may be damaged"
    return [
        Problem(file, row, name, "control-character", what.format(ord(character)), remedy)
        for row, character in found.head(1).iter_rows()
    ]
