"""The rows of one kind from all tables, brought to one row for each key."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import polars as pl

from seed.mappings.cells import LIST
from seed.mappings.codes import Code
from seed.mappings.findings import Sighting
from seed.mappings.keys import folded
from seed.mappings.parts import CHILDREN, CODE, LINKS, PARENT, PART, TABLE
from seed.mappings.tables import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from seed.mappings.parts import Part

SHARE, SINCE, UNTIL = "share", "share_from", "share_until"
_PLACE = frozenset({ROW, TABLE, PART})
_OF_LINKS = frozenset({PARENT, SHARE, SINCE, UNTIL, CHILDREN})
Record = dict[str, Any]


@dataclass(slots=True)
class Gathered:
    """The things of one kind.

    `frame` has one row for each key, its place that of the first row. `edges` have every parent
    that any row gives to it: `key`, `parent`, `@parent` as written, share and days, and the place.
    """

    kind: str
    parts: Mapping[int, Part]
    frame: pl.DataFrame
    edges: pl.DataFrame
    sightings: list[Sighting] = field(default_factory=list[Sighting])

    def see(self, code: Code, row: Record, name: str, /, **values: str) -> None:
        """Note what was seen in a row, at the column of a field."""
        column = self.parts[row[PART]].column(name)
        self.sightings.append(Sighting(code, row[TABLE], row[ROW], column, values))


def gathered(kind: str, parts: Iterable[Part]) -> Gathered:
    """Return the things of one kind from its parts, whose rows come in the order of the tables."""
    of_kind = {part.number: part for part in parts}
    rows = pl.concat([part.frame for part in of_kind.values()], how="diagonal")
    link = LINKS.get(kind)
    found = Gathered(kind, of_kind, rows, _no_edges())
    if "key" not in rows.columns:
        return found
    foreign: set[tuple[int, int]] = set()
    alike = rows.unique("key", keep="first", maintain_order=True)
    if alike.height < rows.height:
        changes, foreign = _Comparison(found, link).run(_distinct(rows, of_kind))
        alike = changed(alike, changes)
    found.frame = alike
    if link and link in rows.columns:
        found.edges = _edges(rows, link, foreign, found)
    return found


def _distinct(rows: pl.DataFrame, parts: Mapping[int, Part]) -> pl.DataFrame:
    """Return the rows of keys that come several times; what many rows say alike, once."""
    several = rows.filter(pl.col("key").is_duplicated())
    said = [name for name in rows.columns if name != ROW]
    once = pl.col(PART).is_in([number for number, part in parts.items() if part.entry.once])
    first = pl.int_range(pl.len()).over(said) == 0
    return several.filter(~once | first)


class _Comparison:
    """Compares the rows of each key with the first of them."""

    def __init__(self, found: Gathered, link: str | None) -> None:
        columns = found.frame.columns
        linked = {*_OF_LINKS, link, *(("department",) if found.kind == "posts" else ())}
        self._found = found
        self._link = link
        self._compared = [name for name in columns if name not in {*_PLACE, *linked, CODE, "key"}]
        self._changes: dict[str, Record] = {}
        self._foreign: set[tuple[int, int]] = set()

    def run(self, rows: pl.DataFrame) -> tuple[dict[str, Record], set[tuple[int, int]]]:
        """Return values that the first rows lack, by key, and rows that are something else."""
        for group in rows.partition_by("key", maintain_order=True):
            self._group(list(group.iter_rows(named=True)))
        return self._changes, self._foreign

    def _group(self, rows: list[Record]) -> None:
        base, seen = rows[0], {(None, rows[0].get(CODE))}
        parents: Record = {}
        if self._link:
            parents[base.get(self._link) or ""] = base.get(SHARE)
        units = [base["department"]] if base.get("department") else []
        filled: Record = {}
        for row in rows[1:]:
            told = self._codes(base, row, seen)
            if told is Code.KEY_COLLISION:
                self._foreign.add((row[PART], row[ROW]))
                continue
            differs = self._values({**base, **filled}, row, filled, seen, by_case=bool(told))
            new_unit = self._unit(row, units)
            new_parent = self._parent(base, row, parents, seen)
            once = self._found.parts[row[PART]].entry.once
            if not (once or told or differs or new_unit or new_parent):
                values = {"key": row["key"], "first": str(base[ROW])}
                self._found.see(Code.REPEATED_ROW, row, "key", **values)
        if len(units) > 1:
            filled["other_departments"] = LIST.join(units[1:])
        if filled:
            self._changes[base["key"]] = filled

    def _codes(self, base: Record, row: Record, seen: set[Any]) -> Code | None:
        if row.get(CODE) == base.get(CODE):
            return None
        same = folded(str(row[CODE])) == folded(str(base[CODE]))
        code = Code.DIFFERS_BY_CASE if same else Code.KEY_COLLISION
        if (None, row[CODE]) not in seen:
            seen.add((None, row[CODE]))
            values = {"code": row[CODE], "before": base[CODE], "first": str(base[ROW])}
            self._found.see(code, row, "key", key=row["key"], **values)
        return code

    def _values(
        self, base: Record, row: Record, filled: Record, seen: set[Any], *, by_case: bool
    ) -> bool:
        differs = False
        for name in self._compared:
            value, before = row[name], base[name]
            if value is None or value == before:
                continue
            if before is None:
                filled[name] = value
            elif not (by_case and folded(value) == folded(before)):
                differs = True
                self._conflict(base, row, name, seen)
        return differs

    def _conflict(self, base: Record, row: Record, name: str, seen: set[Any]) -> None:
        if (name, row[name]) not in seen:
            seen.add((name, row[name]))
            values = {"field": name.lstrip("~"), "value": row[name], "before": base[name]}
            self._found.see(
                Code.CONFLICTING_VALUES, row, name, key=row["key"], first=str(base[ROW]), **values
            )

    def _unit(self, row: Record, units: list[str]) -> bool:
        unit = row.get("department") if self._found.kind == "posts" else None
        if unit is None or unit in units:
            return False
        values = {"post": row["key"], "unit": unit, "before": units[0]}
        self._found.see(Code.POST_IN_TWO_UNITS, row, "department", **values)
        units.append(unit)
        return True

    def _parent(self, base: Record, row: Record, parents: Record, seen: set[Any]) -> bool:
        parent = row.get(self._link) if self._link else None
        if parent is None:
            return False
        if parent not in parents:
            parents[parent] = row.get(SHARE)
            return True
        if row.get(SHARE) not in (None, parents[parent]):
            before = {**base, SHARE: parents[parent]}
            self._conflict(before, row, SHARE, seen)
            return True
        return False


def changed(frame: pl.DataFrame, changes: Mapping[str, Record]) -> pl.DataFrame:
    """Return the frame with values that it lacks, by key."""
    names = {name for change in changes.values() for name in change}
    for name in sorted(names):
        values = {key: change[name] for key, change in changes.items() if name in change}
        filled = pl.col("key").replace_strict(values, default=None, return_dtype=pl.String())
        frame = frame.with_columns(
            pl.coalesce(filled, name).alias(name) if name in frame.columns else filled.alias(name)
        )
    return frame


def _no_edges() -> pl.DataFrame:
    texts = ("key", "parent", PARENT, SHARE, SINCE, UNTIL)
    numbers = (ROW, TABLE, PART)
    return pl.DataFrame(
        schema={**dict.fromkeys(texts, pl.String()), **dict.fromkeys(numbers, pl.Int64())}
    )


def _edges(
    rows: pl.DataFrame, link: str, foreign: set[tuple[int, int]], found: Gathered
) -> pl.DataFrame:
    edges = rows.filter(pl.col(link).is_not_null()).with_columns(pl.col(link).alias("parent"))
    blank = _no_edges()
    missing = [name for name in blank.columns if name not in edges.columns]
    edges = edges.with_columns(
        pl.lit(None, dtype=blank.schema[name]).alias(name) for name in missing
    )
    edges = edges.select(pl.col(name).cast(kind) for name, kind in blank.schema.items())
    for part, row in foreign:
        edges = edges.filter(~((pl.col(PART) == part) & (pl.col(ROW) == row)))
    listed = edges.filter(pl.col("parent").str.contains(LIST, literal=True))
    if listed.height:
        single = edges.filter(~pl.col("parent").str.contains(LIST, literal=True))
        edges = pl.concat([single, _each_listed(listed, found)])
        edges = edges.sort(TABLE, ROW, maintain_order=True)
    return edges.unique(["key", "parent"], keep="first", maintain_order=True)


def _each_listed(listed: pl.DataFrame, found: Gathered) -> pl.DataFrame:
    """Return an edge for each parent in a cell, with its share where as many are listed."""
    each: list[Record] = []
    for row in listed.iter_rows(named=True):
        parents = row["parent"].split(LIST)
        lists = {name: (row[name] or "").split(LIST) for name in (PARENT, SHARE, SINCE, UNTIL)}
        for name, values in lists.items():
            if row[name] and len(values) != len(parents) and name != PARENT:
                wanted = f"a list of {len(parents)}, one for each parent"
                found.see(Code.BAD_VALUE, row, name, value=row[name], wanted=wanted)
        for place, parent in enumerate(parents):
            own = {
                name: (values[place] or None) if len(values) == len(parents) else None
                for name, values in lists.items()
            }
            each.append({**row, **own, "parent": parent, PARENT: own[PARENT] or parent})
    return pl.DataFrame(each, schema=listed.schema)
