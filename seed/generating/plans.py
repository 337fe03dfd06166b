"""A whole generated plan, file by file."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from seed.generating import (
    exceptions,
    groups,
    people,
    posts,
    rules,
    subsidiaries,
    territories,
    units,
)
from seed.generating.changes import change_of
from seed.generating.dice import Dice
from seed.generating.edits import Change
from seed.generating.frames import Frame, frame
from seed.generating.writing import BulkFormat, new_folder, write_lines, write_table, write_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from graph.progress import Progress
    from seed.generating.groups import Group
    from seed.generating.sizes import Size
    from seed.generating.territories import Province

SECTION = "generated"
_HEADER = """\
# Made by `orgatlas generate`: nothing here is a fact.
key: generated-plan
name: 生成的组织及计划
name_en: Generated organization and plan
organization: 生成的软件公司
from: 2026-01-01
until: 2028-01-01
sections:
  - folder: generated
    illustrative: true
"""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything that decides the bytes of a plan."""

    size: Size
    seed: int
    bulk_format: BulkFormat = BulkFormat.CSV
    change: float = 0
    """The share of subsidiaries that differ from the same plan without a change."""
    change_seed: int = 0


@dataclass(frozen=True, slots=True)
class Made:
    """What a plan came to hold."""

    departments: int
    groups: int
    subsidiaries: int
    people: int
    posts: int
    holdings: int
    rules: int
    exceptions: int


def generate(folder: Path, recipe: Recipe, progress: Progress) -> Made:
    """Write a plan into a new folder: the same recipe, the same bytes.

    Raises:
        ModelError: the folder is there already, with something in it.
    """
    with new_folder(folder) as root:
        section = root / SECTION
        section.mkdir()
        made = _Making(section, recipe, progress).made()
        write_text(root / "plan.yaml", _HEADER)
    return made


class _Making:
    """One plan on its way; each part has dice of its own, so that one leaves the others alone."""

    def __init__(self, folder: Path, recipe: Recipe, progress: Progress) -> None:
        self._folder = folder
        self._recipe = recipe
        self._progress = progress
        self._frame: Frame = frame()
        self._places: tuple[Province, ...] = territories.provinces()
        size = recipe.size
        self._groups: list[Group] = groups.groups(
            self._places, self._frame, size.groups, size.subsidiaries, self._dice("groups")
        )

    def made(self) -> Made:
        """Write every file of the section."""
        for name, text in self._frame.texts.items():
            write_text(self._folder / name, text)
        self._small("territories", territories.HEADER, territories.rows(self._places))
        self._small("customers", groups.HEADER, groups.rows(self._groups, self._places))
        departments = self._organization()
        rule_count = self._rules()
        named = exceptions.accounts(
            self._groups, self._recipe.size.exceptions, self._dice("excepted")
        )
        self._small(
            "exceptions",
            exceptions.HEADER,
            exceptions.rows(named, self._units, self._dice("exceptions")),
        )
        kept = {account.key for account in named}
        units_made = self._bulk(
            "subsidiaries", subsidiaries.HEADER, self._subsidiaries(self._change(kept))
        )
        return Made(
            departments=len(departments),
            groups=len(self._groups),
            subsidiaries=units_made,
            rules=rule_count,
            exceptions=len(named),
            **self._staff(departments),
        )

    def _organization(self) -> list[units.Department]:
        self._units = units.units(
            self._places, self._frame, self._recipe.size.departments, self._dice("units")
        )
        self._small("departments.units", units.HEADER, units.rows(self._units))
        self._small("coverage", units.COVERAGE_HEADER, units.coverage_rows(self._units))
        return units.departments(self._units, self._frame)

    def _rules(self) -> int:
        count = max(self._recipe.size.rules - self._frame.rules, 0)
        if count:
            texts = rules.texts(count, self._places, self._groups, self._frame, self._dice("rules"))
            write_lines(self._folder / "rules.local.yaml", texts)
        return self._frame.rules + count

    def _change(self, kept: set[str]) -> Change:
        recipe = self._recipe
        if not recipe.change:
            return Change(Dice(recipe.change_seed, "change"))
        return change_of(self._groups, recipe.change, recipe.change_seed, kept)

    def _subsidiaries(self, change: Change) -> Iterator[str]:
        market = subsidiaries.Market(self._places, self._frame, self._groups)
        dice = self._dice("subsidiaries")
        count = len(self._groups)
        for number, group in enumerate(self._groups):
            self._progress("subsidiaries, by groups", number, count)
            yield from subsidiaries.lines_of(group, market, dice, change, is_first=not number)
        self._progress("subsidiaries, by groups", count, count)

    def _staff(self, departments: list[units.Department]) -> dict[str, int]:
        count = self._recipe.size.people
        everybody = people.people(count, self._dice("people"))
        post_keys = [posts.post_key(number) for number in range(1, count + 1)]
        post_rows = posts.rows(departments, count, self._groups, self._frame, self._dice("posts"))
        holdings = people.holding_rows(everybody, post_keys, self._dice("holdings"))
        counts: dict[str, int] = {}
        for done, (kind, header, lines) in enumerate(
            (
                ("people", people.HEADER, people.rows(everybody)),
                ("posts", posts.HEADER, post_rows),
                ("holdings", people.HOLDINGS_HEADER, holdings),
            )
        ):
            self._progress("people and posts, by files", done, 3)
            counts[kind] = self._bulk(kind, header, lines)
        self._progress("people and posts, by files", 3, 3)
        return counts

    def _dice(self, part: str) -> Dice:
        return Dice(self._recipe.seed, part)

    def _small(self, kind: str, header: str, lines: Iterator[str]) -> None:
        write_table(self._folder, kind, chain([header], lines))

    def _bulk(self, kind: str, header: str, lines: Iterator[str]) -> int:
        return write_table(self._folder, kind, chain([header], lines), self._recipe.bulk_format)
