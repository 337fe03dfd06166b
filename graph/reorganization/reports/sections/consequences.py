"""What changes beside ownership: exceptions, duties, indicators, posts, people and shapes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reorganization.organizations import Part
from graph.reorganization.reports.documents import Section, Table, Text, Tone
from graph.reorganization.reports.indicator_rows import indicator_rows
from graph.reorganization.reports.thing_passages import duty_passages
from graph.reorganization.reports.words import DUTY_ROLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.reorganization.reports.documents import Block, Cell
    from graph.reorganization.reports.labels import Label
    from graph.reorganization.reports.tellings import Telling
    from graph.reorganization.reports.thing_passages import DutyPassage
    from graph.reorganization.thing_impacts import Appearance


def exceptions_section(telling: Telling) -> Section:
    """Return exceptions that dangle or become redundant, or no longer do."""
    words, found = telling.words, telling.found
    sorts = (
        (
            words("Names a department that is no more", "指向已撤销的部门"),
            found.dangling_exceptions,
        ),
        (words("Says what the rules say", "与规则一致（多余）"), found.redundant_exceptions),
    )
    table = _appearing(telling, sorts, Part.EXCEPTIONS, words("Exception", "例外"))
    return _section(telling, "exceptions", words("Named exceptions", "指名例外"), [table])


def duties_section(telling: Telling) -> Section:
    """Return duties that change hands, duties without a department, steps without anybody."""
    words, found = telling.words, telling.found
    moved = [duty_row(telling, one) for one in duty_passages(found.replayed)]
    orphaned = (
        (words("Has no department", "没有部门承担"), found.orphaned_duties),
        (words("Step with nobody responsible", "步骤无人负责"), found.unaccountable_steps),
    )
    blocks = [
        telling.table(duty_columns(telling), moved, words("Duties that move", "移交的职责")),
        _appearing(telling, orphaned, Part.RESPONSIBILITIES, words("Duty or step", "职责或步骤")),
    ]
    title = words("Duties and strategy steps", "职责与策略步骤")
    return _section(telling, "duties", title, blocks)


def duty_columns(telling: Telling) -> tuple[str, ...]:
    """Return the columns of duties that move."""
    words = telling.words
    return (
        *(words("Duty", "职责"), words("Step", "步骤"), words("Role", "角色")),
        *(words("From", "移交方"), words("To", "接收方")),
    )


def duty_row(telling: Telling, one: DutyPassage) -> tuple[Cell, ...]:
    """Return a duty that moves as a row."""
    names, nobody = telling.names, telling.words("nobody", "无")
    return (
        names.thing(Part.RESPONSIBILITIES, one.duty.key),
        names.step(one.duty.step) if one.duty.step else "",
        DUTY_ROLES[one.role][telling.language],
        nobody if one.before is None else names.former(one.before),
        names.departments(one.after) or nobody,
    )


def indicators_section(telling: Telling) -> Section:
    """Return the targets of each indicator before and after; unknown ones are counted."""
    words = telling.words
    columns = (
        *(words("Indicator", "指标"), words("Department", "部门")),
        *(words("Before", "调整前"), words("After", "调整后"), words("Difference", "差额")),
    )
    table = telling.table(columns, indicator_rows(telling))
    note = words(
        "Targets that the plan does not state for certain are counted, and add nothing to a sum.",
        "计划未明确的指标只计个数，不计入合计。",
    )
    blocks: list[Block] = [Text(note), table] if table.rows else []
    return _section(telling, "indicators", words("Indicators", "指标"), blocks)


def people_section(telling: Telling) -> Section:
    """Return posts that move, begin or end, and people who change their post."""
    words, names, found = telling.words, telling.names, telling.found
    nobody = words("none", "无")
    posts: list[tuple[Cell, ...]] = [
        (
            names.thing(Part.POSTS, one.post),
            tuple(names.person(key) for key in one.people) or words("vacant", "空缺"),
            names.former(one.before) if one.before else nobody,
            names.department(one.after) if one.after else nobody,
        )
        for one in found.posts
    ]
    people: list[tuple[Cell, ...]] = [
        (names.person(person), _posts(telling, left), _posts(telling, taken))
        for person, left, taken in found.people
    ]
    party = (words("From", "原部门"), words("To", "新部门"))
    blocks = [
        telling.table(
            (words("Post", "岗位"), words("Held by", "任职人"), *party),
            posts,
            words("Posts", "岗位"),
        ),
        telling.table(
            (words("Person", "人员"), words("Leaves", "离任岗位"), words("Takes", "就任岗位")),
            people,
            words("People who change their post", "变动岗位的人员"),
        ),
    ]
    return _section(telling, "people", words("Posts and people", "岗位与人员"), blocks)


def shapes_section(telling: Telling) -> Section:
    """Return departments whose span or depth changes, and those that become empty."""
    words, names, found = telling.words, telling.names, telling.found
    shapes: list[tuple[Cell, ...]] = [
        (
            names.department(one.department),
            *(one.span_before, one.span_after, one.depth_before, one.depth_after),
        )
        for one in found.shapes
    ]
    columns = (
        words("Department", "部门"),
        *(words("Directly inside, before", "下设部门数（前）"), words("after", "（后）")),
        *(words("Depth, before", "层级（前）"), words("after", "（后）")),
    )
    empty = ((words("Has neither posts nor departments", "无岗位且无下设部门"), found.empty_units),)
    blocks = [
        telling.table(columns, shapes, words("Span and depth", "管理幅度与层级")),
        _appearing(telling, empty, Part.DEPARTMENTS, words("Department", "部门")),
    ]
    return _section(telling, "shapes", words("Shape of departments", "部门形态"), blocks)


def _posts(telling: Telling, keys: str) -> tuple[Label, ...]:
    named = [key for key in keys.split(", ") if key]
    return tuple(telling.names.thing(Part.POSTS, key) for key in named)


def _appearing(
    telling: Telling,
    sorts: Iterable[tuple[str, tuple[Appearance, ...]]],
    part: Part,
    thing: str,
) -> Table:
    words, names = telling.words, telling.names
    rows: list[tuple[Cell, ...]] = []
    for told, things in sorts:
        for one in things:
            label = names.thing(part, one.key)
            if label.name == one.key:
                label = names.step(one.key)
            rows.append(
                (label, told, words("new", "新增") if one.appears else words("over", "消除"))
            )
    columns = (thing, words("What of it", "情况"), words("New or over", "新增或消除"))
    return telling.table(columns, rows)


def _section(telling: Telling, key: str, title: str, blocks: Iterable[Block]) -> Section:
    """Return a section of the blocks that hold anything; one that says so where none does."""
    full = tuple(one for one in blocks if not isinstance(one, Table) or one.rows)
    nothing = telling.words("Nothing changes.", "没有变化。")
    return Section(key, title, full or (Text(nothing, Tone.GOOD),))
