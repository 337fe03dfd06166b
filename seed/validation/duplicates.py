"""Keys and rows that are there twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.patterns import slot_key, slot_post_key, target_key
from seed.assembling.strategies import recipients
from seed.documents.fields import Namespace
from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    HoldingDocument,
    PostDocument,
    UnitTemplateDocument,
)
from seed.documents.strategies import StrategyDocument, TargetDocument
from seed.reading.places import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.problems import Problem
    from seed.reading.places import Path
    from seed.validation.drafts import Draft

_REMEDY = "give one of them another key, or remove it"


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each key used again, coverage or holding stated again, and so on."""
    yield from _keys(draft)
    yield from _made_keys(draft)
    yield from _made_targets(draft)
    yield from _rows(draft)
    yield from _ordinals(draft)
    yield from _slots(draft)
    yield from _sections(draft)


def _where(place: Place) -> str:
    return f"{place.file}:{place.row}"


def _keys(draft: Draft) -> Iterator[Problem]:
    first: dict[tuple[Namespace, str], Place] = {}
    for entry in draft.entries.raw:
        namespace, key = entry.kind.namespace, entry.text("key")
        if not namespace or not key:
            continue
        if namespace is Namespace.SUBSIDIARY:
            namespace = Namespace.CUSTOMER
        before = first.setdefault((namespace, key), entry.place)
        if before is not entry.place:
            what = f"the key “{key}” is used already at {_where(before)}"
            yield entry.place.problem(("key",), "duplicate-key", what, _REMEDY)


def _made_keys(draft: Draft) -> Iterator[Problem]:
    departments, posts = (
        {key: entry.place for entry in draft.entries.raw_of(kind) if (key := entry.text("key"))}
        for kind in (DepartmentDocument, PostDocument)
    )
    slots = {
        found.document.key: found.document.departments
        for found in draft.entries.of(UnitTemplateDocument)
    }
    for found in draft.entries.of(DepartmentDocument):
        unit = found.document
        for slot in slots.get(unit.template or "", ()):
            yield from _made(slot_key(unit.key, slot.slot), departments, unit.template)
            for post in slot.posts:
                yield from _made(
                    slot_post_key(unit.key, slot.slot, post.slot), posts, unit.template
                )


def _made_targets(draft: Draft) -> Iterator[Problem]:
    stated = {
        key: entry.place
        for entry in draft.entries.raw_of(TargetDocument)
        if (key := entry.text("key"))
    }
    for found in draft.entries.of(TargetDocument):
        for department in recipients(found.document, draft.units):
            key = target_key(found.document.key, department)
            if key in stated and not found.document.department:
                what = f"“{key}” is also made of the target {found.document.key}"
                remedy = "remove the entry, or give it another key"
                yield stated[key].problem(("key",), "duplicate-key", what, remedy)


def _made(key: str, stated: Mapping[str, Place], template: str | None) -> Iterator[Problem]:
    if key in stated:
        what = f"“{key}” is also made by the template {template}"
        remedy = "remove the entry, or give it another key"
        yield stated[key].problem(("key",), "duplicate-key", what, remedy)


def _rows(draft: Draft) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for kind in (CoverageDocument, HoldingDocument):
        for found in draft.entries.of(kind):
            before = first.setdefault(found.document.identity(), found.place)
            if before is not found.place:
                what = f"{found.document.identity()}: stated already at {_where(before)}"
                yield found.place.problem((), "duplicate-row", what, "remove one of them")


def _ordinals(draft: Draft) -> Iterator[Problem]:
    for found in draft.entries.of(StrategyDocument):
        names: dict[int, str] = {}
        for number, step in enumerate(found.document.steps):
            before = names.setdefault(step.ordinal, step.name)
            if before is not step.name:
                what = f"step {step.ordinal} is there twice: “{before}” and “{step.name}”"
                path = ("steps", number, "ordinal")
                yield found.place.problem(
                    path, "duplicate-step", what, "number the steps of a strategy once each"
                )


def _slots(draft: Draft) -> Iterator[Problem]:
    for found in draft.entries.of(UnitTemplateDocument):
        departments = found.document.departments
        yield from _slots_of(found.place, ("departments",), [one.slot for one in departments])
        for number, department in enumerate(departments):
            path = ("departments", number, "posts")
            yield from _slots_of(found.place, path, [post.slot for post in department.posts])


def _slots_of(place: Place, path: Path, slots: list[str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, slot in enumerate(slots):
        if slot in seen:
            what = f"the slot “{slot}” is there twice"
            remedy = "give one of them another slot"
            yield place.problem((*path, number, "slot"), "duplicate-slot", what, remedy)
        seen.add(slot)


def _sections(draft: Draft) -> Iterator[Problem]:
    seen: set[str] = set()
    for section in draft.header.sections if draft.header else ():
        if section.folder in seen:
            what = f"the section “{section.folder}” is listed twice"
            yield Place("plan.yaml", 1).problem(
                ("sections",), "duplicate-section", what, "list it once"
            )
        seen.add(section.folder)
