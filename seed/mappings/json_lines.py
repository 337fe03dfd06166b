"""JSON lines as columns of texts: fields of fields are named with dots, lists joined with “;”."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

import polars as pl

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROW = "@row"


def json_lines(path: Path, file: str, at_once: int) -> pl.DataFrame:
    """Return the lines as a table.

    Raises:
        ModelError: a line is no JSON object, or holds objects in lists.
    """
    frames: list[pl.DataFrame] = []
    columns: dict[str, list[str | None]] = {}
    rows: list[int] = []
    with path.open(encoding="utf-8-sig") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            values = dict(_flat(_object(line, number, file), "", number, file))
            for name in values.keys() - columns.keys():
                columns[name] = [None] * len(rows)
            rows.append(number)
            for name, texts in columns.items():
                texts.append(values.get(name))
            if len(rows) == at_once:
                frames.append(_frame(rows, columns))
                rows, columns = [], {name: [] for name in columns}
    frames.append(_frame(rows, columns))
    return pl.concat(frames, how="diagonal")


def _frame(rows: list[int], columns: dict[str, list[str | None]]) -> pl.DataFrame:
    schema = {ROW: pl.Int64(), **{name: pl.String() for name in columns}}
    return pl.DataFrame({ROW: rows, **columns}, schema=schema)


def _object(line: str, number: int, file: str) -> dict[str, Any]:
    try:
        found = json.loads(line, parse_float=Decimal)
    except ValueError as error:
        raise _refused(file, number, f"the line is no JSON: {error}") from error
    except RecursionError as error:
        raise _refused(file, number, "the line is nested too deeply") from error
    if not isinstance(found, dict):
        raise _refused(file, number, "the line is no object")
    return cast("dict[str, Any]", found)


def _flat(
    fields: dict[str, Any], before: str, number: int, file: str
) -> Iterator[tuple[str, str | None]]:
    for name, value in fields.items():
        if isinstance(value, dict):
            inner = cast("dict[str, Any]", value)
            yield from _flat(inner, f"{before}{name}.", number, file)
        elif isinstance(value, list):
            items = cast("list[Any]", value)
            if any(isinstance(item, dict | list) for item in items):
                raise _refused(file, number, f"“{before}{name}” is a list of more than values")
            yield before + name, ";".join(filter(None, map(_text, items)))
        else:
            yield before + name, _text(value)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    return str(value).lower() if isinstance(value, bool) else str(value)


def _refused(file: str, row: int, what: str) -> ModelError:
    remedy = "write one object in each line"
    return ModelError([Problem(file, row, "", "json-syntax", what, remedy)])
