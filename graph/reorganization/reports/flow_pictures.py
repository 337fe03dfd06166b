"""Flows of accounts between departments: the largest by themselves, the others together."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.answers import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model.vocabularies import Function
    from graph.reorganization.reports.labels import Label, Names
    from graph.reorganization.reports.passages import Flow, Place
    from graph.reorganization.reports.words import Words

MOST = 12
"""Places on each side that are shown by themselves."""


class Ends(StrEnum):
    """What an end of a flow is; the value is its class in pictures."""

    DEPARTMENT = "department"
    VACANT = "vacant"
    CONFLICT = "conflict"
    OTHERS = "others"


@dataclass(frozen=True, slots=True)
class End:
    """One end of flows: a department (or several that support together), or what stands for one."""

    sort: Ends
    labels: tuple[Label, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Ribbon:
    """So many accounts of which a function goes from one end to another."""

    before: End
    after: End
    function: Function
    accounts: int


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """Flows of one role, the largest first; `functions` are told apart, by the name they go by."""

    title: str
    ribbons: tuple[Ribbon, ...]
    functions: tuple[tuple[Function, str], ...]

    @property
    def total(self) -> int:
        """All functions of accounts that flow."""
        return sum(one.accounts for one in self.ribbons)


def flow_picture(
    flows: Iterable[Flow], role: Role, title: str, names: Names, words: Words
) -> FlowPicture:
    """Return the flows of a role as a picture."""
    own = [one for one in flows if one.role is role]
    before = _largest((one.before, one.accounts) for one in own)
    after = _largest((one.after, one.accounts) for one in own)
    ends = _Ends(role, names, words)
    counts: Counter[tuple[End, End, Function]] = Counter()
    for one in own:
        first = ends.before(one.before if one.before in before else None)
        last = ends.after(one.after if one.after in after else None)
        counts[first, last, one.function] += one.accounts
    ordered = sorted(counts.items(), key=lambda item: -item[1])
    functions = sorted({function for _, _, function in counts})
    return FlowPicture(
        title,
        tuple(Ribbon(*place, count) for place, count in ordered),
        tuple((function, words.function(function)) for function in functions),
    )


def _largest(places: Iterable[tuple[Place, int]]) -> set[Place]:
    """Return the places with the most accounts; whatever is no department is always among them."""
    counts: Counter[Place] = Counter()
    for place, accounts in places:
        counts[place] += accounts
    departments = [place for place in counts if place.departments]
    order = sorted(departments, key=lambda place: (-counts[place], place))
    most = order if len(order) <= MOST + 1 else order[:MOST]
    return {*most, *(place for place in counts if not place.departments)}


class _Ends:
    def __init__(self, role: Role, names: Names, words: Words) -> None:
        self._role = role
        self._names = names
        self._words = words

    def before(self, place: Place | None) -> End:
        if place is not None and place.departments:
            return End(Ends.DEPARTMENT, self._names.formers(place.departments))
        return self._other(place)

    def after(self, place: Place | None) -> End:
        if place is not None and place.departments:
            return End(Ends.DEPARTMENT, self._names.departments(place.departments))
        return self._other(place)

    def _other(self, place: Place | None) -> End:
        words = self._words
        if place is None:
            return End(Ends.OTHERS, text=words("Other departments", "其他部门"))
        if place.status is Status.CONFLICT:
            return End(Ends.CONFLICT, text=words("Conflict", "冲突"))
        if place.status is Status.DELIBERATELY_VACANT:
            return End(Ends.VACANT, text=words("Vacant on purpose", "有意空缺"))
        if self._role is Role.SUPPORTER:
            return End(Ends.VACANT, text=words("No supporter", "无支持部门"))
        return End(Ends.VACANT, text=words("Vacant", "空缺"))
