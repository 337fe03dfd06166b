"""From how a contest stands to assignments and reasons, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.rules import AssignmentRule, NamedException, VacantTarget
from graph.ownership.answers import (
    Assignment,
    Explanation,
    Ground,
    Reason,
    Via,
    Why,
)
from graph.ownership.precedence import Outcome

if TYPE_CHECKING:
    from decimal import Decimal

    from graph.model.indicators import RevenueSplit, Share
    from graph.model.keys import DepartmentKey, SplitKey
    from graph.model.vocabularies import Function, Role
    from graph.ownership.answers import Beaten
    from graph.ownership.contests import Contest
    from graph.ownership.precedence import Claim
    from graph.ownership.targets import Place

UNTIMELY = frozenset({Ground.EXPIRED, Ground.NOT_YET_VALID})


@dataclass(frozen=True, slots=True)
class Side:
    """One role's part of an answer; `reason` is None where the outcome is HELD."""

    outcome: Outcome
    assignments: tuple[Assignment, ...]
    reason: Reason | None


def side(contest: Contest, stretch: int, splits: dict[SplitKey, RevenueSplit]) -> Side:
    """Return what a contest answers throughout a stretch."""
    hearing = _Hearing(contest, stretch, splits)
    outcome = hearing.standing.outcome
    assignments = tuple(
        hearing.assignment(claim, place) for claim, place in hearing.standing.holders
    )
    reason = None if outcome is Outcome.HELD else hearing.reason()
    return Side(outcome, assignments, reason)


class _Hearing:
    """A contest on the days of one stretch, being written up."""

    def __init__(
        self, contest: Contest, stretch: int, splits: dict[SplitKey, RevenueSplit]
    ) -> None:
        self.contest = contest
        self.stretch = stretch
        self.splits = splits
        self.standing = contest.standing(stretch)
        self.beaten = self.standing.ranking.beaten + _concerned(self.standing.passed_over)

    def assignment(self, claim: Claim, place: Place) -> Assignment:
        source = claim.source
        explanation = self.explanation(claim, place)
        split = self.splits.get(source.split) if source.split is not None else None
        return Assignment(
            department=place.department,
            function=source.function,
            role=source.role,
            via=Via.EXPLICIT if explanation.exception is not None else Via.INHERITED,
            rule=explanation.rule,
            exception=explanation.exception,
            validity=self.contest.run(self.stretch, claim, place),
            share=share(split, place.department, source.function, source.role) if split else None,
            explanation=explanation,
        )

    def explanation(self, claim: Claim, place: Place | None) -> Explanation:
        source, top = claim.source, self.standing.ranking.top
        ground = self.standing.ranking.ground
        if isinstance(source, NamedException):
            ground = Ground.EXCEPTION
        tied: tuple[Beaten, ...] = ()
        if self.standing.outcome is Outcome.CONTESTED:
            ground = Ground.TIED
            tied = tuple(rival.beaten(Ground.TIED) for rival in top if not _agree(rival, place))
        return Explanation(
            rule=source.key if isinstance(source, AssignmentRule) else None,
            exception=source.key if isinstance(source, NamedException) else None,
            department=place.department if place else None,
            function=source.function,
            role=source.role,
            sources=source.sources,
            ground=ground,
            beaten=tied + self.beaten,
            agreeing=tuple(
                rival.key for rival in top if rival is not claim and _agree(rival, place)
            ),
            validity=source.validity,
            trace=place.trace if place else None,
            reason=_stated(source),
            split=source.split,
        )

    def reason(self) -> Reason:
        contenders, standing = self.contest.contenders, self.standing
        top = standing.ranking.top
        passed: tuple[Beaten, ...] = ()
        tied: tuple[Beaten, ...] = ()
        why = Why.ON_PURPOSE
        if standing.outcome is Outcome.OPEN:
            why, passed = _lack(standing.passed_over)
        elif standing.outcome is Outcome.CONTESTED:
            why, tied = Why.TIED, tuple(claim.beaten(Ground.TIED) for claim in top)
        return Reason(
            why=why,
            function=contenders.function,
            role=contenders.role,
            vacating=tuple(self.explanation(claim, None) for claim in top if claim.vacant),
            tied=tied,
            passed_over=passed,
        )


def _concerned(passed_over: tuple[Beaten, ...]) -> tuple[Beaten, ...]:
    """Leave out rules that are out of their time: they are no rivals, unlike an old exception."""
    return tuple(
        one for one in passed_over if one.exception is not None or one.ground not in UNTIMELY
    )


def _lack(passed_over: tuple[Beaten, ...]) -> tuple[Why, tuple[Beaten, ...]]:
    timely = any(one.ground not in UNTIMELY for one in passed_over)
    if timely:
        return Why.RULES_GAVE_NONE, _concerned(passed_over)
    return (Why.NO_RULE_VALID if passed_over else Why.NO_RULE_MATCHES), passed_over


def _agree(rival: Claim, place: Place | None) -> bool:
    if place is None:
        return rival.vacant
    return any(other.department == place.department for other in rival.places)


def _stated(source: AssignmentRule | NamedException) -> str | None:
    if isinstance(source, NamedException):
        return source.reason
    return source.target.reason if isinstance(source.target, VacantTarget) else None


def share(
    split: RevenueSplit, department: DepartmentKey, function: Function, role: Role
) -> Decimal | None:
    """Return a department's per cent of a split, or None where the split gives it nothing.

    A share naming the department comes first, then one of its role in this function, then one
    of its role in any.
    """

    def fit(part: Share) -> int:
        if part.department is not None:
            return 3 if part.department == department else 0
        if part.role is not role or part.function not in {None, function}:
            return 0
        return 1 if part.function is None else 2

    best = max(split.shares, key=fit, default=None)
    return best.percent if best is not None and fit(best) else None
