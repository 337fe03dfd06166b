"""Sources: the documents and sections in which things are stated."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.batches import Named, one_of_each
from graph.queries.nodes import Thing, ThingLink, links_of_things, parameters

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class SourceRow(Named):
    """A section of a document, as stored."""

    document: str
    section: str


SOURCES_BY_KEY = query("sources/sources_by_key", SourceRow)
SOURCES_OF_THINGS = query("sources/sources_of_things", ThingLink)


async def sources_by_key(reader: Reader, keys: Sequence[str]) -> list[SourceRow | None]:
    """Return each key's source."""
    return one_of_each(keys, await reader.read(SOURCES_BY_KEY, keys=list(keys)))


async def sources_of_things(reader: Reader, things: Sequence[Thing]) -> list[list[str]]:
    """Return the keys of the sources in which each thing is stated, by document and section."""
    rows = await reader.read(SOURCES_OF_THINGS, things=parameters(things))
    return links_of_things(things, rows)
