"""Rules that can do nothing: their conditions contradict each other, or they always lose.

A rule that merely waits for accounts is no fault: "could match" means any account that could be
added, not only those the plan holds. See docs/ownership.md for where the line is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.ownership.conditions import looks_at_level
from graph.ownership.dominance import Rivals
from graph.ownership.reach import Reach

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.keys import AccountKey, IndustryKey, RuleKey
    from graph.model.rules import AssignmentRule, Conditions
    from graph.model.vocabularies import Tier
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts


class FindingKind(StrEnum):
    """In what way a rule can do nothing."""

    NEVER_VALID = "never-valid"
    NEVER_MATCHES = "never-matches"
    NEVER_GIVES = "never-gives"
    ALWAYS_LOSES = "always-loses"


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that can do nothing, why, and for ALWAYS_LOSES the rules that always win."""

    rule: RuleKey
    kind: FindingKind
    explanation: str
    winners: tuple[RuleKey, ...] = ()


def findings(book: RuleBook, accounts: Mapping[AccountKey, Facts]) -> tuple[Finding, ...]:
    """Return the rules that can do nothing, by key, each with its first fault.

    `accounts` are all the plan's, by key: they say which tier a named customer has, and which
    industries lie inside it.
    """
    groups = _Groups(accounts)
    rivals = Rivals(book, groups.tiers)
    reach = Reach(book)
    found: list[Finding] = []
    for rule in sorted(book.rules, key=lambda rule: rule.key):
        finding = _finding(rule, groups, rivals, reach)
        if finding is not None:
            found.append(finding)
    return tuple(found)


class _Groups:
    """What the plan knows of each customer group, taken from its accounts."""

    def __init__(self, accounts: Mapping[AccountKey, Facts]) -> None:
        self.tiers: dict[AccountKey, Tier] = {}
        self.industries: dict[AccountKey, set[IndustryKey]] = {}
        self.units: set[AccountKey] = set()
        for key, facts in accounts.items():
            if facts.customer is None or facts.tier is None:
                continue
            self.tiers[facts.customer] = facts.tier
            self.industries.setdefault(facts.customer, set()).update(facts.industries)
            if key != facts.customer:
                self.units.add(key)


def _finding(rule: AssignmentRule, groups: _Groups, rivals: Rivals, reach: Reach) -> Finding | None:
    if rule.validity.is_empty():
        return Finding(rule.key, FindingKind.NEVER_VALID, "it ends on or before the day it begins")
    contradiction = next(_contradictions(rule.conditions, groups), None)
    if contradiction is not None:
        return Finding(rule.key, FindingKind.NEVER_MATCHES, contradiction)
    nowhere = reach.never_gives(rule)
    if nowhere is not None:
        return Finding(rule.key, FindingKind.NEVER_GIVES, nowhere)
    winners = rivals.always_beating(rule)
    if winners:
        named = ", ".join(winners)
        return Finding(
            rule.key,
            FindingKind.ALWAYS_LOSES,
            f"whatever it accepts, on whatever day, is decided by a stronger rule: {named}",
            winners,
        )
    return None


def _contradictions(conditions: Conditions, groups: _Groups) -> Iterator[str]:
    first, last = conditions.level_from, conditions.level_to
    if first is not None and last is not None and last < first:
        yield f"its levels begin at {first} and end at {last}"
    if looks_at_level(conditions) and last is not None and last < 1:
        yield f"its levels end at {last}, and the highest level, the group's, is 1"
    if not conditions.customers:
        return
    if conditions.customers <= groups.units:
        units = ", ".join(sorted(conditions.customers))
        yield f"it names subsidiaries ({units}) where rules look at customer groups only"
    known = [key for key in sorted(conditions.customers) if key in groups.tiers]
    if not known or len(known) < len(conditions.customers - groups.units):
        return
    tiered = [key for key in known if not conditions.tiers or groups.tiers[key] in conditions.tiers]
    if not tiered:
        tiers = ", ".join(f"{key} is {groups.tiers[key]}" for key in known)
        yield f"none of its customers has a tier it asks for: {tiers}"
    elif conditions.industries and all(
        conditions.industries.isdisjoint(groups.industries[key]) for key in tiered
    ):
        yield "none of its customers, nor any subsidiary of theirs, is in an industry it asks for"
