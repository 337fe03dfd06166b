"""CSV as rows of texts, each with its line; the first row names the fields."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_OTHER_SEPARATORS = {"\t": "tabs", ";": "semicolons", "\uff0c": "full-width commas"}
LONGEST_CELL = 1_000_000


@dataclass(slots=True)
class Table:
    """The header and the rows of a CSV file; an empty cell is left out of its row.

    `broken` are rows with too many or too few cells, as far as they can be read.
    """

    header: tuple[str, ...]
    rows: list[tuple[int, dict[str, str]]] = field(default_factory=list[tuple[int, dict[str, str]]])
    broken: list[tuple[int, dict[str, str]]] = field(
        default_factory=list[tuple[int, dict[str, str]]]
    )
    problems: list[Problem] = field(default_factory=list[Problem])

    def add(self, row: int, cells: list[str], file: str) -> None:
        """Take in a record; one with too many or too few cells is broken."""
        width = len(self.header)
        record = cells[:width] if not any(cells[width:]) else cells
        if len(record) == width:
            self.rows.append((row, {n: c for n, c in zip(self.header, record, strict=True) if c}))
            return
        self.broken.append((row, dict(zip(self.header, record, strict=False))))
        many = len(record) > width
        self.problems.append(
            Problem(
                file,
                row,
                "",
                "too-many-cells" if many else "too-few-cells",
                f"{len(record)} cells under {width} columns",
                "put quotes around a cell that holds a comma, or remove the extra cells"
                if many
                else "add the missing cells; leave them empty where nothing is given",
            )
        )


def table_of(text: str, file: str) -> Table:
    """Return what the CSV text says.

    Raises:
        ModelError: the header cannot be right, or the quotes are not closed.
    """
    csv.field_size_limit(LONGEST_CELL)
    records = _records(text, file)
    line, names = next(records)
    table = Table(header_of(names, line, file))
    for row, cells in records:
        table.add(row, cells, file)
    return table


def _records(text: str, file: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for record in reader:
            cells = [cell.strip() for cell in record]
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


def header_of(cells: Sequence[str], row: int, file: str) -> tuple[str, ...]:
    """Return the names of the columns; trailing cells without a name are no columns.

    Raises:
        ModelError: a name is missing or there twice, or the separator is no comma.
    """
    if len(cells) == 1:
        for separator, name in _OTHER_SEPARATORS.items():
            if separator in cells[0]:
                problem = Problem(
                    file,
                    row,
                    "",
                    "not-commas",
                    f"the columns are separated by {name}, not by commas",
                    "save the file as comma-separated values",
                )
                raise ModelError([problem])
    while cells and not cells[-1]:
        cells = cells[:-1]
    problems = [
        Problem(
            file,
            row,
            name,
            "column-twice" if name else "column-without-name",
            f"the column “{name}” is there twice" if name else f"column {place} has no name",
            "keep one of them" if name else "name it, or remove it",
        )
        for place, name in enumerate(cells, start=1)
        if not name or name in cells[: place - 1]
    ]
    if problems:
        raise ModelError(problems)
    return tuple(cells)
