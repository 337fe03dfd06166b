"""That nothing of a removed department is forgotten: what is still not placed, and what would do.

Each thing that a removed department had must name somebody who is there, or be signed off as
vacant; each function for which it owned or supported accounts must be answered by somebody else.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.strategies import Party
from graph.model.vocabularies import ResponsibilityRole
from graph.reorganization.belongings import Belonging, belongings
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.organizations import Part
from graph.reorganization.reports.labels import Label
from graph.reorganization.wordings.unplaced import DEPARTMENT_UNPLACED, IN_ROLE, UNPLACED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model.entities import Entity
    from graph.model.keys import DepartmentKey
    from graph.reorganization.replays import Replay
    from graph.reorganization.wordings.messages import Message

KINDS = {
    Part.COVERAGES: "coverage",
    Part.POSTS: "post",
    Part.RULES: "rule",
    Part.EXCEPTIONS: "exception",
    Part.RESPONSIBILITIES: "responsibility",
    Part.TARGETS: "target",
    Part.SPLITS: "revenue split",
}


@dataclass(frozen=True, slots=True)
class Missing:
    """Something of a removed department that nobody has, and the operations that would settle it.

    `kind` is what it is (`target`, `accounts`, …); `count` how many accounts, for those.
    """

    department: str
    kind: str
    key: str
    name: str
    message: Message
    count: int = 1

    def __str__(self) -> str:
        return self.message.told()


def missing(replayed: Replay) -> list[Missing]:
    """Return what nobody has of the things of removed departments, by department and kind."""
    return sorted(_missing(replayed), key=lambda one: (one.department, one.kind, one.key))


def _missing(replayed: Replay) -> Iterator[Missing]:
    for key in sorted(replayed.successors):
        left = {*belongings(replayed.result, key)}
        yield from (_left(replayed, key, one) for one in sorted(left, key=_order))
        for one in belongings(replayed.base, key):
            if one not in left and not _has_followed(replayed, key, one):
                yield _left(replayed, key, one)
    for department in replayed.result.departments.values():
        if department.parent and department.parent not in replayed.result.departments:
            yield Missing(
                department.parent,
                "department",
                department.key,
                department.name,
                DEPARTMENT_UNPLACED(
                    thing=_label(department),
                    department=_department(replayed, department.parent),
                ),
            )


def _order(one: Belonging) -> tuple[str, str, str]:
    return (one.part, one.key, one.role)


def _has_followed(replayed: Replay, key: DepartmentKey, one: Belonging) -> bool:
    """Tell whether a thing of a removed department was placed, ended or signed off."""
    if _signed_off(replayed, key, one):
        return True
    if one.part is not Part.RESPONSIBILITIES:
        return _was_touched(replayed, one)
    duty = replayed.result.responsibilities.get(one.key)
    if duty is None:
        return False
    role = ResponsibilityRole(one.role)
    followed = any(
        Party(department=each, role=role) in duty.parties for each in _followers(replayed, key)
    )
    return followed or _was_touched(replayed, one)


def _followers(replayed: Replay, key: DepartmentKey) -> Iterable[DepartmentKey]:
    return replayed.successors.get(key, ())


def _was_touched(replayed: Replay, one: Belonging) -> bool:
    """Tell whether an operation placed the thing: it changed or ended it by name."""
    return any(
        edit.part is one.part and edit.key == one.key
        for step in replayed.steps
        for edit in step.edits
    )


def _signed_off(replayed: Replay, key: DepartmentKey, one: Belonging) -> bool:
    named = one.key
    if one.part is Part.COVERAGES:
        named = replayed.base.coverages[one.key].territory
    return any(
        isinstance(step.operation, SignOffVacancy)
        and step.operation.department == key
        and named in step.operation.things
        for step in replayed.steps
    )


def _left(replayed: Replay, key: DepartmentKey, one: Belonging) -> Missing:
    thing = replayed.result.part(one.part).get(one.key) or replayed.base.part(one.part)[one.key]
    if one.part is Part.COVERAGES:
        territory = replayed.base.surroundings.territories.get(thing.territory)
        label = _label(territory) if territory else Label(thing.territory, thing.territory)
    else:
        label = _label(thing)
    message = UNPLACED[one.part](
        sort=one.part,
        thing=IN_ROLE(thing=label, role=ResponsibilityRole(one.role)) if one.role else label,
        department=_department(replayed, key),
    )
    return Missing(key, KINDS[one.part], label.key, label.name, message)


def _department(replayed: Replay, key: DepartmentKey) -> Label:
    """Return a department that is no more; one that the scenario made as well is called by key."""
    found = replayed.base.departments.get(key)
    return _label(found) if found else Label(key, key)


def _label(entity: Entity) -> Label:
    return Label(entity.key, entity.name, entity.name_en)
