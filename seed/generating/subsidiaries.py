"""The legal entities of the groups: units of the second, third and fourth level."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.generating.dice import Wheel, long_tail
from seed.generating.edits import Edit
from seed.generating.trades import TRADES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.edits import Change
    from seed.generating.frames import Frame
    from seed.generating.groups import Group
    from seed.generating.territories import City, Place, Province
    from seed.generating.trades import Trade

HEADER = "key,name,name_en,customer,parent,share,other_parents,industry,territory,tags,sources"
_FORMS = ("公司", "公司", "有限公司", "有限公司", "有限责任公司", "股份有限公司")
_TAGGED = 0.065
_TAGS = Wheel(
    (
        "state-owned",
        "listed",
        "large-project",
        "undeployed-area",
        "large-project;undeployed-area",
        "new-product",
        "high-end-project",
    ),
    (40, 30, 12, 6, 2, 6, 4),
)
"""No rule looks at the first two."""
_FIRST = ("large-project;undeployed-area", "", "new-product", "high-end-project")
"""The tags of the first units of the first group, so that no tag is without an account."""
UNCOVERED = "xizang"
"""Where the second unit of the first group is, so that no plan is without a vacancy."""
_IN_CAPITAL = 0.7
"""Of the second level, the others are in another city of their province."""
_ELSEWHERE = 0.08
"""Units that lie outside the province or city of their parent."""
_OTHER_TRADE = 0.1
_SHARED = 0.12
"""Units of which the parent holds a part; of some it is known which other group has the rest."""
_SHARES = (51, 60, 67, 80)
_UNNAMED_HOLDER = 0.6


def unit_key(group: Group, number: int) -> str:
    """Return the key of a group's unit; numbers start at 0, the first units rank highest."""
    return f"{group.key}-u{number + 1}"


def levels(size: int) -> tuple[int, int]:
    """Return the numbers at which the third and the fourth level of a group begin."""
    second = max(1, min(size // 4, 40 + size // 50))
    third = second + min(size - second, max(1, size * 2 // 5))
    return second, third


class Market:
    """Where the units of groups may be, what they may do, and who may hold a part of them."""

    def __init__(self, places: Sequence[Province], frame: Frame, groups: Sequence[Group]) -> None:
        self.places = places
        self.groups = groups
        self.sectors = frame.sectors
        self.siblings = {
            sector: tuple(key for key, around in frame.sectors.items() if around == sector)
            for sector in frame.sectors.values()
        }
        self.uncovered = next(
            number for number, each in enumerate(places) if each.place.key == UNCOVERED
        )


def lines_of(
    group: Group, market: Market, dice: Dice, change: Change, *, is_first: bool
) -> Iterator[str]:
    """Yield the lines of subsidiaries.csv of one group, parents before what is inside them.

    The first group has in its first units what no plan shall be without.
    """
    roll = _Roll(group, market, change, is_first=is_first)
    edits = change.edits_of(group.key)
    for number in range(group.size):
        line = roll.line(number, dice, edits.get(number))
        if line:
            yield line
    for number in range(group.size, group.size + change.added.get(group.key, 0)):
        yield roll.line(number, change.dice, None)


class _Roll:
    """The units of a group as they come into being."""

    def __init__(self, group: Group, market: Market, change: Change, *, is_first: bool) -> None:
        self._group = group
        self._market = market
        self._change = change
        self._is_first = is_first
        self._third, self._fourth = levels(group.size)
        self._provinces = long_tail(group.scope)
        sector = market.sectors[group.industry]
        self._trades = TRADES[sector]
        self._siblings = market.siblings[sector]
        self._seats: list[tuple[Province, City]] = []
        self._names: dict[str, int] = {}

    def line(self, number: int, dice: Dice, edit: Edit | None) -> str:
        """Return the line of a unit, or nothing if it is left out; chance is used all the same."""
        random, group = dice.random, self._group.key
        parent, named, territory = self._place(number, random)
        industry = ""
        if random() < _OTHER_TRADE:
            industry = self._siblings[int(random() * len(self._siblings))]
        shares = self._shares(random) if random() < _SHARED else ","
        tags = _TAGS.at(random()) if random() < _TAGGED else ""
        if self._is_first and number < len(_FIRST):
            tags = _FIRST[number]
        form = _FORMS[int(random() * len(_FORMS))]
        name, name_en = self._name(named, self._trades[int(random() * len(self._trades))])
        if edit is Edit.LEFT_OUT:
            return ""
        if edit is Edit.MOVED:
            territory = self._moved(territory)
        elif edit is Edit.RENAMED:
            form, name_en = f"数字{form}", f"{name_en} Digital"
        elif edit is Edit.TAGGED:
            tags = "" if tags else "large-project"
        return (
            f"{group}-u{number + 1},{name}{form},{name_en},{group},{parent},{shares},{industry},"
            f"{territory},{tags},generated-accounts"
        )

    def _place(self, number: int, random: Callable[[], float]) -> tuple[str, Place, str]:
        """Return the parent, the place in the name, and the territory, of a unit."""
        if number < self._third:
            province = self._market.places[self._second_level(number, random)]
            city = province.cities[0] if random() < _IN_CAPITAL else province.wheel.at(random())
            self._seats.append((province, city))
            return "", province.place, city.place.key
        if number < self._fourth or self._third == self._fourth:
            above = int(random() * random() * self._third)
            province, city = self._seats[above]
            if random() < _ELSEWHERE:
                province = self._market.places[self._provinces.at(random())]
            city = province.wheel.at(random())
            if number < self._fourth:
                self._seats.append((province, city))
            return self._key(above), city.place, city.place.key
        above = self._third + int(random() * (self._fourth - self._third))
        province, city = self._seats[above]
        if random() < _ELSEWHERE:
            city = province.wheel.at(random())
        district = city.districts[int(random() * len(city.districts))]
        return self._key(above), district, district.key

    def _second_level(self, number: int, random: Callable[[], float]) -> int:
        if self._is_first and number == 0:
            return next(each for each in self._group.scope if self._market.places[each].area)
        if self._is_first and number == 1:
            return self._market.uncovered
        return self._provinces.at(random())

    def _shares(self, random: Callable[[], float]) -> str:
        """Return the cells share and other_parents."""
        share = _SHARES[int(random() * len(_SHARES))]
        other = self._market.groups[int(random() * len(self._market.groups))]
        if other is self._group or random() < _UNNAMED_HOLDER:
            return f"{share},"
        return f"{share},{other.key}={100 - share}"

    def _key(self, number: int) -> str:
        return f"{self._group.key}-u{number + 1}"

    def _name(self, place: Place, trade: Trade) -> tuple[str, str]:
        """Return a name no other unit has; the second of a kind in a place gets a number."""
        kind = place.name + trade.name
        times = self._names[kind] = self._names.get(kind, 0) + 1
        number, number_en = (f"第{times}", f" No. {times}") if times > 1 else ("", "")
        return (
            f"{self._group.short}{place.name}{number}{trade.name}",
            f"{self._group.short_en} {place.name_en} {trade.name_en}{number_en}",
        )

    def _moved(self, territory: str) -> str:
        dice = self._change.dice
        moved = territory
        while moved == territory:
            province = dice.one_of(self._market.places)
            moved = province.wheel.at(dice.random()).place.key
        return moved
