"""Rules of columns: what becomes of the values of a table."""

from __future__ import annotations

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seed.documents.fields import KEY
from seed.mappings.cells import values_of
from seed.mappings.documents import CellDocument
from seed.mappings.keys import key_of, keys_of


@pytest.mark.parametrize(
    ("rules", "name", "cells", "values"),
    [
        ({}, "name", ["a", None], ["a", None]),
        ({"default": "x"}, "name", ["a", None], ["a", "x"]),
        ({"extract": "^([A-Z]+)-"}, "name", ["AB-1", "1"], ["AB", None]),
        ({"narrow": True}, "name", ["\uff21\uff22\u3000\uff11"], ["AB 1"]),
        ({"case": "lower"}, "name", ["ÄB"], ["äb"]),
        ({"case": "upper"}, "name", ["äb"], ["ÄB"]),
        ({"split": "|"}, "tags", ["a| b |", None, "|"], ["a;b", None, None]),
        ({"map": {"x": "y"}, "others": "keep"}, "name", ["x", "z"], ["y", "z"]),
        ({"map": {"x": "y"}, "others": "empty"}, "name", ["x", "z"], ["y", None]),
        ({"map": {"a": "1", "b": "2"}, "split": ","}, "tags", ["a,b", "b"], ["1;2", "2"]),
        ({"date": "%d.%m.%Y"}, "name", ["1.2.2024", "2024-02-03"], ["2024-02-01", "2024-02-03"]),
        ({"date": ["%m/%d/%Y", "%Y%m%d"]}, "from", ["2/1/2024", "20240203"], None),
        ({"unknown": ["n.n."]}, "from", ["N.N.", "unknown"], ["unknown", "unknown"]),
        ({"number": "1.234,5"}, "name", ["1.234,5", "-7", "60 %"], ["1234.5", "-7", "60"]),
        ({"number": "1 234,5"}, "name", ["1 234,5", "12\u00a0000"], ["1234.5", "12000"]),
        ({}, "share", ["1,234.5", "+3"], ["1234.5", "3"]),
        ({"key": True, "prefix": "p/"}, "name", ["A B", None], ["p/a-b", None]),
    ],
)
def test_a_rule_changes_values(
    rules: dict[str, object], name: str, cells: list[str | None], values: list[str | None] | None
) -> None:
    cell = CellDocument.model_validate({"column": "C", **rules})
    frame = pl.DataFrame({"C": cells}, schema={"C": pl.String()})

    found = values_of(frame, cell, name, key=False)

    assert found.texts.to_list() == (values or ["2024-02-01", "2024-02-03"])
    assert found.bad == []


@pytest.mark.parametrize(
    ("rules", "name", "value"),
    [
        ({}, "until", "31.12.2024"),
        ({"date": "%d.%m.%Y"}, "until", "30.02.2024"),
        ({}, "share", "1,5"),
        ({"number": "1.234,5"}, "share", "1,234.5"),
        ({}, "fte", "half"),
        ({"map": {"x": "y"}, "default": "z"}, "name", "other"),
        ({"key": True}, "name", "--"),
    ],
)
def test_a_value_that_a_rule_cannot_read_is_left_out_and_told(
    rules: dict[str, object], name: str, value: str
) -> None:
    cell = CellDocument.model_validate({"column": "C", **rules})

    found = values_of(pl.DataFrame({"C": [value]}), cell, name, key=False)

    assert found.texts.to_list() == [None]
    assert [(row, seen["value"]) for row, _, seen in found.bad] == [(0, value)]


def test_several_columns_are_joined_and_empty_ones_left_out() -> None:
    cell = CellDocument.model_validate({"columns": ["A", "B"], "join": "/"})

    found = values_of(pl.DataFrame({"A": ["x", None], "B": ["y", "z"]}), cell, "name", key=False)

    assert found.texts.to_list() == ["x/y", "z"]


@pytest.mark.parametrize(
    ("code", "key"),
    [
        ("ACME Ltd. (HK)", "acme-ltd-hk"),
        ("浙江", "u6d59-u6c5f"),
        ("/quay//cranes/", "quay/cranes"),
        ("a.b_c-d", "a.b_c-d"),
        ("\uff21\uff11", "a1"),
        ("Crème Brûlée", "creme-brulee"),
        ("--", ""),
    ],
)
def test_a_code_has_one_key(code: str, key: str) -> None:
    assert key_of(code) == key


@given(st.lists(st.text(max_size=12)))
def test_keys_of_many_codes_are_those_of_each(codes: list[str]) -> None:
    keys = keys_of(pl.Series(codes, dtype=pl.String())).to_list()

    assert keys == [key_of(code) or None for code in codes]
    assert all(key is None or KEY.fullmatch(key) for key in keys)
