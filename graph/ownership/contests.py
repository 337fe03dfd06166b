"""One function and role of one account, over all time: who contends, and who stands when."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.model.intervals import Interval
from graph.model.vocabularies import Role
from graph.ownership.precedence import Claim, Outcome, Ranking, outcome, ranked

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model.keys import DepartmentKey, TerritoryKey
    from graph.model.rules import AssignmentRule, NamedException
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Beaten
    from graph.ownership.conditions import Score
    from graph.ownership.hearings import Hearings
    from graph.ownership.targets import Place

LONG_AGO = date.min


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contest stands on a day.

    `holders` are the places at the top, one for each department, by department key, each with
    the first claim that gives it; `departments` are theirs. `passed_over` are those that answer
    nothing that day.
    """

    outcome: Outcome
    ranking: Ranking
    holders: tuple[tuple[Claim, Place], ...]
    passed_over: tuple[Beaten, ...]
    departments: frozenset[DepartmentKey]


@dataclass(frozen=True, slots=True)
class Contenders:
    """The rules and exceptions that concern one account, for one function and role.

    Rules come the strongest first. `territories` is the account's path, which relative targets
    follow.
    """

    function: Function
    role: Role
    rules: tuple[tuple[AssignmentRule, Score], ...]
    exceptions: tuple[NamedException, ...]
    territories: tuple[TerritoryKey, ...]


class Contest:
    """Who stands when among the contenders; days on which nothing changes form a stretch."""

    def __init__(
        self,
        contenders: Contenders,
        hearings: Hearings,
        is_narrower: Callable[[AssignmentRule, AssignmentRule], bool],
    ) -> None:
        self.contenders = contenders
        path = contenders.territories
        self._voices = (
            *(hearings.of_exception(exception) for exception in contenders.exceptions),
            *(hearings.of_rule(rule, score, path) for rule, score in contenders.rules),
        )
        self._is_narrower = is_narrower
        self._standings: dict[int, Standing] = {}
        days: set[date] = set()
        for voice in self._voices:
            days.update(voice.borders)
        self.borders = sorted(days)

    def stretch(self, day: date) -> int:
        """Return the number of the stretch a day lies in."""
        return bisect_right(self.borders, day)

    def interval(self, stretch: int) -> Interval:
        """Return the days of a stretch."""
        return Interval(
            self.borders[stretch - 1] if stretch > 0 else None,
            self.borders[stretch] if stretch < len(self.borders) else None,
        )

    def standing(self, stretch: int) -> Standing:
        """Return how the contest stands throughout a stretch."""
        standing = self._standings.get(stretch)
        if standing is None:
            day = self.borders[stretch - 1] if stretch > 0 else LONG_AGO
            standing = self._standings[stretch] = self._on(day)
        return standing

    def run(self, stretch: int, claim: Claim, place: Place) -> Interval:
        """Return how long, around a stretch, a department holds by this claim's source."""
        kind = self.standing(stretch).outcome

        def goes_on(other: int) -> bool:
            standing = self.standing(other)
            return standing.outcome is kind and any(
                held.department == place.department and by.key == claim.key
                for by, held in standing.holders
            )

        first = last = stretch
        while first > 0 and goes_on(first - 1):
            first -= 1
        while last < len(self.borders) and goes_on(last + 1):
            last += 1
        return Interval(self.interval(first).start, self.interval(last).until)

    def _on(self, day: date) -> Standing:
        claims: list[Claim] = []
        passed: list[Beaten] = []
        for voice in self._voices:
            said = voice.says(day)
            if isinstance(said, Claim):
                claims.append(said)
            else:
                passed.append(said)
        ranking = ranked(claims, self._is_narrower)
        holders: dict[DepartmentKey, tuple[Claim, Place]] = {}
        for claim in ranking.top:
            for place in claim.places:
                holders.setdefault(place.department, (claim, place))
        return Standing(
            outcome(ranking.top, together=self.contenders.role is Role.SUPPORTER),
            ranking,
            tuple(holders[key] for key in sorted(holders)),
            tuple(passed),
            frozenset(holders),
        )
