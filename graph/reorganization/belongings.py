"""What a department has beside what is inside it, and how it goes over to another."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from graph.model.rules import NamedTarget
from graph.reorganization.duties import handed_over, is_stated_for_both, spelled_out
from graph.reorganization.organizations import Edit, Part, coverage_key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.departments import Coverage, Post
    from graph.model.indicators import RevenueSplit, Share
    from graph.model.keys import DepartmentKey
    from graph.reorganization.organizations import Organization


@dataclass(frozen=True, slots=True)
class Belonging:
    """A thing that names a department; of a responsibility, one for each role."""

    part: Part
    key: str
    role: str = ""


def belongings(organization: Organization, key: DepartmentKey) -> list[Belonging]:
    """Return what names a department, by part and key."""
    found = [
        *(
            Belonging(Part.COVERAGES, one)
            for one, coverage in organization.coverages.items()
            if coverage.department == key
        ),
        *(
            Belonging(Part.POSTS, post.key)
            for post in organization.posts.values()
            if key == post.department or key in post.other_departments
        ),
        *(
            Belonging(Part.RULES, rule.key)
            for rule in organization.rules.values()
            if isinstance(rule.target, NamedTarget) and rule.target.department == key
        ),
        *(
            Belonging(Part.EXCEPTIONS, exception.key)
            for exception in organization.exceptions.values()
            if exception.department == key
        ),
        *(
            Belonging(Part.RESPONSIBILITIES, duty.key, party.role.value)
            for duty in organization.responsibilities.values()
            for party in duty.parties
            if party.department == key
        ),
        *(
            Belonging(Part.TARGETS, target.key)
            for target in organization.targets.values()
            if target.department == key
        ),
        *(
            Belonging(Part.SPLITS, split.key)
            for split in organization.splits.values()
            if any(share.department == key for share in split.shares)
        ),
    ]
    return sorted(found, key=lambda one: (one.part, one.key, one.role))


def going_over(
    organization: Organization,
    old: DepartmentKey,
    new: DepartmentKey,
    leaves: frozenset[str] = frozenset(),
) -> Iterator[Edit]:
    """Yield the edits that give all belongings of a department to another, but what it `leaves`.

    Those are left naming the old department until another operation places them.
    """
    for part, key in things_of(organization, old):
        named = organization.coverages[key].territory if part is Part.COVERAGES else key
        if named not in leaves:
            yield from handed(organization, part, key, old, new)
        elif part is Part.RESPONSIBILITIES:
            yield left(organization, key)


def things_of(organization: Organization, key: DepartmentKey) -> list[tuple[Part, str]]:
    """Return what names a department by part and key, each thing once."""
    return [*dict.fromkeys((one.part, one.key) for one in belongings(organization, key))]


def handed(
    organization: Organization, part: Part, key: str, old: DepartmentKey, new: DepartmentKey
) -> Iterator[Edit]:
    """Yield the edits that give one thing of a department to another."""
    thing = organization.part(part)[key]
    if part is Part.COVERAGES:
        yield from _covered(organization, key, thing, new)
    else:
        yield Edit(part, key, thing, _gone_over(organization, part, thing, old, new))


def left(organization: Organization, duty: str) -> Edit:
    """Return the edit that lets a duty name a department that goes until somebody places it."""
    thing = organization.responsibilities[duty]
    return Edit(Part.RESPONSIBILITIES, duty, thing, spelled_out(thing))


def _gone_over(
    organization: Organization, part: Part, thing: Any, old: DepartmentKey, new: DepartmentKey
) -> object:
    match part:
        case Part.RESPONSIBILITIES:
            stays = is_stated_for_both(thing, old, new, organization)
            return thing if stays else handed_over(thing, old, new)
        case Part.POSTS:
            return _moved(thing, old, new)
        case Part.RULES:
            return replace(thing, target=NamedTarget(new))
        case Part.SPLITS:
            return _shared(thing, old, new)
        case Part.TARGETS:
            return replace(thing, department=new, made_from=None)
        case _:
            return replace(thing, department=new)


def _covered(
    organization: Organization, key: str, coverage: Coverage, new: DepartmentKey
) -> Iterator[Edit]:
    yield Edit(Part.COVERAGES, key, coverage, None)
    after = replace(coverage, department=new)
    there = organization.coverages.get(coverage_key(after))
    if there is None:
        yield Edit(Part.COVERAGES, coverage_key(after), None, after)


def _moved(post: Post, old: DepartmentKey, new: DepartmentKey) -> Post:
    first = new if post.department == old else post.department
    others = (new if one == old else one for one in post.other_departments)
    return replace(
        post,
        department=first,
        other_departments=tuple(dict.fromkeys(one for one in others if one != first)),
        made_from=None,
    )


def _shared(split: RevenueSplit, old: DepartmentKey, new: DepartmentKey) -> RevenueSplit:
    shares: dict[object, Share] = {}
    for share in split.shares:
        after = replace(share, department=new) if share.department == old else share
        party = (after.department, after.role, after.function)
        there = shares.get(party)
        shares[party] = replace(after, percent=after.percent + there.percent) if there else after
    return replace(split, shares=tuple(shares.values()))
