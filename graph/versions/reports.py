"""What a load did."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class KindCount:
    """How many of one kind a load added, changed, ended and left as they were."""

    name: str
    added: int
    changed: int
    ended: int
    unchanged: int

    @property
    def is_something(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.ended)


@dataclass(frozen=True, slots=True)
class LoadReport:
    """What a load did, kind by kind; `revision` is that of the plan the graph now answers from."""

    plan: str
    revision: int
    counts: tuple[KindCount, ...]
    plan_itself_changed: bool

    @property
    def changed_nothing(self) -> bool:
        """Whether the graph held this very plan already."""
        return not self.plan_itself_changed and not any(count.is_something for count in self.counts)
