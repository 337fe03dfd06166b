"""Parquet files hold what CSV files hold; what they cannot mean is told."""

from __future__ import annotations

import shutil
from datetime import date, datetime
from pathlib import Path

import polars as pl
import pytest

from seed.plan_folders import inspected
from tests.unit.seed.plan_faults import SMALL_PLAN


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL_PLAN, tmp_path / "plan"))


def as_parquet(folder: Path, *kinds: str) -> None:
    for kind in kinds:
        path = folder / "book" / f"{kind}.csv"
        table = pl.read_csv(path, infer_schema=False)
        if "from" in table.columns:
            table = table.with_columns(pl.col("from", "until").str.to_date())
        if "tags" in table.columns:
            table = table.with_columns(pl.col("tags").str.split(";"))
        table.write_parquet(path.with_suffix(".parquet"))
        path.unlink()


def told(folder: Path, columns: dict[str, object]) -> list[str]:
    (folder / "book" / "holdings.csv").unlink()
    (folder / "book" / "people.csv").unlink()
    pl.DataFrame(columns).write_parquet(folder / "book" / "people.parquet")
    return [str(problem) for problem in inspected(folder).problems]


def test_a_plan_in_parquet_is_the_plan_in_csv(folder: Path) -> None:
    in_csv = inspected(folder).plan
    as_parquet(folder, "customers", "subsidiaries", "people", "posts", "holdings", "coverage")

    inspection = inspected(folder)

    assert inspection.problems == ()
    assert inspection.plan == in_csv


def test_numbers_are_no_keys(folder: Path) -> None:
    assert told(folder, {"key": [1, 2], "name": ["a", "b"]}) == [
        (
            "book/people.parquet [key] the column “key” holds numbers (Int64), not texts"
            " → write the column as text, as a CSV file has it"
        )
    ]


def test_fields_inside_fields_are_no_column(folder: Path) -> None:
    assert told(folder, {"key": ["a"], "name": [{"zh": "甲"}]}) == [
        (
            "book/people.parquet [name] the column “name” holds fields inside fields, not texts"
            " → write the column as text, as a CSV file has it"
        )
    ]


def test_rows_are_counted_from_one(folder: Path) -> None:
    assert told(folder, {"key": ["a", "B"], "name": ["甲", "乙"]}) == [
        (
            "book/people.parquet:2 [key] “B” cannot be a key"
            " → use lower-case letters a-z and digits, joined by single - . _ or /"
        )
    ]


def test_a_text_holds_no_control_characters(folder: Path) -> None:
    assert told(folder, {"key": ["a", "b"], "name": ["甲", "乙\0"]}) == [
        (
            "book/people.parquet:2 [name] there is a character U+0000 that no text has"
            " → remove it; the file may be damaged"
        )
    ]


def test_a_file_that_is_cut_off_is_told(folder: Path) -> None:
    as_parquet(folder, "people")
    path = folder / "book" / "people.parquet"
    path.write_bytes(path.read_bytes()[:-20])

    assert [str(problem) for problem in inspected(folder).problems] == [
        (
            "book/people.parquet this is not a whole Parquet file"
            " → write the file again; it may be damaged, or cut off"
        )
    ]


@pytest.mark.parametrize(
    ("start", "problems"),
    [
        (date(2025, 1, 1), []),
        (datetime(2025, 1, 1), []),  # noqa: DTZ001 - a plan's days know no zone
        (
            datetime(2025, 1, 1, 12),  # noqa: DTZ001
            [
                (
                    "book/holdings.parquet [from]"
                    " the column “from” holds times of the day, not days"
                    " → write the column as text, as a CSV file has it"
                )
            ],
        ),
        (
            20250101,
            [
                (
                    "book/holdings.parquet [from] the column “from” holds numbers (Int64), not days"
                    " → write the column as text, as a CSV file has it"
                )
            ],
        ),
    ],
)
def test_days_may_be_days(folder: Path, start: object, problems: list[str]) -> None:
    (folder / "book" / "holdings.csv").unlink()
    held = {"person": ["li-lei"], "post": ["grid-manager"], "from": [start]}
    pl.DataFrame(held).write_parquet(folder / "book" / "holdings.parquet")

    assert [str(problem) for problem in inspected(folder).problems] == problems
