"""Departments: those of the files, and those that templates bring to each region and branch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.departments import Coverage, Department, Holding, Person, Post
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    IndustryKey,
    PersonKey,
    PostKey,
    SourceKey,
    TerritoryKey,
)
from graph.model.patterns import slot_key, slot_post_key
from seed.assembling.names import named
from seed.documents.organization import (
    CoverageDocument,
    DepartmentDocument,
    HoldingDocument,
    PersonDocument,
    PostDocument,
    UnitTemplateDocument,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from seed.documents.organization import SlotDocument
    from seed.reading.entries import Entries, Found


def departments(entries: Entries) -> tuple[Department, ...]:
    """Return every department, each unit followed by what its template brings."""
    templates = {found.document.key: found.document for found in entries.of(UnitTemplateDocument)}
    return tuple(
        department
        for found in entries.of(DepartmentDocument)
        for department in _unit(found, templates)
    )


def _unit(
    found: Found[DepartmentDocument], templates: Mapping[str, UnitTemplateDocument]
) -> Iterator[Department]:
    unit = found.document
    yield Department(
        key=DepartmentKey(unit.key),
        **named(found, unit),
        kind=unit.kind,
        parent=DepartmentKey(unit.parent) if unit.parent else None,
        functions=unit.functions,
        specialties=unit.specialties,
        resources=unit.resources,
        template=unit.template,
        validity=unit.validity,
    )
    template = templates.get(unit.template) if unit.template else None
    if template:
        for slot in template.departments:
            yield _inside(found, template, slot)


def _inside(
    found: Found[DepartmentDocument], template: UnitTemplateDocument, slot: SlotDocument
) -> Department:
    unit = found.document
    named_in_english = unit.name_en and slot.name_en
    return Department(
        key=slot_key(unit.key, slot.slot),
        name=f"{unit.name} {slot.name}",
        name_en=f"{unit.name_en} {slot.name_en}" if named_in_english else None,
        sources=tuple(SourceKey(source) for source in slot.sources or template.sources),
        illustrative=found.illustrative,
        folder=found.folder,
        kind=slot.kind,
        parent=slot_key(unit.key, slot.parent) if slot.parent else DepartmentKey(unit.key),
        functions=slot.functions,
        specialties=slot.specialties,
        resources=slot.resources,
        template=template.key,
        made_from=slot_key(template.key, slot.slot),
        validity=unit.validity,
    )


def coverages(entries: Entries) -> tuple[Coverage, ...]:
    """Return who covers which territory."""
    return tuple(
        Coverage(
            department=DepartmentKey(found.document.department),
            territory=TerritoryKey(found.document.territory),
            validity=found.document.validity,
            illustrative=found.illustrative,
            folder=found.folder,
        )
        for found in entries.of(CoverageDocument)
    )


def people(entries: Entries) -> tuple[Person, ...]:
    """Return everybody who may hold posts."""
    return tuple(
        Person(
            key=PersonKey(found.document.key),
            **named(found, found.document),
        )
        for found in entries.of(PersonDocument)
    )


def posts(entries: Entries) -> tuple[Post, ...]:
    """Return the posts that entries state."""
    return tuple(_post(found) for found in entries.of(PostDocument))


def posts_inside(entries: Entries) -> Iterator[Post]:
    """Yield the posts that templates bring to regions and branches."""
    templates = {found.document.key: found.document for found in entries.of(UnitTemplateDocument)}
    for found in entries.of(DepartmentDocument):
        unit = found.document
        template = templates.get(unit.template) if unit.template else None
        if template is None:
            continue
        for slot in template.departments:
            for post in slot.posts:
                sources = post.sources or slot.sources or template.sources
                named_in_english = unit.name_en and post.name_en
                yield Post(
                    key=slot_post_key(unit.key, slot.slot, post.slot),
                    name=f"{unit.name} {post.name}",
                    name_en=f"{unit.name_en} {post.name_en}" if named_in_english else None,
                    sources=tuple(SourceKey(source) for source in sources),
                    illustrative=found.illustrative,
                    folder=found.folder,
                    department=slot_key(unit.key, slot.slot),
                    functions=post.functions,
                    made_from=slot_post_key(template.key, slot.slot, post.slot),
                    validity=unit.validity,
                )


def _post(found: Found[PostDocument]) -> Post:
    post = found.document
    return Post(
        key=PostKey(post.key),
        **named(found, post),
        department=DepartmentKey(post.department),
        other_departments=tuple(DepartmentKey(key) for key in post.other_departments),
        reports_to=PostKey(post.reports_to) if post.reports_to else None,
        fte=post.fte,
        functions=post.functions,
        customers=tuple(AccountKey(key) for key in post.customers),
        industries=tuple(IndustryKey(key) for key in post.industries),
        territories=tuple(TerritoryKey(key) for key in post.territories),
        validity=post.validity,
    )


def holdings(entries: Entries) -> tuple[Holding, ...]:
    """Return who holds which post."""
    return tuple(
        Holding(
            person=PersonKey(found.document.person),
            post=PostKey(found.document.post),
            acting=found.document.acting,
            fte=found.document.fte,
            validity=found.document.validity,
            illustrative=found.illustrative,
            folder=found.folder,
        )
        for found in entries.of(HoldingDocument)
    )
