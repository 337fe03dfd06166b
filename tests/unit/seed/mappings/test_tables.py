"""Foreign tables in every format are read alike, and refused with their place where damaged."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest
from openpyxl import Workbook

from tests.unit.seed.mappings.tables import TERRITORIES, mapped_files, rows_of

if TYPE_CHECKING:
    from pathlib import Path

DATED = """
- kind: departments
  fields: {key: Code, name: Name, kind: {constant: team}, from: Day}
"""
EXPECTED = [("7", "东区", "2024-02-01"), ("8", "a, b", None)]


def _csv(folder: Path) -> str:
    text = '\ufeffCode,Name,Day\r\n7,东区,2024-02-01\r\n\r\n8,"a, b",-\r\n'
    (folder / "t.csv").write_text(text, encoding="utf-8", newline="")
    return "file: t.csv"


def _tsv(folder: Path) -> str:
    text = "exported\ton\tMonday\nCode\tName\tDay\n7\t东区\t2024-02-01\n8\ta, b\t\n"
    (folder / "t.tsv").write_text(text, encoding="gb18030")
    return "{file: t.tsv, encoding: gb18030, header: 2}"


def _semicolons(folder: Path) -> str:
    text = "Code;Name;Day\n 7 ;\u3000东区;2024-02-01\n8;a, b;n/a\n"
    (folder / "t.txt").write_text(text, encoding="utf-16")
    return '{file: t.txt, encoding: utf-16, separator: ";"}'


def _workbook(folder: Path) -> str:
    book = Workbook()
    book.create_sheet("Units")
    sheet = book["Units"]
    for row in (["Code", "Name", "Day"], [7, "东区", date(2024, 2, 1)], ["8", "a, b"]):
        sheet.append(row)
    book.save(folder / "t.xlsx")
    return "{file: t.xlsx, sheet: Units}"


def _parquet(folder: Path) -> str:
    data = {"Code": [7.0, 8.0], "Name": ["东区", "a, b"], "Day": [date(2024, 2, 1), None]}
    pl.DataFrame(data).write_parquet(folder / "t.parquet")
    return "file: t.parquet"


def _json_lines(folder: Path) -> str:
    text = '{"Code": 7, "Name": "东区", "Day": "2024-02-01"}\n\n{"Name": "a, b", "Code": "8"}\n'
    (folder / "t.jsonl").write_text(text, encoding="utf-8")
    return "file: t.jsonl"


@pytest.mark.parametrize("write", [_csv, _tsv, _semicolons, _workbook, _parquet, _json_lines])
def test_a_table_is_read_in_any_format(write: object, tmp_path: Path) -> None:
    assert callable(write)

    section = mapped_files(tmp_path, f"{write(tmp_path)}".strip(), DATED)

    assert section.problems == []
    assert rows_of(section, "departments", "key", "name", "from") == EXPECTED


def test_rows_are_those_of_the_file_where_cells_hold_line_ends(tmp_path: Path) -> None:
    text = 'Code,Name,Inside\nA,"two\nlines",\nB,Low,Z\n'
    (tmp_path / "t.csv").write_text(text, encoding="utf-8")

    section = mapped_files(tmp_path, "file: t.csv", TERRITORIES)

    [found] = section.outcome.findings
    assert found.row == 4


def test_lists_in_parquet_and_fields_in_json_become_cells(tmp_path: Path) -> None:
    (tmp_path / "t.jsonl").write_text('{"a": {"b": 1}, "c": [true, 2.50]}\n', encoding="utf-8")
    entries = "- kind: customers\n  fields: {key: a.b, name: c, tier: {constant: vip}}\n"

    section = mapped_files(tmp_path, "file: t.jsonl", entries)

    assert rows_of(section, "customers", "key", "name") == [("1", "true;2.50")]


@pytest.mark.parametrize(
    ("name", "content", "row", "code"),
    [
        ("t.csv", b"Code,Name,Inside\nA,B,C,D\n", 2, "too-many-cells"),
        ("t.csv", b"Code,Name,Inside\nA,B\n", 2, "too-few-cells"),
        ("t.csv", b'Code,Name,Inside\nA,"B,C\n', 2, "csv-syntax"),
        ("t.csv", b"Code,Name,Name\n", 1, "column-twice"),
        ("t.csv", b"Code,,Name\n", 1, "column-without-name"),
        ("t.csv", b"\n\n", 1, "no-header"),
        ("t.csv", b"Code,Name,Inside\nA,\xd5\xe3,\n", 0, "not-this-encoding"),
        ("t.csv", b"Code,Name,Inside\nA,B\x00,\n", 2, "control-character"),
        ("t.xlsx", b"PK\x03\x04 cut off", 0, "damaged-workbook"),
        ("t.parquet", b"PAR1 no more", 0, "unreadable"),
        ("t.jsonl", b'{"Code": 1}\n{"Code": \n', 2, "json-syntax"),
        ("t.jsonl", b'{"Code": 1}\n[1]\n', 2, "json-syntax"),
        ("t.jsonl", b'{"Code": [{"a": 1}]}\n', 1, "json-syntax"),
        ("t.docx", b"", 0, "unknown-file"),
    ],
)
def test_a_damaged_table_is_a_problem_with_its_place(
    name: str, content: bytes, row: int, code: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)

    section = mapped_files(tmp_path, f"file: {name}", TERRITORIES, "{default: warn}")

    [problem] = section.problems
    assert (problem.file, problem.row, problem.code) == (name, row, code)
    assert problem.remedy
    assert {kind.file_kind for kind in section.hidden} == {"territories"}


def test_a_table_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    section = mapped_files(tmp_path, "file: none.csv", TERRITORIES)

    assert [(one.file, one.code) for one in section.problems] == [("none.csv", "no-file")]


@pytest.mark.parametrize(
    ("entries", "told"),
    [
        ("- {kind: planets, fields: {key: Code}}", "there is no kind “planets”"),
        ("- {kind: industries, fields: {key: Code}}", "industries need the field “name”"),
        (
            "- {kind: industries, fields: {key: Code, name: Name, ancestor: Inside}}",
            "industries have no field “ancestor” that a column could become",
        ),
        (
            "- {kind: industries, fields: {key: Code, name: Title}}",
            "t.csv has no column “Title”",
        ),
        (
            "- {kind: industries, fields: {key: Code, name: {column: Name, constant: x}}}",
            "it must say one of column, columns and constant",
        ),
        (
            "- {kind: industries, fields: {key: Code, name: {column: Name, extract: '(['}}}",
            "“([” is no regular expression",
        ),
        (
            "- {kind: industries, fields: {key: Code, name: {column: Name, extract: 'x'}}}",
            "“x” has no group",
        ),
        (
            "- {kind: industries, fields: {key: Code, name: Name}, same: [code]}",
            "“code” is neither a field nor compared",
        ),
    ],
)
def test_a_mapping_that_cannot_be_is_told(entries: str, told: str, tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Code,Name,Inside\nA,B,\n", encoding="utf-8")

    section = mapped_files(tmp_path, "file: t.csv", entries)

    assert [problem.what for problem in section.problems] == [told]
    assert all(problem.file == "mapping.yaml" and problem.row for problem in section.problems)


def test_a_policy_of_nothing_that_can_be_found_is_told(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("Code,Name,Inside\nA,B,\n", encoding="utf-8")

    section = mapped_files(tmp_path, "file: t.csv", TERRITORIES, "{cycle: warn, closd: warn}")

    [problem] = section.problems
    assert problem.what == "no finding has the code “closd”"
    assert problem.remedy == "did you mean “closed”?"
