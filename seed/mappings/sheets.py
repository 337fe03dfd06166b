"""A sheet of a workbook as rows of texts."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.reading.messages import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def sheet_rows(path: Path, name: str | None, file: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a sheet, each with its number.

    Raises:
        ModelError: this is no workbook, or has no such sheet.
    """
    try:
        book = CalamineWorkbook.from_path(path)  # pyright: ignore[reportUnknownMemberType]
    except (CalamineError, ValueError) as error:
        what = f"this is no workbook that can be read: {error}"
        problem = Problem(file, 0, "", "damaged-workbook", what, "save it again as .xlsx")
        raise ModelError([problem]) from error
    names = book.sheet_names
    if name is not None and name not in names:
        what = f"the workbook has no sheet “{name}”"
        remedy = did_you_mean(name, names) or f"its sheets are: {', '.join(names)}"
        raise ModelError([Problem(file, 0, "", "unknown-sheet", what, remedy)])
    sheet = book.get_sheet_by_name(name or names[0])
    _, left = sheet.start or (0, 0)
    width = 0
    for row, values in enumerate(sheet.iter_rows(), start=1):
        cells = [*[""] * left, *map(_text, values)]
        if any(cells):
            width = width or len(cells)
            yield row, [*cells, *[""] * (width - len(cells))]


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    if isinstance(value, datetime):
        return str(value.date())
    return str(value).strip()
