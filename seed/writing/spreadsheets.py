"""XlsxWriter as far as plans need it, with types: its own are incomplete."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, Self, cast

import xlsxwriter  # pyright: ignore[reportMissingTypeStubs]

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date
    from pathlib import Path
    from types import TracebackType


class Style(Protocol):
    """How a cell looks, and what it takes its content for."""


class Sheet(Protocol):
    """A sheet that is being written; rows and columns are counted from 0."""

    def write_string(
        self, row: int, col: int, string: str, cell_format: Style | None = None
    ) -> int:
        """Write a text, never a formula."""
        ...

    def write_number(
        self, row: int, col: int, number: float, cell_format: Style | None = None
    ) -> int:
        """Write a number."""
        ...

    def write_boolean(
        self, row: int, col: int, boolean: bool, cell_format: Style | None = None
    ) -> int:
        """Write true or false."""
        ...

    def write_datetime(self, row: int, col: int, date: date, cell_format: Style) -> int:
        """Write a day."""
        ...

    def write_comment(
        self, row: int, col: int, comment: str, options: Mapping[str, object] | None = None
    ) -> int:
        """Put a note on a cell."""
        ...

    def set_column(
        self, first_col: int, last_col: int, width: float, cell_format: Style | None = None
    ) -> int:
        """Set how wide columns are, and how their empty cells look."""
        ...

    def data_validation(
        self,
        first_row: int,
        first_col: int,
        last_row: int,
        last_col: int,
        options: Mapping[str, object],
    ) -> int:
        """Offer values for cells."""
        ...

    def autofilter(self, first_row: int, first_col: int, last_row: int, last_col: int) -> int:
        """Let readers choose rows by the values of columns."""
        ...

    def freeze_panes(self, row: int, col: int) -> None:
        """Keep the rows above, and the columns before, in sight."""
        ...


class Book(Protocol):
    """A workbook that is being written; it is complete when its context ends."""

    def add_worksheet(self, name: str) -> Sheet:
        """Add a sheet."""
        ...

    def add_format(self, properties: Mapping[str, object]) -> Style:
        """Add a style."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def new_book(path: Path, sheets: Sequence[str] = ()) -> tuple[Book, dict[str, Sheet]]:
    """Return a new workbook with empty sheets, in order.

    The cells of a sheet must be written row by row: rows are not kept in memory.
    """
    options = {"constant_memory": True}
    book = cast("Book", xlsxwriter.Workbook(str(path), options))
    return book, {name: book.add_worksheet(name) for name in sheets}
