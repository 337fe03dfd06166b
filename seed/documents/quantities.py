"""Numbers as plans write them: target values with their doubts, and ranges of levels."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from graph.model.vocabularies import Certainty

_NUMBER = re.compile(r"(?P<number>-?[0-9]+(?:\.[0-9]+)?)(?P<doubt>\s*[?\uff1f])?")
_LEVELS = re.compile(r"(?P<low>[1-9][0-9]?)(?:(?P<open>\+)|-(?P<high>[1-9][0-9]?))?")
_UNKNOWN = frozenset({"?", "\uff1f"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, if it is certain, and how sure the plan is."""

    value: Decimal | None
    certainty: Certainty


def quantity(text: str | None) -> Quantity | None:
    """Return what a target value says; None if it says nothing that makes sense.

    A number with a question mark stays unknown: its text is kept elsewhere, never its number.
    """
    if text is None or text in _UNKNOWN:
        return Quantity(None, Certainty.UNKNOWN)
    match = _NUMBER.fullmatch(text)
    if match is None:
        return None
    if match["doubt"]:
        return Quantity(None, Certainty.UNCERTAIN)
    return Quantity(Decimal(match["number"]), Certainty.STATED)


def levels(text: str) -> tuple[int, int | None] | None:
    """Return the first and last level of "2", "2-3" or "3+"; None if it is none of these.

    The last level of "3+" is None.
    """
    match = _LEVELS.fullmatch(text)
    if match is None:
        return None
    low = int(match["low"])
    if match["open"]:
        return low, None
    high = int(match["high"] or low)
    return (low, high) if low <= high else None
