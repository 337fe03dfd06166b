"""CSV as rows of texts, each with its line; the first row names the fields."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.formulas import plain
from seed.reading.grids import grid_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.reading.grids import Grid

LONGEST_CELL = 1_000_000


def grid_of_csv(text: str, file: str) -> Grid:
    """Return what the CSV text says.

    Raises:
        ModelError: the header cannot be right, or the quotes are not closed.
    """
    csv.field_size_limit(LONGEST_CELL)
    grid = grid_of(file, _records(text, file), ragged=False)
    if grid is None:
        what = "the file holds no row, not even a header"
        raise ModelError([Problem(file, 1, "", "empty-file", what, "name the columns in a row")])
    return grid


def _records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for record in reader:
            cells = [plain(cell.strip()) for cell in record]
            if any(cells):
                yield begins, cells
            begins = reader.line_num + 1
    except csv.Error as error:
        problem = Problem(
            file,
            begins,
            "",
            "csv-syntax",
            f"this is not CSV: {error}",
            "check the quotes: one that opens a cell must close it, and one inside is doubled",
        )
        raise ModelError([problem]) from error
