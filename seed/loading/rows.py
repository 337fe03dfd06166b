"""Rows as statements take them, with a digest that tells whether anything in them changed."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from graph.model.entities import Entity

Value: TypeAlias = "str | int | float | date | list[str] | list[dict[str, str]] | None"
Row: TypeAlias = "dict[str, Value]"

FORMAT = 1
"""Raise it when what a row is written as changes: every digest changes, and all is written anew."""


def row_of(entity: Entity, **more: Value) -> Row:
    """Return the row of an entity: what all have, and what this kind has besides."""
    return digested(
        {
            "key": entity.key,
            "name": entity.name,
            "name_en": entity.name_en,
            "illustrative": True if entity.illustrative else None,
            "sources": list(entity.sources),
            **more,
        }
    )


def digested(row: Row) -> Row:
    """Return the row with its digest."""
    text = json.dumps([FORMAT, row], ensure_ascii=False, sort_keys=True, default=_text)
    return {**row, "digest": blake2b(text.encode(), digest_size=16).hexdigest()}


def _text(value: object) -> str:
    if isinstance(value, date | Decimal):
        return str(value)
    raise TypeError(f"a row holds a {type(value).__name__}")
