"""Rows as statements take them, with a digest that tells whether anything in them changed."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import TYPE_CHECKING, Protocol, TypeAlias

import polars as pl

from graph.queries.batches import parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model.entities import Entity

Value: TypeAlias = (
    "str | int | float | date | list[str] | list[dict[str, Value]] | dict[str, Value] | None"
)
Row: TypeAlias = "dict[str, Value]"

FORMAT = 3
"""Raise it when what a row is written as changes: every digest changes, and all is written anew."""


class Rows(Protocol):
    """The rows of one kind, however they are kept: small kinds as lists, large ones as tables."""

    @property
    def digests(self) -> pl.DataFrame:
        """The `key` and `digest` of every row, each key once."""
        ...

    def batches(
        self, keys: pl.Series, size: int, beside: pl.DataFrame | None = None
    ) -> Iterator[list[Row]]:
        """Yield the rows with these keys, so many at a time, what is linked to before what links.

        Those of `beside` with the same `key` add to them.
        """
        ...


class ListedRows:
    """Rows in a list."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._rows = list(rows)

    @property
    def digests(self) -> pl.DataFrame:
        """The `key` and `digest` of every row."""
        properties = [row["properties"] for row in self._rows]
        return pl.DataFrame(
            {
                "key": [row["key"] for row in self._rows],
                "digest": [each["digest"] for each in properties if isinstance(each, dict)],
            },
            schema={"key": pl.String, "digest": pl.String},
        )

    def batches(
        self, keys: pl.Series, size: int, beside: pl.DataFrame | None = None
    ) -> Iterator[list[Row]]:
        """Yield the rows with these keys."""
        more = {one["key"]: one for one in beside.to_dicts()} if beside is not None else {}
        wanted = set(keys)
        rows = [row | more.get(row["key"], {}) for row in self._rows if row["key"] in wanted]
        yield from parts(rows, size)


def row_of(entity: Entity, properties: Row | None = None, **links: Value) -> Row:
    """Return the row of an entity: the properties of its node, and the keys of what it links to.

    Links have no order in the graph: pass them sorted.
    """
    stated: Row = {
        "name": entity.name,
        "name_en": entity.name_en,
        "illustrative": True if entity.illustrative else None,
        "folder": entity.folder,
        **(properties or {}),
    }
    return digested(entity.key, stated, sources=unordered(entity.sources), **links)


def unordered(keys: Iterable[str]) -> list[str]:
    """Return keys that have no order, each once, so that equal sets make equal rows."""
    return sorted({*keys})


def number(value: Decimal | None) -> float | None:
    """Return a number as the graph holds it."""
    return None if value is None else float(value)


def digested(key: str, properties: Row, **links: Value) -> Row:
    """Return a row whose properties have a digest of everything in it."""
    return {"key": key, "properties": with_digest(key, properties, links), **links}


def with_digest(key: str, properties: Row, links: Row | None = None) -> Row:
    """Return properties with the key, and a digest of them and of what is linked to.

    `linked` is a digest of the latter alone: a load links anew only where that differs.
    What is not given is left out: it says nothing, and a load sends millions of them.
    """
    digest = _digest_of([FORMAT, key, properties, links or {}], 16)
    given = {name: value for name, value in properties.items() if value is not None}
    if links:
        given["linked"] = _digest_of(links, 8)
    return {"key": key, **given, "digest": digest}


def with_digest_of(row: Row, digest: str) -> Row:
    """Return a row whose digest is this one."""
    properties = row["properties"]
    return {
        **row,
        "properties": {**(properties if isinstance(properties, dict) else {}), "digest": digest},
    }


def _digest_of(value: object, size: int) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, default=_text)
    return blake2b(text.encode(), digest_size=size).hexdigest()


def _text(value: object) -> str:
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(f"a row holds a {type(value).__name__}")
