"""Entities kept as columns: a sequence of dataclasses that are made when somebody looks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar, overload

import polars as pl

from graph.columns.layouts import layout_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from graph.columns.layouts import Layout

EntityT = TypeVar("EntityT")
_AT_ONCE = 20_000


class FrameSequence(Sequence[EntityT]):
    """Entities of one kind, read from the rows of `frame` each time; equal where their rows are.

    Whoever goes through many does better with the frame: its columns are those of the kind's
    layout (`graph/columns/layouts.py`).
    """

    __hash__ = None  # pyright: ignore[reportAssignmentType]

    def __init__(self, entity: type[EntityT], frame: pl.DataFrame) -> None:
        self._layout: Layout[EntityT] = layout_of(entity)
        self.frame = frame.select(*self._layout.schema)

    def __len__(self) -> int:
        return self.frame.height

    def __iter__(self) -> Iterator[EntityT]:
        for piece in self.frame.iter_slices(_AT_ONCE):
            yield from self._layout.entities(piece)

    @overload
    def __getitem__(self, index: int) -> EntityT: ...
    @overload
    def __getitem__(self, index: slice) -> FrameSequence[EntityT]: ...
    def __getitem__(self, index: int | slice) -> EntityT | FrameSequence[EntityT]:
        if isinstance(index, slice):
            return FrameSequence(self._layout.entity, self.frame[index])
        place = index + len(self) if index < 0 else index
        if not 0 <= place < len(self):
            raise IndexError(index)
        return self._layout.entities(self.frame.slice(place, 1))[0]

    def __eq__(self, other: object) -> bool:
        if isinstance(other, FrameSequence):
            return self.frame.equals(other.frame)  # pyright: ignore[reportUnknownMemberType]
        return isinstance(other, tuple) and tuple(self) == other

    def __repr__(self) -> str:
        return f"FrameSequence({self._layout.entity.__name__}, {len(self)} rows)"

    def having(self, keys: Collection[str]) -> Sequence[EntityT]:
        """Return the entities that have one of the keys, in their order."""
        wanted = pl.Series([*keys], dtype=pl.String).implode()
        return self._layout.entities(self.frame.filter(pl.col("key").is_in(wanted)))


def frame_of(entities: Sequence[EntityT], entity: type[EntityT]) -> pl.DataFrame:
    """Return entities of a plan as columns, whether they are kept so or not."""
    if isinstance(entities, FrameSequence):
        return entities.frame
    return layout_of(entity).frame(entities)
