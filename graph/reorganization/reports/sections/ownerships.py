"""Who owns and supports: flows between departments, counts, vacancies and conflicts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.changes import Turn
from graph.reorganization.reports.documents import Section, Text, Tone
from graph.reorganization.reports.flow_pictures import flow_picture
from graph.reorganization.reports.passages import flows
from graph.reorganization.reports.places import place_cell
from graph.reorganization.reports.sections.overviews import operation_told
from graph.reorganization.reports.words import PARTIES, TURNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.reorganization.account_impacts import Move
    from graph.reorganization.reports.documents import Block, Cell, Table
    from graph.reorganization.reports.tellings import Telling
    from graph.reorganization.tallies import Tally

OPEN_TURNS = (
    Turn.CONFLICT_APPEARS,
    Turn.VACANCY_APPEARS,
    Turn.CONFLICT_VANISHES,
    Turn.VACANCY_VANISHES,
)


def flows_section(telling: Telling) -> Section:
    """Return pictures of the flows, of owners and of supporters, and the flows as a table."""
    words = telling.words
    title = words("Flows between departments", "部门间的客户流向")
    found = flows(telling.found.accounts)
    if not found:
        return Section("flows", title, (_nothing(telling),))
    pictures = {
        Role.OWNER: words("Who owns: functions of accounts", "负责部门：客户职能流向"),
        Role.SUPPORTER: words("Who supports: functions of accounts", "支持部门：客户职能流向"),
    }
    blocks: list[Block] = []
    for role, told in pictures.items():
        picture = flow_picture(found, role, told, telling.names, words)
        if picture.ribbons:
            blocks.append(picture)
    rows: list[tuple[Cell, ...]] = [
        (
            PARTIES[one.role][telling.language],
            words.function(one.function),
            place_cell(telling, one.before, one.role, former=True),
            place_cell(telling, one.after, one.role),
            one.accounts,
        )
        for one in found
    ]
    columns = (
        *(words("Role", "角色"), words("Function", "职能"), words("From", "移交方")),
        *(words("To", "接收方"), words("Accounts", "客户数")),
    )
    blocks.append(telling.table(columns, rows))
    return Section("flows", title, tuple(blocks))


def ownership_section(telling: Telling) -> Section:
    """Return changes counted: in all, by department, region, key account and industry."""
    found, words = telling.found.accounts, telling.words
    title = words("Ownership", "归属变化")
    totals = found.totals()
    if not totals:
        return Section("ownership", title, (_nothing(telling),))
    count = found.accounts()
    opening = words(
        f"{count:,} accounts change. An account counts once for each function that changes.",
        f"共有{count:,}个客户发生变化。以下按客户职能计数：同一客户每变化一项职能计一次。",
    )
    number = words("Functions of accounts", "客户职能数")
    blocks: tuple[Block, ...] = (
        Text(opening),
        telling.table(
            (words("What becomes of it", "变化"), number),
            [(TURNS[turn][telling.language], total) for turn, total in totals.items()],
            words("In all", "合计"),
        ),
        _tallied(telling, found.by_department(), words("By department", "按部门")),
        _tallied(telling, found.by_region(), words("By region", "按大区")),
        telling.table(
            (words("Key account", "大客户"), number),
            [(telling.names.account(key), total) for key, total in found.by_customer()],
            words("By key account", "按大客户"),
        ),
        telling.table(
            (words("Industry", "行业"), number),
            [(telling.names.industry(key), total) for key, total in found.by_industry()],
            words("By industry", "按行业"),
        ),
    )
    return Section("ownership", title, blocks)


def gaps_section(telling: Telling) -> Section:
    """Return vacancies and conflicts that appear and vanish."""
    words = telling.words
    title = words("Vacancies and conflicts", "空缺与冲突")
    rows = [*_moves(telling, (one for one in telling.counted.moves if one.turn in OPEN_TURNS))]
    if not rows:
        told = words("None appear, and none vanish.", "没有新增，也没有消除。")
        return Section("vacancies", title, (Text(told, Tone.GOOD),))
    columns = (
        *(words("What becomes of it", "变化"), words("Function", "职能")),
        *(words("Before", "调整前"), words("After", "调整后"), words("Accounts", "客户数")),
        *(words("Operation", "操作"), words("Such as", "例如")),
    )
    return Section("vacancies", title, (telling.table(columns, rows),))


def scatter_section(telling: Telling) -> Section:
    """Return key accounts by how scattered their owners become."""
    words = telling.words
    title = words("Key accounts that get more scattered", "归属更分散的大客户")
    rows: list[tuple[Cell, ...]] = [
        (
            telling.names.account(one.customer),
            *(one.owners_before, one.owners_after, one.regions_before, one.regions_after),
            *(one.presales_gaps_before, one.presales_gaps_after),
        )
        for one in telling.found.accounts.scattered
        if one.growth > 0 or one.presales_gaps_after > one.presales_gaps_before
    ]
    if not rows:
        return Section("scattered", title, (Text(words("None.", "没有。"), Tone.GOOD),))
    columns = (
        words("Key account", "大客户"),
        *(words("Owners before", "负责部门数（前）"), words("after", "（后）")),
        *(words("Regions before", "大区数（前）"), words("after", "（后）")),
        *(words("Without presales before", "无售前单位数（前）"), words("after", "（后）")),
    )
    return Section("scattered", title, (telling.table(columns, rows),))


def _moves(telling: Telling, moves: Iterable[Move]) -> Iterable[tuple[Cell, ...]]:
    nobody = telling.words("nobody", "无")
    for one in moves:
        yield (
            TURNS[one.turn][telling.language],
            telling.words.function(one.function),
            telling.names.formers(one.before) or nobody,
            telling.names.departments(one.after) or nobody,
            one.accounts,
            operation_told(telling, one.cause),
            tuple(telling.names.account(key) for key in one.examples),
        )


def _tallied(telling: Telling, tallies: Iterable[Tally], title: str) -> Table:
    words = telling.words
    rows: list[tuple[Cell, ...]] = [
        (telling.names.department(one.key), one.gives, one.takes, one.takes - one.gives, one.other)
        for one in tallies
    ]
    columns = (
        *(words("Department", "部门"), words("Gives", "移交"), words("Takes", "接收")),
        *(words("Net", "净增"), words("Support and inside", "支持及内部变化")),
    )
    return telling.table(columns, rows, title)


def _nothing(telling: Telling) -> Text:
    told = telling.words("Nobody's owner or supporters change.", "客户的负责与支持部门均不变。")
    return Text(told, Tone.GOOD)
