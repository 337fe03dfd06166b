"""A sheet of a workbook as rows of texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.reading.messages import did_you_mean
from seed.reading.workbooks import workbook_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def sheet_rows(path: Path, name: str | None, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet, each with its number.

    Raises:
        ModelError: it cannot be read, has no such sheet, or holds errors.
    """
    book = workbook_of(path, file)
    names = [*book.scans]
    if name is not None and name not in names:
        what = f"the workbook has no sheet “{name}”"
        remedy = did_you_mean(name, names) or f"its sheets are: {', '.join(names)}"
        raise ModelError([Problem(file, 0, "", "unknown-sheet", what, remedy)])
    sheet = name or names[0]
    if problems := book.without_value(sheet, {}):
        raise ModelError(problems)
    width = 0
    for row, cells in book.rows(sheet):
        width = width or len(cells)
        yield row, [*cells, *[""] * (width - len(cells))]
