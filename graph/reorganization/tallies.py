"""Changes of ownership counted by who gives and who takes: departments, or regions around them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.vocabularies import DepartmentKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from graph.ownership.changes import Outcome
    from graph.reorganization.organizations import Organization
    from graph.reorganization.ownership_impacts import PeerChange


@dataclass(frozen=True, slots=True)
class Tally:
    """How many functions of accounts change for one department, region, group or industry.

    `gives` and `takes` are of owners; `other` counts supporters, vacancies and conflicts.
    """

    key: str
    gives: int
    takes: int
    other: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.gives + self.takes + self.other


class Regions:
    """The regions around departments."""

    def __init__(self, organization: Organization) -> None:
        self._organization = organization
        self._known: dict[str, str] = {}

    def of(self, key: str) -> str:
        """Return the region around a department; a text of nothing where there is none."""
        known = self._known.get(key)
        if known is None:
            around = self._organization.around(key)
            known = next((one.key for one in around if one.kind is DepartmentKind.REGION), "")
            self._known[key] = known
        return known


def tallies(
    changes: Iterable[PeerChange],
    before: Callable[[str], str],
    after: Callable[[str], str],
) -> list[Tally]:
    """Return what each place gives and takes, the most first."""
    gives: Counter[str] = Counter()
    takes: Counter[str] = Counter()
    other: Counter[str] = Counter()
    for one in changes:
        was, will_be, size = one.change.before, one.change.after, one.size
        old = before(was.owner) if was and was.owner else ""
        new = after(will_be.owner) if will_be and will_be.owner else ""
        if old != new:
            gives[old] += size
            takes[new] += size
        elif was and will_be and was.owner != will_be.owner:
            other[old] += size
        lost, gained = _otherwise(was, will_be)
        for place in (*map(before, lost), *map(after, gained)):
            other[place] += size
    keys = {*gives, *takes, *other} - {""}
    found = [Tally(key, gives[key], takes[key], other[key]) for key in keys]
    return sorted(found, key=lambda one: (-one.total, one.key))


def _otherwise(
    was: Outcome | None, will_be: Outcome | None
) -> tuple[frozenset[str], frozenset[str]]:
    before = was.supporters if was else frozenset[str]()
    after = will_be.supporters if will_be else frozenset[str]()
    return before - after, after - before
