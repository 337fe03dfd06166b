"""Tables as entries: dotted columns become fields inside fields, tables of parts become lists."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graph.model.problems import Problem
from seed.columns.bulk_rows import ROW
from seed.columns.csv_lines import rows_of
from seed.documents.fields import quoted
from seed.reading.columns import layouts_of
from seed.reading.messages import did_you_mean
from seed.reading.places import Place
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    import polars as pl

    from seed.documents.entries import Entry
    from seed.reading.columns import Layout
    from seed.reading.entries import Entries
    from seed.reading.grids import Grid, Row
    from seed.reading.places import Path, Raw

Fields = dict[str, "Raw"]
_Owners = tuple[str, ...]


def take_in_rows(
    kind: type[Entry], grid: Grid, rows: pl.DataFrame, illustrative: bool, entries: Entries
) -> list[Problem]:
    """Take in the rows of a kind's only table as columns; return what is wrong with them."""
    [layout] = layouts_of(kind)
    if "key" in {*layout.header} - {*grid.header}:
        entries.hidden.add(kind)
    known = [name for name in grid.header if name in layout.header]
    problems = [*grid.problems, *_columns(layout, grid)]
    problems += entries.add_rows(
        kind, rows.select(ROW, *known), grid.header, grid.file, illustrative
    )
    for row, cells in grid.broken:
        entries.add_broken(kind, {**cells}, Place(grid.file, row), illustrative)
    return problems


def take_in(
    kind: type[Entry], grids: Mapping[str, Grid], illustrative: bool, entries: Entries
) -> list[Problem]:
    """Take in the entries of a kind from its tables, by their names; return what is wrong.

    The table of the entries themselves must be among them.
    """
    main, *parts = layouts_of(kind)
    if kind in entries.bulk and not parts:
        grid = grids[main.name]
        return take_in_rows(kind, grid, rows_of(grid), illustrative, entries)
    problems: list[Problem] = []
    absent: set[tuple[str, str]] = set()
    for layout in layouts_of(kind):
        if grid := grids.get(layout.name):
            problems += grid.problems
            problems += _columns(layout, grid)
            absent |= {(grid.file, name) for name in {*layout.header} - {*grid.header}}
    grid = grids[main.name]
    if (grid.file, "key") in absent:
        entries.hidden.add(kind)
    lists = _Lists([(layout, grids[layout.name]) for layout in parts if layout.name in grids])
    for row, cells in grid.rows:
        fields = _fields(main, cells)
        places: dict[Path, Place] = {}
        lists.fill(main, (cells.get("key", ""),), fields, (), places)
        place = Place(grid.file, row, {}, places)
        problems += (
            problem
            for problem in entries.add(kind, fields, place, illustrative)
            if problem.code != "missing-field" or (problem.file, problem.field) not in absent
        )
    for row, cells in grid.broken:
        lists.fill(main, (cells.get("key", ""),), {}, (), {})
        entries.add_broken(kind, _fields(main, cells), Place(grid.file, row), illustrative)
    if lists.broken:
        entries.hidden.add(kind)
    problems += lists.left_over([cells.get("key", "") for _, cells in (*grid.rows, *grid.broken)])
    return problems


class _Lists:
    """The tables of parts, whose rows wait for the entries that they belong to."""

    def __init__(self, tables: list[tuple[Layout, Grid]]) -> None:
        self._tables = tables
        self.broken = False
        self._rows: dict[str, dict[_Owners, list[Row]]] = {}
        for layout, grid in tables:
            rows = self._rows.setdefault(layout.name, defaultdict(list))
            self.broken |= bool(grid.broken) or not {*layout.owners} <= {*grid.header}
            for row, cells in grid.rows:
                owners = tuple(cells.get(owner, "") for owner in layout.owners)
                rows[owners].append((row, cells))

    def fill(
        self,
        layout: Layout,
        owners: _Owners,
        fields: Fields,
        at: Path,
        places: dict[Path, Place],
    ) -> None:
        """Put the parts of an entry, or of a part, into its fields; note where each stands."""
        for inner, grid in self._tables:
            if inner.parent != layout.path or not owners[-1]:
                continue
            path = inner.path[len(layout.path) :]
            items: list[Raw] = []
            for row, cells in self._rows[inner.name].pop(owners, []):
                here = (*at, *path, len(items))
                item = _fields(inner, cells)
                places[here] = Place(grid.file, row)
                self.fill(inner, (*owners, cells.get(inner.identity, "")), item, here, places)
                items.append(item)
            if items:
                _put(fields, path, items)

    def left_over(self, keys: list[str]) -> Iterator[Problem]:
        """Yield a problem for each row that belongs to nothing."""
        for layout, grid in self._tables:
            kind = layout.kind.file_kind
            missing = {*layout.owners} - {*grid.header}
            left = {} if missing else self._rows[layout.name]
            for owners, rows in left.items():
                name, key = layout.owners[0], owners[0]
                what = f"no entry of {kind} here has the key {quoted(key)}"
                remedy = did_you_mean(key, keys) or f"correct the key, or add it to {kind}"
                if key in keys and "" not in owners:
                    name, key = layout.owners[-1], owners[-1]
                    what = f"{quoted(owners[0])} has no {name} {quoted(key)}"
                    remedy = f"correct it, or add it to {kind}.{layout.parent[-1]}"
                elif "" in owners:
                    name = layout.owners[owners.index("")]
                    what, remedy = f"“{name}” is missing", "say what the row belongs to"
                for row, _ in rows:
                    yield Problem(grid.file, row, name, "no-such-entry", what, remedy)


def _fields(layout: Layout, cells: Mapping[str, str]) -> Fields:
    fields: Fields = {name: {} for name in layout.needed}
    for column in layout.columns:
        if cell := cells.get(column.name):
            _put(fields, column.path, cell)
    return fields


def _put(fields: Fields, path: tuple[str, ...], value: Raw) -> None:
    for name in path[:-1]:
        inner = fields.setdefault(name, {})
        if isinstance(inner, dict):
            fields = inner
    fields[path[-1]] = value


def _columns(layout: Layout, grid: Grid) -> Iterator[Problem]:
    known = layout.header
    for name in grid.header:
        if name not in known:
            yield Problem(
                grid.file,
                grid.row,
                name,
                "unknown-field",
                f"there is no column {quoted(name)} here",
                _instead(layout, name),
            )
    for name in layout.required:
        if name not in grid.header:
            yield Problem(
                grid.file,
                grid.row,
                name,
                "missing-column",
                f"the column “{name}” is missing",
                "add it",
            )


def _instead(layout: Layout, name: str) -> str:
    shape = field_shapes(layout.kind).get(name)
    if shape and shape.nested and not layout.path:
        if shape.many:
            return f"write its rows in a table of their own, {layout.name}.{name}"
        inner = [column for column in layout.header if column.startswith(f"{name}.")]
        return f"write its fields in columns of their own: {', '.join(inner)}"
    return did_you_mean(name, layout.header) or f"the columns are: {', '.join(layout.header)}"
