"""What every entity begins with, from the entry that states it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from graph.model.entities import Named
from graph.model.keys import SourceKey

if TYPE_CHECKING:
    from collections.abc import Sequence

    from seed.documents.entries import Entry
    from seed.reading.entries import Found


class Stated(Protocol):
    """An entry with a name, or a named part of one."""

    @property
    def name(self) -> str:
        """As the plan's source writes it."""
        ...

    @property
    def name_en(self) -> str | None:
        """In English."""
        ...

    @property
    def sources(self) -> Sequence[str]:
        """The keys of what states it."""
        ...


def named(found: Found[Entry], stated: Stated) -> Named:
    """Return the fields of every entity but its key, of an entry that was found or a part of it."""
    return Named(
        name=stated.name,
        name_en=stated.name_en,
        sources=tuple(map(SourceKey, stated.sources)),
        illustrative=found.illustrative,
        folder=found.folder,
    )
