"""One file of a section: its entries, or what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.columns.bulk_rows import ROW
from seed.columns.csv_lines import lines_of, rows_of
from seed.columns.parquet_files import parquet_of
from seed.reading.csv_files import table_of
from seed.reading.messages import did_you_mean
from seed.reading.places import Place
from seed.reading.shapes import field_shapes
from seed.reading.texts import text_of
from seed.reading.yaml_files import tree_of

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    import polars as pl

    from seed.documents.entries import Entry
    from seed.reading.csv_files import Table
    from seed.reading.entries import Entries
    from seed.reading.places import Path
    from seed.reading.yaml_files import Tree


def read_file(
    path: FilePath, file: str, kind: type[Entry], illustrative: bool, entries: Entries
) -> list[Problem]:
    """Take a file's entries in; return what is wrong with them.

    A file that cannot be read at all hides its kind.
    """
    try:
        if path.suffix == ".parquet":
            table, rows = parquet_of(path, file, kind)
            return _table(table, rows, file, kind, entries, illustrative=illustrative)
        if path.suffix == ".csv":
            return _csv(path, file, kind, illustrative, entries)
        return _yaml(tree_of(text_of(path, file), file), file, kind, illustrative, entries)
    except ModelError as error:
        entries.hidden.add(kind)
        return list(error.problems)


def _yaml(
    tree: Tree, file: str, kind: type[Entry], illustrative: bool, entries: Entries
) -> list[Problem]:
    if not isinstance(tree.value, list):
        what = "the file holds no list of entries"
        remedy = "begin each entry with “- ”; write [] where there is none"
        raise ModelError([Problem(file, 1, "", "not-a-list", what, remedy)])
    problems = list(tree.problems)
    by_entry: dict[int, dict[Path, int]] = {}
    for path, line in tree.lines.items():
        if path and isinstance(path[0], int):
            by_entry.setdefault(path[0], {})[path[1:]] = line
    for number, fields in enumerate(tree.value):
        lines = by_entry[number]
        place = Place(file, lines[()], lines)
        if isinstance(fields, dict):
            problems += entries.add(kind, fields, place, illustrative)
        else:
            what = f"entry {number + 1} is not a set of fields"
            problems.append(
                place.problem((), "not-fields", what, "write name: value, each on its line")
            )
    return problems


def _csv(
    path: FilePath, file: str, kind: type[Entry], illustrative: bool, entries: Entries
) -> list[Problem]:
    read = lines_of(path, file) if kind in entries.bulk else None
    if read is None:
        table = table_of(text_of(path, file), file)
        rows = rows_of(table)
    else:
        table, rows = read
    return _table(table, rows, file, kind, entries, illustrative=illustrative)


def _table(  # noqa: PLR0913 - what a file is, and what it holds
    table: Table,
    rows: pl.DataFrame,
    file: str,
    kind: type[Entry],
    entries: Entries,
    *,
    illustrative: bool,
) -> list[Problem]:
    shapes = field_shapes(kind)
    known = [name for name in table.header if name in shapes and not shapes[name].nested]
    if "key" in shapes and "key" not in table.header:
        entries.hidden.add(kind)
    problems = [*table.problems, *_columns(table.header, kind, Place(file, 1))]
    problems += entries.add_rows(kind, rows.select(ROW, *known), table.header, file, illustrative)
    for row, cells in table.broken:
        entries.add_broken(kind, {**cells}, Place(file, row), illustrative)
    return problems


def _columns(header: tuple[str, ...], kind: type[Entry], place: Place) -> list[Problem]:
    shapes = field_shapes(kind)
    problems: list[Problem] = []
    for name in header:
        if name not in shapes:
            remedy = did_you_mean(name, shapes) or f"the columns are: {', '.join(shapes)}"
            what = f"there is no column “{name}” here"
            problems.append(place.problem((name,), "unknown-field", what, remedy))
        elif shapes[name].nested:
            what = f"“{name}” has fields of its own, which a CSV file cannot hold"
            remedy = f"write these entries in {kind.file_kind}.yaml"
            problems.append(place.problem((name,), "nested-in-csv", what, remedy))
    for name, shape in shapes.items():
        if shape.required and name not in header:
            what = f"the column “{name}” is missing"
            remedy = "add it" if not shape.nested else f"write {kind.file_kind}.yaml instead"
            problems.append(place.problem((name,), "missing-column", what, remedy))
    return problems
