"""What a change of the organization does to who owns and who supports what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.answers import Status
from graph.ownership.resolutions import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graph.model.keys import AccountKey, DepartmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer
    from graph.ownership.facts import Facts
    from graph.ownership.resolutions import Resolver

_VACANT = frozenset({Status.VACANT, Status.DELIBERATELY_VACANT})


class Turn(StrEnum):
    """What becomes of one function of an account; the first five exclude each other."""

    CONFLICT_APPEARS = "conflict-appears"
    VACANCY_APPEARS = "vacancy-appears"
    OWNER_CHANGES = "owner-changes"
    CONFLICT_VANISHES = "conflict-vanishes"
    VACANCY_VANISHES = "vacancy-vanishes"
    SUPPORTERS_CHANGE = "supporters-change"


@dataclass(frozen=True, slots=True)
class Outcome:
    """An answer without its explanation: enough to tell whether anything changed."""

    status: Status
    owner: DepartmentKey | None = None
    supporters: frozenset[DepartmentKey] = frozenset()
    candidates: frozenset[DepartmentKey] = frozenset()

    @property
    def holders(self) -> frozenset[DepartmentKey]:
        """Who has it: the owner, or of a function that is only supported, the supporters."""
        if self.status is not Status.ASSIGNED:
            return frozenset()
        return self.supporters if self.owner is None else frozenset({self.owner})


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a change: who resolves, and the day it is asked about."""

    resolver: Resolver
    day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Accounts that are alike before and alike after; None where they are not there.

    `account` is given for one with exceptions of its own: it is a group by itself.
    """

    before: Facts | None
    after: Facts | None
    account: AccountKey | None = None


@dataclass(frozen=True, slots=True)
class FunctionChange:
    """One function that is answered otherwise; None where the accounts are not there."""

    function: Function
    before: Outcome | None
    after: Outcome | None

    @property
    def turns(self) -> tuple[Turn, ...]:
        """What becomes of it: nothing but `after` tells of new accounts, nothing of ended ones."""
        return tuple(_turns(self.before, self.after))


def outcome(answer: Answer) -> Outcome:
    """Return an answer without its explanation."""
    return Outcome(
        answer.status,
        answer.owner.department if answer.owner else None,
        frozenset(one.department for one in answer.supporters),
        frozenset(one.department for one in answer.candidates),
    )


def outcome_of(side: Side, facts: Facts, function: Function, account: AccountKey | None) -> Outcome:
    """Return the outcome of a side's answer, without what an answer explains."""
    book = side.resolver.book
    if function not in book.functions:
        return Outcome(Status.VACANT)
    support = side.resolver.standing(facts, function, Role.SUPPORTER, side.day, account)
    supporters = support.departments
    if function not in book.owned_functions:
        return Outcome(STATUSES[support.outcome], None, supporters)
    own = side.resolver.standing(facts, function, Role.OWNER, side.day, account)
    status = STATUSES[own.outcome]
    if status is Status.ASSIGNED:
        return Outcome(status, next(iter(own.departments)), supporters)
    return Outcome(status, None, supporters, own.departments)


def changes_of(group: Group, before: Side, after: Side) -> tuple[FunctionChange, ...]:
    """Return the functions of a group that are answered otherwise, in the order of functions."""
    functions = sorted({*before.resolver.book.functions, *after.resolver.book.functions})
    was = _outcomes(group.before, group.account, before, functions)
    will_be = _outcomes(group.after, group.account, after, functions)
    found = (
        FunctionChange(function, was.get(function), will_be.get(function)) for function in functions
    )
    return tuple(change for change in found if change.before != change.after)


def _outcomes(
    facts: Facts | None, account: AccountKey | None, side: Side, functions: Iterable[Function]
) -> dict[Function, Outcome]:
    if facts is None:
        return {}
    answers = side.resolver.answers(facts, functions, side.day, account)
    return {function: outcome(answer) for function, answer in answers.items()}


def _turns(before: Outcome | None, after: Outcome | None) -> Iterator[Turn]:
    was = before.status if before else None
    will_be = after.status if after else None
    if will_be is Status.CONFLICT and was is not Status.CONFLICT:
        yield Turn.CONFLICT_APPEARS
    elif will_be in _VACANT and was not in _VACANT:
        yield Turn.VACANCY_APPEARS
    elif before and after and before.owner and after.owner and before.owner != after.owner:
        yield Turn.OWNER_CHANGES
    elif was is Status.CONFLICT and after:
        if will_be is not Status.CONFLICT:
            yield Turn.CONFLICT_VANISHES
    elif was in _VACANT and will_be is Status.ASSIGNED:
        yield Turn.VACANCY_VANISHES
    if before and after and before.supporters != after.supporters:
        yield Turn.SUPPORTERS_CHANGE
