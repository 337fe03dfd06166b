"""Workbooks are read as their authors mean them, and what is wrong is told by sheet and row."""

from __future__ import annotations

import tracemalloc
from datetime import date, datetime
from typing import TYPE_CHECKING

import pytest

from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    PersonDocument,
    UnitTemplateDocument,
)
from seed.documents.strategies import StrategyDocument, TargetDocument
from seed.reading.archives import LARGEST
from seed.reading.entries import Entries
from seed.reading.workbooks import read_workbook
from tests.unit.seed.workbooks_made import (
    replace_part,
    save_workbook,
    understate,
    write_parts,
    zeros,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from seed.documents.entries import Entry

PEOPLE = [["key", "name"], ["li-lei", "李雷"]]
NO_COLUMNS = frozenset[type["Entry"]]()
SHEET = "xl/worksheets/sheet1.xml"


def _problems(path: Path, entries: Entries | None = None) -> list[str]:
    found = read_workbook(
        path, f"deck/{path.name}", illustrative=False, entries=entries or Entries(NO_COLUMNS)
    )
    return [str(problem) for problem in found]


def _saved(tmp_path: Path, **sheets: Sequence[Sequence[object]]) -> Path:
    return save_workbook(tmp_path / "plan.xlsx", sheets)


def test_values_are_read_as_they_are_meant(tmp_path: Path) -> None:
    path = _saved(
        tmp_path,
        coverage=[
            ["department", "territory", "from", "until"],
            ["north", "hubei", date(2026, 1, 31), datetime(2027, 1, 31)],  # noqa: DTZ001
        ],
        targets=[
            ["key", "name", "indicator", "department", "value", "period"],
            ["first", 2026.0, "revenue", "north", 3.0, 2026],
            ["second", True, "revenue", "north", 0.1, "２０２６"],
        ],
    )
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert problems == []
    [covers] = [found.document for found in entries.of(CoverageDocument)]
    assert (covers.start, covers.until) == (date(2026, 1, 31), date(2027, 1, 31))
    targets = [found.document for found in entries.of(TargetDocument)]
    assert [(each.name, each.value, each.period) for each in targets] == [
        ("2026", "3", "2026"),
        ("true", "0.1", "２０２６"),
    ]


def test_a_number_in_a_day_column_is_told_with_the_day_it_may_mean(tmp_path: Path) -> None:
    path = _saved(
        tmp_path, coverage=[["department", "territory", "from"], ["north", "hubei", 45000]]
    )

    problems = _problems(path)

    assert problems == [
        (
            "deck/plan.xlsx#coverage:2 [from] “45000” is not a day → write 2023-03-15, if this is a"
            " spreadsheet's number for a day; write a day of the calendar as 2026-01-31"
        )
    ]


def test_parts_stand_in_a_sheet_of_their_own_and_their_faults_are_told_there(
    tmp_path: Path,
) -> None:
    path = _saved(
        tmp_path,
        strategies=[
            ["key", "name", "kind"],
            ["grow", "增长", "strategy"],
            ["win", "赢", "strategy"],
        ],
        **{
            "strategies.steps": [
                ["strategy", "ordinal", "name"],
                ["win", 1, "找"],
                ["grow", 2, "谈"],
                ["grow", "two", "签"],
                ["grwo", 4, "交"],
                [None, 5, "付"],
            ]
        },
    )
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert problems == [
        (
            "deck/plan.xlsx#strategies.steps:4 [ordinal] “two” is not a number → write one, without"
            " a unit"
        ),
        (
            "deck/plan.xlsx#strategies.steps:5 [strategy] no entry of strategies here has the key"
            " “grwo” → did you mean “grow”?"
        ),
        (
            "deck/plan.xlsx#strategies.steps:6 [strategy] “strategy” is missing → say what the row"
            " belongs to"
        ),
    ]
    [win] = [found.document for found in entries.of(StrategyDocument)]
    assert [step.name for step in win.steps] == ["找"]


def test_parts_of_parts_that_belong_to_nothing_are_told(tmp_path: Path) -> None:
    path = _saved(
        tmp_path,
        unit_templates=[["key", "name", "kind"], ["branch", "分公司", "branch"]],
        **{
            "unit_templates.departments": [
                ["unit_template", "slot", "name"],
                ["branch", "sales", "销售部"],
            ],
            "unit_templates.posts": [
                ["unit_template", "departments.slot", "slot", "name"],
                ["branch", "sales", "lead", "经理"],
                ["branch", "slaes", "clerk", "职员"],
                ["brunch", "sales", "clerk", "职员"],
            ],
        },
    )
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert [problem.partition("#")[2] for problem in problems] == [
        (
            "unit_templates.posts:3 [departments.slot] “branch” has no departments.slot “slaes” →"
            " correct it, or add it to unit_templates.departments"
        ),
        (
            "unit_templates.posts:4 [unit_template] no entry of unit_templates here has the key"
            " “brunch” → did you mean “branch”?"
        ),
    ]
    [template] = [found.document for found in entries.of(UnitTemplateDocument)]
    assert [post.slot for post in template.departments[0].posts] == ["lead"]


def test_a_sheet_that_is_no_kind_is_told_with_the_kind_it_may_be(tmp_path: Path) -> None:
    path = _saved(tmp_path, Departments=[["key"]], lists=[["x"]], about=[["y"]], people=PEOPLE)

    problems = _problems(path)

    assert problems == [
        (
            "deck/plan.xlsx#Departments no kind of entry is called “Departments” → did you mean"
            " “departments” or “unit_templates.departments”?"
        )
    ]


def test_the_one_sheet_of_a_workbook_named_for_a_kind_may_have_any_name(tmp_path: Path) -> None:
    path = save_workbook(tmp_path / "people.xlsx", {"Sheet1": PEOPLE, "about": [["notes"]]})
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert problems == []
    assert [found.document.key for found in entries.of(PersonDocument)] == ["li-lei"]


def test_columns_are_told_with_their_sheet(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=[["key", "nmae"], ["li-lei", "李雷"]])

    problems = _problems(path)

    assert problems == [
        (
            "deck/plan.xlsx#people:1 [nmae] there is no column “nmae” here → did you mean “name” or"
            " “name_en”?"
        ),
        "deck/plan.xlsx#people:1 [name] the column “name” is missing → add it",
    ]


def test_a_cell_outside_of_the_columns_is_told(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=[["key", "name"], ["li-lei", "李雷", None, "?"]])

    problems = _problems(path)

    assert problems == [
        (
            "deck/plan.xlsx#people:2 “?” stands under no column → name its column in the header, or"
            " remove it"
        )
    ]


def test_an_error_in_a_cell_is_told_and_its_row_is_not_missed(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=[*PEOPLE, ["han", "#REF!"]])
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert problems == [
        (
            "deck/plan.xlsx#people:3 [name] the cell B3 holds the error #REF! → correct its"
            " formula, or write the value"
        )
    ]
    assert [raw.text("key") for raw in entries.raw] == ["li-lei", "han"]


def test_a_formula_is_read_by_its_value_and_told_where_it_has_none(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=[*PEOPLE, ["han", '="韩"&"梅"'], ["lin", "=B2"]])
    formula = '<c r="B3"><f>"韩"&amp;"梅"</f><v />'
    replace_part(path, SHEET, formula.encode(), '<c r="B3" t="str"><f>"韩"</f><v>韩梅</v>'.encode())
    entries = Entries(NO_COLUMNS)

    problems = _problems(path, entries)

    assert problems == [
        (
            "deck/plan.xlsx#people:4 [name] the cell B4 holds a formula that was never calculated →"
            " open the workbook in a spreadsheet and save it, or write the value"
        )
    ]
    assert [found.document.name for found in entries.of(PersonDocument)] == ["李雷", "韩梅"]


def test_a_workbook_cut_off_is_told(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=PEOPLE)
    whole = path.read_bytes()

    for length in range(4, len(whole), len(whole) // 20):
        path.write_bytes(whole[:length])
        assert _problems(path) == [
            (
                "deck/plan.xlsx this workbook is damaged or cut off → copy it again from where it"
                " came from, or save it again from a spreadsheet"
            )
        ]


def test_a_workbook_with_any_byte_changed_is_read_or_told(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=PEOPLE)
    whole = path.read_bytes()
    outcomes = set[bool]()

    for place in range(0, len(whole), 37):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 0x55]) + whole[place + 1 :])
        entries = Entries(NO_COLUMNS)
        problems = _problems(path, entries)
        outcomes.add(bool(problems))
        assert problems or [found.document.name for found in entries.of(PersonDocument)] == ["李雷"]

    assert outcomes == {True, False}


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"key,name\nli-lei,x\n", "this is no workbook: it does not begin as one"),
        (b"", "this is no workbook: it does not begin as one"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            "this is a workbook of the old kind (.xls), whatever its name says",
        ),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
            + bytes(600)
            + "EncryptedPackage".encode("utf-16-le"),
            "this workbook has a password",
        ),
    ],
    ids=["text", "nothing", "xls", "password"],
)
def test_what_is_no_workbook_is_told(content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(content)

    [problem] = _problems(path)

    assert told in problem


def test_a_workbook_with_macros_is_told(tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    write_parts(path, {"xl/workbook.xml": b"<workbook/>", "xl/vbaProject.bin": b"Sub Auto_Open()"})

    problems = _problems(path)

    assert problems == [
        (
            "deck/plan.xlsx this workbook has macros → save it as “Excel workbook (.xlsx)”, which"
            " has none"
        )
    ]


@pytest.mark.parametrize("declared", [True, False], ids=["declared", "understated"])
def test_a_zip_bomb_is_told_and_takes_little_memory(declared: bool, tmp_path: Path) -> None:
    path = tmp_path / "plan.xlsx"
    path.write_bytes(zeros(2 * LARGEST if declared else LARGEST // 4))
    if not declared:
        understate(path, "xl/workbook.xml")
    tracemalloc.start()

    [problem] = _problems(path)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "it says that it holds 1,024 MB" in problem if declared else "times its own" in problem
    assert most < 20_000_000


def test_a_cell_far_away_does_not_take_the_memory_of_all_between(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=PEOPLE)
    replace_part(path, SHEET, b'<row r="2"><c r="A2"', b'<row r="1048576"><c r="XFD1048576"')

    [problem] = _problems(path)

    assert "its cells go as far as XFD1048576" in problem


def test_entities_in_a_workbook_are_refused(tmp_path: Path) -> None:
    path = _saved(tmp_path, people=PEOPLE)
    bomb = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><worksheet'
    replace_part(path, SHEET, b"<worksheet", bomb)

    [problem] = _problems(path)

    assert "its XML declares entities" in problem


def test_a_workbook_that_cannot_be_read_hides_what_it_may_hold(tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    path.write_bytes(b"PK\x03\x04")
    entries = Entries(NO_COLUMNS)

    _problems(path, entries)

    assert entries.hidden == {PersonDocument}
    assert DepartmentDocument not in entries.hidden
