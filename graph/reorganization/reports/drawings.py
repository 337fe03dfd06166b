"""What pictures are drawn with: SVG elements, and texts that fit into their places.

Nobody knows the reader's fonts: widths are estimated, on the safe side, as those of a wide font
(DejaVu Sans) are; figures as bold.
"""

from __future__ import annotations

import unicodedata
from html import escape

from graph.reorganization.reports.plain_texts import printable

_WIDE = frozenset({"W", "F"})
_NARROW = frozenset("iIjltfr.,:;'|!()[] -")
_BROAD = frozenset("mwMW@%&+\u2212—…")


def width_of(text: str, size: float) -> float:
    """Return about how wide a text of this size is."""
    return sum(_em(char) for char in text) * size


def fitted(text: str, size: float, width: float) -> str:
    """Return the text, shortened with an ellipsis where it is too wide."""
    if width_of(text, size) <= width:
        return text
    room = width / size - 1
    kept = 0
    for char in text:
        room -= _em(char)
        if room < 0:
            break
        kept += 1
    while kept and (unicodedata.combining(text[kept - 1]) or text[kept - 1] in " \u200d\ufe0f"):
        kept -= 1
    return f"{text[:kept]}…"


def escaped(text: str) -> str:
    """Return a text as it may stand in a page or picture."""
    return escape(printable(text))


def element(name: str, content: str = "", **attributes: str | float) -> str:
    """Return an element; `_` ends and divides names of attributes that Python cannot spell."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{told}>{content}</{name}>" if content else f"<{name}{told}/>"


def text_at(x: float, y: float, text: str, **attributes: str | float) -> str:
    """Return a text that begins, or is placed by its anchor, there."""
    return element("text", escaped(text), x=x, y=y, **attributes)


def picture(width: float, height: float, title: str, *content: str) -> str:
    """Return a whole picture that scales, told to readers who do not see it by its title."""
    told = element("title", escaped(title))
    return element(
        "svg",
        told + "".join(content),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_value(width)} {_value(height)}",
        width=width,
        height=height,
        role="img",
    )


def _em(char: str) -> float:
    if unicodedata.east_asian_width(char) in _WIDE:
        return 1.04
    if unicodedata.category(char) in {"Mn", "Me", "Cf"}:
        return 0.0
    if char in _NARROW:
        return 0.41
    if char in _BROAD:
        return 1.0
    if char.isupper():
        return 0.79
    return 0.7 if char.isdigit() else 0.64


def _value(value: str | float) -> str:
    if isinstance(value, str):
        return escaped(value)
    return f"{value:.2f}".rstrip("0").rstrip(".")
