"""What a load changes of each kind, as a table in a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.versions.reports import KindCount


def count_table(counts: Iterable[KindCount]) -> Table:
    """Return a table of the kinds of which anything changes."""
    table = Table("", "added", "changed", "ended", "unchanged", box=None, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for count in counts:
        if count.is_something:
            numbers = (count.added, count.changed, count.ended, count.unchanged)
            table.add_row(count.name, *(f"{number:,}" for number in numbers))
    return table
