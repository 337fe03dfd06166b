"""Pairs of names that differ by a misspelling, found without comparing each with each.

Two names whose likeness is at least ALIKE differ by few insertions and deletions. Cut the shorter
one into one part more than those: one of its parts is in the other name unchanged, and hardly
moved. So only names are compared that have such a part in common: nothing is missed.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

ALIKE = 90
"""How alike, of 100, the names of two groups are when they may be one; 湖北/湖南 stay below."""
MOST_PAIRS = 10_000
"""Where more names are alike than that, they follow a pattern and the rest is not looked for."""
MOST_COMPARED = 20_000_000

_Part = tuple[int, int, str]


def near_pairs(names: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the places of names that are alike and not equal, the earlier first; sorted."""
    found: list[tuple[int, int]] = []
    compared = 0
    for place, others in _candidates(names):
        compared += len(others)
        name = names[place]
        found += (
            (min(place, other), max(place, other))
            for other in others
            if names[other] != name and fuzz.ratio(name, names[other], score_cutoff=ALIKE) >= ALIKE
        )
        if len(found) > MOST_PAIRS or compared > MOST_COMPARED:
            break
    yield from sorted(found)[:MOST_PAIRS]


def _candidates(names: Sequence[str]) -> Iterator[tuple[int, set[int]]]:
    """Yield each place with those of no longer names that may be like it."""
    parts: dict[_Part, list[int]] = defaultdict(list)
    for place in sorted(range(len(names)), key=lambda place: (len(names[place]), place)):
        name = names[place]
        others: set[int] = set()
        for length in range(_shortest_partner(len(name)), len(name) + 1):
            for at, size in _cuts(length):
                for start in _windows(at, size, length, len(name)):
                    others.update(parts.get((length, at, name[start : start + size]), ()))
        if others:
            yield place, others
        for at, size in _cuts(len(name)):
            parts[len(name), at, name[at : at + size]].append(place)


def _most_edits(shorter: int, longer: int) -> int:
    """Return how many insertions and deletions names of these lengths may be apart."""
    return (shorter + longer) * (100 - ALIKE) // 100


@cache
def _shortest_partner(length: int) -> int:
    shortest = length
    while shortest > 1 and length - shortest + 1 <= _most_edits(shortest - 1, length):
        shortest -= 1
    return shortest


@cache
def _cuts(length: int) -> list[tuple[int, int]]:
    """Return where the parts of a name begin and how long they are.

    There is one more than the edits that part it from its longest partner.
    """
    longest = length
    while longest + 1 - length <= _most_edits(length, longest + 1):
        longest += 1
    count = min(_most_edits(length, longest) + 1, length)
    ends = [length * number // count for number in range(count + 1)] if count else []
    return [(start, end - start) for start, end in pairwise(ends)]


def _windows(at: int, size: int, length: int, longer: int) -> range:
    """Return where in the longer name a part of the shorter one may be, if it is there at all."""
    edits = _most_edits(length, longer)
    extra = longer - length
    least, most = -((edits - extra) // 2), (edits + extra) // 2
    return range(max(0, at + least), min(longer - size, at + most) + 1)
