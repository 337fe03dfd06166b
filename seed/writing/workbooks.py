"""Flat tables as an Excel workbook for people: notes on the columns, drop-downs, days as days."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import zip_longest
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.days import day_of
from seed.documents.fields import NUMBER
from seed.documents.formulas import is_formula
from seed.documents.kinds import BY_FILE
from seed.reading.shapes import ValueType
from seed.reading.sheet_scans import cell_name
from seed.writing.notes import meaning_of, note_on, owner_note, sheets_referred_to
from seed.writing.spreadsheets import new_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from seed.reading.columns import Column, Layout
    from seed.writing.flattening import FlatTable
    from seed.writing.spreadsheets import Book, Sheet, Style

LAST_ROW = 1_048_575
"""The last row of a sheet, counted from 0."""
LONGEST_CELL = 32_767
FIRST_DAY = date(1900, 3, 1)
"""The first day that is written as one: spreadsheets count a 1900-02-29 before it."""
_WIDTHS = {ValueType.DAY: 12, ValueType.WHOLE: 10, ValueType.NUMBER: 10, ValueType.YES_NO: 8}
_ABOUT = """\
Each sheet holds one kind of entry and is called after it; its first row names the columns.
A note on each column says what it means. Columns in bold must be filled in; others may be removed.
Several values in a cell are separated by ; as in sales;delivery.
A sheet with a dot in its name holds parts: a row of strategies.steps is a step of the strategy \
whose key stands in its first column.
Keys are yours, and stay: lower-case letters and digits, joined by single - . _ or /.
Days are days of the calendar, as 2026-01-31; “until” is the first day it no longer holds.
This sheet and “lists” are not read. To check the plan: orgatlas plan validate FOLDER
"""
_WIDE = {"x_scale": 2, "y_scale": 1.5}


def write_workbook(path: Path, tables: Iterable[FlatTable]) -> None:
    """Write tables as a workbook, one sheet each, after a sheet that says how to fill them in.

    Raises:
        ModelError: a text or a table is larger than a sheet can hold.
    """
    given = {table.layout.name: table for table in tables}
    for table in given.values():
        _check(table, path.name)
    book, sheets = new_book(path, ["about", *given, "lists"])
    with book:
        _Writer(book, sheets, given).write()


def _check(table: FlatTable, file: str) -> None:
    file = f"{file}#{table.layout.name}"
    if len(table.rows) > LAST_ROW:
        what = f"{len(table.rows):,} rows are more than a sheet can hold"
        raise ModelError([Problem(file, 0, "", "too-many-rows", what, "write CSV instead")])
    for number, row in enumerate(table.rows, start=2):
        for name, text in row.items():
            if len(text) > LONGEST_CELL:
                what = f"{len(text):,} characters are more than a cell can hold"
                problem = Problem(file, number, name, "too-long", what, "write CSV instead")
                raise ModelError([problem])


class _Writer:
    """Writes the sheets of one workbook."""

    def __init__(
        self, book: Book, sheets: Mapping[str, Sheet], tables: Mapping[str, FlatTable]
    ) -> None:
        self._sheets = sheets
        self._tables = tables
        self._lists: dict[tuple[str, ...], str] = {}
        self._formats: dict[ValueType, Style] = {
            ValueType.DAY: book.add_format({"num_format": "yyyy-mm-dd"}),
            ValueType.WHOLE: book.add_format({"num_format": "0"}),
            ValueType.NUMBER: book.add_format({"num_format": "General"}),
            ValueType.TEXT: book.add_format({"num_format": "@"}),
            ValueType.YES_NO: book.add_format({"num_format": "General"}),
        }
        self._quoted = book.add_format({"num_format": "@", "quote_prefix": True})
        self._plain_head = book.add_format({"bg_color": "#DDE6F0", "border": 1})
        self._bold_head = book.add_format({"bg_color": "#DDE6F0", "border": 1, "bold": True})

    def write(self) -> None:
        """Write all sheets."""
        self._about()
        self._words()
        for name, table in self._tables.items():
            self._head(self._sheets[name], table.layout)
            for row, texts in enumerate(table.rows, start=1):
                self._row(self._sheets[name], row, table.layout, texts)

    def _about(self) -> None:
        kinds = [f"{name}: {_meaning(table.layout)}" for name, table in self._tables.items()]
        self._sheets["about"].set_column(0, 0, 120)
        for row, sentence in enumerate([*_ABOUT.splitlines(), "", *kinds]):
            self._sheets["about"].write_string(row, 0, sentence)

    def _words(self) -> None:
        lists: dict[tuple[str, ...], str] = {}
        for table in self._tables.values():
            for column in table.layout.columns:
                if column.shape.words:
                    lists.setdefault(column.shape.words, column.name)
        sheet = self._sheets["lists"]
        for row, texts in enumerate([tuple(lists.values()), *zip_longest(*lists)]):
            for place, text in enumerate(texts):
                if text:
                    sheet.write_string(row, place, text, None if row else self._plain_head)
        for place, words in enumerate(lists):
            letter = cell_name(0, place + 1).rstrip("0")
            self._lists[words] = f"=lists!${letter}$2:${letter}${len(words) + 1}"

    def _head(self, sheet: Sheet, layout: Layout) -> None:
        sheet.freeze_panes(1, max(1, len(layout.owners)))
        for place, name in enumerate(layout.header):
            required = name in layout.required
            sheet.write_string(0, place, name, self._bold_head if required else self._plain_head)
        for place, owner in enumerate(layout.owners):
            sheet.write_comment(0, place, owner_note(layout, owner), _WIDE)
            sheet.set_column(place, place, 24, self._formats[ValueType.TEXT])
        if layout.owners:
            self._choices(sheet, 0, _keys_of(layout.kind.file_kind), strict=False)
        for place, column in enumerate(layout.columns, start=len(layout.owners)):
            shape = column.shape
            sheet.write_comment(0, place, note_on(shape, required=column.required), _WIDE)
            values = ValueType.TEXT if shape.many else shape.values
            sheet.set_column(place, place, _WIDTHS.get(values, 24), self._formats[values])
            self._drop_down(sheet, place, column)

    def _drop_down(self, sheet: Sheet, place: int, column: Column) -> None:
        shape = column.shape
        referred = [each for each in sheets_referred_to(shape) if each in self._tables]
        if shape.words:
            self._choices(sheet, place, self._lists[shape.words], strict=not shape.many)
        elif shape.values is ValueType.YES_NO:
            self._choices(sheet, place, ["true", "false"], strict=True)
        elif len(referred) == 1 and not shape.stakes:
            self._choices(sheet, place, _keys_of(referred[0]), strict=False)

    def _choices(self, sheet: Sheet, place: int, source: str | list[str], *, strict: bool) -> None:
        """Offer values; where several, or others too, may stand, nothing else is refused."""
        options = {"validate": "list", "source": source, "show_error": strict}
        sheet.data_validation(1, place, LAST_ROW, place, options)

    def _row(self, sheet: Sheet, row: int, layout: Layout, texts: Mapping[str, str]) -> None:
        for place, owner in enumerate(layout.owners):
            self._text(sheet, row, place, texts[owner])
        for place, column in enumerate(layout.columns, start=len(layout.owners)):
            if text := texts.get(column.name):
                self._cell(sheet, row, place, column, text)

    def _cell(self, sheet: Sheet, row: int, place: int, column: Column, text: str) -> None:
        values = ValueType.TEXT if column.shape.many else column.shape.values
        style = self._formats[values]
        if values is ValueType.DAY and (day := day_of(text)) and day >= FIRST_DAY:
            sheet.write_datetime(row, place, day, style)
        elif values in {ValueType.WHOLE, ValueType.NUMBER} and _is_kept(text):
            sheet.write_number(row, place, float(text), style)
        elif values is ValueType.YES_NO and text in {"true", "false"}:
            sheet.write_boolean(row, place, text == "true", style)
        else:
            self._text(sheet, row, place, text)

    def _text(self, sheet: Sheet, row: int, place: int, text: str) -> None:
        style = self._quoted if is_formula(text) else self._formats[ValueType.TEXT]
        sheet.write_string(row, place, text, style)


def _keys_of(kind: str) -> str:
    return f"=OFFSET({kind}!$A$2,0,0,MAX(COUNTA({kind}!$A:$A)-1,1),1)"


def _is_kept(text: str) -> bool:
    """Tell whether a spreadsheet's number gives back the very same number."""
    return bool(NUMBER.fullmatch(text)) and Decimal(f"{float(text):.15G}") == Decimal(text)


def _meaning(layout: Layout) -> str:
    if layout.path:
        return f"The {layout.path[-1]} of {layout.kind.file_kind}, one in each row."
    return meaning_of(BY_FILE[layout.kind.file_kind])
