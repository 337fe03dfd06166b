"""Rules that can do nothing, and tags that no account has."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.columns.sequences import frame_of
from graph.model.accounts import Customer, Subsidiary
from graph.model.rules import NamedTarget
from graph.ownership.books import RuleBook
from graph.ownership.checks import FindingKind, findings
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    UnitTemplateDocument,
)
from seed.documents.rules import RuleDocument
from seed.reading.messages import did_you_mean
from seed.resolving.accounts import telling_facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.problems import Problem
    from graph.model.rules import AssignmentRule
    from graph.ownership.checks import Finding
    from seed.reading.places import Path
    from seed.validation.drafts import Draft

_CODES: dict[FindingKind, tuple[Path, str, str, str]] = {
    FindingKind.NEVER_MATCHES: (
        ("when",),
        "rule-never-matches",
        "no account can ever match",
        "correct the conditions, or remove the rule",
    ),
    FindingKind.NEVER_GIVES: (
        ("assign",),
        "rule-never-gives",
        "it can never give a department",
        "correct what it assigns, or remove the rule",
    ),
    FindingKind.ALWAYS_LOSES: (
        (),
        "rule-always-loses",
        "it can never win",
        "raise its priority, narrow its conditions, or remove it",
    ),
}


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield rules that can do nothing, unless another problem may be the reason."""
    plan = draft.plan
    rules = {rule.key: rule for rule in plan.rules}
    places = {found.document.key: found.place for found in draft.entries.of(RuleDocument)}
    for finding in findings(RuleBook.from_plan(plan), telling_facts(plan)):
        if finding.kind in _CODES and not _excused(finding, rules[finding.rule], draft):
            path, code, what, remedy = _CODES[finding.kind]
            message = f"{what}: {finding.explanation}"
            yield places[finding.rule].problem(path, code, message, remedy)


def _excused(finding: Finding, rule: AssignmentRule, draft: Draft) -> bool:
    """Tell whether what the finding rests on is broken or missing itself."""
    if finding.kind is FindingKind.NEVER_MATCHES:
        named = rule.conditions.customers
        return (
            bool(draft.entries.hidden & {CustomerDocument, SubsidiaryDocument})
            or any(
                entry.text("customer") in named or entry.text("key") in named
                for entry in draft.broken(CustomerDocument, SubsidiaryDocument)
            )
            or draft.lacks_fields_of(named)
        )
    if finding.kind is FindingKind.NEVER_GIVES:
        known = {department.key for department in draft.departments}
        if isinstance(rule.target, NamedTarget):
            return rule.target.department not in known
        kinds = (CoverageDocument, DepartmentDocument, UnitTemplateDocument)
        return bool(draft.entries.hidden & {*kinds} or draft.broken(*kinds))
    return False


def warnings(draft: Draft) -> Iterator[Problem]:
    """Yield tags that rules ask for and no account has, with those that were perhaps meant."""
    if draft.entries.hidden & {CustomerDocument, SubsidiaryDocument}:
        return
    plan = draft.plan
    borne = {
        tag
        for frame in (frame_of(plan.customers, Customer), frame_of(plan.subsidiaries, Subsidiary))
        for tag in frame["tags"].explode().drop_nulls().unique().to_list()
    }
    for found in draft.entries.of(RuleDocument):
        for tag in found.document.when.tags:
            if tag not in borne:
                what = f"no account has the tag “{tag}”"
                remedy = did_you_mean(tag, sorted(borne)) or "tag accounts, or wait for some"
                yield found.place.problem(("when", "tags"), "unused-tag", what, remedy)
