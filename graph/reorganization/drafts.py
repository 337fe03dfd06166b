"""An operation's edits, made one after the other: each sees what those before it did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from graph.reorganization.organizations import Edit, Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.reorganization.organizations import Organization


class Draft:
    """The organization as it will be, and the edits that lead there."""

    def __init__(self, organization: Organization) -> None:
        self.now = organization
        self._made: dict[tuple[Part, str], Edit] = {}

    def make(self, edits: Iterable[Edit]) -> None:
        """Take in edits; of one thing that is edited twice, the whole way is kept as one."""
        edits = [edit for edit in edits if edit.before != edit.after]
        self.now = self.now.edited(edits)
        for edit in edits:
            place = (edit.part, edit.key)
            first = self._made.get(place)
            self._made[place] = Edit(*place, first.before if first else edit.before, edit.after)

    def put(self, part: Part, key: str, after: Any) -> None:
        """Let a thing be so; None takes it away."""
        self.make([self.edit(part, key, after)])

    def edit(self, part: Part, key: str, after: Any) -> Edit:
        """Return the edit that lets a thing be so."""
        return Edit(part, key, self.now.part(part).get(key), after)

    @property
    def edits(self) -> list[Edit]:
        """All edits, each thing once; what ends as it was is left out."""
        return [edit for edit in self._made.values() if edit.before != edit.after]
