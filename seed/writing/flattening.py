"""Entries as flat tables, the inverse of `seed.reading.gathering`; and documents as entries.

An export goes document → fields → tables → files, and reading goes back the same way.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, cast

from pydantic import BaseModel

from graph.columns.stakes import UNKNOWN, stake_text
from graph.model.accounts import Stake
from seed.documents.fields import text_of_list
from seed.reading.columns import layouts_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from graph.model.intervals import UncertainInterval
    from seed.documents.entries import Entry
    from seed.reading.columns import Layout
    from seed.reading.places import Raw


@dataclass(frozen=True, slots=True)
class FlatTable:
    """The rows of a table, each the texts of its columns; what is not given is left out."""

    layout: Layout
    rows: list[dict[str, str]] = field(default_factory=list[dict[str, str]])

    def filled(self) -> tuple[str, ...]:
        """Return the columns that hold something, or must be there."""
        given = {name for row in self.rows for name in row} | {*self.layout.required}
        return tuple(name for name in self.layout.header if name in given)


def fields_of(document: BaseModel) -> dict[str, Raw]:
    """Return a document as the fields that a file holds; what it leaves open is left out.

    The document's own values are texts again, lists and fields; reading them gives the document.
    """
    fields: dict[str, Raw] = {}
    for name, info in type(document).model_fields.items():
        value = getattr(document, name)
        if info.is_required() or value != info.get_default(call_default_factory=True):
            fields[info.alias or name] = _raw(value)
    return fields


def tables_of(kind: type[Entry], entries: Iterable[Mapping[str, Raw]]) -> tuple[FlatTable, ...]:
    """Return entries of a kind as tables: that of the entries, then one for each list of parts."""
    tables = tuple(FlatTable(layout) for layout in layouts_of(kind))
    for entry in entries:
        _add(tables[0], (), entry, tables)
    return tables


def _add(
    table: FlatTable,
    owners: tuple[str, ...],
    fields: Mapping[str, Raw],
    tables: Sequence[FlatTable],
) -> None:
    layout = table.layout
    row = _row(layout, fields)
    table.rows.append({**dict(zip(layout.owners, owners, strict=True)), **row})
    for inner in tables:
        path = inner.layout.path
        if path and inner.layout.parent == layout.path:
            for part in _items(_at(fields, path[len(layout.path) :])):
                _add(inner, (*owners, row[layout.identity]), part, tables)


def _raw(value: object) -> Raw:
    if isinstance(value, BaseModel):
        return fields_of(value)
    if isinstance(value, tuple):
        return [_raw(item) for item in cast("tuple[object, ...]", value)]
    return None if value is None else _text(value)


def _text(value: object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case StrEnum():
            return value.value
        case Decimal():
            return f"{value:f}"
        case Stake():
            share = None if value.share is None else f"{value.share:f}"
            return stake_text(value.parent, share, *_ends(value.validity))
        case _:
            return str(value)


def _ends(days: UncertainInterval) -> tuple[str | None, str | None]:
    return _end(days.start, days.start_unknown), _end(days.until, days.until_unknown)


def _end(day: date | None, unknown: bool) -> str | None:
    return UNKNOWN if unknown else str(day) if day else None


def _row(layout: Layout, fields: Mapping[str, Raw]) -> dict[str, str]:
    row: dict[str, str] = {}
    for column in layout.columns:
        value = _at(fields, column.path)
        if isinstance(value, list):
            value = text_of_list([item for item in value if isinstance(item, str)])
        if isinstance(value, str) and value:
            row[column.name] = value
    return row


def _at(fields: Mapping[str, Raw], path: tuple[str, ...]) -> Raw:
    value: Raw = dict(fields)
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _items(value: Raw) -> list[dict[str, Raw]]:
    return [item for item in value if isinstance(item, dict)] if isinstance(value, list) else []
