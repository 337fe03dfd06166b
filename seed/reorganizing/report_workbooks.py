"""A report as a workbook: one sheet for each section, and no cell that a spreadsheet would run."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING

from graph.reorganization.reports.documents import Heading, Lines, Reference, Table, Text
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.plain_texts import printable
from graph.reorganization.reports.words import Words
from seed.documents.formulas import is_formula
from seed.writing.spreadsheets import new_book
from seed.writing.workbooks import FIRST_DAY, LAST_ROW, LONGEST_CELL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from graph.reorganization.reports.documents import Cell, Report, Section
    from seed.writing.spreadsheets import Book, Sheet, Style

LONGEST_NAME = 31
MOST_COLUMNS = 16
WIDTH = 26
WIDTHS = {0: 34}
EXACT = Decimal(10**15)
"""Numbers up to this are written as numbers; a spreadsheet would round longer ones."""


def write_report(report: Report, path: Path) -> None:
    """Write a report as a workbook; pictures are left out, their tables are there."""
    names = ["about", *(section.key[:LONGEST_NAME] for section in report.sections)]
    book, sheets = new_book(path, names)
    with book:
        writer = _Writer(book, report)
        writer.about(sheets["about"])
        for section in report.sections:
            writer.section(sheets[section.key[:LONGEST_NAME]], section)


class Tells(Enum):
    """What a column tells beside its cells."""

    ITSELF = auto()
    KEY = auto()
    WHY = auto()


@dataclass(frozen=True, slots=True)
class _Column:
    """A column of a report, which may be two of the sheet."""

    names: tuple[str, ...]
    tells: Tells


class _Writer:
    def __init__(self, book: Book, report: Report) -> None:
        self._report = report
        self._words = Words(report.language)
        text: Mapping[str, object] = {"num_format": "@", "text_wrap": True, "valign": "top"}
        self._text = book.add_format(text)
        self._quoted = book.add_format({**text, "quote_prefix": True})
        self._title = book.add_format({"bold": True, "font_size": 14})
        self._heading = book.add_format({"bold": True, "font_size": 12})
        self._head = book.add_format(
            {"bold": True, "bg_color": "#DDE6F0", "border": 1, "text_wrap": True, "valign": "top"}
        )
        self._number = book.add_format({"num_format": "#,##0.##########", "valign": "top"})
        self._whole = book.add_format({"num_format": "#,##0", "valign": "top"})
        self._day = book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"})

    def about(self, sheet: Sheet) -> None:
        """Write what the report is about, and what the sheets are."""
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 90)
        first, second = self._report.title.names(self._report.language)
        self._put(sheet, 0, 0, first, self._title)
        self._put(sheet, 1, 0, second, self._text)
        row = 3
        for name, value in self._report.facts:
            self._put(sheet, row, 0, name, self._head)
            self._put(sheet, row, 1, value, self._text)
            row += 1
        row += 1
        for section in self._report.sections:
            self._put(sheet, row, 0, section.key[:LONGEST_NAME], self._head)
            self._put(sheet, row, 1, section.title, self._text)
            row += 1

    def section(self, sheet: Sheet, section: Section) -> None:
        """Write a section: its blocks under each other."""
        self._put(sheet, 0, 0, section.title, self._title)
        row = 2
        tables = [block for block in section.blocks if isinstance(block, Table)]
        if len(tables) == 1 and not tables[0].title:
            self._keep_in_sight(sheet, tables[0])
        for place in range(MOST_COLUMNS):
            sheet.set_column(place, place, WIDTHS.get(place, WIDTH))
        for block in section.blocks:
            if isinstance(block, Table):
                row = self._table(sheet, row, block)
            elif isinstance(block, Lines):
                for number, line in enumerate(block.lines, start=1):
                    self._put(sheet, row + number - 1, 0, f"{number}. {line.text}")
                row += len(block.lines)
            elif isinstance(block, Heading):
                self._put(sheet, row, 0, self._called(block.text), self._heading)
                row += 1
            elif isinstance(block, Text):
                self._put(sheet, row, 0, block.text)
                row += 1

    def _keep_in_sight(self, sheet: Sheet, table: Table) -> None:
        columns = sum(len(column.names) for column in self._columns(table))
        sheet.freeze_panes(3, 1)
        if table.rows:
            sheet.autofilter(2, 0, min(2 + len(table.rows), LAST_ROW), columns - 1)

    def _table(self, sheet: Sheet, row: int, table: Table) -> int:
        """Write a table; return the second row after it, for what follows."""
        if table.title:
            self._put(sheet, row, 0, table.title, self._heading)
            row += 1
        columns = self._columns(table)
        for place, name in enumerate(name for column in columns for name in column.names):
            self._put(sheet, row, place, name, self._head)
        room = max(LAST_ROW - row - 3, 0)
        for cells in table.rows[:room]:
            row += 1
            place = 0
            for column, cell in zip(columns, cells, strict=True):
                for part in self._parts(column, cell, table):
                    self._cell(sheet, row, place, part)
                    place += 1
        rest = table.rest + max(len(table.rows) - room, 0)
        if rest:
            row += 1
            told = self._words(f"… and {rest:,} more", f"……另有{rest:,}项未列出")
            self._put(sheet, row, 0, told)
        return row + 2

    def _columns(self, table: Table) -> list[_Column]:
        words = self._words
        found: list[_Column] = []
        for place, name in enumerate(table.columns):
            cells = [row[place] for row in table.rows]
            if any(isinstance(cell, Reference) for cell in cells):
                names = (
                    words(f"{name}: before", f"{name}（前）"),
                    words(f"{name}: after", f"{name}（后）"),
                )
                found.append(_Column(names, Tells.WHY))
            elif any(isinstance(cell, Label) and cell.tells_key for cell in cells):
                found.append(_Column((name, words(f"{name}: key", f"{name}编码")), Tells.KEY))
            else:
                found.append(_Column((name,), Tells.ITSELF))
        return found

    def _parts(self, column: _Column, cell: Cell, table: Table) -> tuple[Cell, ...]:
        """Return what a cell is written as: one for each name of its column."""
        if column.tells is Tells.WHY:
            why = table.notes[cell.note - 1] if isinstance(cell, Reference) else None
            return (why.before, why.after) if why else (None, None)
        if column.tells is Tells.KEY:
            return (cell, cell.key if isinstance(cell, Label) else None)
        return (cell,)

    def _cell(self, sheet: Sheet, row: int, place: int, cell: Cell) -> None:
        match cell:
            case None | "":
                return
            case int() | Decimal() if abs(cell) < EXACT:
                style = self._whole if cell == int(cell) else self._number
                sheet.write_number(row, place, float(cell), style)
            case date() if cell >= FIRST_DAY:
                sheet.write_datetime(row, place, cell, self._day)
            case Label():
                self._put(sheet, row, place, self._called(cell), self._text)
            case tuple():
                told = "\n".join(self._called(one, " ") for one in cell)
                self._put(sheet, row, place, told, self._text)
            case _:
                self._put(sheet, row, place, str(cell), self._text)

    def _called(self, name: Label | str, between: str = "\n") -> str:
        if isinstance(name, str):
            return name
        return between.join(one for one in name.names(self._report.language) if one)

    def _put(
        self, sheet: Sheet, row: int, place: int, text: str, style: Style | None = None
    ) -> None:
        """Write a text as one: never as a formula, and no longer than a cell may be."""
        told = printable(text)
        if not told:
            return
        if len(told) > LONGEST_CELL:
            told = f"{told[: LONGEST_CELL - 1]}…"
        sheet.write_string(row, place, told, self._quoted if is_formula(told) else style)
