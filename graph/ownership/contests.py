"""One function and role of one account, over all time: who contends, and who stands when."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from graph.model.intervals import Interval
from graph.model.rules import AssignmentRule, NamedTarget, VacantTarget
from graph.model.vocabularies import Role
from graph.ownership.answers import Ground
from graph.ownership.precedence import Claim, Outcome, Ranking, beaten, outcome, ranked

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model.keys import TerritoryKey
    from graph.model.rules import NamedException, RuleTarget
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Beaten
    from graph.ownership.conditions import Score
    from graph.ownership.targets import Place, Targets

LONG_AGO = date.min


@dataclass(frozen=True, slots=True)
class Standing:
    """How a contest stands on a day.

    `holders` are the places at the top, one for each department, by department key, each with
    the first claim that gives it. `passed_over` are those that answer nothing that day.
    """

    outcome: Outcome
    ranking: Ranking
    holders: tuple[tuple[Claim, Place], ...]
    passed_over: tuple[Beaten, ...]


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
        targets: Targets,
        is_narrower: Callable[[AssignmentRule, AssignmentRule], bool],
    ) -> None:
        self.contenders = contenders
        self._targets = targets
        self._is_narrower = is_narrower
        self._standings: dict[int, Standing] = {}
        days: set[date] = set()
        for source in (*contenders.exceptions, *(rule for rule, _ in contenders.rules)):
            days.update(source.validity.borders())
            days.update(targets.borders(target_of(source), contenders.territories))
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
        for exception in self.contenders.exceptions:
            self._hear(exception, None, day, claims, passed)
        for rule, score in self.contenders.rules:
            self._hear(rule, score, day, claims, passed)
        ranking = ranked(claims, self._is_narrower)
        holders: dict[str, tuple[Claim, Place]] = {}
        for claim in ranking.top:
            for place in claim.places:
                holders.setdefault(place.department, (claim, place))
        return Standing(
            outcome(ranking.top, together=self.contenders.role is Role.SUPPORTER),
            ranking,
            tuple(holders[key] for key in sorted(holders)),
            tuple(passed),
        )

    def _hear(
        self,
        source: AssignmentRule | NamedException,
        score: Score | None,
        day: date,
        claims: list[Claim],
        passed: list[Beaten],
    ) -> None:
        if not source.validity.contains(day):
            passed.append(beaten(source, untimely(source.validity, day)))
            return
        target = target_of(source)
        found = self._targets.found(target, self.contenders.territories, day)
        if found.ground is None:
            claims.append(Claim(source, score, found.places, isinstance(target, VacantTarget)))
        else:
            named = (target.department,) if isinstance(target, NamedTarget) else ()
            passed.append(beaten(source, found.ground, departments=named, trace=found.trace))


def target_of(source: AssignmentRule | NamedException) -> RuleTarget:
    """Return what a rule or exception points at."""
    if isinstance(source, AssignmentRule):
        return source.target
    if source.department is None:
        return VacantTarget(source.reason)
    return NamedTarget(source.department)


def untimely(validity: Interval, day: date) -> Ground:
    """Return whether a validity that does not contain the day is over or still to come."""
    over = validity.is_empty() or (validity.until is not None and validity.until <= day)
    return Ground.EXPIRED if over else Ground.NOT_YET_VALID
