"""Posts: a head in each department, and as many others as there are people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.generating.dice import portions

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.frames import Frame
    from seed.generating.groups import Group
    from seed.generating.units import Department

HEADER = "key,name,name_en,department,functions,customers,industries,territories,from,until,sources"
_TITLES = {
    "sales": ("客户经理", "Account Manager"),
    "relationship": ("客户服务经理", "Service Manager"),
    "delivery": ("项目经理", "Project Manager"),
    "presales": ("售前顾问", "Presales Consultant"),
    "sales-support": ("方案顾问", "Solutions Consultant"),
    "marketing": ("市场经理", "Marketing Manager"),
    "implementation": ("实施顾问", "Implementation Consultant"),
    "partner": ("渠道经理", "Channel Manager"),
}
_NO_TITLE = ("专员", "Officer")
_LIMITED = 0.3
"""Posts in sales and relationship that serve some accounts only."""
_TO_GROUPS, _TO_INDUSTRIES = 0.3, 0.6
"""Of these, up to the first serve a group, up to the second industries, the rest a territory."""
_PLANNED = 0.02
_SHARE_WITHOUT_FUNCTION = 0.3


def rows(
    departments: Sequence[Department],
    count: int,
    groups: Sequence[Group],
    frame: Frame,
    dice: Dice,
) -> Iterator[str]:
    """Yield the lines of posts.csv; where posts are too few, the last departments have none."""
    staffed = departments[:count]
    weights = [
        (0.5 + dice.random()) * (1.0 if department.functions else _SHARE_WITHOUT_FUNCTION)
        for department in staffed
    ]
    industries = tuple(frame.industries)
    number = 0
    for department, size in zip(staffed, portions(count, weights), strict=True):
        functions = tuple(each for each in department.functions if each)
        titles = [_TITLES[each] for each in functions] or [_NO_TITLE]
        limited = bool({"sales", "relationship"} & {*functions})
        for place in range(size):
            title, title_en = titles[place % len(titles)] if place else ("负责人", "Head")
            suffix = f"{place}" if place else ""
            served, limits, start = ";".join(functions), ",,", ""
            if place:
                if len(functions) > 1 and place % 2:
                    served = functions[place % len(functions)]
                if limited and dice.chance(_LIMITED):
                    limits = _limits(department.territory, groups, industries, dice)
                if dice.chance(_PLANNED):
                    start = "2026-10-01"
            number += 1
            yield (
                f"{post_key(number)},{department.name} {title}{suffix},"
                f"{department.name_en} {title_en} {suffix}".rstrip()
                + f",{department.key},{served},{limits},{start},,generated-organization"
            )


def post_key(number: int) -> str:
    """Return the key of a post; numbers start at 1."""
    return f"post-{number}"


def _limits(territory: str, groups: Sequence[Group], industries: Sequence[str], dice: Dice) -> str:
    """Return the cells customers, industries and territories, one of them filled."""
    chance = dice.random()
    if chance < _TO_GROUPS:
        first = dice.random()
        return f"{groups[int(first * first * len(groups))].key},,"
    if chance < _TO_INDUSTRIES or not territory:
        one, other = dice.one_of(industries), dice.one_of(industries)
        return f",{one if one == other else f'{one};{other}'},"
    return f",,{territory}"
