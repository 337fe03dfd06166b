"""Rules of provinces, areas, industries and named groups, beside those that every plan has.

Each family of rules has a strength of its own, so that rules of two families seldom tie, except
about tagged accounts, where conflicts shall be. No two rules of a plan ask the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from graph.model.vocabularies import Function, Role, Tier
from graph.ownership.phrases import EN, FUNCTIONS, TIERS, ZH
from seed.generating.dice import Wheel
from seed.generating.tasks import TAGS, TASKS, Task
from seed.generating.territories import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.frames import Frame
    from seed.generating.groups import Group
    from seed.generating.territories import Province


INDUSTRIES = ("power", "tobacco", "construction")
"""Those that rules look at; each cuts the segments further."""
NAMED_GROUPS = 12
"""Groups that rules name; they cut the segments further, too."""
_LARGE = 10
"""Named groups are among the first of so many parts, by size."""
_ABOVE_FAMILIES = 5
"""The priority of rules about named groups."""
_TIERS = (Tier.VIP, Tier.PROTOTYPE, Tier.REGULAR)
_EXPIRED, _FUTURE = "2026-04-01", "2027-01-01"
_EXPIRED_SHARE, _FUTURE_SHARE = 0.1, 0.06
_VACANT, _NAMED = 0.03, 0.3
"""Rules that give to nobody, and those that give to a named department."""
_FAMILIES = Wheel(
    (
        ("tiers", "province"),
        ("tiers", "industry"),
        ("tags", "area"),
        ("customers", "level"),
        ("tiers", "deep", "province"),
        ("tiers", "second", "industry"),
        ("tags", "industry", "area"),
    ),
    (30, 15, 12, 10, 20, 10, 5),
)


class _Condition(NamedTuple):
    """One condition as it is written, and in words."""

    text: str
    words: str
    words_en: str


class _Rule(NamedTuple):
    task: Task
    conditions: tuple[_Condition, ...]
    assign: str
    priority: int = 0
    start: str = ""
    until: str = ""


def texts(
    count: int,
    places: Sequence[Province],
    groups: Sequence[Group],
    frame: Frame,
    dice: Dice,
) -> Iterator[str]:
    """Yield so many rules as entries of rules.local.yaml."""
    writer = _Writer(places, groups, frame, dice)
    asked: set[tuple[Task, tuple[_Condition, ...]]] = set()
    while len(asked) < count:
        rule = writer.rule()
        question = (rule.task, rule.conditions)
        if question not in asked:
            asked.add(question)
            yield _text(len(asked), rule)


class _Writer:
    """Makes up one rule after the other."""

    def __init__(
        self, places: Sequence[Province], groups: Sequence[Group], frame: Frame, dice: Dice
    ) -> None:
        self._dice = dice
        self._covered = [province for province in places if province.area]
        self._frame = frame
        large = groups[1 : max(3, len(groups) // _LARGE)]
        self._named = dice.shuffled(large)[:NAMED_GROUPS]

    def rule(self) -> _Rule:
        dice = self._dice
        task = dice.one_of(TASKS)
        family = _FAMILIES.at(dice.random())
        conditions = tuple(self._condition(part, task) for part in family)
        chance = dice.random()
        return _Rule(
            task,
            conditions,
            self._assign(task),
            priority=_ABOVE_FAMILIES if family[0] == "customers" else 0,
            start=_FUTURE if chance > 1 - _FUTURE_SHARE else "",
            until=_EXPIRED if chance < _EXPIRED_SHARE else "",
        )

    def _condition(self, part: str, task: Task) -> _Condition:
        match part:
            case "tiers":
                tier = self._dice.one_of(_TIERS)
                return _Condition(f"tiers: [{tier}]", f"{TIERS[tier][ZH]}客户", f"{tier} accounts")
            case "customers":
                group = self._dice.one_of(self._named)
                return _Condition(f"customers: [{group.key}]", group.short, f"of {group.short_en}")
            case "industry":
                key = self._dice.one_of(INDUSTRIES)
                name, name_en = self._frame.industries[key]
                return _Condition(f"industries: [{key}]", name, f"in {name_en.lower()}")
            case "tags":
                # The base rule about large projects shall tie with the one about second levels.
                tags = tuple(TAGS)[1:] if task.function is Function.SALES else tuple(TAGS)
                tag = self._dice.one_of(tags)
                return _Condition(f"tags: [{tag}]", TAGS[tag], f"tagged {tag}")
            case "province" | "area":
                return self._territory(part)
            case _:
                return self._level(part)

    def _territory(self, part: str) -> _Condition:
        if part == "province":
            key, name, name_en = self._dice.one_of(self._covered).place
            return _Condition(f"territories: [{key}]", name, f"in {name_en}")
        area = self._dice.one_of(tuple(AREAS))
        name, name_en = AREAS[area]
        return _Condition(f"territories: [{area}-area]", name, f"in the {name_en}")

    def _level(self, part: str) -> _Condition:
        if part == "second" or (part == "level" and self._dice.chance(0.5)):
            return _Condition("level: 2", "2级单位", "on level 2")
        return _Condition("level: 3+", "3级及以下单位", "from level 3 on")

    def _assign(self, task: Task) -> str:
        chance = self._dice.random()
        if chance < _VACANT and task.role is Role.OWNER:
            return "{vacant: 暂不经营}"
        if chance < _NAMED or not task.within:
            return f"{{department: {self._dice.one_of(task.named)}}}"
        kind, specialty = self._dice.one_of(task.within)
        return f"{{within: {kind}, specialty: {specialty}}}"


def _text(number: int, rule: _Rule) -> str:
    words = "".join(condition.words for condition in reversed(rule.conditions))
    words_en = " ".join(condition.words_en for condition in rule.conditions)
    function = rule.task.function
    doing, doing_en = ("支持", "help with ") if rule.task.role is Role.SUPPORTER else ("", "")
    lines = [
        f"- key: local-{number}",
        f"  name: {words}的{FUNCTIONS[function][ZH]}{doing}",
        f'  name_en: "{(doing_en + FUNCTIONS[function][EN]).capitalize()}: {words_en}"',
        f"  function: {function}",
        f"  role: {rule.task.role}",
        f"  when: {{{', '.join(condition.text for condition in rule.conditions)}}}",
        f"  assign: {rule.assign}",
    ]
    if rule.priority:
        lines.append(f"  priority: {rule.priority}")
    lines += [
        f"  {name}: {day}" for name, day in (("from", rule.start), ("until", rule.until)) if day
    ]
    return "\n".join([*lines, "  sources: [generated-rules]", ""])
