"""The summary, the organization before and after, what is not placed, and every operation."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from graph.model.keys import DepartmentKey
from graph.model.vocabularies import Function
from graph.reorganization.organizations import Part
from graph.reorganization.reports.documents import Lines, Section, Text, Tone
from graph.reorganization.reports.subjects import subject
from graph.reorganization.reports.trees import State, states, trees
from graph.reorganization.reports.words import PARTS
from graph.reorganization.summaries import Weight, summary

if TYPE_CHECKING:
    from graph.reorganization.organizations import Edit
    from graph.reorganization.replays import Step
    from graph.reorganization.reports.documents import Block, Cell, Table
    from graph.reorganization.reports.tellings import Telling

TONES = {
    Weight.BLOCKS: Tone.BAD,
    Weight.LOSES: Tone.BAD,
    Weight.UNSETTLES: Tone.WARNS,
    Weight.MOVES: Tone.PLAIN,
    Weight.TELLS: Tone.GOOD,
}

MADE_FROM_TEMPLATES = frozenset({Part.DEPARTMENTS, Part.POSTS, Part.TARGETS})


def summary_section(telling: Telling) -> Section:
    """Return the ten lines, the worst first."""
    lines = summary(telling.found, telling.language, telling.names)
    told = tuple(Text(line.text, TONES[line.weight]) for line in lines)
    return Section("summary", telling.words("Summary", "摘要"), (Lines(told),))


def organization_section(telling: Telling) -> Section:
    """Return the organization before and after."""
    words = telling.words
    titles = (
        words("The organization before", "调整前的组织"),
        words("The organization after", "调整后的组织"),
    )
    before, after = trees(telling.found, telling.names, titles)
    blocks: tuple[Block, ...] = tuple(one for one in (before, after) if one.roots)
    changing = _departments(telling)
    if changing.rows:
        blocks = (*blocks, changing)
    if not blocks:
        blocks = (Text(words("The organization stays as it is.", "组织不变。"), Tone.GOOD),)
    title = words("Organization before and after", "组织调整前后")
    return Section("organization", title, blocks)


def _departments(telling: Telling) -> Table:
    """Return every department that changes: what becomes of it, where it is, who follows it."""
    words, names, found = telling.words, telling.names, telling.found
    told = {
        State.REMOVED: words("no more", "撤销"),
        State.NEW: words("new", "新设"),
        State.MOVED: words("moved", "调整隶属"),
        State.RENAMED: words("renamed", "改名"),
        State.CHANGED: words("changed", "调整"),
    }
    order = [*told]
    base, result = found.replayed.base.departments, found.replayed.result.departments
    successors: dict[str, frozenset[str]] = {**found.replayed.successors}
    rows: list[tuple[Cell, ...]] = []
    for key, state in sorted(states(found).items(), key=lambda item: order.index(item[1])):
        was, will_be = base.get(DepartmentKey(key)), result.get(DepartmentKey(key))
        follow = sorted(successors.get(key, ()))
        nobody = words("nobody", "无") if state is State.REMOVED else ""
        rows.append(
            (
                *(names.former(key), told[state]),
                names.department(key) if state is State.RENAMED else "",
                names.former(was.parent) if was and was.parent else "",
                names.department(will_be.parent) if will_be and will_be.parent else "",
                names.departments(follow) or nobody,
            )
        )
    columns = (
        *(words("Department", "部门"), words("What becomes of it", "变化")),
        words("New name", "新名称"),
        *(words("Part of, before", "隶属（前）"), words("Part of, after", "隶属（后）")),
        words("Who follows it", "承接部门"),
    )
    return telling.table(columns, rows, words("Departments that change", "变动的部门"))


def placing_section(telling: Telling) -> Section:
    """Return what keeps the scenario from being applied."""
    found, words = telling.found, telling.words
    title = words("What is not placed", "未安排去处")
    if found.may_be_applied:
        told = words(
            "Every operation can be done, and nothing is forgotten.",
            "所有操作均可执行，没有遗漏。",
        )
        return Section("not-placed", title, (Text(told, Tone.GOOD),))
    blocks: list[Block] = []
    if found.replayed.refusals:
        rows: list[tuple[Cell, ...]] = [
            (
                *(one.operation, words.operation(one.op)),
                *(one.message.what(telling.language), one.message.remedy(telling.language)),
            )
            for one in found.replayed.refusals
        ]
        columns = (
            *("#", words("Operation", "操作"), words("Why not", "原因")),
            words("What would let it", "处理方法"),
        )
        heading = words("Operations that cannot be done", "无法执行的操作")
        blocks.append(telling.table(columns, rows, heading))
    if found.missing:
        rows = [
            (
                telling.names.department(one.department),
                words.missing(one.kind),
                words.function(Function(one.key)) if one.kind == "accounts" else one.key,
                one.count if one.kind == "accounts" else one.name,
                one.message.what(telling.language),
                one.message.remedy(telling.language),
            )
            for one in found.missing
        ]
        columns = (
            *(words("Of", "原属"), words("Sort", "类别"), words("Key", "编码")),
            *(words("Name or number", "名称或数量"), words("What", "说明")),
            words("Remedy", "处理方法"),
        )
        heading = words("Things that nobody has", "无人承接的事项")
        blocks.append(telling.table(columns, rows, heading))
    return Section("not-placed", title, tuple(blocks))


def operations_section(telling: Telling) -> Section:
    """Return every operation with what it changes and why."""
    found, words = telling.found, telling.words
    causes = found.accounts.by_cause()
    steps = {step.number: step for step in found.replayed.steps}
    rows: list[tuple[Cell, ...]] = []
    for number, operation in enumerate(found.scenario.operations, start=1):
        about = subject(operation, telling.names)
        rows.append(
            (
                *(number, words.operation(operation.op), about.what, about.to),
                causes.get(number, 0),
                _things(telling, steps.get(number)),
                operation.why or "",
            )
        )
    columns = (
        *("#", words("Operation", "操作"), words("About", "对象"), words("To", "去向")),
        words("Functions of accounts", "客户职能数"),
        words("Things it changes", "改动事项"),
        words("Why", "原因"),
    )
    title = words("Operations", "操作")
    blocks = (telling.table(columns, rows),) if rows else (_nothing(telling),)
    return Section("operations", title, blocks)


def operation_told(telling: Telling, number: int) -> str:
    """Return an operation by its number and what it does."""
    operation = telling.found.scenario.operations[number - 1]
    return f"{number} {telling.words.operation(operation.op)}"


def _nothing(telling: Telling) -> Text:
    return Text(telling.words("The scenario has no operations.", "该方案没有操作。"))


def _things(telling: Telling, step: Step | None) -> str:
    words = telling.words
    if step is None:
        return words("cannot be done", "无法执行")
    counts = Counter(edit.part for edit in step.edits if _tells_more(edit))
    told = [f"{PARTS[part][telling.language]} {count:,}" for part, count in counts.items()]
    return words(", ", "、").join(told)


def _tells_more(edit: Edit) -> bool:
    """Tell whether a thing itself changes, not only that its template no longer makes it."""
    if edit.part not in MADE_FROM_TEMPLATES or edit.before is None or edit.after is None:
        return True
    own = {"made_from": None} | ({"template": None} if edit.part is Part.DEPARTMENTS else {})
    return replace(edit.before, **own) != replace(edit.after, **own)
