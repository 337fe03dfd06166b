"""What the cells of a column may hold, as far as columns can tell; taken from the documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator
from pydantic.fields import FieldInfo

from seed.documents.fields import To, checked_day, checked_key, checked_name, parts
from seed.documents.stakes import Percent, StakeRef, UncertainDay
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.documents.entries import Entry
    from seed.reading.shapes import FieldShape


class Sort(StrEnum):
    """What a cell is; OTHER is anything that only the document itself can judge."""

    KEY = "key"
    NAME = "name"
    TEXT = "text"
    WORD = "word"
    DAY = "day"
    UNCERTAIN_DAY = "uncertain day"
    PERCENT = "percent"
    STAKES = "stakes"
    OTHER = "other"


_BY_TYPE: tuple[tuple[Any, Sort], ...] = (
    (UncertainDay, Sort.UNCERTAIN_DAY),
    (Percent, Sort.PERCENT),
    (StakeRef, Sort.STAKES),
)
_RULED: dict[object, Sort] = {checked_key: Sort.KEY, checked_name: Sort.NAME}


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one column; `words` are those that a WORD may be."""

    shape: FieldShape
    sort: Sort
    words: tuple[str, ...] = ()


@cache
def cells_of(document: type[Entry]) -> dict[str, Cells]:
    """Return what each column of a kind may hold, by its name in files; nested fields have none."""
    shapes = field_shapes(document)
    found: dict[str, Cells] = {}
    for name, info in document.model_fields.items():
        shape = shapes[info.alias or name]
        if not shape.nested:
            validated = name in _validated(document)
            sort, words = _known(info, validated) or _sort(info, validated)
            found[shape.name] = Cells(shape, sort, words)
    return found


def can_be_columns(document: type[Entry]) -> bool:
    """Tell whether no rule of the document looks at several of its fields at once."""
    return not document.__pydantic_decorators__.model_validators


def _validated(document: type[Entry]) -> set[str]:
    decorators = document.__pydantic_decorators__.field_validators.values()
    return {field for each in decorators for field in each.info.fields}


def _known(info: FieldInfo, validated: bool) -> tuple[Sort, tuple[str, ...]] | None:
    sorts = [sort for known, sort in _BY_TYPE if known in get_args(info.annotation)]
    return (sorts[0], ()) if sorts and not validated else None


def _sort(info: FieldInfo, validated: bool) -> tuple[Sort, tuple[str, ...]]:
    leaves: set[Any] = set()
    rules: set[Any] = {True} if validated else set()
    for part in (*_metadata(info.metadata), *_parts(info.annotation)):
        if isinstance(part, AfterValidator | BeforeValidator):
            rules.add(part.func)
        elif isinstance(part, type):
            leaves.add(part)
        elif not isinstance(part, To) and getattr(part, "min_length", None) != 1:
            return Sort.OTHER, ()
    match [*leaves]:
        case [only] if only is str and rules <= {parts}:
            return Sort.TEXT, ()
        case [only] if only is str and len(rules) == 1 and rules <= _RULED.keys():
            return _RULED[rules.pop()], ()
        case [only] if only is date and rules == {checked_day}:
            return Sort.DAY, ()
        case [only] if issubclass(only, Enum) and rules <= {parts}:
            return Sort.WORD, tuple(str(word.value) for word in only)
        case _:
            return Sort.OTHER, ()


def _parts(annotation: Any) -> Iterator[Any]:
    """Yield the types a value may have, None left out, and whatever rules stand beside them."""
    yield from _metadata(getattr(annotation, "__metadata__", ()))
    origin, arguments = get_origin(annotation), get_args(annotation)
    if hasattr(annotation, "__metadata__"):
        yield from _parts(arguments[0])
    elif origin in {Union, UnionType, tuple}:
        for argument in arguments:
            if argument not in {NoneType, ...}:
                yield from _parts(argument)
    else:
        yield annotation


def _metadata(metadata: Any) -> Iterator[Any]:
    for each in metadata:
        if isinstance(each, FieldInfo):
            yield from _metadata(each.metadata)
        else:
            yield each
