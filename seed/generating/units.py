"""Our regions, branches and offices, what they cover, and the departments inside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from seed.generating.territories import AREAS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from seed.generating.dice import Dice
    from seed.generating.frames import Frame
    from seed.generating.territories import Place, Province

HEADER = "key,name,name_en,kind,parent,template,from,until,sources"
COVERAGE_HEADER = "department,territory,from,until"
HANDED_OVER = ("northeast-region", "neimenggu", "2027-01-01")
"""A province that another region takes over within the plan's period."""
WITHOUT_BRANCHES = frozenset({"xizang", "hainan"})
_COVERED_CITIES = 0.92
_OPENING_SHARE, _CLOSING_SHARE = 0.04, 0.02
_OPENING = ("2026-10-01", "2027-01-01")
_CLOSING = "2027-07-01"


class Unit(NamedTuple):
    """A region, branch or office; `territory` is what it covers."""

    key: str
    name: str
    name_en: str
    kind: str
    parent: str
    template: str
    territory: str
    start: str = ""
    until: str = ""


class Department(NamedTuple):
    """A department that posts can be in; `territory` is its unit's, empty at headquarters."""

    key: str
    name: str
    name_en: str
    functions: tuple[str, ...]
    territory: str


def units(places: Sequence[Province], frame: Frame, wanted: int, dice: Dice) -> list[Unit]:
    """Return regions, then branches, as many as the wanted departments have room for.

    Capitals come first, for their whole provinces; then other cities, some of which stay without
    a branch of their own; then districts of cities with a branch get offices.
    """
    found = [
        Unit(
            f"{area}-region",
            f"{name}大区",
            f"{name_en} Region",
            "region",
            "headquarters",
            "region-standard",
            f"{area}-area",
        )
        for area, (name, name_en) in AREAS.items()
    ]
    room = wanted - len(frame.headquarters)
    room -= sum(1 + len(frame.slots[unit.template]) for unit in found)
    for unit in _branches(places, dice):
        room -= 1 + len(frame.slots[unit.template])
        if room < 0:
            break
        found.append(unit)
    return found


def _branches(places: Sequence[Province], dice: Dice) -> Iterator[Unit]:
    served = [province for province in places if province.place.key not in WITHOUT_BRANCHES]
    for province in served:
        capital = _branch(province, province.cities[0].place, "branch-capital", "分公司", "Branch")
        yield capital._replace(territory=province.place.key)
    cities = [(province, city) for province in served for city in province.cities[1:]]
    chosen = dice.shuffled(cities)[: int(len(cities) * _COVERED_CITIES)]
    for province, city in chosen:
        unit = _branch(province, city.place, "branch-standard", "分公司", "Branch")
        chance = dice.random()
        if chance < _OPENING_SHARE:
            unit = unit._replace(start=dice.one_of(_OPENING))
        elif chance > 1 - _CLOSING_SHARE:
            unit = unit._replace(until=_CLOSING)
        yield unit
    districts = [(province, district) for province, city in chosen for district in city.districts]
    for province, district in dice.shuffled(districts):
        yield _branch(province, district, "branch-office", "办事处", "Office")


def _branch(province: Province, place: Place, template: str, form: str, form_en: str) -> Unit:
    return Unit(
        f"{place.key}-{form_en.lower()}",
        f"{place.name}{form}",
        f"{place.name_en} {form_en}",
        "branch",
        f"{province.area}-region" if province.area else "headquarters",
        template,
        place.key,
    )


def departments(found: Sequence[Unit], frame: Frame) -> list[Department]:
    """Return every department that posts can be in, headquarters first, unit by unit."""
    inside = [Department(*slot, "") for slot in frame.headquarters]
    for unit in found:
        inside.append(Department(unit.key, unit.name, unit.name_en, (), unit.territory))
        inside.extend(
            Department(
                f"{unit.key}/{slot.key}",
                f"{unit.name} {slot.name}",
                f"{unit.name_en} {slot.name_en}",
                slot.functions,
                unit.territory,
            )
            for slot in frame.slots[unit.template]
        )
    return inside


def rows(found: Sequence[Unit]) -> Iterator[str]:
    """Yield the lines of departments.units.csv."""
    for unit in found:
        yield (
            f"{unit.key},{unit.name},{unit.name_en},{unit.kind},{unit.parent},{unit.template},"
            f"{unit.start},{unit.until},generated-organization"
        )


def coverage_rows(found: Sequence[Unit]) -> Iterator[str]:
    """Yield the lines of coverage.csv: a unit covers its territory as long as it exists."""
    for unit in found:
        yield f"{unit.key},{unit.territory},{unit.start},{unit.until}"
    yield f"{','.join(HANDED_OVER)},"
