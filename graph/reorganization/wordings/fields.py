"""Fields of an organization's things and their values, in English and Chinese."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any, cast

from graph.model.intervals import Interval
from graph.model.rules import NamedTarget, RelativeTarget, VacantTarget
from graph.model.vocabularies import (
    Certainty,
    DepartmentKind,
    Function,
    Resource,
    Role,
    SplitBasis,
)
from graph.ownership.phrases import EN, FUNCTIONS, KINDS, ZH, lasting
from graph.reorganization.reports.words import PARTIES
from graph.reorganization.wordings.clashing import FIELD, FIELD_CHANGED
from graph.reorganization.wordings.messages import Phrase

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.reorganization.wordings.messages import Message

FIELDS = {
    "account": "客户",
    "acting": "代理",
    "as_written": "原文",
    "basis": "分配基础",
    "certainty": "确定程度",
    "conditions": "条件",
    "customers": "客户集团",
    "department": "部门",
    "folder": "所在分册",
    "fte": "编制",
    "function": "职能",
    "functions": "职能",
    "illustrative": "示例标记",
    "indicator": "指标",
    "industries": "行业",
    "key": "编码",
    "kind": "类型",
    "made_from": "模板来源",
    "name": "名称",
    "name_en": "英文名称",
    "other_departments": "其他部门",
    "outside": "外部参与方",
    "own_unit": "自有单位标记",
    "parent": "隶属",
    "parties": "承担部门",
    "period": "期间",
    "person": "人员",
    "post": "岗位",
    "priority": "优先级",
    "reason": "理由",
    "reports_to": "汇报对象",
    "resources": "资源",
    "role": "角色",
    "shares": "各方份额",
    "sources": "来源",
    "specialties": "专业",
    "specialty": "专业",
    "split": "分利",
    "stated": "原定承担方",
    "step": "步骤",
    "strategy": "策略",
    "target": "归属",
    "template": "模板",
    "territories": "井田",
    "territory": "井田",
    "unit": "单位",
    "validity": "有效期",
    "value": "数值",
    "within": "所在单位类型",
}
"""What the fields are called in Chinese; in English they are called as they are, but some."""
IN_ENGLISH = {"name_en": "English name", "fte": "full-time equivalents", "folder": "section"}
WORDS: dict[type[object], Mapping[Any, str]] = {
    DepartmentKind: {kind: told[ZH] for kind, told in KINDS.items()},
    Function: {function: told[ZH] for function, told in FUNCTIONS.items()},
    Role: {role: told[ZH] for role, told in PARTIES.items()},
    Resource: {
        Resource.SALES: "销售",
        Resource.CONSULTING: "咨询",
        Resource.IMPLEMENTATION: "实施",
    },
    Certainty: {
        Certainty.STATED: "确定",
        Certainty.UNCERTAIN: "不确定",
        Certainty.UNKNOWN: "未知",
    },
    SplitBasis: {
        SplitBasis.REVENUE: "收入",
        SplitBasis.PROFIT: "利润",
        SplitBasis.UNKNOWN: "未知",
    },
}
"""Values of vocabularies in Chinese; in English they are told as they are."""
SHOWN = 3
"""Values of a list that are named."""


def differing(was: Any, is_now: Any) -> Iterator[Message]:
    """Yield the fields in which two things of one sort differ, with values that are short."""
    for field in fields(was):
        before, after = getattr(was, field.name), getattr(is_now, field.name)
        if before == after:
            continue
        english = IN_ENGLISH.get(field.name, field.name.replace("_", " "))
        called = Phrase(english, FIELDS[field.name])
        old, new = _short(before), _short(after)
        if old is None or new is None:
            yield FIELD(field=called)
        else:
            yield FIELD_CHANGED(field=called, before=old, after=new)


def _short(value: object) -> Phrase | None:
    """Return a value in a few words; None: it would take many."""
    match value:
        case tuple() | frozenset():
            return _listed([*cast("tuple[object, ...]", value)])
        case Interval():
            return Phrase(lasting(value, EN), lasting(value, ZH))
        case NamedTarget():
            return Phrase(value.department, f"“{value.department}”")
        case RelativeTarget():
            kind = KINDS[value.within]
            return Phrase(
                f"{value.specialty} within the {kind[EN]}",
                f"覆盖{kind[ZH]}内的“{value.specialty}”",
            )
        case VacantTarget():
            return Phrase("nobody, on purpose", "有意空缺")
        case _:
            return None if is_dataclass(value) else _word(value)


def _listed(values: list[object]) -> Phrase | None:
    if any(is_dataclass(one) for one in values):
        return None
    if len(values) > SHOWN:
        return Phrase(f"{len(values)} of them", f"共{len(values)}项")
    words = sorted((_word(one) for one in values), key=lambda one: one.en)
    if not words:
        return _word(None)
    return Phrase(", ".join(one.en for one in words), "、".join(one.zh for one in words))


def _word(value: object) -> Phrase:
    if value is None:
        return Phrase("none", "无")
    if isinstance(value, bool):
        return Phrase("yes", "是") if value else Phrase("no", "否")
    chinese = WORDS.get(type(value))
    return Phrase(str(value), str(value) if chinese is None else chinese[value])
