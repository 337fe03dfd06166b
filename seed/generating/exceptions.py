"""Named exceptions: over, current, still to come, and accounts left alone on purpose."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.generating.dice import Wheel
from seed.generating.subsidiaries import unit_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.groups import Group
    from seed.generating.units import Unit

HEADER = "key,name,name_en,account,function,role,department,vacant,reason,from,until,sources"
_HANDOVER = "2026-04-01"
_EVERY, _GOES_ON = 20, 9
"""Of so many exceptions, one goes on from where the one before ends."""


class _Sort(NamedTuple):
    name: str
    name_en: str
    start: str
    until: str
    vacant: bool = False


_SORTS = (
    _Sort("试点期由指定部门负责", "A pilot that is over", "2026-01-01", _HANDOVER),
    _Sort("由指定部门负责", "Handled by a named department", _HANDOVER, ""),
    _Sort("将移交指定部门", "To be handed over", "2027-04-01", ""),
    _Sort("暂不经营", "Left alone for now", "", "2027-01-01", vacant=True),
)
_REASONS = (
    "客户要求就近联系 (the customer wants somebody near)",
    "样板项目 (a reference project)",
    "人手不足 (too few people)",
    "历史关系 (an old relationship)",
    "领导指定 (named by the management)",
)
_NOT_A_TARGET = "不是目标客户 (not a target customer)"
_QUESTIONS = (
    ("sales", "owner"),
    ("sales", "owner"),
    ("relationship", "owner"),
    ("delivery", "owner"),
    ("presales", "supporter"),
)


class NamedAccount(NamedTuple):
    """An account that an exception is about; `short` is its group's name."""

    key: str
    short: str
    short_en: str


def accounts(groups: Sequence[Group], count: int, dice: Dice) -> list[NamedAccount]:
    """Return as many subsidiaries as there are exceptions; larger groups have more of them."""
    wheel = Wheel(groups, (group.size for group in groups))
    found: dict[str, NamedAccount] = {}
    while len(found) < count:
        group = wheel.at(dice.random())
        key = unit_key(group, dice.below(group.size))
        found[key] = NamedAccount(key, group.short, group.short_en)
    return list(found.values())


def rows(named: Sequence[NamedAccount], units: Sequence[Unit], dice: Dice) -> Iterator[str]:
    """Yield the lines of exceptions.csv, one sort after the other."""
    branches = [unit for unit in units if unit.kind == "branch"]
    function, role = _QUESTIONS[0]
    for number, account in enumerate(named):
        sort = _SORTS[number % len(_SORTS)]
        about = account
        if number % _EVERY == _GOES_ON:
            about = named[number - 1]
        else:
            function, role = dice.one_of(_QUESTIONS)
        department = f"{dice.one_of(branches).key}/accounts"
        reason = dice.one_of(_REASONS)
        yield (
            f"exception-{number + 1},{about.short}单位{sort.name},"
            f"{about.short_en}: {sort.name_en},{about.key},{function},{role},"
            f"{'' if sort.vacant else department},{'true' if sort.vacant else ''},"
            f"{_NOT_A_TARGET if sort.vacant else reason},{sort.start},{sort.until},generated-rules"
        )
