"""Parts of sentences about rules: what they look at, and why one did not win."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.answers import Ground, Why
from graph.ownership.conditions import looks_at_level
from graph.ownership.phrases import EN, FUNCTIONS, KINDS, ROLES, TIERS, ZH, called, listed

if TYPE_CHECKING:
    from graph.model.keys import ExceptionKey, RuleKey
    from graph.model.rules import Conditions
    from graph.ownership.answers import Beaten, Reason
    from graph.ownership.books import RuleBook
    from graph.ownership.phrases import Language

PLAIN = {
    Ground.UNOPPOSED: {EN: "nothing else answers", ZH: "没有其他规则给出结论"},
    Ground.EXCEPTION: {
        EN: "a named exception goes before any rule",
        ZH: "指名例外优先于任何规则",
    },
    Ground.PRIORITY: {EN: "its priority is lower", ZH: "其优先级较低"},
    Ground.MORE_CONDITIONS: {EN: "it has fewer conditions", ZH: "其条件较少"},
    Ground.DEEPER_NESTING: {
        EN: "its industries and territories are wider",
        ZH: "其行业或井田范围更大",
    },
    Ground.NARROWER: {
        EN: "it accepts whatever the winning rule accepts, and more",
        ZH: "其适用范围包含胜出规则的范围且更宽",
    },
    Ground.TIED: {EN: "it is exactly as strong", ZH: "其效力完全相同"},
    Ground.DEPARTMENT_UNKNOWN: {
        EN: "its department is not in the plan",
        ZH: "其指定的部门不在计划中",
    },
    Ground.NOT_YET_VALID: {EN: "it is not yet valid on that day", ZH: "当日尚未生效"},
    Ground.EXPIRED: {EN: "it is over on that day", ZH: "当日已失效"},
}


def source_clause(
    rule: RuleKey | None, exception: ExceptionKey | None, language: Language, book: RuleBook
) -> str:
    """Return "the rule “…”" or "the exception “…”"."""
    if rule is not None:
        name = called(rule, book.rule_by_key, language)
        return f"the rule “{name}”" if language is EN else f"规则“{name}”"
    if exception is None:
        return ""
    name = called(exception, book.exception_by_key, language)
    return f"the exception “{name}”" if language is EN else f"例外“{name}”"


def conditions_clause(conditions: Conditions, language: Language, book: RuleBook) -> str:
    """Return the accounts that conditions accept: "strategic accounts, level 2"."""
    english = language is EN
    tiers = [TIERS[tier][language] for tier in sorted(conditions.tiers)]
    parts: list[str] = []
    if conditions.customers:
        names = [called(key, book.account_by_key, language) for key in sorted(conditions.customers)]
        parts.append(f"{'customer ' if english else '客户'}{listed(names, language)}")
    if tiers:
        told = listed(tiers, language)
        parts.append(f"{told} accounts" if english else f"{told}客户")
    if looks_at_level(conditions):
        parts.append(level_clause(conditions, language))
    if conditions.industries:
        names = [
            called(key, book.industry_by_key, language) for key in sorted(conditions.industries)
        ]
        parts.append(f"{'industry ' if english else '行业'}{listed(names, language)}")
    if conditions.territories:
        names = [
            called(key, book.territory_by_key, language) for key in sorted(conditions.territories)
        ]
        parts.append(f"{'territory ' if english else '井田'}{listed(names, language)}")
    if conditions.tags:
        tags = ", ".join(sorted(conditions.tags))
        parts.append(f"tagged {tags}" if english else f"标记{tags}")
    if not parts:
        return "all accounts" if english else "所有客户"
    return ", ".join(parts) if english else "，".join(parts)


def level_clause(conditions: Conditions, language: Language) -> str:
    """Return the levels accepted: "level 2", "levels 2 to 3", "level 3 and below"."""
    first, last = conditions.level_from, conditions.level_to
    if first is not None and first == last:
        return f"level {first}" if language is EN else f"{first}级单位"
    if first is not None and last is not None:
        return f"levels {first} to {last}" if language is EN else f"{first}至{last}级单位"
    if first is not None:
        return f"level {first} and deeper" if language is EN else f"{first}级及以下单位"
    return f"down to level {last}" if language is EN else f"{last}级及以上单位"


def beaten_clause(beaten: Beaten, language: Language, book: RuleBook) -> str:
    """Return why a rule or exception did not win, as a clause about it."""
    english = language is EN
    validity = None
    if beaten.rule is not None and beaten.rule in book.rule_by_key:
        validity = book.rule_by_key[beaten.rule].validity
    if beaten.exception is not None and beaten.exception in book.exception_by_key:
        validity = book.exception_by_key[beaten.exception].validity
    if beaten.ground is Ground.EXPIRED and validity is not None and validity.until is not None:
        return f"it ended on {validity.until}" if english else f"已于{validity.until}失效"
    if beaten.ground is Ground.NOT_YET_VALID and validity is not None and validity.start:
        return f"it begins on {validity.start}" if english else f"自{validity.start}起才生效"
    if beaten.ground is Ground.DEPARTMENT_NOT_VALID:
        names = listed(
            [called(key, book.department_by_key, language) for key in beaten.departments], language
        )
        return f"{names} does not exist on that day" if english else f"{names}当日不存在"
    if beaten.ground in {Ground.NOT_COVERED, Ground.NO_SUCH_SPECIALTY}:
        return _gap_clause(beaten, language, book)
    return PLAIN[beaten.ground][language]


def _gap_clause(beaten: Beaten, language: Language, book: RuleBook) -> str:
    english = language is EN
    trace = beaten.trace
    if trace is None:
        return "no unit covers the territory" if english else "没有单位覆盖其井田"
    kind = KINDS[trace.within][language]
    if beaten.ground is Ground.NO_SUCH_SPECIALTY and trace.unit is not None:
        unit = called(trace.unit, book.department_by_key, language)
        specialty = called(trace.specialty, book.specialty_by_key, language)
        if english:
            return f"{unit} has no department for “{specialty}” on that day"
        return f"{unit}当日没有负责“{specialty}”的部门"
    if trace.territory is None:
        if english:
            return f"the account lies in no territory that a {kind} covers"
        return f"该客户不在任何{kind}覆盖的井田内"
    territory = called(trace.territory, book.territory_by_key, language)
    return f"no {kind} covers {territory}" if english else f"没有{kind}覆盖{territory}"


def vacancy_opening(reason: Reason, language: Language) -> str:
    """Return the first sentence about a vacancy that nobody intended."""
    function = FUNCTIONS[reason.function][language]
    verb = ROLES[reason.role][language]
    english, chinese = {
        Why.NO_RULE_FOR_FUNCTION: (
            f"No rule or exception of the plan says who owns or supports {function}.",
            f"计划中没有关于{function}归属的规则或例外。",
        ),
        Why.NO_RULE_MATCHES: (
            f"Nobody {verb} {function}: no rule looks at such accounts.",
            f"{function}无人{verb}：没有适用于此类客户的规则。",
        ),
        Why.NO_RULE_VALID: (
            f"Nobody {verb} {function}: what looks at such accounts is not valid on that day.",
            f"{function}无人{verb}：适用于此类客户的规则当日均无效。",
        ),
    }.get(
        reason.why,
        (
            f"Nobody {verb} {function}: the rules for such accounts gave no department.",
            f"{function}无人{verb}：适用于此类客户的规则没有给出部门。",
        ),
    )
    return english if language is EN else chinese
