"""Where nobody, or more than one, owns: vacancies, deliberate vacancies and conflicts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.answers import Status

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.model.keys import AccountKey, SegmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer
    from graph.ownership.facts import Facts
    from graph.ownership.resolutions import Resolver
    from graph.ownership.segments import Segment


@dataclass(frozen=True, slots=True)
class Excepted:
    """An account that exceptions are about, and the segment it is in."""

    account: AccountKey
    segment: SegmentKey
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A function that is not simply assigned, for a segment or for one excepted account.

    `size` counts the accounts: of a segment, those with no exception for this function.
    """

    segment: SegmentKey
    account: AccountKey | None
    size: int
    answer: Answer

    @property
    def function(self) -> Function:
        """The function that is not assigned."""
        return self.answer.function


def gaps(
    resolver: Resolver, segments: Iterable[Segment], day: date, excepted: Iterable[Excepted] = ()
) -> tuple[Gap, ...]:
    """Return the gaps of a day, by segments in their order, then by excepted accounts in theirs.

    `excepted` are the accounts of `resolver.book.exceptions`; left out, exceptions do not count.
    """
    counted_apart: Counter[tuple[SegmentKey, Function]] = Counter()
    of_accounts: list[Gap] = []
    for one in excepted:
        exceptions = resolver.book.exceptions_by_account.get(one.account, ())
        for function in sorted({exception.function for exception in exceptions}):
            counted_apart[one.segment, function] += 1
            answer = resolver.answer(one.facts, function, day, one.account)
            if answer.status is not Status.ASSIGNED:
                of_accounts.append(
                    Gap(segment=one.segment, account=one.account, size=1, answer=answer)
                )
    of_segments: list[Gap] = []
    for segment in segments:
        for function, answer in resolver.answers(segment.facts, None, day).items():
            size = segment.size - counted_apart[segment.key, function]
            if answer.status is not Status.ASSIGNED and size > 0:
                of_segments.append(Gap(segment=segment.key, account=None, size=size, answer=answer))
    return (*of_segments, *of_accounts)
