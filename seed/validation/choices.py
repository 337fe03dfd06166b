"""Entries that must choose: one party, one assignment, a step or a function."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from seed.documents.fields import UNIT_KINDS
from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    UnitTemplateDocument,
)
from seed.documents.rules import ExceptionDocument, RuleDocument
from seed.documents.strategies import ResponsibilityDocument, SplitDocument, TargetDocument
from seed.reading.messages import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.problems import Problem
    from seed.documents.rules import AssignDocument
    from seed.documents.strategies import PartyDocument
    from seed.reading.entries import Found
    from seed.reading.places import Path, Place
    from seed.validation.drafts import Draft

WHOLE = Decimal(100)


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield entries that choose nothing, or two things that exclude each other."""
    for duty in draft.entries.of(ResponsibilityDocument):
        if (duty.document.step is None) == (duty.document.function is None):
            what = "it must be for a step or for a function, and not for both"
            yield duty.place.problem((), "step-or-function", what, "give one of the two")
        for number, party in enumerate(duty.document.parties):
            yield from _recipient(party, ("parties", number), duty.place, draft)
    for target in draft.entries.of(TargetDocument):
        yield from _recipient(target.document, (), target.place, draft)
    for rule in draft.entries.of(RuleDocument):
        yield from _assignment(rule.document.assign, rule.place)
    for exception in draft.entries.of(ExceptionDocument):
        if (exception.document.department is None) is not exception.document.vacant:
            what = "it must name a department or say “vacant: true”, and not both"
            yield exception.place.problem(
                ("department",), "department-or-vacant", what, "give one of the two"
            )
    for split in draft.entries.of(SplitDocument):
        yield from _shares(split)
    yield from _units(draft)


def _recipient(
    stated: PartyDocument | TargetDocument, path: Path, place: Place, draft: Draft
) -> Iterator[Problem]:
    if (stated.department is None) == (stated.within is None):
        what = "it must name a department, or say within which kind of unit, and not both"
        remedy = "give “department”, or “within” (with a “specialty”)"
        yield place.problem((*path, "department"), "department-or-within", what, remedy)
    elif stated.department and stated.specialty:
        what = "a specialty says nothing beside a named department"
        yield place.problem(
            (*path, "specialty"), "needless-specialty", what, "remove it, or write “within”"
        )
    elif stated.within:
        yield from _relative(stated, path, place, draft)


def _relative(
    stated: PartyDocument | TargetDocument, path: Path, place: Place, draft: Draft
) -> Iterator[Problem]:
    if (
        not stated.within
        or draft.entries.hidden & {DepartmentDocument, UnitTemplateDocument}
        or draft.catalogue.open_units
        or draft.units.parties(stated.within, stated.specialty)
    ):
        return
    whom = f"department with the specialty “{stated.specialty}”" if stated.specialty else "one"
    what = (
        f"no {stated.within} has a {whom}" if stated.specialty else f"there is no {stated.within}"
    )
    remedy = "give the specialty to a department of the unit template, or name another"
    field = "specialty" if stated.specialty else "within"
    yield place.problem((*path, field), "matches-no-department", what, remedy)


def _assignment(assign: AssignDocument, place: Place) -> Iterator[Problem]:
    given = [assign.department, assign.within, assign.vacant]
    if sum(choice is not None for choice in given) != 1:
        what = "it must assign a department, or one within a unit, or nobody (vacant)"
        yield place.problem(
            ("assign",), "one-assignment", what, "give exactly one of department, within, vacant"
        )
    elif (assign.within is None) is not (assign.specialty is None):
        what = "“within” and “specialty” belong together"
        yield place.problem(("assign",), "within-and-specialty", what, "give both, or neither")


def _shares(split: Found[SplitDocument]) -> Iterator[Problem]:
    shares = split.document.shares
    seen: set[tuple[object, ...]] = set()
    for number, share in enumerate(shares):
        path = ("shares", number)
        if (share.department is None) == (share.role is None):
            what = "a share is a department's or a role's, and not both"
            yield split.place.problem(path, "department-or-role", what, "give one of the two")
        elif share.function and not share.role:
            what = "a function narrows a role, but no role is given"
            yield split.place.problem(
                (*path, "function"), "needless-function", what, "remove it, or give a role"
            )
        party = (share.department, share.role, share.function)
        if party in seen:
            what = "the same party has a share already"
            yield split.place.problem(path, "duplicate-share", what, "add the two up")
        seen.add(party)
    total = sum((share.percent for share in shares), Decimal(0))
    if shares and total != WHOLE:
        what = f"the shares of “{split.document.key}” total {total} %, not 100 %"
        remedy = "correct the percentages, or leave the shares out if the plan states none"
        yield split.place.problem(("shares",), "split-total", what, remedy)


def _units(draft: Draft) -> Iterator[Problem]:
    kinds = {
        found.document.key: found.document.kind for found in draft.entries.of(DepartmentDocument)
    }
    all_kinds = {**{each.key: each.kind for each in draft.departments}, **kinds}
    templates = {
        found.document.key: found.document for found in draft.entries.of(UnitTemplateDocument)
    }
    for cover in draft.entries.of(CoverageDocument):
        kind = all_kinds.get(cover.document.department)  # type: ignore[call-overload]
        if kind and kind not in UNIT_KINDS:
            what = f"{cover.document.department} is a {kind}; only regions and branches cover"
            remedy = "name the region or branch it belongs to"
            yield cover.place.problem(("department",), "covers-as-no-unit", what, remedy)
    for unit in draft.entries.of(DepartmentDocument):
        template = templates.get(unit.document.template or "")
        if template and template.kind != unit.document.kind:
            what = f"{template.key} is for a {template.kind}, this is a {unit.document.kind}"
            yield unit.place.problem(
                ("template",), "wrong-template", what, "choose a template of its kind"
            )
    for template in draft.entries.of(UnitTemplateDocument):
        slots = [slot.slot for slot in template.document.departments]
        for number, slot in enumerate(template.document.departments):
            if slot.parent and slot.parent not in slots:
                what = f"the template has no slot “{slot.parent}”"
                remedy = did_you_mean(slot.parent, slots) or "name a slot, or leave it out"
                yield template.place.problem(
                    ("departments", number, "parent"), "unknown-slot", what, remedy
                )
