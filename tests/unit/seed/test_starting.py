"""A new plan is valid, explains every field, and can be filled in at once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import pytest
import yaml
from openpyxl import load_workbook

from graph.errors import ModelError
from seed.documents.kinds import BY_FILE, ENTRIES
from seed.plan_folders import inspected
from seed.reading.columns import layouts
from seed.reading.shapes import field_shapes
from seed.starting import Format, start_plan

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl.workbook import Workbook
    from pydantic import BaseModel

    from seed.documents.entries import Entry

KINDS = pytest.mark.parametrize("kind", ENTRIES, ids=lambda kind: kind.file_kind)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("new") / "Our plan"
    start_plan(path, [*Format])
    return path


@pytest.fixture(scope="module")
def book(folder: Path) -> Workbook:
    return load_workbook(folder / "entries/plan.xlsx")


@pytest.mark.parametrize("formats", [[Format.YAML], [Format.CSV], [Format.XLSX], [*Format]])
def test_a_new_plan_is_valid(formats: list[Format], tmp_path: Path) -> None:
    start_plan(tmp_path / "plan", formats)

    inspection = inspected(tmp_path / "plan")

    assert inspection.problems == ()
    assert inspection.plan is not None
    assert inspection.plan.key == "plan"


def test_its_key_is_made_from_the_folder_where_that_can_be_one(
    folder: Path, tmp_path: Path
) -> None:
    start_plan(tmp_path / "组织", [Format.YAML])

    named, unnamed = inspected(folder).plan, inspected(tmp_path / "组织").plan

    assert named is not None
    assert unnamed is not None
    assert (named.key, named.name) == ("our-plan", "Our plan")
    assert (unnamed.key, unnamed.name) == ("plan", "组织")


def test_nothing_is_overwritten_and_nothing_written_where_one_file_is_there(tmp_path: Path) -> None:
    (tmp_path / "entries").mkdir()
    (tmp_path / "entries/rules.yaml").write_text("mine", encoding="utf-8")

    with pytest.raises(ModelError) as refused:
        start_plan(tmp_path, [Format.YAML, Format.XLSX])

    assert [problem.file for problem in refused.value.problems] == [
        str(tmp_path / "entries/rules.yaml")
    ]
    assert [path.name for path in tmp_path.rglob("*.*")] == ["rules.yaml"]
    assert (tmp_path / "entries/rules.yaml").read_text(encoding="utf-8") == "mine"


@KINDS
def test_each_yaml_file_shows_every_field_with_its_meaning(kind: type[Entry], folder: Path) -> None:
    text = (folder / f"entries/{kind.file_kind}.yaml").read_text(encoding="utf-8")
    example = re.sub("^# ?", "", text.partition("#\n# - ")[2], flags=re.MULTILINE)

    [entry] = cast("list[dict[str, object]]", yaml.safe_load(f"- {example}"))

    assert _names(entry) == _fields(kind)
    for line in example.splitlines():
        assert re.search("  # [A-Za-z0-9].*[.;a-z0-9]$", line), line


def _names(value: object) -> object:
    if isinstance(value, dict):
        fields = cast("dict[str, object]", value)
        return {name: _names(inner) for name, inner in fields.items()}
    items = cast("list[object]", value) if isinstance(value, list) else []
    inner = items[0] if items else None
    return None if inner is None or isinstance(inner, str) else _names(inner)


def _fields(document: type[BaseModel]) -> dict[str, object]:
    return {
        name: _fields(shape.nested) if shape.nested else None
        for name, shape in field_shapes(document).items()
    }


@KINDS
def test_each_csv_file_names_the_columns_that_the_page_explains(
    kind: type[Entry], folder: Path
) -> None:
    header = (folder / f"entries/{kind.file_kind}.csv").read_text(encoding="utf-8").strip()
    page = (folder / "entries/columns.md").read_text(encoding="utf-8")

    section = page.partition(f"## {kind.file_kind}.csv\n")[2].partition("\n## ")[0]

    assert re.findall(r"\| `([\w.]+)` \| \S", section) == header.split(",")


def test_the_workbook_has_a_sheet_for_each_table(book: Workbook) -> None:
    assert book.sheetnames == ["about", *layouts(), "lists"]
    assert {kind.partition(".")[0] for kind in layouts()} == {*BY_FILE}


@pytest.mark.parametrize("name", layouts())
def test_each_sheet_keeps_its_header_in_sight_and_has_notes_on_the_columns(
    name: str, book: Workbook
) -> None:
    sheet = book[name]
    header = sheet[1]

    assert [cell.value for cell in header] == [*layouts()[name].header]
    assert sheet.freeze_panes == ("C2" if len(layouts()[name].owners) > 1 else "B2")
    notes = [cell.comment.text if cell.comment else "" for cell in header]
    assert all(len(note) > 10 for note in notes)
    assert [note.startswith("Required.") for note in notes] == [
        column in layouts()[name].required for column in layouts()[name].header
    ]
    bold = [cell.font.b is True for cell in header]  # pyright: ignore[reportUnknownMemberType]
    assert bold == [note.startswith("Required.") for note in notes]


def _drop_downs(book: Workbook, name: str) -> dict[str, tuple[str, bool]]:
    sheet, header = book[name], layouts()[name].header
    return {
        header[next(iter(each.sqref.ranges)).min_col - 1]: (
            each.formula1,
            bool(each.showErrorMessage),
        )
        for each in sheet.data_validations.dataValidation
    }


@pytest.mark.parametrize("name", layouts())
def test_every_enumeration_has_a_drop_down_of_its_words(name: str, book: Workbook) -> None:
    offered = _drop_downs(book, name)

    for column in layouts()[name].columns:
        if column.shape.words:
            source, strict = offered[column.name]
            area = book["lists"][source.removeprefix("lists!").replace("$", "")]
            assert tuple(cell.value for [cell] in area) == column.shape.words
            assert strict is not column.shape.many


def test_references_have_a_drop_down_of_the_keys_on_the_other_sheet(book: Workbook) -> None:
    offered = _drop_downs(book, "departments")

    assert offered["parent"] == (
        "OFFSET(departments!$A$2,0,0,MAX(COUNTA(departments!$A:$A)-1,1),1)",
        False,
    )
    assert "name" not in offered


def test_columns_of_days_and_keys_are_made_for_them(book: Workbook) -> None:
    header = layouts()["departments"].header

    formats = {
        name: group.number_format
        for group in book["departments"].column_dimensions.values()
        for name in header[(group.min or 1) - 1 : group.max]
    }

    assert formats["key"] == "@"
    assert formats["from"] == formats["until"] == "yyyy-mm-dd"


def test_a_workbook_that_was_filled_in_is_loaded(folder: Path, tmp_path: Path) -> None:
    start_plan(tmp_path / "plan", [Format.XLSX])
    path = tmp_path / "plan/entries/plan.xlsx"
    book = load_workbook(path)
    for sheet, row in (
        (
            "departments",
            {"key": "hq", "name": "总部", "kind": "headquarters", "functions": "sales"},
        ),
        ("customers", {"key": "grid", "name": "电网", "tier": "vip"}),
        (
            "rules",
            {
                "key": "vip",
                "name": "VIP",
                "function": "sales",
                "role": "owner",
                "when.tiers": "vip;strategic",
                "assign.department": "hq",
                "priority": 3,
            },
        ),
        ("strategies", {"key": "grow", "name": "增长", "kind": "strategy"}),
        ("strategies.steps", {"strategy": "grow", "ordinal": 1, "name": "找"}),
    ):
        header = [cell.value for cell in book[sheet][1]]
        book[sheet].append([row.get(str(name)) for name in header])
    book.save(path)

    inspection = inspected(tmp_path / "plan")

    assert inspection.problems == ()
    assert inspection.plan is not None
    [rule] = inspection.plan.rules
    assert (rule.key, rule.priority) == ("vip", 3)
    assert [step.name for step in inspection.plan.steps] == ["找"]
