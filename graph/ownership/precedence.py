"""Who wins: of the rules and exceptions that answer on a day, the strongest, and what decided."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model.rules import AssignmentRule
from graph.ownership.answers import Beaten, Ground

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from graph.model.keys import DepartmentKey, ExceptionKey, RuleKey
    from graph.model.rules import NamedException
    from graph.ownership.answers import Trace
    from graph.ownership.conditions import Score
    from graph.ownership.targets import Place


class Outcome(StrEnum):
    """What the strongest rules or exceptions come to together."""

    HELD = "held"
    CONTESTED = "contested"
    VACATED = "vacated"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one rule or exception says on a day: these departments, or nobody on purpose.

    An exception has no score: it is stronger than any rule. Claims are shared by all they
    concern, and so is what they look like beaten.
    """

    source: AssignmentRule | NamedException
    score: Score | None
    places: tuple[Place, ...]
    vacant: bool = False
    _beaten: dict[Ground, Beaten] = field(
        default_factory=dict[Ground, Beaten], compare=False, repr=False
    )

    @property
    def key(self) -> RuleKey | ExceptionKey:
        """The key of the rule or exception."""
        return self.source.key

    def beaten(self, ground: Ground) -> Beaten:
        """Return this claim as one that did not win."""
        known = self._beaten.get(ground)
        if known is None:
            known = self._beaten[ground] = beaten(
                self.source,
                ground,
                departments=tuple(place.department for place in self.places),
                vacant=self.vacant,
                trace=self.places[0].trace if self.places else None,
            )
        return known


def beaten(
    source: AssignmentRule | NamedException,
    ground: Ground,
    *,
    departments: tuple[DepartmentKey, ...] = (),
    vacant: bool = False,
    trace: Trace | None = None,
) -> Beaten:
    """Return a rule or exception as one that did not win."""
    is_rule = isinstance(source, AssignmentRule)
    return Beaten(
        rule=source.key if is_rule else None,
        exception=None if is_rule else source.key,
        departments=departments,
        vacant=vacant,
        ground=ground,
        trace=trace,
    )


@dataclass(frozen=True, slots=True)
class Ranking:
    """The claims at the top; `dropped` are as strong but broader, `weaker` the rest, in order."""

    top: tuple[Claim, ...]
    dropped: tuple[Claim, ...]
    weaker: tuple[Claim, ...]

    @property
    def ground(self) -> Ground:
        """What decided between the top and the strongest of the beaten."""
        if self.dropped:
            return Ground.NARROWER
        return self._ground(self.weaker[0]) if self.weaker else Ground.UNOPPOSED

    @property
    def beaten(self) -> tuple[Beaten, ...]:
        """Those beaten, the strongest first, each with what decided."""
        return (
            *(claim.beaten(Ground.NARROWER) for claim in self.dropped),
            *(claim.beaten(self._ground(claim)) for claim in self.weaker),
        )

    def _ground(self, claim: Claim) -> Ground:
        return _ground(self.top[0].score, claim.score)


def ranked(
    claims: Sequence[Claim], is_narrower: Callable[[AssignmentRule, AssignmentRule], bool]
) -> Ranking:
    """Return who wins; `claims` come the strongest first, exceptions before all rules."""
    if not claims:
        return Ranking((), (), ())
    best = claims[0].score
    level = 1
    while level < len(claims) and claims[level].score == best:
        level += 1
    top, dropped = _narrowest(claims[:level], is_narrower)
    return Ranking(tuple(top), tuple(dropped), tuple(claims[level:]))


def _narrowest(
    claims: Sequence[Claim], is_narrower: Callable[[AssignmentRule, AssignmentRule], bool]
) -> tuple[list[Claim], list[Claim]]:
    if len(claims) == 1:
        return [claims[0]], []
    top: list[Claim] = []
    dropped: list[Claim] = []
    for claim in claims:
        broader = any(
            isinstance(claim.source, AssignmentRule)
            and isinstance(other.source, AssignmentRule)
            and is_narrower(other.source, claim.source)
            for other in claims
            if other is not claim
        )
        (dropped if broader else top).append(claim)
    return top, dropped


def _ground(best: Score | None, other: Score | None) -> Ground:
    if best is None or other is None:
        return Ground.EXCEPTION
    if best.priority != other.priority:
        return Ground.PRIORITY
    if best.conditions != other.conditions:
        return Ground.MORE_CONDITIONS
    return Ground.DEEPER_NESTING


def outcome(top: Sequence[Claim], *, together: bool) -> Outcome:
    """Return what the claims at the top come to; `together`: several departments may share."""
    departments = {place.department for claim in top for place in claim.places}
    vacant = any(claim.vacant for claim in top)
    if not top:
        return Outcome.OPEN
    if not departments:
        return Outcome.VACATED
    if together or (len(departments) == 1 and not vacant):
        return Outcome.HELD
    return Outcome.CONTESTED
