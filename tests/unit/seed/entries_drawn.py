"""Entries of every kind, drawn at random from the documents that read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from hypothesis import strategies as st

from seed.reading.places import Raw
from seed.reading.shapes import ValueType, field_shapes

if TYPE_CHECKING:
    from pydantic import BaseModel

    from seed.documents.entries import Entry
    from seed.reading.shapes import FieldShape

KEYS = st.lists(st.text("abz019", min_size=1, max_size=4), min_size=1, max_size=3).flatmap(
    lambda words: st.sampled_from("._-/").map(lambda join: join.join(words))
)
TEXTS = st.text(
    st.one_of(
        st.sampled_from("=+-@\uff1d'\";,\\\uff1b\n\t_x0041_ 中\u200b\u202e\u200d😀א#%"),
        st.characters(exclude_categories=["Cs", "Cc"]),
    ),
    min_size=1,
    max_size=12,
).map(lambda text: text.strip() or "?")
TYPES = {
    ValueType.DAY: st.dates().map(str),
    ValueType.WHOLE: st.integers(1, 10**9).map(str),
    ValueType.YES_NO: st.sampled_from(["true", "false"]),
}
SPECIAL: dict[str, st.SearchStrategy[str]] = {
    "level": st.sampled_from(["2", "2-3", "3+"]),
    "value": st.sampled_from(["20", "2.50", "20?", "?"]),
    "percent": st.sampled_from(["50", "33.3333333333333333", "33.333333333333333333", "0.1"]),
    "share": st.sampled_from(["0", "51.00", "100"]),
    "fte": st.sampled_from(["0.5", "1", "2.25"]),
    "other_parents": st.sampled_from(
        ["a=30", "b", "c/d=0.5@2020-01-31/..", "e@unknown/2021-01-01"]
    ),
    "slot": KEYS,
    "key": KEYS,
}


def entries_of(kind: type[Entry]) -> st.SearchStrategy[list[dict[str, Raw]]]:
    """Return lists of entries of a kind, no two with the same key, nor two with a slot in one."""
    entries = st.lists(_fields(kind), max_size=3)
    return entries.map(
        lambda drawn: [*{str(each.get("key", each)): each for each in drawn}.values()]
    )


def _fields(document: type[BaseModel]) -> st.SearchStrategy[dict[str, Raw]]:
    shapes = field_shapes(document)
    needed = {name: _values(shape) for name, shape in shapes.items() if shape.required}
    others = {name: _values(shape) for name, shape in shapes.items() if not shape.required}
    return st.fixed_dictionaries(needed, optional=others)


def _values(shape: FieldShape) -> st.SearchStrategy[Raw]:
    least = 1 if shape.required else 0
    if shape.nested:
        inner = _fields(shape.nested)
        if shape.many:
            apart = _slot_of if "slot" in field_shapes(shape.nested) else None
            several = st.lists(inner, min_size=least, max_size=3, unique_by=apart)
            return several.map(list[Raw])
        return cast("st.SearchStrategy[Raw]", inner)
    one = cast("st.SearchStrategy[Raw]", _texts(shape))
    return st.lists(one, min_size=least, max_size=3).map(list[Raw]) if shape.many else one


def _slot_of(fields: dict[str, Raw]) -> str:
    return str(fields["slot"])


def _texts(shape: FieldShape) -> st.SearchStrategy[str]:
    if shape.words:
        return st.sampled_from(shape.words)
    return SPECIAL.get(shape.name, TYPES.get(shape.values, TEXTS))
