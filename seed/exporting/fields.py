"""Values of the model as the texts, lists and fields that plan files hold."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from graph.columns.stakes import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from graph.model.entities import Entity
    from graph.model.intervals import Interval, UncertainInterval
    from seed.reading.places import Raw

Fields: TypeAlias = "dict[str, Raw]"
Value: TypeAlias = "str | int | bool | Decimal | date | Sequence[str] | Sequence[Fields] | None"


def fields_of(**values: Value) -> Fields:
    """Return what is given of these values, each as files have it; `False` is not given."""
    return {name: _raw(value) for name, value in values.items() if value not in (None, False, ())}


def named(entity: Entity) -> Fields:
    """Return the fields that every entity with a key has, without its sources."""
    return fields_of(key=entity.key, name=entity.name, name_en=entity.name_en)


def dated(interval: Interval) -> Fields:
    """Return `from` and `until`."""
    return fields_of(**{"from": interval.start, "until": interval.until})


def uncertain(interval: UncertainInterval, before: str = "") -> Fields:
    """Return `from` and `until`, which may be unknown, with something before their names."""
    start = UNKNOWN if interval.start_unknown else interval.start
    until = UNKNOWN if interval.until_unknown else interval.until
    return fields_of(**{f"{before}from": start, f"{before}until": until})


def levels_text(first: int | None, last: int | None) -> str | None:
    """Return a range of levels as rules have it: 2, 2-3 or 3+."""
    if first is None:
        return None
    if last is None:
        return f"{first}+"
    return str(first) if first == last else f"{first}-{last}"


def _raw(value: Value) -> Raw:
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true"
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list | tuple):
        return [item if isinstance(item, dict) else str(item) for item in value]
    return str(value)
