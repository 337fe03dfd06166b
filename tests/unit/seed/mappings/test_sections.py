"""Sections with mappings among the ordinary files of plans, and the reports of what was found."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import jsonschema
import pytest
import yaml
from typer.testing import CliRunner

from seed.commands import commands
from seed.mappings.reports import write_report
from seed.plan_folders import inspected
from seed.schemas import mapping_schema_text
from tests.unit.seed.mappings.tables import TERRITORIES, mapped
from tests.unit.seed.plan_faults import SMALL_PLAN

EXAMPLES = Path(__file__).parents[4] / "seed" / "examples"
MAPPING = """
policies: {missing-parent: warn}
tables:
  - file: units.tsv
    entries:
      - kind: territories
        fields: {key: Code, name: Name, parent: {column: Inside, elsewhere: true}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = shutil.copytree(SMALL_PLAN, tmp_path / "plan")
    (plan / "book" / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (plan / "book" / "units.tsv").write_text(
        "Code\tName\tInside\nXIANGYANG\t襄阳\thubei\n", encoding="utf-8"
    )
    return plan


def test_a_section_holds_mapped_tables_beside_ordinary_files(folder: Path) -> None:
    inspection = inspected(folder)

    assert inspection.problems == ()
    assert inspection.plan is not None
    territories = {str(one.key): one for one in inspection.plan.territories}
    assert territories["xiangyang"].parent == "hubei"
    assert territories["xiangyang"].illustrative
    assert "tibet" in territories


def test_what_a_mapping_brings_is_checked_like_any_entry(folder: Path) -> None:
    (folder / "book" / "units.tsv").write_text(
        "Code\tName\tInside\nX\t\tchina\nY\tY\thubbei\nHUBEI\t湖北\t\n", encoding="utf-8"
    )

    told = [(one.file, one.row, one.field, one.code) for one in inspected(folder).problems]

    assert told == [
        ("book/territories.csv", 3, "key", "duplicate-key"),
        ("book/units.tsv", 2, "name", "missing-field"),
        ("book/units.tsv", 3, "parent", "unknown-key"),
    ]


def test_a_finding_under_error_keeps_the_plan_from_being_loaded(folder: Path) -> None:
    (folder / "book" / "units.tsv").write_text("Code\tName\tInside\nX\tX\tx\n", encoding="utf-8")

    inspection = inspected(folder)

    assert inspection.plan is None
    [problem] = inspection.problems
    assert str(problem) == ("book/units.tsv:2 [Inside] “x” is its own parent → correct the parent")


def test_a_mapping_that_cannot_be_read_hides_no_other_problem(folder: Path) -> None:
    (folder / "book" / "mapping.yaml").write_text("tables: [", encoding="utf-8")
    (folder / "book" / "units.tsv").unlink()

    told = [(one.file, one.code) for one in inspected(folder).problems]

    assert told == [("book/mapping.yaml", "yaml-syntax")]


def test_cells_of_reports_are_run_by_no_spreadsheet(tmp_path: Path) -> None:
    table = "Code,Name,Inside\nA,One,\n=HYPERLINK(A),Two,=CMD()\n"
    section = mapped(tmp_path, TERRITORIES, table, "{default: warn}")

    as_csv, as_json = write_report(section.outcome.findings, tmp_path / "deep" / "report.csv")

    with as_csv.open(encoding="utf-8", newline="") as stream:
        cells = [cell for row in csv.reader(stream) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    [found] = json.loads(as_json.read_text(encoding="utf-8"))["findings"]
    assert found["values"] == {"key": "hyperlink-a", "parent": "=CMD()", "link": "parent"}


def test_the_map_command_writes_nothing_where_something_is_refused(tmp_path: Path) -> None:
    mapped(tmp_path, TERRITORIES, "Code,Name,Inside\nA,One,A\n")

    told = CliRunner().invoke(commands, ["map", str(tmp_path), str(tmp_path / "out")])

    assert told.exit_code == 1
    assert "1 finding in mapped tables: 1 self-parent (error)." in told.output
    assert not (tmp_path / "out").exists()


def test_the_map_command_overwrites_nothing(tmp_path: Path) -> None:
    mapped(tmp_path, TERRITORIES, "Code,Name,Inside\nA,One,\n")

    told = CliRunner().invoke(commands, ["map", str(tmp_path), str(tmp_path)])

    assert told.exit_code == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mapping.yaml", "table.csv"]


def test_the_schema_of_mappings_is_committed_and_true() -> None:
    committed = (EXAMPLES.parent / "mapping.schema.json").read_text(encoding="utf-8")

    assert committed == mapping_schema_text()
    for mapping in EXAMPLES.rglob("mapping*.yaml"):
        jsonschema.validate(yaml.safe_load(mapping.read_text("utf-8")), json.loads(committed))
