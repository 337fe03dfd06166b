"""Handover lists as a section: one part for each department that gives or takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.reorganization.reports.documents import Heading, Section, Table, Text, Tone
from graph.reorganization.reports.indicator_rows import amount
from graph.reorganization.reports.places import place_cell
from graph.reorganization.reports.sections.consequences import duty_columns, duty_row
from graph.reorganization.reports.words import PARTIES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.reorganization.reports.contacts import Contact
    from graph.reorganization.reports.documents import Block, Cell
    from graph.reorganization.reports.handovers import Handed, HandoverList, Ledger
    from graph.reorganization.reports.tellings import Telling
    from graph.reorganization.reports.thing_passages import TargetPassage


def handovers_section(telling: Telling) -> Section:
    """Return the lists of all departments that the report tells."""
    words, counted = telling.words, telling.counted
    title = words("Handover lists", "交接清单")
    blocks = [block for one in counted.lists for block in _list(telling, one)]
    if not blocks:
        told = words("Nobody hands anything over.", "没有需要交接的事项。")
        return Section("handover", title, (Text(told, Tone.GOOD),))
    if counted.more_lists:
        more = counted.more_lists
        blocks.append(Text(words(f"… and {more:,} more departments.", f"……另有{more:,}个部门。")))
    return Section("handover", title, tuple(blocks))


def ledger_sections(telling: Telling, ledger: Ledger) -> tuple[Section, ...]:
    """Return everything that is handed over as sections of one table each."""
    words = telling.words
    accounts = _accounts(telling, ledger.rows, len(ledger.rows) + ledger.more, "")
    duties = telling.table(duty_columns(telling), [duty_row(telling, one) for one in ledger.duties])
    return (
        Section("handover", words("Handover of accounts", "客户交接"), (accounts,)),
        Section("handover-duties", words("Handover of duties", "职责交接"), (duties,)),
        Section(
            *("handover-targets", words("Handover of targets", "指标交接")),
            (_targets(telling, ledger.targets, ""),),
        ),
    )


def _list(telling: Telling, one: HandoverList) -> Iterator[Block]:
    words, day = telling.words, telling.found.day
    yield Heading(telling.names.department(one.department))
    yield Text(
        words(
            f"Gives {one.count.gives:,} and takes {one.count.takes:,} functions of accounts,"
            f" from {day}.",
            f"自{day}起，移交{one.count.gives:,}项、接收{one.count.takes:,}项客户职能。",
        )
    )
    if one.gives:
        yield _accounts(telling, one.gives, one.count.gives, words("Gives", "移交客户"))
    if one.takes:
        yield _accounts(telling, one.takes, one.count.takes, words("Takes", "接收客户"))
    if one.duties:
        rows = [duty_row(telling, duty) for duty in one.duties]
        title = words("Open duties that move", "随之移交的职责")
        yield telling.table(duty_columns(telling), rows, title)
    if one.targets:
        yield _targets(telling, one.targets, words("Targets that move", "随之移交的指标"))


def _accounts(telling: Telling, handed: Iterable[Handed], count: int, title: str) -> Table:
    words = telling.words
    rows = tuple(_row(telling, one) for one in handed)
    columns = (
        *(words("Account", "客户"), words("Group", "所属集团"), words("Function", "职能")),
        *(words("From", "移交方"), words("To", "接收方"), words("Date", "日期")),
        *(words("Contact there", "原联系人"), words("Contact from then", "新联系人")),
    )
    return Table(title=title, columns=columns, rows=rows, rest=count - len(rows))


def _row(telling: Telling, one: Handed) -> tuple[Cell, ...]:
    words, names = telling.words, telling.names
    role = PARTIES[one.role][telling.language]
    function = words.function(one.function)
    if one.role is Role.SUPPORTER:
        function = words(f"{function}, {role}", f"{function}（{role}）")
    return (
        names.account(one.account),
        "" if one.customer == one.account else names.group(one.customer),
        function,
        place_cell(telling, one.before, one.role, former=True),
        place_cell(telling, one.after, one.role),
        telling.found.day,
        _contacts(telling, one.old_contacts),
        _contacts(telling, one.new_contacts),
    )


def _contacts(telling: Telling, contacts: Iterable[Contact]) -> str:
    words = telling.words
    vacant = words("vacant", "空缺")
    between = words(", ", "、")
    told = [
        f"{words(one.name_en or one.name, one.name)}\n{between.join(one.people) or vacant}"
        for one in contacts
    ]
    return "\n".join(told)


def _targets(telling: Telling, targets: Iterable[TargetPassage], title: str) -> Table:
    words, names = telling.words, telling.names
    nobody = words("none", "无")
    rows: list[tuple[Cell, ...]] = []
    for one in targets:
        for part in one.after or (None,):
            target = part or one.before
            if target is None:
                continue
            rows.append(
                (
                    names.indicator(target.indicator),
                    names.former(one.before.department) if one.before else nobody,
                    names.department(part.department) if part else nobody,
                    amount(telling, target),
                    target.unit or "",
                    target.period or "",
                )
            )
    columns = (
        *(words("Indicator", "指标"), words("From", "移交方"), words("To", "接收方")),
        *(words("Target", "目标值"), words("Unit", "单位"), words("Period", "期间")),
    )
    return telling.table(columns, rows, title)
