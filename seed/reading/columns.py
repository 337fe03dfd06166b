"""Kinds of entries as flat tables: one for the entries, one for each list of parts they have.

A field inside a field is a column with a dot, `when.tiers`. A list of parts is a table of its
own, `strategies.steps`, whose first column has the key of the entry that a row belongs to, and is
called after what it names: `strategy`. Parts of parts have two such columns, as `unit_template` and
`departments.slot`. All of it follows from the documents.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from seed.documents.kinds import ENTRIES
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from seed.documents.entries import Entry
    from seed.reading.shapes import FieldShape


_IDENTITIES = ("key", "slot", "ordinal")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table, and the field it holds: its path inside an entry, or a part of one."""

    path: tuple[str, ...]
    shape: FieldShape
    required: bool

    @property
    def name(self) -> str:
        """Its name in the header."""
        return ".".join(self.path)


@dataclass(frozen=True, slots=True)
class Layout:
    """A table: the columns of a kind's entries, or of the parts they list at `path`.

    `owners` are the columns that say what a row belongs to: an entry, and a part of it if it is a
    part of that, at `parent`. `identity` is the column that parts of these rows name them by.
    `needed` are the fields with fields of their own that must be there, filled in or not.
    """

    kind: type[Entry]
    path: tuple[str, ...]
    parent: tuple[str, ...]
    owners: tuple[str, ...]
    identity: str
    columns: tuple[Column, ...]
    needed: tuple[str, ...]

    @property
    def name(self) -> str:
        """The name of its sheet, and the first parts of its file's name."""
        return ".".join((self.kind.file_kind, *self.path[-1:]))

    @property
    def header(self) -> tuple[str, ...]:
        """The names of all its columns, the owners' first."""
        return (*self.owners, *(column.name for column in self.columns))

    @property
    def required(self) -> tuple[str, ...]:
        """The names of the columns that must be there."""
        return (*self.owners, *(column.name for column in self.columns if column.required))


@cache
def layouts_of(kind: type[Entry]) -> tuple[Layout, ...]:
    """Return the tables of a kind, that of its entries first, parts of parts after the parts."""
    return tuple(_layouts(kind, kind, (), (), ()))


@cache
def layouts() -> dict[str, Layout]:
    """Return the tables of all kinds, by their names."""
    return {layout.name: layout for kind in ENTRIES for layout in layouts_of(kind)}


def _layouts(
    kind: type[Entry],
    document: type[BaseModel],
    path: tuple[str, ...],
    parent: tuple[str, ...],
    owners: tuple[str, ...],
) -> Iterator[Layout]:
    columns, lists = _columns(document, (), needed=True)
    shapes = field_shapes(document)
    identity = next((name for name in _IDENTITIES if name in shapes), "")
    if {*owners} & {column.name for column in columns} or (lists and not identity):
        message = f"{document.__name__} does not fit into tables"
        raise TypeError(message)
    needed = [each.name for each in shapes.values() if each.required and _is_part(each)]
    yield Layout(kind, path, parent, owners, identity, tuple(columns), tuple(needed))
    for at, part in lists:
        owner = f"{path[-1]}.{identity}" if path else (kind.namespace or "").replace(" ", "_")
        yield from _layouts(kind, part, (*path, *at), path, (*owners, owner))


def _is_part(shape: FieldShape) -> bool:
    return shape.nested is not None and not shape.many


def _columns(
    document: type[BaseModel], at: tuple[str, ...], *, needed: bool
) -> tuple[list[Column], list[tuple[tuple[str, ...], type[BaseModel]]]]:
    columns: list[Column] = []
    lists: list[tuple[tuple[str, ...], type[BaseModel]]] = []
    for name, shape in _in_order(document):
        path, required = (*at, name), needed and shape.required
        if not shape.nested:
            columns.append(Column(path, shape, required))
        elif shape.many:
            lists.append((path, shape.nested))
        else:
            inner, inner_lists = _columns(shape.nested, path, needed=required)
            columns += inner
            lists += inner_lists
    return columns, lists


def _in_order(document: type[BaseModel]) -> Iterator[tuple[str, FieldShape]]:
    """Yield the fields as people fill them in: the key and the names first, validity last."""
    shapes = field_shapes(document)
    first = [name for name in ("key", "name", "name_en") if name in shapes]
    last = [name for name in ("from", "until", "sources") if name in shapes]
    middle = [name for name in shapes if name not in {*first, *last}]
    return ((name, shapes[name]) for name in (*first, *middle, *last))
