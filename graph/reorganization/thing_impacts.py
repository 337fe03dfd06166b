"""What a scenario does beside ownership: exceptions, duties, indicators, posts and people."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from graph.model.vocabularies import ResponsibilityRole
from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model.indicators import Target
    from graph.model.rules import NamedException
    from graph.ownership.changes import Side
    from graph.ownership.facts import Facts
    from graph.reorganization.organizations import Organization
    from graph.reorganization.replays import Replay


@dataclass(frozen=True, slots=True)
class Appearance:
    """Something that is so after, or was so before, and not on the other side."""

    key: str
    name: str
    appears: bool


@dataclass(frozen=True, slots=True)
class IndicatorChange:
    """An indicator's targets of a department (or of all: None) before and after.

    `unknown` counts targets without a certain number; they add nothing to a sum.
    """

    indicator: str
    department: str | None
    before: Decimal
    after: Decimal
    unknown_before: int
    unknown_after: int

    @property
    def difference(self) -> Decimal:
        """What the sum gains."""
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class PostMove:
    """A post that is in another department after, or is no more (None)."""

    post: str
    name: str
    before: str | None
    after: str | None
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitShape:
    """How many departments are directly inside one, and how deep it lies, before and after."""

    department: str
    name: str
    span_before: int
    span_after: int
    depth_before: int
    depth_after: int


def dangling_exceptions(replayed: Replay) -> list[Appearance]:
    """Return exceptions that name a department that is no more, appearing and vanishing."""

    def dangling(side: Organization) -> dict[str, str]:
        return {
            one.key: one.name
            for one in side.exceptions.values()
            if one.department is not None and one.department not in side.departments
        }

    return _appearances(dangling(replayed.base), dangling(replayed.result))


def redundant_exceptions(
    replayed: Replay, before: Side, after: Side, facts: dict[str, Facts]
) -> list[Appearance]:
    """Return exceptions that say what the rules say anyway, appearing and vanishing."""

    def redundant(side: Side, exceptions: Iterable[NamedException]) -> dict[str, str]:
        return {
            one.key: one.name
            for one in exceptions
            if one.validity.contains(side.day)
            and one.account in facts
            and one.department is not None
            and one.department in _by_rules(side, one, facts[one.account])
        }

    return _appearances(
        redundant(before, replayed.base.exceptions.values()),
        redundant(after, replayed.result.exceptions.values()),
    )


def _by_rules(side: Side, exception: NamedException, facts: Facts) -> set[str]:
    answer = side.resolver.answer(facts, exception.function, side.day)
    if exception.role == "owner":
        return {answer.owner.department} if answer.owner else set()
    return {one.department for one in answer.supporters}


def orphaned_duties(replayed: Replay) -> list[Appearance]:
    """Return responsibilities that no department of ours has, appearing and vanishing."""

    def orphaned(side: Organization) -> dict[str, str]:
        return {
            duty.key: duty.name
            for duty in side.responsibilities.values()
            if not duty.outside
            and not any(one.department in side.departments for one in duty.parties)
        }

    return _appearances(orphaned(replayed.base), orphaned(replayed.result))


def unaccountable_steps(replayed: Replay) -> list[Appearance]:
    """Return steps of strategies for which nobody is responsible, appearing and vanishing."""

    def unaccountable(side: Organization) -> dict[str, str]:
        accounted = {
            duty.step
            for duty in side.responsibilities.values()
            if duty.step
            and any(
                one.role is ResponsibilityRole.RESPONSIBLE and one.department in side.departments
                for one in duty.parties
            )
        }
        steps = side.surroundings.steps
        return {key: step.name for key, step in steps.items() if key not in accounted}

    return _appearances(unaccountable(replayed.base), unaccountable(replayed.result))


def indicator_changes(replayed: Replay) -> list[IndicatorChange]:
    """Return the targets that change by department, after each indicator that has any its total."""
    edited = [edit for edit in replayed.edits if edit.part is Part.TARGETS]
    indicators = sorted(
        {side.indicator for edit in edited for side in (edit.before, edit.after) if side}
    )
    return [
        change
        for indicator in indicators
        for change in _of_indicator(
            indicator, replayed.base.targets.values(), replayed.result.targets.values()
        )
    ]


def _of_indicator(
    indicator: str, before: Iterable[Target], after: Iterable[Target]
) -> Iterator[IndicatorChange]:
    was = [one for one in before if one.indicator == indicator]
    will_be = [one for one in after if one.indicator == indicator]
    yield _summed(indicator, None, was, will_be)
    for department in sorted({one.department for one in (*was, *will_be)}):
        own = [one for one in was if one.department == department]
        gets = [one for one in will_be if one.department == department]
        if [(one.key, one.value) for one in own] != [(one.key, one.value) for one in gets]:
            yield _summed(indicator, department, own, gets)


def _summed(
    indicator: str, department: str | None, was: list[Target], will_be: list[Target]
) -> IndicatorChange:
    return IndicatorChange(
        *(indicator, department, _sum(was), _sum(will_be)),
        sum(one.value is None for one in was),
        sum(one.value is None for one in will_be),
    )


def _sum(targets: list[Target]) -> Decimal:
    return sum((one.value for one in targets if one.value is not None), Decimal(0))


def post_moves(replayed: Replay) -> list[PostMove]:
    """Return posts that are elsewhere after, begin or end, with the people that hold them."""
    holders: dict[str, list[str]] = {}
    for holding in (*replayed.base.holdings.values(), *replayed.result.holdings.values()):
        some = holders.setdefault(holding.post, [])
        if holding.person not in some:
            some.append(holding.person)
    found: list[PostMove] = []
    for edit in replayed.edits:
        if edit.part is not Part.POSTS:
            continue
        was = edit.before.department if edit.before else None
        will_be = edit.after.department if edit.after else None
        if was != will_be:
            name = (edit.after or edit.before).name
            found.append(PostMove(edit.key, name, was, will_be, tuple(holders.get(edit.key, ()))))
    return sorted(found, key=lambda one: (one.before or "", one.after or "", one.post))


def people_moves(replayed: Replay) -> list[tuple[str, str, str]]:
    """Return who leaves which post for which: person, old post or nothing, new post or nothing."""
    left: dict[str, list[str]] = {}
    taken: dict[str, list[str]] = {}
    for edit in replayed.edits:
        if edit.part is not Part.HOLDINGS:
            continue
        was, will_be = edit.before, edit.after
        if was is not None and (will_be is None or _is_shorter(was, will_be)):
            left.setdefault(was.person, []).append(was.post)
        if was is None and will_be is not None and will_be.validity.until is None:
            taken.setdefault(will_be.person, []).append(will_be.post)
    return [
        (person, ", ".join(left.get(person, ())), ", ".join(taken.get(person, ())))
        for person in sorted({*left, *taken})
    ]


def _is_shorter(was: Any, will_be: Any) -> bool:
    return will_be.validity.until is not None and was.validity.until != will_be.validity.until


def shapes(replayed: Replay) -> list[UnitShape]:
    """Return departments that have more or fewer inside them, or lie deeper, the widest first."""
    found: list[UnitShape] = []
    for key, department in replayed.result.departments.items():
        was, will_be = replayed.base, replayed.result
        shape = UnitShape(
            *(key, department.name),
            *(len(was.children.get(key, ())), len(will_be.children.get(key, ()))),
            *(max(len(was.around(key)) - 1, 0), len(will_be.around(key)) - 1),
        )
        if key in was.departments and (
            shape.span_before != shape.span_after or shape.depth_before != shape.depth_after
        ):
            found.append(shape)
    return sorted(found, key=lambda one: (-one.span_after, one.department))


def empty_units(replayed: Replay) -> list[Appearance]:
    """Return departments that have neither posts nor anything inside, appearing and vanishing.

    Only those that the scenario touches: posts of others may not have been read.
    """
    touched = {
        key
        for edit in replayed.edits
        for side in (edit.before, edit.after)
        if side is not None and edit.part in {Part.DEPARTMENTS, Part.POSTS}
        for key in _units_of(edit.part, side)
    }

    def empty(side: Organization) -> dict[str, str]:
        filled = {post.department for post in side.posts.values()}
        return {
            key: side.departments[key].name
            for key in touched
            if key in side.departments and key not in filled and not side.children.get(key)
        }

    return _appearances(empty(replayed.base), empty(replayed.result))


def _units_of(part: Part, side: Any) -> tuple[str, ...]:
    return (side.key, side.parent) if part is Part.DEPARTMENTS else (side.department,)


def _appearances(before: dict[str, str], after: dict[str, str]) -> list[Appearance]:
    appearing = [Appearance(key, after[key], appears=True) for key in sorted({*after} - {*before})]
    vanishing = [
        Appearance(key, before[key], appears=False) for key in sorted({*before} - {*after})
    ]
    return [*appearing, *vanishing]
