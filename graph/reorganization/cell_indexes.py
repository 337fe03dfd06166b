"""Which cells conditions accept, as bit masks: bit n stands for cell n."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.conditions import holds_at_level, looks_at_level

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from graph.model.keys import AccountKey
    from graph.model.rules import Conditions
    from graph.reorganization.populations import Cell


class CellIndex:
    """Cells by what rules look at."""

    def __init__(self, cells: Sequence[Cell]) -> None:
        self.everything = (1 << len(cells)) - 1
        self._customers: dict[object, int] = {}
        self._tiers: dict[object, int] = {}
        self._levels: dict[object, int] = {}
        self._industries: dict[object, int] = {}
        self._territories: dict[object, int] = {}
        self._tags: dict[object, int] = {}
        self._accounts: dict[AccountKey, int] = {}
        for number, cell in enumerate(cells):
            bit = 1 << number
            facts = cell.facts
            _add(self._customers, [facts.customer], bit)
            _add(self._tiers, [facts.tier], bit)
            _add(self._levels, [facts.level], bit)
            _add(self._industries, facts.industries, bit)
            _add(self._territories, facts.territories, bit)
            _add(self._tags, facts.tags, bit)
            if cell.account is not None:
                self._accounts[cell.account] = bit

    def accepted(self, conditions: Conditions) -> int:
        """Return the cells that conditions accept."""
        mask = self.everything
        if conditions.customers:
            mask &= _any(self._customers, conditions.customers)
        if conditions.tiers:
            mask &= _any(self._tiers, conditions.tiers)
        if looks_at_level(conditions):
            mask &= _any(
                self._levels,
                [
                    level
                    for level in self._levels
                    if isinstance(level, int) and holds_at_level(conditions, level)
                ],
            )
        if conditions.industries:
            mask &= _any(self._industries, conditions.industries)
        if conditions.territories:
            mask &= _any(self._territories, conditions.territories)
        for tag in conditions.tags:
            mask &= self._tags.get(tag, 0)
        return mask

    def located(self, territories: Iterable[str]) -> int:
        """Return the cells in these territories, or inside them."""
        return _any(self._territories, territories)

    def account(self, key: AccountKey) -> int:
        """Return the cell of an account that is one by itself; none otherwise."""
        return self._accounts.get(key, 0)


def numbers_in(mask: int) -> Iterator[int]:
    """Yield the numbers of the cells in a mask, the lowest first."""
    binary = bin(mask)[:1:-1]
    place = binary.find("1")
    while place >= 0:
        yield place
        place = binary.find("1", place + 1)


def _add(masks: dict[object, int], values: Iterable[object], bit: int) -> None:
    for value in values:
        masks[value] = masks.get(value, 0) | bit


def _any(masks: dict[object, int], values: Iterable[object]) -> int:
    found = 0
    for value in values:
        found |= masks.get(value, 0)
    return found
