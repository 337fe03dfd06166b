"""`orgatlas scenario impact --report` and `handover`, from the graph: as from the plan in files."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from graph.ownership.phrases import ZH
from graph.reorganization.reports.labels import Names
from graph.reorganization.reports.markdown_texts import markdown_text
from graph.reorganization.reports.reports import handover_report
from graph.reorganization.reports.tellings import Limits, counted
from tests.programs import orgatlas
from tests.unit.reorganization.examples import SCENARIOS, base_of, example

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.server.connections import Connection

MERGE = str(SCENARIOS / "merge-regions.yaml")
GIVING = "northeast-region/presales"


async def _run(connection: Connection, *arguments: str) -> subprocess.CompletedProcess[str]:
    return await asyncio.to_thread(orgatlas, connection, "scenario", *arguments)


def _files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


@pytest.mark.usefixtures("real_graph")
async def test_every_form_of_a_report_is_written_from_the_graph(
    connection: Connection, tmp_path: Path
) -> None:
    files = {form: tmp_path / f"impact.{form}" for form in ("html", "md", "xlsx", "json")}

    for file in files.values():
        done = await _run(connection, "impact", MERGE, "--report", str(file), "--language", "en")
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"Wrote what merge-north-and-northeast would do to {file}.\n"

    page = files["html"].read_text()
    assert page.count("<svg") >= 4
    assert "Zhonglian Grid Jilin Company" in page
    assert "Northeast presales consultant" in page
    assert "# The Northeast region becomes part of the North" in files["md"].read_text()
    told = json.loads(files["json"].read_text())
    assert told["ownership"]["accounts"] == 17
    assert len(told["handover"]) == 68
    assert {row["name"] for row in told["handover"]} >= {"中联电网吉林公司"}
    assert "handover" in openpyxl.load_workbook(files["xlsx"]).sheetnames
    assert _files(tmp_path) == sorted(files.values())


@pytest.mark.usefixtures("real_graph")
async def test_a_handover_list_is_the_same_from_the_graph_and_from_the_plan(
    connection: Connection, real_plan: Plan, tmp_path: Path
) -> None:
    found = example(base_of(real_plan), "merge-regions")
    details = counted(found, Limits(changes=0), only=GIVING)
    file = tmp_path / "list.md"

    done = await _run(
        *(connection, "handover", MERGE, "--department", GIVING, "--report", str(file))
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert file.read_text() == markdown_text(handover_report(details, Names(found), ZH))


@pytest.mark.usefixtures("real_graph")
async def test_handovers_are_shown_and_told_as_json(connection: Connection) -> None:
    counts = await _run(connection, "handover", MERGE)
    one = await _run(connection, "handover", MERGE, "--department", GIVING, "--language", "en")
    told = await _run(connection, "handover", MERGE, "--json")

    assert "东北大区 售前支持部 Northeast Region Presales Support" in counts.stdout
    assert "Gives 6 and takes 0 functions of accounts, from 2026-07-01." in one.stdout
    assert "Northeast presales consultant" in one.stdout
    departments = {one["department"]: one for one in json.loads(told.stdout)["departments"]}
    assert len(departments) == 12
    assert departments[GIVING]["gives"][0]["account"] == "beiye-liaoning"


@pytest.mark.usefixtures("real_graph")
async def test_what_cannot_be_is_told_in_one_line(connection: Connection, tmp_path: Path) -> None:
    file = tmp_path / "impact.pdf"

    form = await _run(connection, "impact", MERGE, "--report", str(file))
    department = await _run(connection, "handover", MERGE, "--department", "northeast/presales")

    assert (form.returncode, form.stdout) == (1, "")
    assert form.stderr == (
        f"Error: {file} ends in .pdf: name a file that ends in one of .html, .md, .xlsx, .json\n"
    )
    assert department.returncode == 1
    assert department.stderr.startswith(
        "Error: The department northeast/presales is not in the plan. Did you mean "
    )
    assert GIVING in department.stderr
    assert _files(tmp_path) == []


FORGOTTEN = """
key: forgotten
name: 撤销东北售前
author: 李雷
effective: 2026-07-01
operations:
  - {op: end-rule, rule: nothing}
  - {op: dissolve-department, department: northeast-region/presales}
"""


@pytest.mark.usefixtures("real_graph")
async def test_a_check_tells_in_either_language_and_its_code_to_programs(
    connection: Connection, tmp_path: Path
) -> None:
    file = tmp_path / "forgotten.yaml"
    file.write_text(FORGOTTEN, encoding="utf-8")

    english = await _run(connection, "check", str(file))
    chinese = await _run(connection, "check", str(file), "--language", "zh")
    plain = await _run(connection, "check", str(file), "--language", "zh", "--json")

    assert {one.returncode for one in (english, chinese, plain)} == {1}
    assert "✗ operation 1 (end-rule): there is no rule nothing at this point" in english.stdout
    assert english.stdout.endswith("5 to settle before it may be applied.\n")
    assert "✗ 操作1（终止规则）：执行到此处时没有规则“nothing”" in chinese.stdout
    assert chinese.stdout.endswith("执行前还须处理5项。\n")
    told = json.loads(plain.stdout)
    assert told["refusals"] == [
        {
            "operation": 1,
            "op": "end-rule",
            "about": "nothing",
            "code": "no-such-rule",
            "what": "执行到此处时没有规则“nothing”",
            "remedy": "更正编码，或在此操作之前先用add-rule（新增规则）建立",
        }
    ]
    assert [one["code"] for one in told["missing"]] == [
        *("post-not-placed", "responsibility-not-placed", "target-not-placed"),
        "accounts-to-nobody",
    ]
    assert told["summary"][0].startswith("1项操作无法执行：操作1（终止规则）：")


@pytest.mark.usefixtures("real_graph")
async def test_an_impact_is_shown_in_english_unless_chinese_is_asked_for(
    connection: Connection,
) -> None:
    english = await _run(connection, "impact", MERGE, "--names", "2")
    chinese = await _run(connection, "impact", MERGE, "--names", "2", "--language", "zh")

    assert " 1. 1 department above capacity, worst 华北大区 实施部" in english.stdout
    assert ". 40 functions of accounts change their owner" in english.stdout
    assert ". 40项客户职能变更负责部门；其中最多的17项为实施：东北大区 实施部" in chinese.stdout
    assert "Who owns and supports" in english.stdout
    assert "负责与支持部门" in chinese.stdout
    assert "合并部门" in chinese.stdout
    assert "后续：--names 2 --after " in chinese.stdout


@pytest.mark.usefixtures("real_graph")
async def test_rebasing_is_told_in_chinese_where_that_is_asked_for(connection: Connection) -> None:
    await _run(connection, "check", MERGE)
    given = ("rebase", "merge-north-and-northeast", "--by", "李雷")

    english = await _run(connection, *given)
    chinese = await _run(connection, *given, "--language", "zh")

    assert english.stdout == (
        "merge-north-and-northeast is checked on revision 1; it is to be approved anew.\n"
    )
    assert chinese.stdout == "merge-north-and-northeast已在版本1上通过检查，须重新批准。\n"
