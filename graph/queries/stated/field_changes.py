"""What changes of entities, field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.queries.stated.entities import stated_entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model.entities import Entity
    from graph.model.vocabularies import Kind, Pattern
    from graph.store import Reader

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one entity, before and after, as plain values."""

    key: str
    name: str
    field: str
    before: Plain
    after: Plain


def changed_fields(before: Entity, after: Entity) -> Iterator[FieldChange]:
    """Yield the fields in which two states of an entity differ.

    Lists whose order says nothing are compared without it.
    """
    for field in fields(after):
        was, will_be = plain(getattr(before, field.name)), plain(getattr(after, field.name))
        if was != will_be:
            yield FieldChange(after.key, after.name, field.name, was, will_be)


async def fields_of_changes(
    before: Reader, after: Reader, things: Sequence[tuple[Kind | Pattern, str]]
) -> list[list[FieldChange]]:
    """Return the fields in which each thing differs between the versions of two readers.

    One that only one of them has gets an empty list. Each kind is read once from each version.
    """
    changes: dict[tuple[Kind | Pattern, str], list[FieldChange]] = {}
    for kind in dict.fromkeys(kind for kind, _ in things):
        keys = [key for of_kind, key in things if of_kind is kind]
        were = {entity.key: entity for entity in await stated_entities(before, kind, keys)}
        for entity in await stated_entities(after, kind, keys):
            was = were.get(entity.key)
            if was is not None:
                changes[kind, entity.key] = list(changed_fields(was, entity))
    return [changes.get(thing, []) for thing in things]


def plain(value: object) -> Plain:
    """Return a value of the model as JSON can say it; what has no order is sorted."""
    if isinstance(value, StrEnum):
        return value.value
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | Decimal):
        return str(value)
    if is_dataclass(value):
        given = ((field.name, plain(getattr(value, field.name))) for field in fields(value))
        return {name: inner for name, inner in given if inner not in (None, [], {})}
    if isinstance(value, tuple | list | frozenset | set):
        listed = [plain(inner) for inner in cast("tuple[object, ...]", value)]
        return sorted(listed, key=str)
    return str(value)
