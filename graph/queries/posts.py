"""Posts: where each is, who holds it, and what it is limited to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Function  # noqa: TC001 - rows are validated at run time
from graph.queries.batches import Named, all_of_each, one_of_each
from graph.queries.nodes import LinkedThing
from graph.queries.people import HoldingRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class PostRow(Named):
    """A post as stored; `department` is the key of the one it is in."""

    functions: list[Function]
    start: date | None
    until: date | None
    department: str | None
    other_departments: list[str]
    reports_to: str | None
    fte: float | None


POSTS_BY_KEY = query("posts/posts_by_key", PostRow)
HOLDINGS_OF_POSTS = query("posts/holdings_of_posts", HoldingRow)
LIMITS_OF_POSTS = query("posts/limits_of_posts", LinkedThing)


async def posts_by_key(reader: Reader, keys: Sequence[str]) -> list[PostRow | None]:
    """Return each key's post."""
    return one_of_each(keys, await reader.read(POSTS_BY_KEY, keys=list(keys)))


async def holdings_of_posts(reader: Reader, keys: Sequence[str]) -> list[list[HoldingRow]]:
    """Return who holds each post, ever held or will hold it, the latest first."""
    return all_of_each(keys, await reader.read(HOLDINGS_OF_POSTS, keys=list(keys)))


async def limits_of_posts(reader: Reader, keys: Sequence[str]) -> list[list[LinkedThing]]:
    """Return what each post is limited to, by name; a post without limits has none."""
    return all_of_each(keys, await reader.read(LIMITS_OF_POSTS, keys=list(keys)))
