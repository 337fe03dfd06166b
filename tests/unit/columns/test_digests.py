"""A digest is of one row alone, and of all of it."""

from __future__ import annotations

from datetime import date
from hashlib import blake2b

import polars as pl
from hypothesis import given
from hypothesis import strategies as st

from graph.columns.digests import digests

ROW = {
    "key": "a",
    "name": "中国",
    "name_en": None,
    "level": 2,
    "from": date(2026, 1, 1),
    "tags": ["x", "y"],
    "illustrative": True,
}
SCHEMA = {
    "key": pl.String,
    "name": pl.String,
    "name_en": pl.String,
    "level": pl.Int32,
    "from": pl.Date,
    "tags": pl.List(pl.String),
    "illustrative": pl.Boolean,
}
ROWS = st.fixed_dictionaries(
    {
        "key": st.text(max_size=3),
        "name_en": st.none() | st.text(max_size=3),
        "level": st.none() | st.integers(1, 3),
        "from": st.none() | st.dates(),
        "tags": st.lists(st.text(max_size=3), max_size=2),
        "illustrative": st.none() | st.booleans(),
    }
)


def one_digest(**other: object) -> str:
    frame = pl.DataFrame([{**ROW, **other}], schema=SCHEMA)
    return digests(frame, [*SCHEMA], "2").item()


def test_a_digest_is_the_same_for_ever() -> None:
    written = "21:a6:中国-1:210:2026-01-012[1:x1:y4:true"

    assert one_digest() == blake2b(written.encode(), digest_size=16).hexdigest()


def test_a_digest_changes_with_anything_in_its_row() -> None:
    others: list[dict[str, object]] = [
        {"key": "b"},
        {"name": "中 国"},
        {"name_en": "-"},
        {"name_en": ""},
        {"level": 3},
        {"level": None},
        {"from": None},
        {"tags": ["xy"]},
        {"tags": ["y", "x"]},
        {"tags": ["x:1y"]},
        {"tags": []},
        {"illustrative": False},
    ]

    assert len({one_digest(), *(one_digest(**other) for other in others)}) == len(others) + 1


@given(st.lists(ROWS, min_size=1, max_size=5))
def test_a_digest_does_not_depend_on_other_rows(rows: list[dict[str, object]]) -> None:
    beside = digests(
        pl.DataFrame([{**ROW, **row} for row in rows], schema=SCHEMA), [*SCHEMA], "2"
    ).to_list()

    assert beside == [one_digest(**row) for row in rows]


def test_no_rows_have_no_digests() -> None:
    assert digests(pl.DataFrame(schema=SCHEMA), [*SCHEMA]).to_list() == []
