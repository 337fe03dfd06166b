"""Flat tables as CSV: UTF-8, commas, and no cell that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from seed.documents.formulas import harmless

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seed.writing.flattening import FlatTable


def csv_text(table: FlatTable, columns: Sequence[str] = ()) -> str:
    """Return a table as CSV; without `columns`, with those that hold something."""
    names = columns or table.filled()
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(names)
    for row in table.rows:
        writer.writerow([harmless(row.get(name, "")) for name in names])
    return text.getvalue()
