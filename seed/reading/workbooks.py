"""Excel workbooks as entries: a sheet holds one kind, and is called after it."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.kinds import BY_FILE
from seed.reading.archives import archive_of
from seed.reading.columns import layouts
from seed.reading.gathering import take_in
from seed.reading.grids import grid_of
from seed.reading.messages import did_you_mean, near
from seed.reading.sheet_scans import cell_name, scans_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path as FilePath

    from seed.documents.entries import Entry
    from seed.reading.archives import Archive
    from seed.reading.columns import Layout
    from seed.reading.entries import Entries
    from seed.reading.grids import Grid

NOTES = frozenset({"about", "lists"})
"""Sheets that hold no entries."""
_MACROS = "xl/vbaproject.bin"
Value = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(path: FilePath, file: str, illustrative: bool, entries: Entries) -> list[Problem]:
    """Take a workbook's entries in; return what is wrong with them.

    A workbook that cannot be read at all hides every kind, or the kind that it is called after.
    """
    stem = path.name.partition(".")[0]
    try:
        sheets = workbook_of(path, file)
    except ModelError as error:
        entries.hidden.update([BY_FILE[stem]] if stem in BY_FILE else BY_FILE.values())
        return list(error.problems)
    problems: list[Problem] = []
    filled = {name: scan for name, scan in sheets.scans.items() if name not in NOTES and scan.rows}
    names = {name: name for name in filled}
    if stem in BY_FILE and len(filled) == 1:
        names = dict.fromkeys(filled, stem)
    kinds: dict[type[Entry], dict[str, Grid]] = defaultdict(dict)
    for sheet, name in names.items():
        try:
            layout = _layout(name, f"{file}#{sheet}")
            kind = layout.kind
            grid = sheets.grid(sheet)
            kinds[kind][layout.name] = grid
        except ModelError as error:
            problems += error.problems
            entries.hidden |= _hidden(name)
    for kind, grids in kinds.items():
        if kind.file_kind in grids:
            problems += take_in(kind, grids, illustrative, entries)
        elif kind not in entries.hidden:
            what = f"there is no sheet {kind.file_kind}, to whose entries its rows belong"
            problems += (
                Problem(grid.file, 0, "", "no-entries-sheet", what, f"add {kind.file_kind}")
                for grid in grids.values()
            )
    return problems


def _layout(name: str, file: str) -> Layout:
    found = layouts().get(name)
    if found is None:
        what = f"no kind of entry is called “{name}”"
        known = [*layouts(), *NOTES]
        remedy = did_you_mean(name, known) or f"call the sheet after a kind: {', '.join(BY_FILE)}"
        raise ModelError([Problem(file, 0, "", "unknown-sheet", what, remedy)])
    return found


def _hidden(name: str) -> set[type[Entry]]:
    meant = [name] if name in layouts() else near(name, layouts())
    return {layouts()[each].kind for each in meant}


class Workbook:
    """An open workbook, and what a walk over it found."""

    def __init__(self, archive: Archive) -> None:
        self.scans = scans_of(archive)
        self._file = archive.file
        self._book = CalamineWorkbook.from_path(str(archive.path))  # pyright: ignore[reportUnknownMemberType]

    def grid(self, name: str) -> Grid:
        """Return a sheet that holds something as a grid."""
        file = f"{self._file}#{name}"
        grid = grid_of(file, self.rows(name), ragged=True)
        if grid is None:
            raise ModelError([Problem(file, 0, "", "empty-sheet", "the sheet is empty", "fill it")])
        header = dict(enumerate(grid.header, start=1))
        grid.break_rows(self.without_value(name, header))
        return grid

    def rows(self, name: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows of a sheet that hold something, each with its number.

        Raises:
            ModelError: the sheet is damaged.
        """
        try:
            sheet = self._book.get_sheet_by_name(name)
            _, left = sheet.start or (0, 0)
            for row, values in enumerate(sheet.iter_rows(), start=1):
                cells = [*[""] * left, *map(_text, values)]
                if any(cells):
                    yield row, cells
        except (CalamineError, ValueError) as error:
            raise _unreadable(f"{self._file}#{name}", error) from error

    def without_value(self, name: str, header: Mapping[int, str]) -> list[Problem]:
        """Return a problem for each cell of a sheet that holds an error, or no value yet."""
        scan, file = self.scans[name], f"{self._file}#{name}"
        problems: list[Problem] = []
        for (row, column), error in sorted(scan.errors.items()):
            what = f"the cell {cell_name(row, column)} holds the error {error}"
            remedy = "correct its formula, or write the value"
            field = header.get(column, "")
            problems.append(Problem(file, row, field, "cell-error", what, remedy))
        for row, column in sorted(scan.uncalculated):
            what = f"the cell {cell_name(row, column)} holds a formula that was never calculated"
            remedy = "open the workbook in a spreadsheet and save it, or write the value"
            field = header.get(column, "")
            problems.append(Problem(file, row, field, "uncalculated", what, remedy))
        return problems


def workbook_of(path: FilePath, file: str) -> Workbook:
    """Return a workbook, safe to be read.

    Raises:
        ModelError: it is damaged, has a password or macros, or would take too much memory.
    """
    archive = archive_of(path, file)
    if _MACROS in archive.members:
        what = "this workbook has macros"
        remedy = "save it as “Excel workbook (.xlsx)”, which has none"
        raise ModelError([Problem(file, 0, "", "workbook-with-macros", what, remedy)])
    try:
        return Workbook(archive)
    except (CalamineError, OSError, ValueError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: str, error: Exception) -> ModelError:
    what = f"this workbook cannot be read: {error}"
    remedy = "save it again from a spreadsheet"
    return ModelError([Problem(file, 0, "", "damaged-workbook", what, remedy)])


def _text(value: Value) -> str:
    """Return a cell's value as a plan writes it."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        whole = int(value) if value.is_integer() else None
        return str(whole) if whole is not None else f"{Decimal(repr(value)):f}"
    if isinstance(value, datetime):
        return str(value if value.time() != time() else value.date())
    return str(value)
