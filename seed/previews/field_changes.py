"""What changes of an entity, field by field."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias, cast

from graph.model.plans import having
from graph.queries.stated.entities import kind_of, stated_entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model.entities import Entity
    from graph.store import Reader
    from seed.loading.kinds import LoadedKind

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain] | None"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of one entity, before and after, as plain values."""

    key: str
    name: str
    field: str
    before: Plain
    after: Plain


async def field_changes(
    reader: Reader, kind: LoadedKind, entities: Sequence[Entity], keys: Sequence[str]
) -> list[FieldChange]:
    """Return what changes of the entities with these keys, in the order of the plan.

    Lists whose order says nothing are compared without it.
    """
    before = {one.key: one for one in await stated_entities(reader, kind_of(kind.label), keys)}
    return [
        change
        for after in having(entities, set(keys))
        if after.key in before
        for change in changed_fields(before[after.key], after)
    ]


def changed_fields(before: Entity, after: Entity) -> Iterator[FieldChange]:
    """Yield the fields in which two states of an entity differ."""
    for field in fields(after):
        was, will_be = plain(getattr(before, field.name)), plain(getattr(after, field.name))
        if was != will_be:
            yield FieldChange(after.key, after.name, field.name, was, will_be)


def plain(value: object) -> Plain:
    """Return a value of the model as JSON can say it; what has no order is sorted."""
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
