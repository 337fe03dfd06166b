"""The words of reports, in English and Chinese."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.vocabularies import Function, ResponsibilityRole, Role
from graph.ownership.answers import Status
from graph.ownership.changes import Turn
from graph.ownership.phrases import EN, FUNCTIONS, ZH
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from graph.ownership.phrases import Language

TURNS = {
    Turn.CONFLICT_APPEARS: {EN: "several owners at once", ZH: "出现冲突"},
    Turn.VACANCY_APPEARS: {EN: "becomes vacant", ZH: "出现空缺"},
    Turn.OWNER_CHANGES: {EN: "owner changes", ZH: "负责部门变更"},
    Turn.CONFLICT_VANISHES: {EN: "no longer in conflict", ZH: "冲突消除"},
    Turn.VACANCY_VANISHES: {EN: "no longer vacant", ZH: "空缺消除"},
    Turn.SUPPORTERS_CHANGE: {EN: "supporters change", ZH: "支持部门变更"},
}
STATUSES = {
    Status.ASSIGNED: {EN: "assigned", ZH: "已分配"},
    Status.VACANT: {EN: "vacant", ZH: "空缺"},
    Status.DELIBERATELY_VACANT: {EN: "vacant on purpose", ZH: "有意空缺"},
    Status.CONFLICT: {EN: "in conflict", ZH: "冲突"},
}
PARTIES = {
    Role.OWNER: {EN: "owner", ZH: "负责"},
    Role.SUPPORTER: {EN: "support", ZH: "支持"},
}
DUTY_ROLES = {
    ResponsibilityRole.RESPONSIBLE: {EN: "responsible", ZH: "负责"},
    ResponsibilityRole.INVITES: {EN: "invites", ZH: "邀请"},
    ResponsibilityRole.ORGANIZES: {EN: "organizes", ZH: "组织"},
    ResponsibilityRole.PLANS: {EN: "plans", ZH: "策划"},
    ResponsibilityRole.SPEAKS: {EN: "speaks", ZH: "演讲"},
    ResponsibilityRole.FOLLOWS_UP: {EN: "follows up", ZH: "跟进"},
    ResponsibilityRole.SUPPORTS: {EN: "supports", ZH: "支持"},
}
PARTS = {
    Part.DEPARTMENTS: {EN: "departments", ZH: "部门"},
    Part.COVERAGES: {EN: "coverages", ZH: "井田覆盖"},
    Part.POSTS: {EN: "posts", ZH: "岗位"},
    Part.HOLDINGS: {EN: "holdings", ZH: "任职"},
    Part.RULES: {EN: "rules", ZH: "规则"},
    Part.EXCEPTIONS: {EN: "exceptions", ZH: "例外"},
    Part.RESPONSIBILITIES: {EN: "responsibilities", ZH: "职责"},
    Part.TARGETS: {EN: "targets", ZH: "指标值"},
    Part.SPLITS: {EN: "revenue splits", ZH: "分利"},
    Part.UNIT_TARGETS: {EN: "targets for every unit", ZH: "统一指标值"},
}
SORTS = {
    Part.DEPARTMENTS: {EN: "department", ZH: "部门"},
    Part.COVERAGES: {EN: "coverage", ZH: "井田覆盖"},
    Part.POSTS: {EN: "post", ZH: "岗位"},
    Part.HOLDINGS: {EN: "holding", ZH: "任职"},
    Part.RULES: {EN: "rule", ZH: "规则"},
    Part.EXCEPTIONS: {EN: "exception", ZH: "例外"},
    Part.RESPONSIBILITIES: {EN: "responsibility", ZH: "职责"},
    Part.TARGETS: {EN: "target", ZH: "指标值"},
    Part.SPLITS: {EN: "revenue split", ZH: "分利"},
    Part.UNIT_TARGETS: {EN: "target for every unit", ZH: "统一指标值"},
}
"""What one thing of a part is called."""
MISSING_KINDS = {
    "coverage": "井田覆盖",
    "post": "岗位",
    "rule": "规则",
    "exception": "例外",
    "responsibility": "职责",
    "target": "指标值",
    "revenue split": "分利",
    "department": "部门",
    "accounts": "客户",
}
OPERATIONS = {
    "create-department": {EN: "Create a department", ZH: "新设部门"},
    "rename-department": {EN: "Rename a department", ZH: "部门改名"},
    "change-department": {EN: "Change a department", ZH: "调整部门"},
    "move-department": {EN: "Move a department", ZH: "部门调整隶属"},
    "merge-departments": {EN: "Merge departments", ZH: "合并部门"},
    "split-department": {EN: "Split a department", ZH: "拆分部门"},
    "dissolve-department": {EN: "Dissolve a department", ZH: "撤销部门"},
    "open-unit": {EN: "Open a unit", ZH: "新设大区或分公司"},
    "close-unit": {EN: "Close a unit", ZH: "撤销大区或分公司"},
    "transfer-territories": {EN: "Transfer territories", ZH: "划转井田"},
    "transfer-customers": {EN: "Transfer customers", ZH: "划转客户集团"},
    "transfer-subsidiaries": {EN: "Transfer subsidiaries", ZH: "划转下级单位"},
    "add-rule": {EN: "Add a rule", ZH: "新增规则"},
    "change-rule": {EN: "Change a rule", ZH: "修改规则"},
    "end-rule": {EN: "End a rule", ZH: "终止规则"},
    "add-exception": {EN: "Add an exception", ZH: "新增例外"},
    "change-exception": {EN: "Change an exception", ZH: "修改例外"},
    "end-exception": {EN: "End an exception", ZH: "终止例外"},
    "reassign-responsibility": {EN: "Reassign a responsibility", ZH: "职责移交"},
    "move-posts": {EN: "Move posts", ZH: "岗位调动"},
    "move-people": {EN: "Move people", ZH: "人员调动"},
    "reallocate-target": {EN: "Reallocate a target", ZH: "重新分配指标"},
    "reallocate-split": {EN: "Reallocate a revenue split", ZH: "重新分利"},
    "sign-off-vacancy": {EN: "Sign off a vacancy", ZH: "签批空缺"},
}


@dataclass(frozen=True, slots=True)
class Words:
    """Says things in one language."""

    language: Language

    def __call__(self, english: str, chinese: str) -> str:
        """Return what is said in the language."""
        return english if self.language is EN else chinese

    def function(self, function: Function) -> str:
        """Return what an account is owned or supported for."""
        return FUNCTIONS[function][self.language].removeprefix("the ")

    def operation(self, op: str) -> str:
        """Return what an operation does."""
        return OPERATIONS[op][self.language]

    def missing(self, kind: str) -> str:
        """Return what sort of thing is not placed."""
        return self(kind, MISSING_KINDS[kind])

    def listed(self, names: list[str], most: int = 3) -> str:
        """Return the first names, and that there are more."""
        more = " …" if len(names) > most else ""
        return self(", ", "、").join(names[:most]) + more
