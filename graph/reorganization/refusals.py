"""Why an operation cannot be done, and what would let it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.phrases import EN
from graph.reorganization.reports.words import Words

if TYPE_CHECKING:
    from graph.ownership.phrases import Language
    from graph.reorganization.wordings.messages import Message


class Refused(Exception):
    """Something must be otherwise before an operation can be done; `about` is its key."""

    def __init__(self, message: Message, about: str = "") -> None:
        super().__init__(message.told())
        self.message = message
        self.about = about


@dataclass(frozen=True, slots=True)
class Refusal:
    """An operation that cannot be done, by its place in the scenario, counted from 1."""

    operation: int
    op: str
    message: Message
    about: str = ""

    def told(self, language: Language) -> str:
        """Return which operation cannot be done, why, and what would let it."""
        words = Words(language)
        opening = words(
            f"operation {self.operation} ({self.op}): ",
            f"操作{self.operation}（{words.operation(self.op)}）：",
        )
        return opening + self.message.told(language)

    def __str__(self) -> str:
        return self.told(EN)
