"""What may become of the rows of subsidiaries between a plan and the same plan a little later."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seed.generating.dice import Dice


class Edit(Enum):
    """What becomes of a row."""

    MOVED = auto()
    RENAMED = auto()
    TAGGED = auto()
    LEFT_OUT = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """The edits of each group's units by their numbers, and how many units each group gains.

    `dice` decide the rest, so that what is not changed stays the same to the last byte.
    """

    dice: Dice
    edits: dict[str, dict[int, Edit]] = field(default_factory=dict[str, dict[int, Edit]])
    added: dict[str, int] = field(default_factory=dict[str, int])

    def edits_of(self, group: str) -> dict[int, Edit]:
        """Return the edits of a group's units, by number."""
        return self.edits.get(group, {})
