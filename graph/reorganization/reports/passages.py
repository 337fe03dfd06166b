"""What passes from whom to whom: every change of an owner or supporter has a giver and a taker."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.answers import Status

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.vocabularies import Function
    from graph.ownership.changes import FunctionChange, Outcome
    from graph.reorganization.account_impacts import AccountImpact

_VACANT = frozenset({Status.VACANT, Status.DELIBERATELY_VACANT})


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Who has something: departments, or why no single one has it.

    An owner is one department, supporters may be several. Without departments the status is why.
    """

    departments: tuple[str, ...] = ()
    status: Status = Status.VACANT


@dataclass(frozen=True, slots=True)
class Passage:
    """One role of a function goes from a place to another."""

    role: Role
    before: Place
    after: Place

    @property
    def places(self) -> tuple[Place, Place]:
        """Both of them."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Flow:
    """So many accounts of which a function passes alike, all operations together."""

    role: Role
    function: Function
    before: Place
    after: Place
    accounts: int


def passages(change: FunctionChange) -> Iterator[Passage]:
    """Yield what passes: of the owner, and of the supporters that change.

    Supporters that go hand over to those that come, or where none come, to those that stay.
    """
    was, will_be = _owner(change.before), _owner(change.after)
    if was != will_be:
        before, after = was or Place(), will_be or Place()
        if before.status not in _VACANT or after.status not in _VACANT:
            yield Passage(Role.OWNER, before, after)
    supported = change.before.supporters if change.before else frozenset[str]()
    will_support = change.after.supporters if change.after else frozenset[str]()
    if supported != will_support:
        come = will_support - supported or will_support
        yield Passage(Role.SUPPORTER, _together(supported - will_support), _together(come))


def flows(accounts: AccountImpact) -> list[Flow]:
    """Return what passes between which places, for each function, the most first."""
    counts: Counter[tuple[Role, Function, Place, Place]] = Counter()
    for one in accounts.ownership.changes:
        for passage in passages(one.change):
            counts[passage.role, one.change.function, passage.before, passage.after] += one.size
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [Flow(*place, count) for place, count in ordered]


def _owner(side: Outcome | None) -> Place | None:
    """Return where the ownership lies; None for a function that is only supported."""
    if side is None:
        return None
    if side.owner is not None:
        return Place((side.owner,), Status.ASSIGNED)
    return None if side.status is Status.ASSIGNED else Place((), side.status)


def _together(departments: frozenset[str]) -> Place:
    return Place(tuple(sorted(departments)), Status.ASSIGNED) if departments else Place()
