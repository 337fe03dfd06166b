"""An impact in a few numbers, by which scenarios are compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.changes import Turn
from graph.ownership.phrases import EN, ZH
from graph.reorganization.organizations import Part
from graph.reorganization.reports.words import TURNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.ownership.phrases import Language
    from graph.reorganization.impacts import Impact


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of an impact; `key` stays the same, whatever it is called."""

    key: str
    labels: Mapping[Language, str]
    value: int

    def label(self, language: Language) -> str:
        """Return what it is called."""
        return self.labels[language]


LABELS: dict[str, dict[Language, str]] = {
    "accounts": {EN: "accounts that change", ZH: "变动的客户"},
    **{
        turn.value: {
            EN: f"functions of accounts: {TURNS[turn][EN]}",
            ZH: f"客户职能：{TURNS[turn][ZH]}",
        }
        for turn in Turn
    },
    "missing": {EN: "things not placed", ZH: "未安排去处的事项"},
    "refusals": {EN: "operations that cannot be done", ZH: "无法执行的操作"},
    "scattered": {EN: "key accounts that get more scattered", ZH: "归属更分散的大客户"},
    "departments-above-capacity": {EN: "departments above capacity", ZH: "超出能力的部门"},
    "departments-without-people": {
        EN: "departments with accounts and no people",
        ZH: "有客户而无人的部门",
    },
    "departments-ended": {EN: "departments no more", ZH: "撤销的部门"},
    "departments-new": {EN: "departments new", ZH: "新设的部门"},
    "posts": {EN: "posts that move, begin or end", ZH: "调动、新设或撤销的岗位"},
    "people": {EN: "people who change their post", ZH: "变动岗位的人员"},
    "targets": {EN: "departments whose targets change", ZH: "指标变化的部门"},
}
"""What each figure is called, by its key, in the order in which they are told."""


def figures(found: Impact) -> list[Figure]:
    """Return the figures of an impact: always all of them, in the order of `LABELS`."""
    totals = found.accounts.totals()
    departments = [edit for edit in found.replayed.edits if edit.part is Part.DEPARTMENTS]
    with_targets = {one.department for one in found.indicators} - {None}
    values = {
        "accounts": found.accounts.accounts(),
        **{turn.value: totals.get(turn, 0) for turn in Turn},
        "missing": len(found.missing),
        "refusals": len(found.replayed.refusals),
        "scattered": sum(one.growth > 0 for one in found.accounts.scattered),
        "departments-above-capacity": len({one.department for one in found.loads.above}),
        "departments-without-people": len({one.department for one in found.loads.unserved}),
        "departments-ended": sum(edit.after is None for edit in departments),
        "departments-new": sum(edit.before is None for edit in departments),
        "posts": len(found.posts),
        "people": len(found.people),
        "targets": len(with_targets),
    }
    return [Figure(key, labels, values[key]) for key, labels in LABELS.items()]
