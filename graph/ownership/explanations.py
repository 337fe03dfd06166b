"""Explanations in sentences, English or Chinese, for people who decide and not for machines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.answers import Ground, Why
from graph.ownership.clauses import beaten_clause, conditions_clause, source_clause, vacancy_opening
from graph.ownership.phrases import EN, FUNCTIONS, ROLES, called, lasting, listed

if TYPE_CHECKING:
    from graph.model.keys import ExceptionKey, RuleKey
    from graph.ownership.answers import Answer, Beaten, Explanation, Reason
    from graph.ownership.books import RuleBook
    from graph.ownership.phrases import Language

RANKING = frozenset(
    {
        Ground.EXCEPTION,
        Ground.PRIORITY,
        Ground.MORE_CONDITIONS,
        Ground.DEEPER_NESTING,
        Ground.NARROWER,
    }
)
MOST_BEATEN = 4
"""Only so many beaten rules are told one by one; the rest are counted."""


def text(explanation: Explanation, language: Language, book: RuleBook) -> str:
    """Return an explanation in sentences: who, by which rule, over which others, how long."""
    english = language is EN
    sentences = [_opening(explanation, language, book)]
    sentences.append(_origin(explanation, language, book))
    if explanation.trace is not None:
        sentences.append(_traced(explanation, language, book))
    if explanation.agreeing:
        others = listed([_name(key, language, book) for key in explanation.agreeing], language)
        sentences.append(
            f"Equally strong and of the same answer: {others}."
            if english
            else f"同等效力且结论相同：{others}。"
        )
    sentences += [beaten_text(one, language, book) for one in explanation.beaten[:MOST_BEATEN]]
    more = len(explanation.beaten) - MOST_BEATEN
    if more > 0:
        sentences.append(
            f"{more} more did not win either." if english else f"另有{more}条规则也未胜出。"
        )
    sentences.append(_stated_in(explanation, language, book))
    return (" " if english else "").join(sentence for sentence in sentences if sentence)


def beaten_text(beaten: Beaten, language: Language, book: RuleBook) -> str:
    """Return why one rule or exception did not win, in a sentence."""
    source = source_clause(beaten.rule, beaten.exception, language, book)
    departments = listed(
        [called(key, book.department_by_key, language) for key in beaten.departments], language
    )
    clause = beaten_clause(beaten, language, book)
    if language is EN:
        gives = "nobody, on purpose" if beaten.vacant else departments
        told = f", for {gives}," if gives else ""
        if beaten.ground is Ground.TIED:
            return f"{source[:1].upper()}{source[1:]}{told} is exactly as strong."
        verb = "was beaten" if beaten.ground in RANKING else "gave no answer"
        return f"{source[:1].upper()}{source[1:]}{told} {verb}: {clause}."
    gives = "特意留空" if beaten.vacant else departments
    told = f"（给出：{gives}）" if gives else ""
    if beaten.ground is Ground.TIED:
        return f"{source}{told}效力完全相同。"
    verb = "落选" if beaten.ground in RANKING else "未给出结论"
    return f"{source}{told}{verb}：{clause}。"


def reason_text(reason: Reason, language: Language, book: RuleBook) -> str:
    """Return why a function is vacant, vacant on purpose or in conflict, in sentences."""
    english = language is EN
    function = FUNCTIONS[reason.function][language]
    if reason.why is Why.ON_PURPOSE and reason.vacating:
        return text(reason.vacating[0], language, book)
    if reason.why is Why.TIED:
        opening = (
            f"Who owns {function} is in conflict: these are equally strong, and the plan must "
            "settle it."
            if english
            else f"{function}归属冲突：以下各项效力相同，须由计划明确。"
        )
        told = [beaten_text(one, language, book) for one in reason.tied]
    else:
        opening = vacancy_opening(reason, language)
        told = [beaten_text(one, language, book) for one in reason.passed_over[:MOST_BEATEN]]
    return (" " if english else "").join((opening, *told))


def answer_text(answer: Answer, language: Language, book: RuleBook) -> str:
    """Return the whole of an answer's owner side in sentences; supporters have their own."""
    if answer.reason is not None:
        return reason_text(answer.reason, language, book)
    assignments = (answer.owner,) if answer.owner is not None else answer.supporters
    told = [text(assignment.explanation, language, book) for assignment in assignments]
    return (" " if language is EN else "").join(told)


def _opening(explanation: Explanation, language: Language, book: RuleBook) -> str:
    function = FUNCTIONS[explanation.function][language]
    if explanation.department is None:
        stated = _clause(explanation.reason)
        if language is EN:
            return f"Nobody {ROLES[explanation.role][language]} {function}, on purpose: {stated}."
        return f"{function}特意留空：{stated}。"
    department = called(explanation.department, book.department_by_key, language)
    tied = explanation.ground is Ground.TIED
    if language is EN:
        verb = "is a candidate for" if tied else ROLES[explanation.role][language]
        return f"{department} {verb} {function}."
    return f"{department}{'是候选' if tied else ROLES[explanation.role][language]}{function}。"


def _clause(stated: str | None) -> str:
    """Return what a planner wrote without its full stop: a sentence goes on around it."""
    return (stated or "").strip().rstrip(".。")


def _origin(explanation: Explanation, language: Language, book: RuleBook) -> str:
    source = source_clause(explanation.rule, explanation.exception, language, book)
    validity = lasting(explanation.validity, language)
    if explanation.exception is not None:
        why = _clause(explanation.reason) if explanation.department is not None else ""
        if language is EN:
            told = f", because: {why}" if why else ""
            return f"By {source}, valid {validity}{told}."
        told = f"，原因：{why}" if why else ""
        return f"依据{source}，有效期{validity}{told}。"
    rule = book.rule_by_key.get(explanation.rule) if explanation.rule is not None else None
    looks_at = conditions_clause(rule.conditions, language, book) if rule is not None else ""
    if language is EN:
        return f"By {source}, which looks at {looks_at} and is valid {validity}."
    return f"依据{source}，适用于{looks_at}，有效期{validity}。"


def _traced(explanation: Explanation, language: Language, book: RuleBook) -> str:
    trace = explanation.trace
    if trace is None or trace.unit is None or trace.territory is None:
        return ""
    unit = called(trace.unit, book.department_by_key, language)
    territory = called(trace.territory, book.territory_by_key, language)
    specialty = called(trace.specialty, book.specialty_by_key, language)
    if language is EN:
        return f"{territory} is covered by {unit}; this is its department for “{specialty}”."
    return f"{territory}由{unit}覆盖，该部门是其中负责“{specialty}”的部门。"


def _stated_in(explanation: Explanation, language: Language, book: RuleBook) -> str:
    places = [
        f"{source.document}, {source.section}"
        if language is EN
        else f"{source.document}·{source.section}"
        for key in explanation.sources
        if (source := book.source_by_key.get(key)) is not None
    ]
    if not places:
        return ""
    return f"Stated in: {'; '.join(places)}." if language is EN else f"出处：{'；'.join(places)}。"


def _name(key: RuleKey | ExceptionKey, language: Language, book: RuleBook) -> str:
    return called(key, {**book.rule_by_key, **book.exception_by_key}, language)
