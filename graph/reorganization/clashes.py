"""A scenario on a base that has moved on: which operations meet which changes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.phrases import EN, ZH
from graph.reorganization.reports.words import Words
from graph.reorganization.wordings.clashing import (
    ADDED_MEANWHILE,
    CANNOT_BE_DONE,
    CHANGED_MEANWHILE,
    ENDED_MEANWHILE,
)
from graph.reorganization.wordings.fields import differing
from graph.reorganization.wordings.messages import Phrase

if TYPE_CHECKING:
    from graph.ownership.phrases import Language
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.refusals import Refusal
    from graph.reorganization.replays import Replay
    from graph.reorganization.wordings.messages import Message


@dataclass(frozen=True, slots=True)
class Clash:
    """An operation that changes what has changed meanwhile, or that cannot be done any more."""

    operation: int
    op: str
    part: str
    key: str
    message: Message

    def told(self, language: Language) -> str:
        """Return which operation clashes, with what, and what to do about it."""
        words = Words(language)
        opening = words(
            f"operation {self.operation} ({self.op}): ",
            f"操作{self.operation}（{words.operation(self.op)}）：",
        )
        return opening + self.message.told(language)

    def __str__(self) -> str:
        return self.told(EN)


def clashes(before: Replay, after: Replay) -> list[Clash]:
    """Return where a scenario clashes with what changed from its base to a newer one.

    `before` is its replay on the one, `after` on the other.
    """
    known = {refusal.operation for refusal in before.refusals}
    found = [_refused(one) for one in after.refusals if one.operation not in known]
    seen: set[tuple[str, str]] = set()
    for step in before.steps:
        op = str(getattr(step.operation, "op", ""))
        for edit in step.edits:
            if (edit.part, edit.key) in seen:
                continue
            seen.add((edit.part, edit.key))
            message = _moved(edit, before.base, after.base)
            if message is not None:
                found.append(Clash(step.number, op, edit.part.value, edit.key, message))
    return sorted(found, key=lambda one: (one.operation, one.part, one.key))


def _refused(one: Refusal) -> Clash:
    remedy = Phrase(one.message.remedy(EN), one.message.remedy(ZH))
    message = CANNOT_BE_DONE(reason=one.message, remedy=remedy)
    return Clash(one.operation, one.op, "", one.about, message)


def _moved(edit: Edit, old: Organization, new: Organization) -> Message | None:
    """Return how the thing that an edit is about differs between two bases, if it does."""
    was, is_now = old.part(edit.part).get(edit.key), new.part(edit.part).get(edit.key)
    if was == is_now:
        return None
    if was is None:
        return ADDED_MEANWHILE(sort=edit.part, key=edit.key)
    if is_now is None:
        return ENDED_MEANWHILE(sort=edit.part, key=edit.key)
    fields = tuple(differing(was, is_now))
    return CHANGED_MEANWHILE(sort=edit.part, key=edit.key, fields=fields)
