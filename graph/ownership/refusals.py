"""The answer to "why not that department?" in sentences, English or Chinese."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.answers import Ground
from graph.ownership.clauses import level_clause, source_clause
from graph.ownership.conditions import Dimension
from graph.ownership.explanations import answer_text, beaten_text
from graph.ownership.phrases import EN, FUNCTIONS, KINDS, TIERS, called, lasting, listed
from graph.ownership.why_not import WhyNotKind

if TYPE_CHECKING:
    from graph.model.rules import Conditions
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts
    from graph.ownership.phrases import Language
    from graph.ownership.why_not import NearMiss, WhyNot


def why_not_text(why_not: WhyNot, language: Language, book: RuleBook) -> str:
    """Return why a department does not own, then who does, in sentences."""
    sentences = [_opening(why_not, language, book)]
    sentences += [beaten_text(one, language, book) for one in why_not.beaten]
    sentences += [
        _miss_text(one, why_not.question.facts, language, book) for one in why_not.nearest
    ]
    if why_not.role is Role.OWNER:
        sentences += _support(why_not, language, book)
    if why_not.kind is not WhyNotKind.IS_CANDIDATE:
        sentences.append(answer_text(why_not.answer, language, book))
    return (" " if language is EN else "").join(sentences)


def _support(why_not: WhyNot, language: Language, book: RuleBook) -> list[str]:
    department = why_not.question.department
    if all(one.department != department for one in why_not.answer.supporters):
        return []
    name = called(department, book.department_by_key, language)
    return [f"{name} supports it." if language is EN else f"{name}对此提供支持。"]


def _opening(why_not: WhyNot, language: Language, book: RuleBook) -> str:
    department = called(why_not.question.department, book.department_by_key, language)
    function = FUNCTIONS[why_not.question.function][language]
    owner, day = why_not.role is Role.OWNER, why_not.question.day
    entity = book.department_by_key.get(why_not.question.department)
    valid = "" if entity is None else lasting(entity.validity, language)
    if language is EN:
        verb = "own" if owner else "support"
        told = {
            WhyNotKind.IS_OWNER: f"{department} does {verb} {function}.",
            WhyNotKind.IS_CANDIDATE: f"{department} is a candidate, but others are as strong: "
            f"the owner of {function} is in conflict until the plan settles it.",
            WhyNotKind.DEPARTMENT_UNKNOWN: f"{department} is not a department of the plan.",
            WhyNotKind.DEPARTMENT_NOT_VALID: f"{department} does not exist on {day}: "
            f"it is valid {valid}.",
            WhyNotKind.BEATEN: f"{department} does not {verb} {function}: its rule was beaten.",
            WhyNotKind.NO_RULE: f"No rule or exception lets {department} {verb} {function}.",
        }
        return told.get(why_not.kind, f"{department} does not {verb} {function}.")
    verb = "负责" if owner else "支持"
    told = {
        WhyNotKind.IS_OWNER: f"{department}正是{verb}{function}的部门。",
        WhyNotKind.IS_CANDIDATE: f"{department}是候选之一，但另有同等效力者："
        f"{function}归属冲突，须由计划明确。",
        WhyNotKind.DEPARTMENT_UNKNOWN: f"{department}不是计划中的部门。",
        WhyNotKind.DEPARTMENT_NOT_VALID: f"{department}在{day}不存在，其有效期{valid}。",
        WhyNotKind.BEATEN: f"{department}不{verb}{function}：其规则落选。",
        WhyNotKind.NO_RULE: f"没有规则或例外让{department}{verb}{function}。",
    }
    return told.get(why_not.kind, f"{department}不{verb}{function}。")


def _miss_text(miss: NearMiss, facts: Facts, language: Language, book: RuleBook) -> str:
    source = source_clause(miss.rule, miss.exception, language, book)
    rule = book.rule_by_key.get(miss.rule) if miss.rule is not None else None
    faults = _untimely(miss, language, book)
    if rule is not None:
        faults += [_fault(one, rule.conditions, facts, language, book) for one in miss.failing]
    faults += _elsewhere(miss, language, book)
    if language is EN:
        return f"{source[:1].upper()}{source[1:]} would name it, but {', and '.join(faults)}."
    return f"{source}可以指定该部门，但{'，且'.join(faults)}。"


def _untimely(miss: NearMiss, language: Language, book: RuleBook) -> list[str]:
    if miss.untimely is None:
        return []
    rule = book.rule_by_key.get(miss.rule) if miss.rule is not None else None
    source = rule or (book.exception_by_key.get(miss.exception) if miss.exception else None)
    valid = "" if source is None else lasting(source.validity, language)
    over = miss.untimely is Ground.EXPIRED
    if language is EN:
        return [f"it is {'over' if over else 'not yet valid'}: it is valid {valid}"]
    return [f"其{'已失效' if over else '尚未生效'}：有效期{valid}"]


def _elsewhere(miss: NearMiss, language: Language, book: RuleBook) -> list[str]:
    trace = miss.elsewhere
    if trace is None:
        return []
    english = language is EN
    kind = KINDS[trace.within][language]
    if trace.unit is None and trace.territory is None:
        return [f"no {kind} covers its territory" if english else f"没有{kind}覆盖其井田"]
    territory = called(trace.territory, book.territory_by_key, language) if trace.territory else ""
    if trace.unit is None:
        return [f"no {kind} covers {territory}" if english else f"没有{kind}覆盖{territory}"]
    unit = called(trace.unit, book.department_by_key, language)
    return [f"{territory} is covered by {unit}" if english else f"{territory}由{unit}覆盖"]


def _fault(
    dimension: Dimension,
    conditions: Conditions,
    facts: Facts,
    language: Language,
    book: RuleBook,
) -> str:
    asked, has = _compared(dimension, conditions, facts, language, book)
    if language is EN:
        return f"it asks for {asked} and this account has {has or 'none'}"
    return f"其要求{asked}，而该客户为{has or '无'}"


def _compared(
    dimension: Dimension,
    conditions: Conditions,
    facts: Facts,
    language: Language,
    book: RuleBook,
) -> tuple[str, str]:
    """Return what a condition asks for, and what the account has."""
    english = language is EN
    if dimension is Dimension.LEVEL:
        has = f"level {facts.level}" if english else f"{facts.level}级"
        return level_clause(conditions, language), has
    if dimension is Dimension.TIERS:
        tiers = listed([TIERS[tier][language] for tier in sorted(conditions.tiers)], language)
        has = TIERS[facts.tier][language] if facts.tier is not None else ""
        return (f"tier {tiers}" if english else f"{tiers}客户"), has
    if dimension is Dimension.TAGS:
        asked = ", ".join(sorted(conditions.tags))
        has = ", ".join(sorted(facts.tags))
        return (f"the tags {asked}" if english else f"标记{asked}"), has
    if dimension is Dimension.CUSTOMERS:
        values, mine, entities = conditions.customers, facts.customer, book.account_by_key
        word = "customer" if english else "客户"
    elif dimension is Dimension.INDUSTRIES:
        values, entities = conditions.industries, book.industry_by_key
        mine = next(iter(facts.industries), None)
        word = "industry" if english else "行业"
    else:
        values, entities = conditions.territories, book.territory_by_key
        mine = next(iter(facts.territories), None)
        word = "territory" if english else "井田"
    names = {str(key): entity for key, entity in entities.items()}
    asked = listed([called(str(value), names, language) for value in sorted(values)], language)
    has = called(str(mine), names, language) if mine is not None else ""
    return (f"{word} {asked}" if english else f"{word}{asked}"), has
