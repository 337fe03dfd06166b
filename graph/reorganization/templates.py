"""Units made from a template: opening one, and departing from what it says."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, TypedDict

from graph.model.departments import Department, Post
from graph.model.indicators import Target
from graph.model.patterns import slot_key, slot_post_key, target_key
from graph.model.vocabularies import Certainty
from graph.ownership.trees import UNITS
from graph.reorganization.organizations import Edit, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model.patterns import TemplateDepartment, TemplatePost
    from graph.ownership.units import Units
    from graph.reorganization.organizations import Organization


class Called(TypedDict):
    """The names of what a template brings to a unit."""

    name: str
    name_en: str | None


def made_from(template: str, unit: Department, organization: Organization) -> Iterator[Edit]:
    """Yield the edits that make what a template brings to a unit: departments and posts."""
    around = organization.surroundings
    slots = [one for one in around.template_departments if one.template == template]
    for slot in slots:
        key = slot_key(unit.key, _slot(slot.key, template))
        parent = slot_key(unit.key, _slot(slot.parent, template)) if slot.parent else unit.key
        made = Department(
            key=key,
            **_called(unit, slot),
            sources=slot.sources or around.templates[template].sources,
            kind=slot.kind,
            parent=parent,
            functions=slot.functions,
            specialties=slot.specialties,
            resources=slot.resources,
            template=template,
            made_from=slot.key,
        )
        yield Edit(Part.DEPARTMENTS, key, None, made)
    by_key = {slot.key: slot for slot in slots}
    for stated in around.template_posts:
        slot = by_key.get(stated.department)
        if slot is None:
            continue
        place = _slot(slot.key, template)
        post_key = slot_post_key(unit.key, place, stated.key.removeprefix(f"{slot.key}/"))
        post = Post(
            key=post_key,
            **_called(unit, stated),
            sources=stated.sources or slot.sources or around.templates[template].sources,
            department=slot_key(unit.key, place),
            functions=stated.functions,
            made_from=stated.key,
        )
        yield Edit(Part.POSTS, post_key, None, post)


def renamed(unit: Department, organization: Organization) -> Iterator[Edit]:
    """Yield the edits by which what a template brought is called as its unit is now."""
    around = organization.surroundings
    slots = {one.key: one for one in around.template_departments}
    stated_posts = {one.key: one for one in around.template_posts}
    inside = {one.key: one for one in _made_for(unit, organization)}
    for one in inside.values():
        slot = slots.get(one.made_from or "")
        if slot is not None:
            yield Edit(Part.DEPARTMENTS, one.key, one, replace(one, **_called(unit, slot)))
    for post in organization.posts.values():
        stated = stated_posts.get(post.made_from or "")
        if stated is not None and post.department in inside:
            yield Edit(Part.POSTS, post.key, post, replace(post, **_called(unit, stated)))


def _made_for(unit: Department, organization: Organization) -> Iterator[Department]:
    """Yield what the template of a unit brought to it."""
    for one in organization.inside(unit.key):
        if one.made_from and one.key.startswith(f"{unit.key}/") and one.template == unit.template:
            yield one


def _brought_with(department: Department, organization: Organization) -> Iterator[Department]:
    """Yield what a template brought inside a department of it, wherever that is now."""
    for one in organization.children.get(department.key, ()):
        if one.made_from and one.template == department.template:
            yield one
            yield from _brought_with(one, organization)


def _called(unit: Department, slot: TemplateDepartment | TemplatePost) -> Called:
    in_english = unit.name_en and slot.name_en
    return Called(
        name=f"{unit.name} {slot.name}",
        name_en=f"{unit.name_en} {slot.name_en}" if in_english else None,
    )


def _slot(key: str, template: str) -> str:
    return key.removeprefix(f"{template}/")


def departures(organization: Organization, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Yield the edits by which units depart from their templates after these edits.

    A unit departs when a department that its template brings is changed or removed: from then on
    all that it has inside is its own. So is what goes elsewhere with such a department.
    """
    changed = {
        unit.key: unit
        for edit in edits
        if edit.part is Part.DEPARTMENTS and edit.before and edit.before.made_from
        for unit in organization.around(edit.before.parent)
        if unit.kind in UNITS and unit.template
    }
    own = {
        one.key: one
        for edit in edits
        if edit.part is Part.DEPARTMENTS and edit.after and edit.after.made_from and edit.before
        for one in (edit.after, *_brought_with(edit.after, organization))
    }
    for unit in changed.values():
        yield Edit(Part.DEPARTMENTS, unit.key, unit, replace(unit, template=None))
        own.update((one.key, one) for one in _made_for(unit, organization))
    for one in own.values():
        yield Edit(Part.DEPARTMENTS, one.key, one, replace(one, template=None, made_from=None))
    if own:
        for post in organization.posts.values():
            if post.made_from and post.department in own:
                yield Edit(Part.POSTS, post.key, post, replace(post, made_from=None))


def missing_targets(organization: Organization, units: Units) -> Iterator[Edit]:
    """Yield the targets that are stated for every unit of a kind, of departments that lack them."""
    for stated in organization.unit_targets.values():
        indicator = organization.surroundings.indicators.get(stated.indicator)
        for department in units.parties(stated.within, stated.specialty):
            key = target_key(stated.key, department)
            if key in organization.targets:
                continue
            is_number = stated.certainty is Certainty.STATED and stated.as_written
            made = Target(
                key=key,
                name=stated.name,
                name_en=stated.name_en,
                sources=stated.sources,
                illustrative=stated.illustrative,
                folder=stated.folder,
                indicator=stated.indicator,
                department=department,
                value=Decimal(stated.as_written or 0) if is_number else None,
                unit=stated.unit or (indicator.unit if indicator else None),
                own_unit=stated.unit is not None,
                period=stated.period,
                certainty=stated.certainty,
                as_written=stated.as_written,
                made_from=stated.key,
            )
            yield Edit(Part.TARGETS, key, None, made)
