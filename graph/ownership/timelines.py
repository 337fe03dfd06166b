"""Who owned, owns and will own a segment: the answers over all time, as spans."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.rules import AssignmentRule, NamedException
from graph.ownership.precedence import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.intervals import Interval
    from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey, RuleKey
    from graph.model.vocabularies import Function, Role
    from graph.ownership.contests import Contest
    from graph.ownership.facts import Facts
    from graph.ownership.resolutions import Resolver
    from graph.ownership.targets import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A department has a role for a function, by one rule or exception, for a time.

    Exactly one of `rule` and `exception` is set.
    """

    function: Function
    role: Role
    department: DepartmentKey
    rule: RuleKey | None
    exception: ExceptionKey | None
    validity: Interval


class Timelines:
    """Finds spans with one resolver; what is the same for many is found once."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver
        self._spans: dict[Contest, tuple[Span, ...]] = {}

    def of(self, facts: Facts, account: AccountKey | None = None) -> Iterator[Span]:
        """Yield all spans of a segment, or of an account with its exceptions.

        They come by function, role, time and department. On any day the spans that contain it are
        the owners and supporters the resolver answers that day; a conflict or vacancy has none.
        """
        for contest in self._resolver.contests(facts, account):
            yield from self.spans(contest)

    def contests(self, facts: Facts) -> dict[tuple[Function, Role], Contest]:
        """Return what contends for a segment, by function and role; see `spans`."""
        found = self._resolver.contests(facts)
        return {(one.contenders.function, one.contenders.role): one for one in found}

    def contest(self, facts: Facts, function: Function, role: Role) -> Contest:
        """Return what contends for a function and role of a segment; see `spans`."""
        return self._resolver.contest(facts, function, role)

    def spans(self, contest: Contest) -> tuple[Span, ...]:
        """Return the spans of one function and role."""
        spans = self._spans.get(contest)
        if spans is None:
            spans = self._spans[contest] = tuple(_spans(contest))
        return spans


def _spans(contest: Contest) -> Iterator[Span]:
    before: set[tuple[str, str]] = set()
    for stretch in range(len(contest.borders) + 1):
        standing = contest.standing(stretch)
        holders = standing.holders if standing.outcome is Outcome.HELD else ()
        for claim, place in holders:
            if (place.department, claim.key) not in before:
                yield _span(claim.source, place, contest.run(stretch, claim, place))
        before = {(place.department, claim.key) for claim, place in holders}


def _span(source: AssignmentRule | NamedException, place: Place, validity: Interval) -> Span:
    return Span(
        function=source.function,
        role=source.role,
        department=place.department,
        rule=source.key if isinstance(source, AssignmentRule) else None,
        exception=source.key if isinstance(source, NamedException) else None,
        validity=validity,
    )
