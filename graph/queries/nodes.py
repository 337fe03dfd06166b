"""Things of any kind, named by kind and key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Kind  # noqa: TC001 - rows are validated at run time

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing of the plan: its kind, which is its label, and its key."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class ThingLink:
    """A thing, and the key of something it is linked to."""

    kind: Kind
    key: str
    linked_key: str


@dataclass(frozen=True, slots=True)
class LinkedThing:
    """A key, and a thing that it is linked to."""

    key: str
    linked_kind: Kind
    linked_key: str


@dataclass(frozen=True, slots=True)
class NamedThing:
    """What a thing is called."""

    kind: Kind
    key: str
    name: str
    name_en: str | None


NAMES_OF_THINGS = query("nodes/names_of_things", NamedThing)


async def names_of_things(reader: Reader, things: Sequence[Thing]) -> list[NamedThing | None]:
    """Return what each thing is called; None where there is no such thing."""
    rows = await reader.read(NAMES_OF_THINGS, things=parameters(things))
    by_thing = {Thing(row.kind, row.key): row for row in rows}
    return [by_thing.get(thing) for thing in things]


def parameters(things: Iterable[Thing]) -> list[dict[str, str]]:
    """Return the things as statements take them."""
    return [{"kind": thing.kind.value, "key": thing.key} for thing in things]


def links_of_things(things: Sequence[Thing], links: Iterable[ThingLink]) -> list[list[str]]:
    """Return the keys each thing is linked to, in the order of the things."""
    by_thing: dict[Thing, list[str]] = {thing: [] for thing in things}
    for link in links:
        by_thing[Thing(link.kind, link.key)].append(link.linked_key)
    return [by_thing[thing] for thing in things]
