"""Whatever documents may say, tables, workbooks and CSV files say it too, and give it back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.documents.fields import text_of_list, texts_of
from seed.documents.formulas import all_harmless, harmless, is_formula, plain
from seed.documents.kinds import ENTRIES
from seed.reading.columns import layouts, layouts_of
from seed.reading.entries import Entries
from seed.reading.files import read_file
from seed.reading.folders import reading_of
from seed.reading.workbooks import read_workbook
from seed.writing.csv_files import csv_text
from seed.writing.flattening import fields_of, tables_of
from seed.writing.workbooks import write_workbook
from tests.unit.seed.entries_drawn import TEXTS, entries_of
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from seed.documents.entries import Entry
    from seed.writing.flattening import FlatTable

DECK_PLAN = Path(__file__).parents[3] / "seed/plans/organization-and-plan"
Documents = dict[type["Entry"], list["Entry"]]
NO_COLUMNS = frozenset[type["Entry"]]()
OFTEN = settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
KINDS = pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.file_kind)


def _documents(entries: Entries) -> Documents:
    return {kind: [found.document for found in entries.of(kind)] for kind in ENTRIES}


def _tables(documents: Documents) -> list[FlatTable]:
    return [
        table
        for kind, found in documents.items()
        for table in tables_of(kind, [fields_of(each) for each in found])
    ]


def _through_a_workbook(documents: Documents, folder: Path) -> Documents:
    entries, path = Entries(NO_COLUMNS), folder / "plan.xlsx"
    write_workbook(path, _tables(documents))
    assert read_workbook(path, "plan.xlsx", illustrative=False, entries=entries) == []
    return _documents(entries)


def _through_csv_files(documents: Documents, folder: Path) -> Documents:
    entries = Entries(NO_COLUMNS)
    for table in _tables(documents):
        path = folder / f"{table.layout.name}.csv"
        path.write_text(csv_text(table), encoding="utf-8", newline="")
    for kind in documents:
        path = folder / f"{kind.file_kind}.csv"
        assert read_file(path, path.name, kind, illustrative=False, entries=entries) == []
    return _documents(entries)


@KINDS
@OFTEN
@given(st.data())
def test_any_entries_are_the_same_after_a_workbook(kind: type[Entry], data: st.DataObject) -> None:
    documents = {kind: [kind.model_validate(each) for each in data.draw(entries_of(kind))]}

    with tempfile.TemporaryDirectory() as folder:
        read = _through_a_workbook(documents, Path(folder))

    assert read[kind] == documents[kind]


@KINDS
@OFTEN
@given(st.data())
def test_any_entries_are_the_same_after_csv_files(kind: type[Entry], data: st.DataObject) -> None:
    documents = {kind: [kind.model_validate(each) for each in data.draw(entries_of(kind))]}

    with tempfile.TemporaryDirectory() as folder:
        read = _through_csv_files(documents, Path(folder))

    assert read[kind] == documents[kind]


@pytest.mark.parametrize("plan", [SMALL_PLAN, DECK_PLAN], ids=lambda plan: plan.name)
def test_a_whole_plan_is_the_same_after_a_workbook(plan: Path, tmp_path: Path) -> None:
    documents = _documents(reading_of(plan, NO_COLUMNS).entries)

    read = _through_a_workbook(documents, tmp_path)

    assert read == documents


@KINDS
def test_every_kind_fits_into_tables_with_names_that_sheets_may_have(kind: type[Entry]) -> None:
    names = [layout.name for layout in layouts_of(kind)]

    assert names[0] == kind.file_kind
    assert len({*names}) == len(names)
    assert all(len(name) <= 31 for name in names)


def test_lists_of_parts_have_tables_of_their_own() -> None:
    steps = layouts()["strategies.steps"]

    assert steps.header == (
        "strategy",
        "name",
        "name_en",
        "ordinal",
        "condition",
        "sources",
    )
    assert steps.required == ("strategy", "name", "ordinal")


def test_parts_of_parts_say_which_part_of_which_entry_they_belong_to() -> None:
    posts = layouts()["unit_templates.posts"]

    assert posts.owners == ("unit_template", "departments.slot")
    assert posts.header[2:5] == ("name", "name_en", "slot")


def test_fields_inside_fields_are_columns_with_a_dot() -> None:
    header = layouts()["rules"].header

    assert header[:3] == ("key", "name", "name_en")
    assert {"when.tiers", "assign.department"} < {*header}


@given(st.lists(TEXTS))
def test_a_list_in_a_cell_is_read_as_it_was(values: list[str]) -> None:
    assert texts_of(text_of_list(values)) == tuple(values)


@given(st.text())
def test_no_spreadsheet_runs_a_cell_and_reading_gives_the_text_back(text: str) -> None:
    cell = harmless(text)

    assert not is_formula(cell)
    assert plain(cell) == text
    assert pl.select(all_harmless(pl.lit(text))).item() == cell


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+cmd", "'+cmd"),
        ("-cmd", "'-cmd"),
        ("@sum", "'@sum"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("\uff1d1", "'\uff1d1"),
        ("'=x", "''=x"),
        ("'tis", "'tis"),
        ("-5", "-5"),
        ("3+", "3+"),
    ],
)
def test_texts_like_formulas_get_an_apostrophe(text: str, cell: str) -> None:
    assert harmless(text) == cell
    assert pl.select(all_harmless(pl.lit(text))).item() == cell
