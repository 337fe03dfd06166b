"""What is wrong with a mapping itself: fields that no kind has, columns that no table has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.mappings.parts import IDENTITIES, MADE, shapes_of
from seed.reading.messages import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    import polars as pl

    from graph.model.problems import Problem
    from seed.mappings.documents import CellDocument, EntryDocument, MappingDocument, TableDocument
    from seed.reading.places import Path, Place


def impossible(mapping: MappingDocument, place: Place) -> Iterator[Problem]:
    """Yield what no table can make right: fields that a kind does not have, or lacks."""
    given: dict[str, set[str]] = {}
    for table in mapping.tables:
        for entry in table.entries:
            given.setdefault(entry.kind, set()).update(entry.fields)
    for table_number, table in enumerate(mapping.tables):
        for number, entry in enumerate(table.entries):
            at = ("tables", table_number, "entries", number)
            yield from _fields(entry, at, place)
            yield from _lacking(entry, given[entry.kind], at, place)
            yield from _sources(entry, at, place)


def _fields(entry: EntryDocument, at: Path, place: Place) -> Iterator[Problem]:
    shapes = shapes_of(entry.kind)
    for name in entry.fields:
        if name not in shapes:
            what = f"{entry.kind} have no field “{name}” that a column could become"
            remedy = did_you_mean(name, shapes) or f"the fields are: {', '.join(shapes)}"
            yield place.problem((*at, "fields", name), "unknown-field", what, remedy)
    for number, same in enumerate(entry.same):
        for name in same:
            if name not in entry.fields and name not in entry.compare:
                what = f"“{name}” is neither a field nor compared"
                remedy = "add it under compare"
                yield place.problem((*at, "same", number), "unknown-field", what, remedy)


def _lacking(entry: EntryDocument, given: set[str], at: Path, place: Place) -> Iterator[Problem]:
    needed = dict.fromkeys(IDENTITIES.get(entry.kind, ("key",)))
    required = [name for name, shape in shapes_of(entry.kind).items() if shape.required]
    needed |= {name: None for name in required if name not in given and name not in MADE}
    for name in needed:
        if name not in entry.fields:
            what = f"{entry.kind} need the field “{name}”"
            remedy = "say which column it comes from, or give a constant"
            yield place.problem((*at, "fields"), "missing-field", what, remedy)


def _sources(entry: EntryDocument, at: Path, place: Place) -> Iterator[Problem]:
    for path, cell in _cells(entry):
        given = (cell.column, cell.columns or None, cell.constant)
        if sum(each is not None for each in given) != 1:
            what = "it must say one of column, columns and constant"
            yield place.problem((*at, *path), "one-source", what, "give exactly one")


def unknown_columns(
    frame: pl.DataFrame, table: TableDocument, number: int, place: Place
) -> Iterator[Problem]:
    """Yield columns that the mapping names and the table does not have."""
    known = [name for name in frame.columns if not name.startswith("@")]
    for entry_number, entry in enumerate(table.entries):
        at = ("tables", number, "entries", entry_number)
        asked: list[tuple[Path, str]] = [(("where",), name) for name in entry.where]
        for path, cell in _cells(entry):
            asked += [(path, name) for name in (cell.column, *cell.columns) if name]
        for path, name in asked:
            if name not in known:
                what = f"{table.file} has no column “{name}”"
                remedy = did_you_mean(name, known) or f"its columns are: {', '.join(known)}"
                yield place.problem((*at, *path), "unknown-column", what, remedy)


def _cells(entry: EntryDocument) -> Iterator[tuple[Path, CellDocument]]:
    for name, cell in entry.fields.items():
        yield ("fields", name), cell
    for name, cell in entry.compare.items():
        yield ("compare", name), cell
    if entry.children:
        yield ("children",), entry.children
