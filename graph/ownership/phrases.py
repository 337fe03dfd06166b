"""The words texts are made of, in English and Chinese, and how things are called in each."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model.vocabularies import DepartmentKind, Function, Role, Tier

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from graph.model.entities import Entity
    from graph.model.intervals import Interval
    from graph.ownership.facts import KeyT


class Language(StrEnum):
    """The languages texts are written in."""

    EN = "en"
    ZH = "zh"


EN, ZH = Language.EN, Language.ZH

FUNCTIONS = {
    Function.SALES: {EN: "sales", ZH: "销售"},
    Function.RELATIONSHIP: {EN: "the customer relationship", ZH: "客户关系"},
    Function.DELIVERY: {EN: "delivery", ZH: "交付"},
    Function.PRESALES: {EN: "presales", ZH: "售前支持"},
    Function.SALES_SUPPORT: {EN: "sales support", ZH: "销售支持"},
    Function.MARKETING: {EN: "marketing", ZH: "市场活动"},
    Function.IMPLEMENTATION: {EN: "implementation", ZH: "实施"},
    Function.PARTNER: {EN: "partner cooperation", ZH: "伙伴合作"},
}
ROLES = {
    Role.OWNER: {EN: "owns", ZH: "负责"},
    Role.SUPPORTER: {EN: "supports", ZH: "支持"},
}
TIERS = {
    Tier.STRATEGIC: {EN: "strategic", ZH: "战略"},
    Tier.VIP: {EN: "VIP", ZH: "VIP"},
    Tier.PROTOTYPE: {EN: "prototype", ZH: "原型"},
    Tier.REGULAR: {EN: "regular", ZH: "普通"},
}
KINDS = {
    DepartmentKind.HEADQUARTERS: {EN: "headquarters", ZH: "总部"},
    DepartmentKind.DIVISION: {EN: "division", ZH: "本部"},
    DepartmentKind.REGION: {EN: "region", ZH: "大区"},
    DepartmentKind.BRANCH: {EN: "branch", ZH: "分公司"},
    DepartmentKind.DEPARTMENT: {EN: "department", ZH: "部门"},
    DepartmentKind.TEAM: {EN: "team", ZH: "小组"},
}


def called(key: KeyT, entities: Mapping[KeyT, Entity], language: Language) -> str:
    """Return a thing's name in the language, with the other in brackets; its key if unknown."""
    entity = entities.get(key)
    if entity is None:
        return key
    if entity.name_en is None or entity.name_en == entity.name:
        return entity.name
    if language is EN:
        return f"{entity.name_en} ({entity.name})"
    return f"{entity.name}（{entity.name_en}）"


def listed(names: list[str], language: Language) -> str:
    """Return names as a list in a sentence."""
    if language is ZH:
        return "、".join(names)
    if len(names) <= 1:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def lasting(validity: Interval, language: Language) -> str:
    """Return how long something is valid; the end is the first day it no longer is."""
    start, until = _day(validity.start), _day(validity.until)
    if language is EN:
        if start and until:
            return f"from {start} until {until}"
        return f"from {start}" if start else f"until {until}" if until else "at any time"
    if start and until:
        return f"自{start}起至{until}（不含）"
    return f"自{start}起" if start else f"至{until}（不含）" if until else "长期"


def _day(day: date | None) -> str:
    return "" if day is None else day.isoformat()
