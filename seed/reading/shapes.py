"""The shape of documents: which fields hold lists, parts, or references to other entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, cast, get_args, get_origin

from pydantic import BaseModel

from seed.documents.fields import To

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.documents.fields import Namespace


class ValueType(StrEnum):
    """What a field's values are, each written as text."""

    TEXT = "text"
    DAY = "day"
    WHOLE = "whole number"
    NUMBER = "number"
    YES_NO = "true or false"


_TYPES = {
    bool: ValueType.YES_NO,
    date: ValueType.DAY,
    int: ValueType.WHOLE,
    Decimal: ValueType.NUMBER,
}


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field as files know it: its name, and what its values are.

    `words` are the only values it may have, where it has a closed vocabulary.
    """

    name: str
    required: bool
    many: bool
    nested: type[BaseModel] | None
    refers_to: tuple[Namespace, ...]
    stakes: bool
    values: ValueType
    words: tuple[str, ...]
    description: str


@cache
def field_shapes(document: type[BaseModel]) -> dict[str, FieldShape]:
    """Return the fields of a document by the names they have in files."""
    shapes: dict[str, FieldShape] = {}
    for name, info in document.model_fields.items():
        parts = [*info.metadata, *_parts(info.annotation)]
        nested = [part for part in parts if isinstance(part, type) and issubclass(part, BaseModel)]
        markers = [part for part in parts if isinstance(part, To)]
        shapes[info.alias or name] = FieldShape(
            name=info.alias or name,
            required=info.is_required(),
            many=any(get_origin(part) is tuple for part in parts),
            nested=nested[0] if nested else None,
            refers_to=markers[0].namespaces if markers else (),
            stakes=bool(markers) and markers[0].stakes,
            values=next((_TYPES[part] for part in parts if part in _TYPES), ValueType.TEXT),
            words=_words(parts, info.json_schema_extra),
            description=info.description or "",
        )
    return shapes


def _words(parts: list[Any], extra: object) -> tuple[str, ...]:
    extras = [extra, *(getattr(part, "json_schema_extra", None) for part in parts)]
    for each in extras:
        if isinstance(each, dict) and "enum" in each:
            return tuple(str(word) for word in cast("list[object]", each["enum"]))
    words = [part for part in parts if isinstance(part, type) and issubclass(part, StrEnum)]
    return tuple(word.value for word in words[0]) if words else ()


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _parts(argument)
