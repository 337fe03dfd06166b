"""Handover lists: who gives what to whom, when, with duties, targets and whom to talk to."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from graph.model.keys import AccountKey, DepartmentKey
from graph.model.vocabularies import Function, ResponsibilityRole, Role
from graph.ownership.answers import Status
from graph.ownership.phrases import EN, ZH
from graph.reorganization.operations.rules import EndRule
from graph.reorganization.operations.transfers import TransferSubsidiaries
from graph.reorganization.reports.contacts import Contact
from graph.reorganization.reports.handovers import Handed, HandoverCount, Handovers
from graph.reorganization.reports.labels import Names
from graph.reorganization.reports.markdown_texts import markdown_text
from graph.reorganization.reports.passages import Place
from graph.reorganization.reports.reports import handover_report
from graph.reorganization.reports.tellings import Limits, counted
from seed.reorganizing.handovers_shown import handover_json
from tests.unit.reorganization.examples import tried

if TYPE_CHECKING:
    from graph.ownership.phrases import Language
    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import Base

GIVING, TAKING = "northeast-region/presales", "north-region/presales"
PLACES = (Place((GIVING,), Status.ASSIGNED), Place((TAKING,), Status.ASSIGNED))
OLD = Contact(
    "northeast-presales-lead", "东北售前顾问", "Northeast presales consultant", ("林文静",)
)
NEW = Contact("north-presales-lead", "华北售前顾问", "North presales consultant", ("陈建国",))


def test_both_sides_have_the_same_accounts_on_their_lists(merged: Impact) -> None:
    handovers = Handovers(merged)

    gives, takes = handovers.list_of(GIVING), handovers.list_of(TAKING)

    assert gives.count == HandoverCount(GIVING, 6, 0)
    assert takes.count == HandoverCount(TAKING, 0, 6)
    assert gives.gives == takes.takes
    assert gives.takes == takes.gives == ()
    assert gives.gives[0] == Handed(
        *("beiye-liaoning", "beiye", Function.PRESALES, Role.SUPPORTER, *PLACES, 1),
        *((OLD,), (NEW,)),
    )


def test_duties_and_targets_go_with_the_accounts(merged: Impact) -> None:
    found = Handovers(merged).list_of(GIVING)

    [duty] = found.duties
    assert (duty.duty.key, duty.role, duty.before, duty.after) == (
        *("region-presales", ResponsibilityRole.SUPPORTS),
        *(GIVING, (TAKING,)),
    )
    [target] = found.targets
    assert target.before is not None
    assert [one.department for one in (target.before, *target.after)] == [GIVING, TAKING]


def test_every_change_is_on_the_list_of_its_giver_and_its_taker(open_questions: Impact) -> None:
    handovers = Handovers(open_questions)

    lists = [handovers.list_of(one.department, None) for one in handovers.departments()]

    ledger = handovers.ledger(100_000)
    assert ledger.more == 0
    given = [row for one in lists for row in one.gives]
    taken = [row for one in lists for row in one.takes]
    assert {*given} == {row for row in ledger.rows if row.before.departments}
    assert {*taken} == {*ledger.rows}
    changes = {(one.account, one.function) for one in open_questions.accounts.page(10_000)}
    assert {(row.account, row.function) for row in ledger.rows} == changes


def test_what_nobody_takes_is_given_to_a_vacancy(real_base: Base) -> None:
    rules = real_base.organization.rules.values()
    ends = (EndRule(rule=one.key) for one in rules if one.function is Function.IMPLEMENTATION)

    found = tried(real_base, *ends)

    ledger = Handovers(found).ledger(100_000)
    vacant = [row for row in ledger.rows if not row.after.departments]
    assert vacant
    assert {row.after for row in vacant} == {Place((), Status.VACANT)}
    assert {row.new_contacts for row in vacant} == {()}


def test_a_list_of_one_department_counts_what_it_does_not_name(merged: Impact) -> None:
    found = Handovers(merged).list_of("northeast-region/implementation", 2)

    assert found.count.gives == 17
    assert len(found.gives) == 2


def test_the_post_for_the_very_group_is_called(real_base: Base) -> None:
    transfer = TransferSubsidiaries(
        key="to-strategic",
        name="划转",
        to=DepartmentKey("strategic-accounts"),
        functions=(Function.SALES,),
        subsidiaries=frozenset({AccountKey("grid-hubei"), AccountKey("zhongzhu-liaoning")}),
        reason="总部经营",
    )

    rows = Handovers(tried(real_base, transfer)).ledger(10).rows

    assert [(row.account, [one.post for one in row.new_contacts]) for row in rows] == [
        ("grid-hubei", ["grid-account-manager"]),
        ("zhongzhu-liaoning", ["zhongzhu-account-manager"]),
    ]


def test_the_list_is_told_in_chinese(merged: Impact) -> None:
    assert _told(merged, ZH).splitlines()[11:] == [
        "## 交接清单",
        "",
        "### 东北大区 售前支持部 · Northeast Region Presales Support",
        "",
        "自2026-07-01起，移交6项、接收0项客户职能。",
        "",
        "**移交客户**",
        "",
        "| 客户 | 所属集团 | 职能 | 移交方 | 接收方 | 日期 | 原联系人 | 新联系人 |",
        "| --- | --- | --- | --- | --- | --- | --- | --- |",
        (
            "| 北冶钢铁辽宁钢铁公司<br>Beiye Steel Liaoning Steel Company<br>`beiye-liaoning`"
            " | 北冶钢铁集团<br>Beiye Steel Group | 售前支持（支持）"
            " | 东北大区 售前支持部 Northeast Region Presales Support"
            " | 华北东北大区 售前支持部 North and Northeast Region Presales Support"
            " | 2026-07-01 | 东北售前顾问<br>林文静 | 华北售前顾问<br>陈建国 |"
        ),
        "",
        "……另有5项未列出。",
        "",
        "**随之移交的职责**",
        "",
        "| 职责 | 步骤 | 角色 | 移交方 | 接收方 |",
        "| --- | --- | --- | --- | --- |",
        (
            "| 对分公司大项目的销售支持<br>Supporting large projects of branches |  | 支持"
            " | 东北大区 售前支持部<br>Northeast Region Presales Support"
            " | 华北东北大区 售前支持部 North and Northeast Region Presales Support |"
        ),
        "",
        "**随之移交的指标**",
        "",
        "| 指标 | 移交方 | 接收方 | 目标值 | 单位 | 期间 |",
        "| --- | --- | --- | --- | --- | --- |",
        (
            "| 支持项目收入<br>Revenue of supported projects"
            " | 东北大区 售前支持部<br>Northeast Region Presales Support"
            " | 华北东北大区 售前支持部<br>North and Northeast Region Presales Support"
            " | 未知 |  |  |"
        ),
    ]


def test_the_list_is_told_in_english(merged: Impact) -> None:
    lines = _told(merged, EN).splitlines()

    assert lines[11:22:2] == [
        "## Handover lists",
        "### Northeast Region Presales Support · 东北大区 售前支持部",
        "Gives 6 and takes 0 functions of accounts, from 2026-07-01.",
        "**Gives**",
        "| Account | Group | Function | From | To | Date | Contact there | Contact from then |",
        (
            "| Beiye Steel Liaoning Steel Company<br>北冶钢铁辽宁钢铁公司<br>`beiye-liaoning`"
            " | Beiye Steel Group<br>北冶钢铁集团 | presales, support"
            " | Northeast Region Presales Support 东北大区 售前支持部"
            " | North and Northeast Region Presales Support 华北东北大区 售前支持部"
            " | 2026-07-01 | Northeast presales consultant<br>林文静"
            " | North presales consultant<br>陈建国 |"
        ),
    ]


def test_the_list_is_plain_values_too(merged: Impact) -> None:
    told = handover_json(counted(merged, Limits(lists=1, handed=1), only=GIVING), Names(merged))

    assert {name: told[name] for name in ("scenario", "effective")} == {
        "scenario": "merge-north-and-northeast",
        "effective": str(date(2026, 7, 1)),
    }
    [one] = told["departments"]
    assert one["functions_given"] == 6
    assert one["gives"] == [
        {
            "account": "beiye-liaoning",
            "name": "北冶钢铁辽宁钢铁公司",
            "name_en": "Beiye Steel Liaoning Steel Company",
            "customer": "beiye",
            "function": "presales",
            "role": "supporter",
            "from": {"departments": [GIVING], "status": "assigned"},
            "to": {"departments": [TAKING], "status": "assigned"},
            "date": "2026-07-01",
            "operation": 1,
            "contacts_before": [
                {"post": "northeast-presales-lead", "name": "东北售前顾问", "people": ["林文静"]}
            ],
            "contacts_after": [
                {"post": "north-presales-lead", "name": "华北售前顾问", "people": ["陈建国"]}
            ],
        }
    ]


def _told(found: Impact, language: Language) -> str:
    details = counted(found, Limits(changes=0, lists=1, handed=1), only=GIVING)
    return markdown_text(handover_report(details, Names(found), language))
