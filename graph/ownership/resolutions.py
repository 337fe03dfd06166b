"""The resolver: rule book, facts and a day in; owners and supporters with explanations out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.model.rules import RelativeTarget
from graph.model.vocabularies import Role
from graph.ownership.answers import Answer, Reason, Status, Why
from graph.ownership.conditions import Narrower
from graph.ownership.contests import Contenders, Contest, Standing
from graph.ownership.indexes import RuleIndex
from graph.ownership.memories import Memory
from graph.ownership.precedence import Outcome
from graph.ownership.sides import Side, side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graph.model.keys import AccountKey, SegmentKey, TerritoryKey
    from graph.model.rules import NamedException
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts
    from graph.ownership.segments import Segment

STATUSES = {
    Outcome.HELD: Status.ASSIGNED,
    Outcome.CONTESTED: Status.CONFLICT,
    Outcome.VACATED: Status.DELIBERATELY_VACANT,
    Outcome.OPEN: Status.VACANT,
}


class _Subject(NamedTuple):
    """An account as the resolver sees it: the rules that hold, its territories, its name."""

    matching: int
    territories: tuple[TerritoryKey, ...]
    account: AccountKey | None


class Resolver:
    """Answers from one rule book; it builds its indexes once and remembers equal questions.

    `account` brings in the exceptions about it; without one the answer is the rules' alone.
    Facts may be an account's or a segment's. `index` may be that of a book with the same rules and
    more, in which `only` these hold; `memory` that of another resolver, see there which.
    """

    def __init__(
        self, book: RuleBook, index: RuleIndex | None = None, memory: Memory | None = None
    ) -> None:
        self.book = book
        self.index = index or RuleIndex(book)
        self.memory = memory or Memory(book)
        self._is_narrower = Narrower(book)
        self._sides: dict[tuple[Contest, int], Side] = {}
        self._relative = self.index.mask(lambda rule: isinstance(rule.target, RelativeTarget))

    def answer(
        self, facts: Facts, function: Function, day: date, account: AccountKey | None = None
    ) -> Answer:
        """Return who owns and supports an account like this for a function on a day."""
        return self._answer(function, self._subject(facts, account), day)

    def answers(
        self,
        facts: Facts,
        functions: Iterable[Function] | None,
        day: date,
        account: AccountKey | None = None,
    ) -> dict[Function, Answer]:
        """Return the answer for each function, or for all the book has rules for if None."""
        asked = self.book.functions if functions is None else functions
        subject = self._subject(facts, account)
        return {function: self._answer(function, subject, day) for function in asked}

    def standing(
        self, facts: Facts, function: Function, role: Role, day: date, account: AccountKey | None
    ) -> Standing:
        """Return how the contest for a function and role of an account stands on a day."""
        contest = self._contest(function, role, self._subject(facts, account))
        return contest.standing(contest.stretch(day))

    def contest(
        self, facts: Facts, function: Function, role: Role, account: AccountKey | None = None
    ) -> Contest:
        """Return all that contend for a function and role of an account, over all time."""
        return self._contest(function, role, self._subject(facts, account))

    def contests(self, facts: Facts, account: AccountKey | None = None) -> Iterator[Contest]:
        """Yield the contests for functions and roles in which anything contends, in their order."""
        subject = self._subject(facts, account)
        excepted = account in self.book.exceptions_by_account
        for function in self.book.functions:
            for role in Role:
                if excepted or subject.matching & self.index.asked(function, role):
                    yield self._contest(function, role, subject)

    def _subject(self, facts: Facts, account: AccountKey | None) -> _Subject:
        return _Subject(self.index.matching(facts), facts.territories, account)

    def _answer(self, function: Function, subject: _Subject, day: date) -> Answer:
        support = self._side(function, Role.SUPPORTER, subject, day)
        if function not in self.book.functions:
            why = Why.NO_RULE_FOR_FUNCTION
            reason = Reason(why=why, function=function, role=Role.OWNER)
            return Answer(function=function, status=Status.VACANT, reason=reason)
        if function not in self.book.owned_functions:
            return Answer(
                function=function,
                status=STATUSES[support.outcome],
                supporters=support.assignments,
                reason=support.reason,
            )
        own = self._side(function, Role.OWNER, subject, day)
        held = own.outcome is Outcome.HELD
        return Answer(
            function=function,
            status=STATUSES[own.outcome],
            owner=own.assignments[0] if held else None,
            supporters=support.assignments,
            candidates=() if held else own.assignments,
            reason=own.reason,
        )

    def _side(self, function: Function, role: Role, subject: _Subject, day: date) -> Side:
        contest = self._contest(function, role, subject)
        question = (contest, contest.stretch(day))
        known = self._sides.get(question)
        if known is None:
            known = self._sides[question] = side(*question, self.book.split_by_key)
        return known

    def _contest(self, function: Function, role: Role, subject: _Subject) -> Contest:
        mask = subject.matching & self.index.asked(function, role)
        exceptions = self._exceptions(function, role, subject.account)
        path = subject.territories if mask & self._relative else ()
        question = (function, role, mask, path, exceptions)
        contests = self.memory.contests(path)
        contest = contests.get(question)
        if contest is None:
            rules = self.index.ranked(mask)
            contenders = Contenders(function, role, rules, exceptions, path)
            contest = Contest(contenders, self.memory.hearings, self._is_narrower)
            contests[question] = contest
        return contest

    def _exceptions(
        self, function: Function, role: Role, account: AccountKey | None
    ) -> tuple[NamedException, ...]:
        if account is None:
            return ()
        return tuple(
            exception
            for exception in self.book.exceptions_by_account.get(account, ())
            if exception.function is function and exception.role is role
        )


def resolve(
    book: RuleBook, segments: Iterable[Segment], day: date
) -> dict[SegmentKey, dict[Function, Answer]]:
    """Return every segment's answer for every function of the book on a day.

    Exceptions are about accounts, not segments: ask a `Resolver` with the account for those.
    """
    resolver = Resolver(book)
    return {segment.key: resolver.answers(segment.facts, None, day) for segment in segments}
