"""A plan a little later: some subsidiaries are edited, a few are new, a few are gone."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from seed.generating.dice import Dice, Wheel
from seed.generating.edits import Change, Edit
from seed.generating.subsidiaries import levels, unit_key

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from seed.generating.groups import Group

_ADDED_OR_GONE = 20
"""Of so many changed rows one is new, and one is left out."""
_EDITS = (Edit.MOVED, Edit.RENAMED, Edit.TAGGED)


def change_of(groups: Sequence[Group], share: float, seed: int, kept: Collection[str]) -> Change:
    """Return a change of this share of all subsidiaries; units to be kept are not left out.

    Only units of the lowest level are left out: nothing is inside them.
    """
    dice = Dice(seed, "change")
    count = round(sum(group.size for group in groups) * share)
    few = -(-count // _ADDED_OR_GONE)
    wheel = Wheel(groups, (group.size for group in groups))
    edits: defaultdict[str, dict[int, Edit]] = defaultdict(dict)
    added: defaultdict[str, int] = defaultdict(int)
    for _ in range(few):
        added[wheel.at(dice.random()).key] += 1
    while few:
        group = wheel.at(dice.random())
        number = dice.below(group.size)
        lowest = number >= levels(group.size)[1]
        if lowest and unit_key(group, number) not in kept and number not in edits[group.key]:
            edits[group.key][number] = Edit.LEFT_OUT
            few -= 1
    left = count - sum(added.values()) - sum(map(len, edits.values()))
    while left > 0:
        group = wheel.at(dice.random())
        number = dice.below(group.size)
        if number not in edits[group.key]:
            edits[group.key][number] = dice.one_of(_EDITS)
            left -= 1
    return Change(dice, dict(edits), dict(added))
