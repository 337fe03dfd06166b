"""What names are made of: a character and how it sounds."""

from __future__ import annotations


def syllables(text: str) -> tuple[tuple[str, str], ...]:
    """Return characters with their sounds, written as in `恒heng 源yuan`."""
    return tuple((each[0], each[1:]) for each in text.split())
