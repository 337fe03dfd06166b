"""Territories that nest: the country, areas, provinces, cities and their districts."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from seed.generating.dice import Wheel, long_tail

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADER = "key,name,name_en,parent"
COUNTRY = "china"
AREAS = {
    "north": ("华北", "North"),
    "northeast": ("东北", "Northeast"),
    "east": ("华东", "East"),
    "south": ("华南", "South"),
    "central": ("华中", "Central"),
    "southwest": ("西南", "Southwest"),
    "northwest": ("西北", "Northwest"),
}
_DISTRICTS = {
    "east": ("城东", "East"),
    "west": ("城西", "West"),
    "south": ("城南", "South"),
    "north": ("城北", "North"),
    "high-tech": ("高新区", "High-tech Zone"),
    "development": ("开发区", "Development Zone"),
}


class Place(NamedTuple):
    """A territory with the name that companies there bear."""

    key: str
    name: str
    name_en: str


@dataclass(frozen=True)
class City:
    """A city, and the districts inside it."""

    place: Place
    districts: tuple[Place, ...]


@dataclass(frozen=True)
class Province:
    """A province; its first city is the capital. Without an area no region of ours covers it."""

    place: Place
    area: str
    cities: tuple[City, ...]

    @cached_property
    def wheel(self) -> Wheel[City]:
        """The cities, the capital the likeliest."""
        return long_tail(self.cities)


def provinces() -> tuple[Province, ...]:
    """Return every province of `places.csv`, those without an area last."""
    text = files("seed.generating").joinpath("places.csv").read_text(encoding="utf-8")
    return tuple(_province(row) for row in csv.DictReader(text.splitlines()))


def _province(row: dict[str, str]) -> Province:
    place = Place(row["key"], row["name"], row["key"].capitalize())
    cities = (city.split(":") for city in row["cities"].split(";"))
    return Province(place, row["area"], tuple(_city(place, key, name) for key, name in cities))


def _city(province: Place, key: str, name: str) -> City:
    if key == province.key:
        place = Place(f"{key}-city", f"{province.name}市区", f"{province.name_en} City")
    else:
        place = Place(f"{province.key}-{key}", name, key.capitalize())
    districts = tuple(
        Place(f"{place.key}-{part}", f"{place.name}{name}", f"{place.name_en} {name_en}")
        for part, (name, name_en) in _DISTRICTS.items()
    )
    return City(place, districts)


def rows(places: tuple[Province, ...]) -> Iterator[str]:
    """Yield the lines of territories.csv, parents first."""
    yield f"{COUNTRY},中国,China,"
    for area, (name, name_en) in AREAS.items():
        yield f"{area}-area,{name}井田,{name_en} area,{COUNTRY}"
    for province in places:
        around = f"{province.area}-area" if province.area else COUNTRY
        yield f"{','.join(province.place)},{around}"
        for city in province.cities:
            yield f"{','.join(city.place)},{province.place.key}"
            for district in city.districts:
                yield f"{','.join(district)},{city.place.key}"
