"""Reports tell all of an impact: every change with its cause, in both languages, by name."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graph.model.keys import DepartmentKey, TargetKey
from graph.model.vocabularies import Certainty, DepartmentKind
from graph.ownership.phrases import EN, ZH, Language
from graph.reorganization.operations.departments import CreateDepartment
from graph.reorganization.operations.indicators import ReallocateTarget
from graph.reorganization.operations.successions import DissolveDepartment
from graph.reorganization.reports.documents import Reference, Text
from graph.reorganization.reports.flow_pictures import FlowPicture
from graph.reorganization.reports.html_pages import html_page
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.markdown_texts import markdown_text
from graph.reorganization.reports.tellings import TO_COMPUTE, Limits
from graph.reorganization.reports.trees import Node, State, TreePicture
from graph.reorganization.reports.words import OPERATIONS
from graph.reorganization.scenarios import OPERATIONS as KNOWN
from graph.reorganization.summaries import summary
from tests.unit.reorganization.examples import report_of, section_of, tables_of, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import Base
    from graph.reorganization.reports.documents import Report

NORTHEAST_INDUSTRY = Label(
    *("northeast-region/industry", "东北大区 行业推广应用部", "Northeast Region Industry Promotion")
)
NORTH_INDUSTRY = Label(
    *("north-region/industry", "华北东北大区 行业推广应用部"),
    "North and Northeast Region Industry Promotion",
)
NORTH_PRESALES = Label(
    *("north-region/presales", "华北东北大区 售前支持部"),
    "North and Northeast Region Presales Support",
)
NORTHEAST_PRESALES = Label(
    *("northeast-region/presales", "东北大区 售前支持部", "Northeast Region Presales Support")
)


@pytest.mark.parametrize("name", ["merged", "open_questions"])
@pytest.mark.parametrize("language", [EN, ZH])
def test_every_changed_account_names_its_cause_and_why(
    name: str, language: Language, request: pytest.FixtureRequest
) -> None:
    found: Impact = request.getfixturevalue(name)
    causes = {
        f"{number} {OPERATIONS[one.op][language]}"
        for number, one in enumerate(found.scenario.operations, start=1)
    }

    [table] = tables_of(report_of(found, language, TO_COMPUTE), "accounts")

    told = {(row[0].key, row[5]) for row in table.rows if isinstance(row[0], Label)}
    assert {account for account, _ in told} == {one.account for one in found.accounts.page(10_000)}
    assert {cause for _, cause in told} <= causes
    notes = [row[6].note for row in table.rows if isinstance(row[6], Reference)]
    assert len(notes) == len(table.rows)
    assert {*notes} == {*range(1, len(table.notes) + 1)}
    assert all(why.before and why.after and why.before != why.after for why in table.notes)
    assert table.rest == 0


def test_an_account_is_told_with_both_explanations(merged: Impact) -> None:
    [table] = tables_of(report_of(merged, EN), "accounts")

    account = Label(
        "grid-jilin", "中联电网吉林公司", "Zhonglian Grid Jilin Company", tells_key=True
    )
    assert next(row for row in table.rows if row[0] == account) == (
        account,
        Label("grid", "中联电网集团", "Zhonglian Grid Group"),
        "delivery, support",
        (NORTHEAST_INDUSTRY,),
        (NORTH_INDUSTRY,),
        "1 Merge departments",
        Reference(3),
    )
    assert table.notes[2].before.startswith(
        "Northeast Region Industry Promotion (东北大区 行业推广应用部) supports delivery. By the"
    )
    assert table.notes[2].after.startswith(
        "North and Northeast Region Industry Promotion (华北东北大区 行业推广应用部) supports"
    )


def test_what_is_not_told_by_name_is_counted(open_questions: Impact) -> None:
    limits = Limits(changes=10, rows=3, lists=2, handed=1)

    report = report_of(open_questions, EN, limits)

    [accounts] = tables_of(report, "accounts")
    told = open_questions.accounts.page(10)
    assert accounts.rest == sum(open_questions.accounts.by_cause().values()) - len(told)
    _, departments, *_ = tables_of(report, "ownership")
    assert len(departments.rows) == 3
    assert departments.rest == len(open_questions.accounts.by_department()) - 3
    last = section_of(report, "handover").blocks[-1]
    assert last == Text("… and 15 more departments.")


def test_an_impact_of_nothing_says_so(real_base: Base) -> None:
    report = report_of(tried(real_base), EN)

    assert markdown_text(report) == (
        "# 草案\n\n"
        "- **Scenario**: draft\n- **Effective from**: 2026-07-01\n- **Drafted by**: 李雷\n"
        "- **Operations**: 0\n- **State**: may be applied\n\n"
        "## Summary\n\n1. Nobody's owner or supporters change.\n\n"
        "## What is not placed\n\nEvery operation can be done, and nothing is forgotten.\n\n"
        "## Organization before and after\n\nThe organization stays as it is.\n\n"
        "## Flows between departments\n\nNobody's owner or supporters change.\n\n"
        "## Ownership\n\nNobody's owner or supporters change.\n\n"
        "## Operations\n\nThe scenario has no operations.\n\n"
        "## Vacancies and conflicts\n\nNone appear, and none vanish.\n\n"
        "## Key accounts that get more scattered\n\nNone.\n\n"
        "## Load per person\n\nNo load changes.\n\n"
        "## Named exceptions\n\nNothing changes.\n\n"
        "## Duties and strategy steps\n\nNothing changes.\n\n"
        "## Indicators\n\nNothing changes.\n\n"
        "## Posts and people\n\nNothing changes.\n\n"
        "## Shape of departments\n\nNothing changes.\n\n"
        "## Accounts by name\n\nNo account changes.\n\n"
        "## Handover lists\n\nNobody hands anything over.\n"
    )
    assert "<svg" not in html_page(report)


def test_the_summary_is_told_in_chinese_by_name(merged: Impact) -> None:
    text = markdown_text(report_of(merged, ZH))

    assert text[text.index("## 摘要") : text.index("## 组织调整前后")] == (
        "## 摘要\n\n"
        "1. 1个部门超出承载能力，最甚者华北东北大区 实施部：实施46个客户，2人，每人至多20个\n"
        "2. 40项客户职能变更负责部门；其中最多的17项为实施："
        "东北大区 实施部 → 华北东北大区 实施部（操作1）\n"
        "3. 28项客户职能变更支持部门；其中最多的16项为交付："
        "东北大区 行业推广应用部 → 华北东北大区 行业推广应用部（操作1）\n"
        "4. 撤销8个部门：东北大区、东北大区 行业及大客户部、东北大区 实施部 …\n"
        "5. 6个岗位调动或撤销，涉及6人\n"
        "6. 8个部门的指标变化："
        "华北东北大区 行业推广应用部、华北东北大区 大项目部、华北东北大区 售前支持部 …\n\n"
        "## 未安排去处\n\n所有操作均可执行，没有遗漏。\n\n"
    )


def test_flows_are_a_table_and_a_picture_in_markdown(merged: Impact) -> None:
    text = markdown_text(report_of(merged, EN))

    flows = text[text.index("## Flows") : text.index("## Ownership")]
    assert flows[: flows.index("classDef")] == (
        "## Flows between departments\n\n"
        "**Who owns: functions of accounts**\n\n"
        "```mermaid\nflowchart LR\n"
        'b0["Northeast Region Implementation<br/>东北大区 实施部"]:::stays\n'
        'b1["Northeast Region Marketing<br/>东北大区 市场部"]:::stays\n'
        'b2["Northeast Region VIP Accounts<br/>东北大区 VIP客户部"]:::stays\n'
        'a0["North and Northeast Region Implementation<br/>华北东北大区 实施部"]:::stays\n'
        'a1["North and Northeast Region Marketing<br/>华北东北大区 市场部"]:::stays\n'
        'a2["North and Northeast Region VIP Accounts<br/>华北东北大区 VIP客户部"]:::stays\n'
        'b0 ==>|"17"| a0\n'
        'b1 ==>|"17"| a1\n'
        'b2 ==>|"6"| a2\n'
    )
    assert (
        "| owner | sales | Northeast Region VIP Accounts 东北大区 VIP客户部"
        " | North and Northeast Region VIP Accounts 华北东北大区 VIP客户部 | 6 |\n"
    ) in flows


def test_operations_are_told_with_what_they_change(merged: Impact) -> None:
    [table] = tables_of(report_of(merged, EN), "operations")

    north = _label("north-region", "华北东北大区", "North and Northeast Region")
    assert table.rows == (
        (
            *(1, "Merge departments"),
            (_label("northeast-region", "东北大区", "Northeast Region"),),
            (north,),
            *(68, "coverages 2, departments 12, posts 6, targets 5"),
            "东北的客户多由北京的集团决策。Most groups in the Northeast decide in Beijing.",
        ),
        (
            *(2, "Rename a department"),
            (_label("north-region", "华北大区", "North Region"),),
            (north,),
            *(0, "departments 8", ""),
        ),
    )


def test_every_kind_of_operation_has_words_in_both_languages() -> None:
    assert {*OPERATIONS} == {*KNOWN}
    assert all({*told} == {EN, ZH} for told in OPERATIONS.values())


def test_unknown_targets_are_counted_and_never_zero(merged: Impact) -> None:
    [table] = tables_of(report_of(merged, EN), "indicators")

    supported = [
        row
        for row in table.rows
        if row[0] == _label("supported-revenue", "支持项目收入", "Revenue of supported projects")
    ]
    assert [row[1:] for row in supported] == [
        ("all departments", "36 unknown", "36 unknown", None),
        (
            NORTH_PRESALES,
            *("1 unknown", "2 unknown", "+1 unknown"),
        ),
        (
            NORTHEAST_PRESALES,
            *("1 unknown", None, "\u22121 unknown"),
        ),
    ]


def test_a_sum_and_what_is_unknown_stand_side_by_side(real_base: Base) -> None:
    organization = real_base.organization
    key = TargetKey("region-supported-revenue@north-region/presales")
    known = replace(
        organization.targets[key],
        value=Decimal("1200.5"),
        certainty=Certainty.STATED,
        made_from=None,
    )
    base = real_base.with_organization(
        replace(organization, targets={**organization.targets, key: known})
    )
    moving = ReallocateTarget(target=key, to=DepartmentKey("east-region/presales"))

    [table] = tables_of(report_of(tried(base, moving), EN), "indicators")

    assert [row[2:] for row in table.rows] == [
        ("1,200.5 + 35 unknown", "1,200.5 + 35 unknown", Decimal(0)),
        ("1 unknown", "1,200.5 + 1 unknown", Decimal("1200.5")),
        (Decimal("1200.5"), None, Decimal("-1200.5")),
    ]


def test_what_nobody_takes_over_is_listed_with_its_remedy(real_base: Base) -> None:
    gone = DissolveDepartment(department=DepartmentKey("northeast-region/presales"))

    report = report_of(tried(real_base, gone), EN)

    assert report.facts[4] == ("State", "4 to settle before it may be applied")
    [table] = tables_of(report, "not-placed")
    assert table.title == "Things that nobody has"
    assert [row[:4] for row in table.rows] == [
        (NORTHEAST_PRESALES, "post", "northeast-presales-lead", "东北售前顾问"),
        (NORTHEAST_PRESALES, "responsibility", "region-presales", "对分公司大项目的销售支持"),
        (
            *(NORTHEAST_PRESALES, "target", "region-supported-revenue@northeast-region/presales"),
            "大区支持项目收入指标",
        ),
        (NORTHEAST_PRESALES, "accounts", "presales", 6),
    ]
    assert table.rows[0][4:] == (
        (
            "post northeast-presales-lead (Northeast presales consultant) of"
            " northeast-region/presales (Northeast Region Presales Support) is not placed"
        ),
        "use move-posts or sign-off-vacancy",
    )


def test_what_keeps_a_scenario_from_being_applied_is_chinese_in_a_chinese_report(
    real_base: Base,
) -> None:
    gone = DissolveDepartment(department=DepartmentKey("northeast-region/presales"))
    twice = DissolveDepartment(department=DepartmentKey("nowhere"))

    report = report_of(tried(real_base, gone, twice), ZH)

    refused, left = tables_of(report, "not-placed")
    assert [row[2:] for row in refused.rows] == [
        (
            "执行到此处时没有部门“nowhere”",
            (
                "更正编码，或在此操作之前先用create-department（新设部门）"
                "或open-unit（新设大区或分公司）建立"
            ),
        )
    ]
    assert [row[4:] for row in left.rows] == [
        (
            (
                "“东北大区 售前支持部”（northeast-region/presales）的岗位"
                "“东北售前顾问”（northeast-presales-lead）尚无去处"
            ),
            "用move-posts（岗位调动）或sign-off-vacancy（签批空缺）",
        ),
        (
            (
                "“东北大区 售前支持部”（northeast-region/presales）的职责"
                "“对分公司大项目的销售支持”（region-presales）中的“支持”角色尚无去处"
            ),
            "用reassign-responsibility（职责移交）或sign-off-vacancy（签批空缺）",
        ),
        (
            (
                "“东北大区 售前支持部”（northeast-region/presales）的指标值“大区支持项目收入指标”"
                "（region-supported-revenue@northeast-region/presales）尚无去处"
            ),
            "用reallocate-target（重新分配指标）或sign-off-vacancy（签批空缺）",
        ),
        (
            "“东北大区 售前支持部”（northeast-region/presales）名下6个客户的售前支持将无人承接",
            (
                "用transfer-territories（划转井田）、transfer-customers（划转客户集团）、"
                "add-rule（新增规则）或change-rule（修改规则），"
                "或用写明该职能的sign-off-vacancy（签批空缺）"
            ),
        ),
    ]
    [first, *_] = summary(tried(real_base, gone, twice), ZH)
    assert first.text.startswith("1项操作无法执行：操作2（撤销部门）：执行到此处时没有部门")


def test_the_pictures_show_what_becomes_of_departments(merged: Impact) -> None:
    before, after = _trees(report_of(merged, ZH))

    assert _told(before) == {
        State.REMOVED: 8,
        State.MOVED: 4,
        State.RENAMED: 8,
        State.STAYS: 1,
    }
    assert _told(after) == {State.MOVED: 4, State.RENAMED: 8, State.STAYS: 1}
    assert [node.folded for node in _nodes(before.roots) if node.label is None] == [5, 10]


def test_a_picture_of_hundreds_of_departments_stays_legible(real_base: Base) -> None:
    parents = sorted(DepartmentKey(key) for key in real_base.organization.departments)
    made = (
        CreateDepartment(
            key=DepartmentKey(f"new-{number}"),
            name=f"新部门{number}",
            kind=DepartmentKind.TEAM,
            parent=parents[number % len(parents)],
        )
        for number in range(300)
    )
    found = tried(real_base, *made)

    before, after = _trees(report_of(found, EN))

    assert sum(not node.children for node in _nodes(after.roots)) <= 40
    new = [node for node in _nodes(after.roots) if node.state is State.NEW]
    folded = sum(node.changing for node in _nodes(after.roots))
    assert len(new) + folded == 300
    assert all(node.state is not State.NEW for node in _nodes(before.roots))


def test_the_largest_flows_stand_alone_and_the_others_together(real_base: Base) -> None:
    departments = sorted(real_base.organization.departments)
    branches = [key for key in departments if key.endswith("-branch/accounts")]
    assert len(branches) > 14
    gone = (
        DissolveDepartment(
            department=DepartmentKey(key), successor=DepartmentKey("strategic-accounts")
        )
        for key in branches
    )
    found = tried(real_base, *gone)

    picture = next(
        block
        for block in section_of(report_of(found, EN), "flows").blocks
        if isinstance(block, FlowPicture)
    )

    ends = [one.before for one in picture.ribbons]
    assert len({*ends}) == 13
    [others] = {end for end in ends if not end.labels}
    assert others.text == "Other departments"
    owners = sum(one.gives for one in found.accounts.by_department())
    assert picture.total == owners


def test_both_languages_have_the_same_sections(open_questions: Impact) -> None:
    english, chinese = report_of(open_questions, EN), report_of(open_questions, ZH)

    assert [one.key for one in english.sections] == [one.key for one in chinese.sections]
    for one, other in zip(english.sections, chinese.sections, strict=True):
        assert len(one.blocks) == len(other.blocks)
        assert one.title != other.title


def _label(key: str, name: str, name_en: str) -> Label:
    return Label(key, name, name_en)


def _trees(report: Report) -> tuple[TreePicture, TreePicture]:
    blocks = section_of(report, "organization").blocks
    [before, after] = [block for block in blocks if isinstance(block, TreePicture)]
    return before, after


def _nodes(nodes: tuple[Node, ...]) -> Iterator[Node]:
    for node in nodes:
        yield node
        yield from _nodes(node.children)


def _told(tree: TreePicture) -> dict[State, int]:
    labelled = [node.state for node in _nodes(tree.roots) if node.label is not None]
    return {state: labelled.count(state) for state in State if state in labelled}
