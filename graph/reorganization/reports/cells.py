"""Cells of tables: numbers as people write them, and columns of numbers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.reorganization.reports.documents import Table

MINUS = "\u2212"


def number_text(number: int | Decimal) -> str:
    """Return a number with its thousands apart."""
    text = f"{number:,}" if isinstance(number, int) else f"{number:,f}"
    return text.replace("-", MINUS)


def numeric_columns(table: Table) -> frozenset[int]:
    """Return the places of the columns that hold numbers only."""
    return frozenset(
        place
        for place in range(len(table.columns))
        if table.rows
        and all(row[place] is None or isinstance(row[place], int | Decimal) for row in table.rows)
    )
