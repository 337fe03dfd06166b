"""One file of a section: its entries, or what is wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.columns.csv_lines import lines_of
from seed.columns.parquet_files import parquet_of
from seed.reading.columns import layouts_of
from seed.reading.csv_files import grid_of_csv
from seed.reading.gathering import take_in, take_in_rows
from seed.reading.json_files import json_tree
from seed.reading.places import Place
from seed.reading.texts import LARGEST_DOCUMENT, text_of
from seed.reading.yaml_files import yaml_tree

if TYPE_CHECKING:
    from pathlib import Path as FilePath

    from seed.documents.entries import Entry
    from seed.reading.entries import Entries
    from seed.reading.grids import Grid
    from seed.reading.places import Path
    from seed.reading.trees import Tree


_TABLES = (".csv", ".parquet")


def read_file(
    path: FilePath, file: str, kind: type[Entry], illustrative: bool, entries: Entries
) -> list[Problem]:
    """Take a file's entries in; return what is wrong with them.

    A file that cannot be read at all hides its kind. A table brings its tables of parts with it.
    """
    try:
        if path.suffix in _TABLES:
            return _tables(path, file, kind, illustrative, entries)
        return _document(document_tree(path, file), kind, illustrative, entries)
    except ModelError as error:
        entries.hidden.add(kind)
        return list(error.problems)


def document_tree(path: FilePath, file: str) -> Tree:
    """Return what a YAML or JSON file holds.

    Raises:
        ModelError: it cannot be read.
    """
    if path.suffix == ".json":
        whole = LARGEST_DOCUMENT  # JSON is often written as one line
        return json_tree(text_of(path, file, longest_line=whole, largest=whole), file)
    return yaml_tree(text_of(path, file, largest=LARGEST_DOCUMENT), file)


def entries_file_of(path: FilePath, kind: type[Entry]) -> FilePath | None:
    """Return the file of entries to which a table of parts belongs; None if it is none.

    `strategies.steps.csv` belongs to `strategies.csv`, and `strategies.b.steps.csv` to
    `strategies.b.csv`.
    """
    for layout in layouts_of(kind)[1:]:
        ending = f".{layout.path[-1]}{path.suffix}"
        if path.suffix in _TABLES and path.name.endswith(ending):
            return path.with_name(path.name.removesuffix(ending) + path.suffix)
    return None


def _tables(
    path: FilePath, file: str, kind: type[Entry], illustrative: bool, entries: Entries
) -> list[Problem]:
    if path.suffix == ".parquet" and len(layouts_of(kind)) == 1:
        return take_in_rows(kind, *parquet_of(path, file, kind), illustrative, entries)
    if path.suffix == ".csv" and kind in entries.bulk and (read := lines_of(path, file)):
        return take_in_rows(kind, *read, illustrative, entries)
    grids: dict[str, Grid] = {}
    for layout in layouts_of(kind):
        ending = "".join(f".{name}" for name in layout.path[-1:])
        beside = path.with_name(path.stem + ending + path.suffix)
        if beside.is_file():
            grids[layout.name] = _grid(beside, file.removesuffix(path.name) + beside.name, kind)
    return take_in(kind, grids, illustrative, entries)


def _grid(path: FilePath, file: str, kind: type[Entry]) -> Grid:
    if path.suffix == ".csv":
        return grid_of_csv(text_of(path, file), file)
    grid, rows = parquet_of(path, file, kind)
    for row, *cells in rows.iter_rows():
        grid.add(row, [cell or "" for cell in cells], ragged=False)
    return grid


def _document(tree: Tree, kind: type[Entry], illustrative: bool, entries: Entries) -> list[Problem]:
    if not isinstance(tree.value, list):
        what = "the file holds no list of entries"
        remedy = "begin each entry with “- ”; write [] where there is none"
        if tree.file.endswith(".json"):
            remedy = "write the entries between [ and ]"
        raise ModelError([Problem(tree.file, 1, "", "not-a-list", what, remedy)])
    problems = list(tree.problems)
    by_entry: dict[int, dict[Path, int]] = {}
    for path, line in tree.lines.items():
        if path and isinstance(path[0], int):
            by_entry.setdefault(path[0], {})[path[1:]] = line
    for number, fields in enumerate(tree.value):
        lines = by_entry[number]
        place = Place(tree.file, lines[()], lines)
        if isinstance(fields, dict):
            problems += entries.add(kind, fields, place, illustrative)
        else:
            what = f"entry {number + 1} is not a set of fields"
            problems.append(
                place.problem((), "not-fields", what, "write name: value, each on its line")
            )
    return problems
