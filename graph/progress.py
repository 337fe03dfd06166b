"""How long work tells how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Called as work goes on; `total` is in the unit of `done`."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """Take note."""
        ...


def silently(stage: str, done: int, total: int) -> None:
    """Tell nobody."""
