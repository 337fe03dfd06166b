"""The loads of departments: accounts for each person, and who is above a capacity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reorganization.load_texts import standing_text
from graph.reorganization.reports.documents import Section, Text, Tone

if TYPE_CHECKING:
    from graph.reorganization.loads import Load
    from graph.reorganization.reports.documents import Cell
    from graph.reorganization.reports.tellings import Telling


def loads_section(telling: Telling) -> Section:
    """Return the loads that change, the worst first."""
    words, loads = telling.words, telling.found.loads.changes
    title = words("Load per person", "人均负荷")
    if not loads:
        return Section("loads", title, (Text(words("No load changes.", "负荷不变。"), Tone.GOOD),))
    note = words(
        "Accounts that a department owns for a function, or supports where that is all there is;"
        " people who hold a post there on that day.",
        "客户：部门就该职能负责的客户；无负责方的职能，则为其支持的客户。人数：当日在该部门任职的人。",
    )
    columns = (
        *(words("Department", "部门"), words("Function", "职能")),
        *(words("Accounts before", "客户数（前）"), words("after", "（后）")),
        *(words("People before", "人数（前）"), words("after", "（后）")),
        *(words("Accounts per person before", "人均客户（前）"), words("after", "（后）")),
        *(words("Capacity per person", "每人能力"), words("What of it", "情况")),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(telling.names.department(one.department), words.function(one.function)),
            *(one.before.accounts, one.after.accounts, one.before.people, one.after.people),
            *(_per_person(telling, one.before), _per_person(telling, one.after)),
            *(one.capacity, standing_text(one, words)),
        )
        for one in loads
    ]
    return Section("loads", title, (Text(note), telling.table(columns, rows)))


def _per_person(telling: Telling, side: Load) -> Cell:
    """Return accounts for each person; where nobody is, that is said, never infinity or 0."""
    return telling.words("no people", "无人") if side.per_person is None else side.per_person
