"""What a plan states once for many: specialties, unit templates, targets of every such unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.keys import IndicatorKey, TargetKey
from graph.model.patterns import (
    Specialty,
    TemplateDepartment,
    TemplatePost,
    UnitTarget,
    UnitTemplate,
    slot_key,
    slot_post_key,
)
from graph.model.vocabularies import Certainty
from seed.assembling.names import named
from seed.documents.organization import SpecialtyDocument, UnitTemplateDocument
from seed.documents.quantities import Quantity, quantity
from seed.documents.strategies import TargetDocument

if TYPE_CHECKING:
    from seed.reading.entries import Entries


def specialties(entries: Entries) -> tuple[Specialty, ...]:
    """Return the specialties."""
    return tuple(
        Specialty(
            key=found.document.key,
            **named(found, found.document),
        )
        for found in entries.of(SpecialtyDocument)
    )


def templates(entries: Entries) -> tuple[UnitTemplate, ...]:
    """Return the unit templates without their departments."""
    return tuple(
        UnitTemplate(
            key=found.document.key,
            **named(found, found.document),
            kind=found.document.kind,
        )
        for found in entries.of(UnitTemplateDocument)
    )


def template_departments(entries: Entries) -> tuple[TemplateDepartment, ...]:
    """Return the departments of all templates, with the sources that they state themselves."""
    return tuple(
        TemplateDepartment(
            key=slot_key(template.key, slot.slot),
            **named(found, slot),
            template=template.key,
            kind=slot.kind,
            parent=slot_key(template.key, slot.parent) if slot.parent else None,
            functions=slot.functions,
            specialties=slot.specialties,
            resources=slot.resources,
        )
        for found in entries.of(UnitTemplateDocument)
        for template in (found.document,)
        for slot in template.departments
    )


def template_posts(entries: Entries) -> tuple[TemplatePost, ...]:
    """Return the posts of the departments of templates."""
    return tuple(
        TemplatePost(
            key=slot_post_key(found.document.key, slot.slot, post.slot),
            **named(found, post),
            department=slot_key(found.document.key, slot.slot),
            functions=post.functions,
        )
        for found in entries.of(UnitTemplateDocument)
        for slot in found.document.departments
        for post in slot.posts
    )


def unit_targets(entries: Entries) -> tuple[UnitTarget, ...]:
    """Return the targets that are stated for every region or branch, or for a specialty inside."""
    return tuple(
        UnitTarget(
            key=TargetKey(stated.key),
            **named(found, stated),
            indicator=IndicatorKey(stated.indicator),
            within=stated.within,
            specialty=stated.specialty,
            unit=stated.unit,
            period=stated.period,
            certainty=(quantity(stated.value) or Quantity(None, Certainty.UNKNOWN)).certainty,
            as_written=stated.value,
        )
        for found in entries.of(TargetDocument)
        for stated in (found.document,)
        if stated.within and not stated.department
    )
