"""Names and reasons as people wrote them, made fit to stand in a report."""

from __future__ import annotations

import re
import unicodedata

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TURNS_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_FIRST_STRONG, _POP = "\u2068", "\u2069"


def printable(text: str) -> str:
    """Return the text without what no page or sheet may hold, and what would turn texts around."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _TURNS_DIRECTION.sub("", _UNPRINTABLE.sub("\ufffd", lines))


def on_one_line(text: str) -> str:
    """Return the text with single spaces for whatever breaks lines."""
    return " ".join(printable(text).split())


def isolated(text: str) -> str:
    """Return the text so that no writing from right to left in it turns what stands around it."""
    if any(unicodedata.bidirectional(char) in _RIGHT_TO_LEFT for char in text):
        return f"{_FIRST_STRONG}{text}{_POP}"
    return text
