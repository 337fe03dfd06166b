"""Chance that falls alike on every machine."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from random import Random
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

T = TypeVar("T")


class Dice:
    """A stream of chance of its own for one part of a plan, named by the seed and the part.

    Only `Random.random` is used: of it alone Python promises the same numbers in every version.
    """

    def __init__(self, seed: int, part: str) -> None:
        self.random = Random(f"{seed}/{part}").random  # noqa: S311 - figures, not secrets

    def below(self, count: int) -> int:
        """Return a number from 0 to one less than the count."""
        return int(self.random() * count)

    def one_of(self, choices: Sequence[T]) -> T:
        """Return one of the choices, each as likely."""
        return choices[int(self.random() * len(choices))]

    def chance(self, share: float) -> bool:
        """Return whether something happens that does in this share of cases."""
        return self.random() < share

    def shuffled(self, things: Iterable[T]) -> list[T]:
        """Return the things in another order."""
        ordered = list(things)
        keys = [self.random() for _ in ordered]
        return [ordered[place] for place in sorted(range(len(ordered)), key=keys.__getitem__)]


class Wheel(Generic[T]):
    """Choices of which some are likelier."""

    def __init__(self, choices: Sequence[T], weights: Iterable[float]) -> None:
        self._choices = choices
        self._ends = list(accumulate(weights))

    def at(self, chance: float) -> T:
        """Return the choice at a chance from 0 to 1."""
        place = bisect_right(self._ends, chance * self._ends[-1])
        return self._choices[min(place, len(self._choices) - 1)]


def long_tail(choices: Sequence[T]) -> Wheel[T]:
    """Return a wheel on which the n-th choice has a share like 1 / n."""
    return Wheel(choices, (1 / rank for rank in range(1, len(choices) + 1)))


def portions(total: int, weights: Sequence[float]) -> list[int]:
    """Return whole portions of a total by weight, at least one each; the first has the rest."""
    spread, whole = total - len(weights), sum(weights)
    counts = [1 + int(spread * weight / whole) for weight in weights]
    counts[0] += total - sum(counts)
    return counts
