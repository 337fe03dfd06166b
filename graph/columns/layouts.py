"""The entities of bulk kinds as columns: which there are, and the way there and back.

The layout of a kind follows from its dataclass: a field is a column of its name and type; keys,
words and numbers are texts, lists are lists of texts, `validity` is two days, `from` and `until`.
Where these may be unknown, `from_unknown` and `until_unknown` tell. A stake is a text as files
have it, `key=30@2020-01-31/unknown`.
"""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import polars as pl

from graph.columns.stakes import stake_of, text_of_stake
from graph.model import keys, vocabularies
from graph.model.intervals import Interval, UncertainInterval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

EntityT = TypeVar("EntityT")
_TEXTS = pl.List(pl.String)


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a field; `value` takes it from the field's value, None where not given."""

    name: str
    dtype: pl.DataType
    value: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class FieldLayout:
    """The columns of one field; `field` makes its value of theirs."""

    name: str
    columns: tuple[Column, ...]
    field: Callable[..., Any]
    default: Any


@dataclass(frozen=True, slots=True)
class Layout(Generic[EntityT]):
    """The columns of a kind of entity, in the order of its fields."""

    entity: type[EntityT]
    fields: tuple[FieldLayout, ...]

    @property
    def columns(self) -> tuple[Column, ...]:
        """All columns."""
        return tuple(column for one in self.fields for column in one.columns)

    @property
    def schema(self) -> dict[str, pl.DataType]:
        """The columns' names and types."""
        return {column.name: column.dtype for column in self.columns}

    def frame(self, entities: Iterable[EntityT]) -> pl.DataFrame:
        """Return the entities as columns, in their order."""
        found = [*entities]
        values = {
            column.name: [column.value(getattr(entity, one.name)) for entity in found]
            for one in self.fields
            for column in one.columns
        }
        return pl.DataFrame(values, schema=self.schema)

    def entities(self, frame: pl.DataFrame) -> list[EntityT]:
        """Return the rows of a frame as entities."""
        made: list[EntityT] = []
        names = [one.name for one in self.fields]
        for row in frame.select(*self.schema).iter_rows():
            at = 0
            given: dict[str, Any] = {}
            for name, one in zip(names, self.fields, strict=True):
                if len(one.columns) == 1:
                    given[name] = one.field(row[at])
                else:
                    given[name] = one.field(*row[at : at + len(one.columns)])
                at += len(one.columns)
            made.append(self.entity(**given))
        return made


@cache
def layout_of(entity: type[EntityT]) -> Layout[EntityT]:
    """Return the layout of a kind of entity.

    Raises:
        TypeError: a field has a type that no column stands for.
    """
    return Layout(entity, tuple(_layout(one) for one in fields(entity)))  # pyright: ignore[reportArgumentType]


def _layout(one: Any) -> FieldLayout:
    annotation = str(one.type).removesuffix(" | None")
    default = None if one.default is MISSING else one.default
    if annotation in {"Interval", "UncertainInterval"}:
        before = one.name.removesuffix("validity")
        columns = (
            Column(f"{before}from", pl.Date(), lambda interval: interval.start),
            Column(f"{before}until", pl.Date(), lambda interval: interval.until),
        )
        if annotation == "Interval":
            return FieldLayout(one.name, columns, Interval, default)
        unknown = (
            Column(f"{before}from_unknown", pl.Boolean(), lambda each: each.start_unknown),
            Column(f"{before}until_unknown", pl.Boolean(), lambda each: each.until_unknown),
        )
        return FieldLayout(one.name, (*columns, *unknown), UncertainInterval, default)
    if annotation.startswith("tuple["):
        word = _of_text(annotation.removeprefix("tuple[").removesuffix(", ...]"))
        written = text_of_stake if annotation == "tuple[Stake, ...]" else str
        column = Column(one.name, _TEXTS, lambda items: [written(item) for item in items])
        return FieldLayout(one.name, (column,), _each(word), default)
    if annotation in {"bool", "int"}:
        dtype = pl.Boolean() if annotation == "bool" else pl.Int32()
        return FieldLayout(one.name, (Column(one.name, dtype, _same),), _same, default)
    word = _of_text(annotation)
    return FieldLayout(
        one.name,
        (Column(one.name, pl.String(), lambda value: None if value is None else str(value)),),
        _or_none(word),
        default,
    )


def _of_text(annotation: str) -> Callable[[str], Any]:
    if annotation == "str" or annotation in vars(keys):
        return _same
    if annotation == "Decimal":
        return Decimal
    if annotation == "Stake":
        return stake_of
    word = vars(vocabularies).get(annotation)
    if word is None:
        raise TypeError(f"no column stands for a {annotation}")
    return {each.value: each for each in word}.__getitem__


def _or_none(word: Callable[[str], Any]) -> Callable[[str | None], Any]:
    return lambda text: None if text is None else word(text)


def _each(word: Callable[[str], Any]) -> Callable[[list[str]], Any]:
    return lambda texts: tuple(map(word, texts))


def _same(value: Any) -> Any:
    return value
