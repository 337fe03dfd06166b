"""Tables as read from CSV files and sheets: a header, and rows of texts, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.fields import quoted
from seed.reading.texts import no_character

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_COLUMNS = 500
_OTHER_SEPARATORS = {
    "\t": "tabs",
    ";": "semicolons",
    "\uff0c": "full-width commas",
    "\uff1b": "full-width semicolons",
}
Row = tuple[int, dict[str, str]]


@dataclass(slots=True)
class Grid:
    """The header and the rows of a table; an empty cell is left out of its row.

    `broken` are rows that are known to be wrong, as far as they can be read.
    """

    file: str
    row: int
    header: tuple[str, ...]
    rows: list[Row] = field(default_factory=list[Row])
    broken: list[Row] = field(default_factory=list[Row])
    problems: list[Problem] = field(default_factory=list[Problem])

    def add(self, row: int, cells: Sequence[str], *, ragged: bool) -> None:
        """Take a row in; only a sheet's rows are `ragged`: cells that are empty need not be there.

        A row that does not fit is a problem.
        """
        width = len(self.header)
        if any(cells[width:]) or (len(cells) < width and not ragged):
            self.broken.append((row, dict(zip(self.header, cells, strict=False))))
            self.problems.append(self._misfit(row, cells, ragged=ragged))
            return
        given = {name: cell for name, cell in zip(self.header, cells, strict=False) if cell}
        for name, cell in given.items():
            if strange := no_character(cell):
                what = f"the cell holds the character {strange}, which no text has"
                self.problems.append(
                    Problem(self.file, row, name, "control-character", what, "remove it")
                )
        self.rows.append((row, given))

    def break_rows(self, problems: Sequence[Problem]) -> None:
        """Take in what is wrong with cells; of their rows nothing more is said."""
        self.problems += problems
        rows = {problem.row for problem in problems}
        self.broken += (each for each in self.rows if each[0] in rows)
        self.rows = [each for each in self.rows if each[0] not in rows]

    def _misfit(self, row: int, cells: Sequence[str], *, ragged: bool) -> Problem:
        many = len(cells) > len(self.header)
        what = f"{len(cells)} cells under {len(self.header)} columns"
        remedy = "add the missing cells; leave them empty where nothing is given"
        if many:
            remedy = "put quotes around a cell that holds a comma, or remove the extra cells"
        if ragged:
            outside = next(cell for cell in cells[len(self.header) :] if cell)
            what = f"{quoted(outside)} stands under no column"
            remedy = "name its column in the header, or remove it"
        code = "too-many-cells" if many else "too-few-cells"
        return Problem(self.file, row, "", code, what, remedy)


def grid_of(file: str, rows: Iterable[tuple[int, Sequence[str]]], *, ragged: bool) -> Grid | None:
    """Return the rows as a grid, the first of them as its header; None where there is no row.

    Rows without content must have been left out.

    Raises:
        ModelError: the header cannot be right.
    """
    grid: Grid | None = None
    for row, cells in rows:
        if grid is None:
            grid = Grid(file, row, header_of(cells, row, file))
        else:
            grid.add(row, cells, ragged=ragged)
    return grid


def header_of(cells: Sequence[str], row: int, file: str) -> tuple[str, ...]:
    """Return the names of the columns; trailing cells without a name are no columns.

    Raises:
        ModelError: a name is missing or there twice, or there are too many.
    """
    if len(cells) == 1:
        for separator, name in _OTHER_SEPARATORS.items():
            if separator in cells[0]:
                what = f"the columns are separated by {name}, not by commas"
                remedy = "save the file as comma-separated values"
                raise ModelError([Problem(file, row, "", "not-commas", what, remedy)])
    while cells and not cells[-1]:
        cells = cells[:-1]
    if len(cells) > MOST_COLUMNS:
        what = f"{len(cells)} columns are more than any kind of entry has"
        remedy = "keep the columns that docs/plan-format.md names"
        raise ModelError([Problem(file, row, "", "too-many-columns", what, remedy)])
    problems = [
        Problem(
            file,
            row,
            name,
            "column-twice" if name else "column-without-name",
            f"the column {quoted(name)} is there twice" if name else f"column {place} has no name",
            "keep one of them" if name else "name it, or remove it",
        )
        for place, name in enumerate(cells, start=1)
        if not name or name in cells[: place - 1]
    ]
    if problems:
        raise ModelError(problems)
    return tuple(cells)
