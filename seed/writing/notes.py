"""What a column means, in words for the people who fill it in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.documents.kinds import ENTRIES
from seed.reading.shapes import ValueType

if TYPE_CHECKING:
    from pydantic import BaseModel

    from seed.reading.columns import Layout
    from seed.reading.shapes import FieldShape

_EXAMPLES = {
    ValueType.DAY: "A day as 2026-01-31.",
    ValueType.WHOLE: "A whole number.",
    ValueType.NUMBER: "A number as 20 or 2.5, without a unit.",
    ValueType.YES_NO: "true or false.",
}
_FILES = {kind.namespace: kind.file_kind for kind in ENTRIES if kind.namespace}


def meaning_of(document: type[BaseModel]) -> str:
    """Return what one entry, or part of one, is."""
    return " ".join((document.__doc__ or "").split())


def owner_note(layout: Layout, owner: str) -> str:
    """Return the note on a column that names what a row belongs to."""
    kind = layout.kind.file_kind
    if owner == layout.owners[0]:
        return f"Required. The key of the entry in {kind} that this row belongs to."
    return f"Required. Which of {kind}.{owner.rpartition('.')[0]} this row belongs to."


def note_on(shape: FieldShape, *, required: bool) -> str:
    """Return the note on a field: whether it must be filled in, its meaning, and its values."""
    sentences = [
        "Required." if required else "",
        shape.description or _fallback(shape.name),
        _values(shape),
    ]
    return " ".join(sentence for sentence in sentences if sentence)


def sheets_referred_to(shape: FieldShape) -> tuple[str, ...]:
    """Return the kinds among whose keys the values of a field are."""
    return tuple(_FILES[each] for each in shape.refers_to if each in _FILES)


def _fallback(name: str) -> str:
    if name == "key":
        return "Its own key: lower-case letters and digits, joined by single - . _ or /."
    return ""


def _values(shape: FieldShape) -> str:
    if shape.words:
        words = ", ".join(shape.words)
        return f"Any of {words}; separated by ;" if shape.many else f"One of {words}."
    if shape.refers_to and not shape.stakes:
        whose = " or ".join(_FILES.get(each, f"{each}s") for each in shape.refers_to)
        return f"Keys from {whose}, separated by ;" if shape.many else f"A key from {whose}."
    if shape.many:
        return "Separated by ;"
    return _EXAMPLES.get(shape.values, "")
