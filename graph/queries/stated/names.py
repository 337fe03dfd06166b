"""What the rows of all kinds begin with."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.model.entities import Named
from graph.model.keys import SourceKey  # noqa: TC001 - rows are validated at run time


@dataclass(frozen=True, slots=True)
class NamedRow:
    """An entity as stated; of links that have no order, the keys are sorted."""

    key: str
    name: str
    name_en: str | None
    sources: tuple[SourceKey, ...]
    illustrative: bool
    folder: str | None

    def named(self) -> Named:
        """Return the fields of every entity but its key."""
        return Named(
            name=self.name,
            name_en=self.name_en,
            sources=self.sources,
            illustrative=self.illustrative,
            folder=self.folder,
        )


def stored_number(value: float | None) -> Decimal | None:
    """Return a number that the graph holds as the decimal it was written as."""
    return None if value is None else Decimal(f"{Decimal(repr(value)).normalize():f}")
