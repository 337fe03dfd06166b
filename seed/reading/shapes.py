"""The shape of documents: which fields hold lists, parts, or references to other entries."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from seed.documents.fields import To

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.documents.fields import Namespace


@dataclass(frozen=True, slots=True)
class FieldShape:
    """A field as files know it: its name, and what its values are."""

    name: str
    required: bool
    many: bool
    nested: type[BaseModel] | None
    refers_to: tuple[Namespace, ...]
    stakes: bool


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
        )
    return shapes


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _parts(argument)
