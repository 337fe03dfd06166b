"""The worked examples of mappings: their reports list what was planted, all of it and only it."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from seed.commands import commands
from seed.plan_folders import read_plan

if TYPE_CHECKING:
    from graph.model.plans import Plan

EXAMPLES = Path(__file__).parents[3] / "seed" / "examples"
PLANTED = {
    "corporate-hierarchy": [
        ("companies/companies.csv", 5, "Parent ID", "one-sided-link", "warn"),
        ("companies/companies.csv", 5, "Parent ID", "several-parents", "warn"),
        ("companies/companies.csv", 6, "Held since", "unknown-parent-date", "warn"),
        ("companies/companies.csv", 7, "Closed", "closed", "warn"),
        ("companies/companies.csv", 9, "ID", "differs-by-case", "warn"),
        ("companies/companies.csv", 11, "Founded", "bad-value", "warn"),
        ("companies/companies.csv", 11, "Parent ID", "one-sided-link", "warn"),
        ("companies/companies.csv", 12, "Registration", "duplicate", "warn"),
        ("companies/companies.csv", 13, "Parent ID", "missing-parent", "skip-row"),
        ("companies/companies.csv", 16, "ID", "repeated-row", "skip-row"),
        ("companies/companies.csv", 17, "Industry", "unmapped-value", "warn"),
        ("companies/companies.csv", 18, "Parent ID", "cycle", "warn"),
        ("companies/companies.csv", 20, "Parent ID", "self-parent", "warn"),
        ("companies/companies.csv", 21, "Closed", "closed", "warn"),
        ("companies/companies.csv", 21, "Successor", "missing-successor", "warn"),
        ("companies/companies.csv", 23, "Name", "duplicate", "warn"),
        ("market/territories.tsv", 8, "Code", "differs-by-case", "warn"),
        ("market/territories.tsv", 10, "Inside", "missing-parent", "skip-row"),
    ],
    "organization-chart": [
        ("chart/posts.csv", 4, "FTE", "job-share", "warn"),
        ("chart/posts.csv", 6, "Staff no.", "vacant-post", "warn"),
        ("chart/posts.csv", 7, "Status", "acting-holder", "warn"),
        ("chart/posts.csv", 7, "Unit", "differs-by-case", "warn"),
        ("chart/posts.csv", 9, "Unit", "post-in-two-units", "warn"),
        ("chart/posts.csv", 10, "Reports to", "missing-parent", "warn"),
        ("chart/posts.csv", 11, "Reports to", "cycle", "warn"),
        ("chart/posts.csv", 14, "Reports to", "self-parent", "skip-row"),
    ],
    "ownership-file": [
        ("owners/owners.jsonl", 3, "owner.team", "differs-by-case", "warn"),
        ("owners/owners.jsonl", 5, "owner.team", "conflicting-values", "warn"),
        ("owners/owners.jsonl", 5, "why", "conflicting-values", "warn"),
        ("owners/owners.jsonl", 7, "path", "repeated-row", "skip-row"),
        ("owners/owners.jsonl", 8, "path", "missing-parent", "warn"),
        ("owners/owners.jsonl", 9, "since", "bad-value", "warn"),
        ("owners/owners.jsonl", 10, "path", "missing-key", "skip-row"),
    ],
}
"""What is wrong in the tables on purpose, as docs/mappings.md tells it."""


@pytest.mark.parametrize("example", PLANTED)
def test_the_report_of_an_example_lists_what_was_planted(example: str, tmp_path: Path) -> None:
    report = tmp_path / "report"

    told = CliRunner().invoke(
        commands, ["validate", str(EXAMPLES / example), "--report", str(report)]
    )

    assert told.exit_code == 0, told.output
    assert f"Report: {report}.csv and {report}.json" in told.output
    listed = json.loads(Path(f"{report}.json").read_text(encoding="utf-8"))["findings"]
    as_json = [tuple(one[name] for name in _PLACE) for one in listed]
    with Path(f"{report}.csv").open(encoding="utf-8", newline="") as stream:
        rows = [
            tuple(int(row[name]) if name == "row" else row[name] for name in _PLACE)
            for row in csv.DictReader(stream)
        ]
    assert as_json == sorted(PLANTED[example])
    assert rows == as_json


_PLACE = ("file", "row", "column", "code", "policy")


@pytest.fixture(scope="module")
def hierarchy() -> Plan:
    return read_plan(EXAMPLES / "corporate-hierarchy")


def test_a_corporate_hierarchy_becomes_groups_and_subsidiaries(hierarchy: Plan) -> None:
    groups = {group.key for group in hierarchy.customers}
    units = {
        str(unit.key): (unit.customer, unit.parent, unit.level) for unit in hierarchy.subsidiaries
    }

    assert groups == {"n-1", "t-1", "t-4", "t-6"}
    assert units["n-10"] == ("n-1", None, 2)
    assert units["n-102"] == ("n-1", "n-10", 3)
    assert units["t-7"] == ("t-1", "t-2", 3)
    assert "n-104" not in units


def test_one_entity_under_several_codes_is_found_by_each(hierarchy: Plan) -> None:
    aliases = {unit.key: unit.aliases for unit in hierarchy.subsidiaries if unit.aliases}

    assert aliases == {"n-102": ("N-777",), "t-8": ("T-9",)}


def test_the_map_command_writes_a_section_that_says_the_same(
    hierarchy: Plan, tmp_path: Path
) -> None:
    plan = tmp_path / "plan"
    plan.mkdir()
    text = (EXAMPLES / "corporate-hierarchy" / "plan.yaml").read_text(encoding="utf-8")
    (plan / "plan.yaml").write_text(text, encoding="utf-8")
    for section in ("market", "companies"):
        mapped = EXAMPLES / "corporate-hierarchy" / section
        told = CliRunner().invoke(commands, ["map", str(mapped), str(plan / section)])
        assert told.exit_code == 0, told.output
    industries = EXAMPLES / "corporate-hierarchy" / "market" / "industries.csv"
    (plan / "market" / "industries.csv").write_bytes(industries.read_bytes())

    assert read_plan(plan) == hierarchy
