"""What commands print: lines as they are."""

from __future__ import annotations

from rich.console import Console


def say(text: str) -> None:
    """Print one line, as it is."""
    Console(soft_wrap=True, highlight=False, markup=False).print(text)


def say_error(text: str) -> None:
    """Print one line on stderr, as it is."""
    Console(stderr=True, soft_wrap=True, highlight=False, markup=False).print(text)
