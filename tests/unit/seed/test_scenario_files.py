"""Scenario files: read whole, or refused with every problem, its line and what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from graph.errors import ModelError
from graph.model.vocabularies import Function
from graph.reorganization.scenarios import OPERATIONS, Scenario
from seed.reorganizing.files import read_scenario
from seed.schemas import scenario_schema_text
from tests.conftest import SCENARIOS

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "key: a\nname: 甲\nauthor: Li Lei\neffective: 2026-07-01\noperations:\n"


def _problems(folder: Path, text: str) -> list[str]:
    path = folder / "scenario.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError) as refused:
        read_scenario(path)
    return [str(problem) for problem in refused.value.problems]


def test_the_committed_schema_is_that_of_the_code() -> None:
    committed = (SCENARIOS.parent / "scenario.schema.json").read_text(encoding="utf-8")

    assert committed == scenario_schema_text()


@pytest.mark.parametrize("name", ["merge-regions", "open-questions", "split-region"])
def test_the_examples_say_the_same_as_json(name: str, tmp_path: Path) -> None:
    scenario = read_scenario(SCENARIOS / f"{name}.yaml")
    path = tmp_path / "scenario.json"
    path.write_text(scenario.model_dump_json(by_alias=True), encoding="utf-8")

    assert read_scenario(path) == scenario


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    text = HEAD.replace("2026-07-01", "2026/7/1") + (
        "  - op: merge-department\n"
        "    into: b\n"
        "  - op: rename-department\n"
        "    department: c\n"
        "    nmae: 新名\n"
        "  - departments: [d]\n"
    )

    assert _problems(tmp_path, text) == [
        "scenario.yaml:4 [effective] “2026/7/1” is not a day → write 2026-07-01",
        (
            "scenario.yaml:6 [operations[1].op] “merge-department” is no operation → did you mean"
            " “merge-departments” or “move-department” or “change-department”?"
        ),
        "scenario.yaml:8 [operations[2].name] “name” is missing → add it",
        (
            "scenario.yaml:10 [operations[2].nmae] there is no field “nmae” here → did you mean"
            " “name” or “name_en”?"
        ),
        "scenario.yaml:11 [operations[3].op] “op” is missing → say what is done",
    ]


def test_capacities_are_whole_numbers_by_known_functions(tmp_path: Path) -> None:
    head = HEAD.removesuffix("operations:\n")
    path = tmp_path / "good.yaml"
    path.write_text(f"{head}capacities: {{sales: 40, sales-support: 1}}\n", encoding="utf-8")
    text = head + (
        "capacities:\n"
        "  slaes: 40\n"
        "  sales: 0\n"
        "  presales: 4.5\n"
        "  marketing: many\n"
        "  partner:\n"
        "  delivery: 1000000000\n"
    )
    known = "sales, relationship, delivery, presales, sales-support, marketing, implementation,"
    wrong = (
        "it is no number of accounts that one person can serve → write a whole number from 1 to"
        " 999999999, without a unit"
    )

    assert read_scenario(path).capacities == {Function.SALES: 40, Function.SALES_SUPPORT: 1}
    assert _problems(tmp_path, text) == [
        (
            f"scenario.yaml:6 [capacities.slaes] “slaes” is none of: {known} partner → did you mean"
            " “sales” or “presales” or “sales-support”?"
        ),
        f"scenario.yaml:7 [capacities.sales] {wrong}",
        f"scenario.yaml:8 [capacities.presales] {wrong}",
        f"scenario.yaml:9 [capacities.marketing] {wrong}",
        f"scenario.yaml:10 [capacities.partner] {wrong}",
        f"scenario.yaml:11 [capacities.delivery] {wrong}",
    ]
    assert _problems(tmp_path, f"{head}capacities: [40]\n") == [
        "scenario.yaml:5 [capacities] a list stands where fields are meant → write name: value"
    ]


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="check the path"):
        read_scenario(tmp_path / "none.yaml")


def test_every_operation_has_a_name_of_its_own() -> None:
    assert len(OPERATIONS) == 24
    assert {kind.model_fields["op"].default for kind in OPERATIONS.values()} == {*OPERATIONS}


def test_a_scenario_that_is_written_out_reads_the_same() -> None:
    scenario = read_scenario(SCENARIOS / "open-questions.yaml")

    assert Scenario.model_validate_json(scenario.model_dump_json(by_alias=True)) == scenario
