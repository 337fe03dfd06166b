"""The files of a generated plan: text line by line, tables as CSV or Parquet."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable
    from pathlib import Path

_LINES = 20_000
"""Lines written at once."""
_ROW_GROUP = 100_000


class BulkFormat(StrEnum):
    """How the large tables are written."""

    CSV = "csv"
    PARQUET = "parquet"


@contextmanager
def new_folder(folder: Path) -> Generator[Path]:
    """Give a folder to fill; it appears under its name when all is done, or not at all.

    Raises:
        ModelError: something is there already.
    """
    if folder.exists() and not (folder.is_dir() and not any(folder.iterdir())):
        what = "the folder is not empty" if folder.is_dir() else "this is a file"
        remedy = "name a new or empty folder; nothing is overwritten"
        raise ModelError([Problem(str(folder), 0, "", "not-empty", what, remedy)])
    partial = folder.resolve().with_name(f".{folder.resolve().name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    partial.mkdir(parents=True)
    try:
        yield partial
        partial.replace(folder.resolve())
    finally:
        shutil.rmtree(partial, ignore_errors=True)


def write_text(path: Path, text: str) -> None:
    """Write a file as it is, in UTF-8."""
    path.write_text(text, encoding="utf-8", newline="\n")


def write_lines(path: Path, lines: Iterable[str]) -> int:
    """Write lines as they come and return how many; the first is a table's header."""
    count = 0
    waiting = iter(lines)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        while chunk := list(islice(waiting, _LINES)):
            count += len(chunk)
            file.write("\n".join(chunk))
            file.write("\n")
    return count


def write_table(
    folder: Path, kind: str, lines: Iterable[str], bulk_format: BulkFormat = BulkFormat.CSV
) -> int:
    """Write a table and return its rows; Parquet has the columns and texts of the CSV."""
    path = folder / f"{kind}.csv"
    count = write_lines(path, lines) - 1
    if bulk_format is BulkFormat.PARQUET:
        table = pl.scan_csv(path, infer_schema=False)
        table.sink_parquet(path.with_suffix(".parquet"), row_group_size=_ROW_GROUP)
        path.unlink()
    return count
