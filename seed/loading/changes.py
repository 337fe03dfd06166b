"""What a plan changes of what the graph holds."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    from seed.loading.rows import Row

MOST_REMOVED = 0.2
"""The part of a kind that a load may remove without being asked to."""
SHOWN = 5
EdgeT = TypeVar("EdgeT", bound="Hashable")


@dataclass(frozen=True, slots=True)
class Changes:
    """The rows of one kind that are new or changed, the keys to remove, how many stay."""

    name: str
    added: list[Row] = field(default_factory=list["Row"])
    changed: list[Row] = field(default_factory=list["Row"])
    removed: list[str] = field(default_factory=list[str])
    unchanged: int = 0

    @property
    def written(self) -> list[Row]:
        """The rows to write."""
        return [*self.added, *self.changed]


@dataclass(frozen=True, slots=True)
class EdgeChanges:
    """The edges to make and to remove, how many stay."""

    name: str
    added: list[Row]
    removed: list[Row]
    unchanged: int


def changes(name: str, rows: Iterable[Row], loaded: Mapping[str, str | None]) -> Changes:
    """Compare the rows of a kind with the digests that the graph holds."""
    found = Changes(name)
    stays = 0
    keys: set[str] = set()
    for row in rows:
        key = str(row["key"])
        keys.add(key)
        if key not in loaded:
            found.added.append(row)
        elif loaded[key] != row["digest"]:
            found.changed.append(row)
        else:
            stays += 1
    removed = sorted(key for key in loaded if key not in keys)
    return Changes(name, found.added, found.changed, removed, stays)


def edge_changes(name: str, rows: Iterable[Row], loaded: Iterable[Row]) -> EdgeChanges:
    """Compare edges that have no key with those that the graph holds; equal ones stay.

    An edge that the graph holds twice, which no load makes, is made anew once.
    """
    wanted = {_identity(row): row for row in rows}
    held = list(loaded)
    times = Counter(_identity(row) for row in held)
    stays = {identity for identity in wanted if times[identity] == 1}
    return EdgeChanges(
        name,
        added=[row for identity, row in wanted.items() if identity not in stays],
        removed=[row for row in held if _identity(row) not in stays],
        unchanged=len(stays),
    )


def _identity(row: Row) -> tuple[Hashable, ...]:
    return tuple(str(value) if value is not None else None for _, value in sorted(row.items()))


def refuse_mass_removal(all_changes: Iterable[Changes | EdgeChanges]) -> None:
    """Let a load pass that removes only a little of each kind.

    Raises:
        ModelError: it would remove more than a fifth of some kind.
    """
    problems: list[Problem] = []
    for found in all_changes:
        kept = found.unchanged + (len(found.changed) if isinstance(found, Changes) else 0)
        gone = _really_removed(found)
        if gone and gone > MOST_REMOVED * (kept + gone):
            problems.append(_mass_removal(found, gone, kept + gone))
    if problems:
        raise ModelError(problems)


def _really_removed(found: Changes | EdgeChanges) -> int:
    if isinstance(found, Changes):
        return len(found.removed)
    return max(0, len(found.removed) - len(found.added))


def _mass_removal(found: Changes | EdgeChanges, gone: int, before: int) -> Problem:
    keys = found.removed if isinstance(found, Changes) else []
    some = [str(key) for key in keys[:SHOWN]] + (["…"] if len(keys) > SHOWN else [])
    which = f" ({', '.join(some)})" if some else ""
    return Problem(
        found.name,
        0,
        "",
        "mass-removal",
        f"this load would remove {gone} of the {before} {found.name} in the graph{which}",
        "if a file is incomplete, complete it; if it is meant, load with --allow-removing",
    )
