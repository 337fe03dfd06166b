"""Duties and targets that go from one department to others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reorganization.organizations import Part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.indicators import Target
    from graph.model.keys import DepartmentKey
    from graph.model.strategies import Party, Responsibility
    from graph.model.vocabularies import ResponsibilityRole
    from graph.reorganization.organizations import Edit
    from graph.reorganization.replays import Replay


@dataclass(frozen=True, slots=True)
class DutyPassage:
    """A role in a duty goes from one department to others; None or nobody where it begins or ends.

    Whoever follows a removed department and has the role already is among those it goes to.
    """

    duty: Responsibility
    role: ResponsibilityRole
    before: str | None
    after: tuple[str, ...]

    @property
    def departments(self) -> frozenset[str]:
        """Whoever has it before or after."""
        return frozenset((*self.after, *((self.before,) if self.before is not None else ())))


@dataclass(frozen=True, slots=True)
class TargetPassage:
    """A target goes from one department to others, in parts where it is shared out."""

    before: Target | None
    after: tuple[Target, ...]

    @property
    def departments(self) -> frozenset[str]:
        """Whoever has it before or after."""
        having = (*self.after, *((self.before,) if self.before else ()))
        return frozenset(one.department for one in having)


def duty_passages(replayed: Replay) -> list[DutyPassage]:
    """Return the roles in duties that change hands, by duty and role."""
    followers = replayed.successors
    return [
        passage
        for edit in sorted(replayed.edits, key=lambda edit: edit.key)
        if edit.part is Part.RESPONSIBILITIES
        for passage in _of_duty(edit, followers)
    ]


def target_passages(replayed: Replay) -> list[TargetPassage]:
    """Return the targets whose department changes, or that are new or no more, by key."""
    edits = [edit for edit in replayed.edits if edit.part is Part.TARGETS]
    new = {edit.key: edit.after for edit in edits if edit.before is None}
    found: list[TargetPassage] = []
    for edit in edits:
        if edit.before is None or (edit.after and edit.after.department == edit.before.department):
            continue
        parts = [key for key in new if edit.after is None and key.startswith(f"{edit.key}~")]
        after = (edit.after,) if edit.after else tuple(new.pop(key) for key in sorted(parts))
        found.append(TargetPassage(edit.before, after))
    found += [TargetPassage(None, (target,)) for target in new.values()]
    return sorted(found, key=lambda one: (one.before or one.after[0]).key)


def _of_duty(
    edit: Edit, followers: dict[DepartmentKey, frozenset[DepartmentKey]]
) -> Iterator[DutyPassage]:
    duty: Responsibility = edit.after or edit.before
    was, will_be = _parties(edit.before), _parties(edit.after)
    for role in sorted({party.role for party in was ^ will_be}):
        lose = sorted(one.department for one in was - will_be if one.role is role)
        gain = sorted(one.department for one in will_be - was if one.role is role)
        have = {one.department for one in will_be if one.role is role}
        placed: set[DepartmentKey] = set()
        for department in lose:
            follow = have & followers.get(department, frozenset())
            after = sorted(follow) or gain
            placed.update(after)
            yield DutyPassage(duty, role, department, tuple(after))
        for department in gain:
            if department not in placed:
                yield DutyPassage(duty, role, None, (department,))


def _parties(duty: Responsibility | None) -> set[Party]:
    return {*duty.parties} if duty else set()
