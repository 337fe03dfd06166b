"""A scenario on a base that has moved on: which operations meet which changes."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.replays import Replay

SHOWN = 3
"""Values of a list that are named."""


@dataclass(frozen=True, slots=True)
class Clash:
    """An operation that changes what has changed meanwhile, or that cannot be done any more."""

    operation: int
    op: str
    part: str
    key: str
    what: str

    def __str__(self) -> str:
        return f"operation {self.operation} ({self.op}): {self.what}"


def clashes(before: Replay, after: Replay) -> list[Clash]:
    """Return where a scenario clashes with what changed from its base to a newer one.

    `before` is its replay on the one, `after` on the other.
    """
    refused = {refusal.operation: refusal for refusal in after.refusals}
    known = {refusal.operation for refusal in before.refusals}
    found = [
        Clash(number, one.op, "", one.about, f"it can no longer be done: {one.what}")
        for number, one in refused.items()
        if number not in known
    ]
    seen: set[tuple[str, str]] = set()
    for step in before.steps:
        op = str(getattr(step.operation, "op", ""))
        for edit in step.edits:
            if (edit.part, edit.key) in seen:
                continue
            seen.add((edit.part, edit.key))
            found += (
                Clash(step.number, op, edit.part.value, edit.key, what)
                for what in _moved(edit, before.base, after.base)
            )
    return sorted(found, key=lambda one: (one.operation, one.part, one.key))


def _moved(edit: Edit, old: Organization, new: Organization) -> Iterator[str]:
    was, is_now = old.part(edit.part).get(edit.key), new.part(edit.part).get(edit.key)
    called = f"{edit.part.value.rstrip('s')} {edit.key}"
    if was == is_now:
        return
    if was is None:
        yield f"it would add {called}, which has been added meanwhile"
    elif is_now is None:
        yield f"it changes {called}, which has ended meanwhile"
    else:
        differing = ", ".join(_differing(was, is_now))
        yield f"it changes {called}, of which this changed meanwhile: {differing}"


def _differing(was: Any, is_now: Any) -> Iterator[str]:
    if not is_dataclass(was):
        return
    for field in fields(was):
        before, after = getattr(was, field.name), getattr(is_now, field.name)
        if before != after:
            yield f"{field.name} ({_text(before)} → {_text(after)})"


def _text(value: object) -> str:
    if isinstance(value, tuple | frozenset):
        listed = sorted(map(str, cast("tuple[object, ...]", value)))
        return ", ".join(listed) if len(listed) <= SHOWN else f"{len(listed)} of them"
    return str(value)
