"""What every named thing of a plan has."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from graph.model.keys import SourceKey


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A named thing: `name` as written (often Chinese), `name_en` where an English one is known.

    `illustrative` marks what the plan's source does not state and was added as an example.
    `folder` is the section of the plan that states it, where that is not the first of its sort:
    of those that are illustrative, or of those that are not.
    """

    key: str
    name: str
    name_en: str | None = None
    sources: tuple[SourceKey, ...] = ()
    illustrative: bool = False
    folder: str | None = None


class Named(TypedDict):
    """The fields of every entity but its key."""

    name: str
    name_en: str | None
    sources: tuple[SourceKey, ...]
    illustrative: bool
    folder: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source(Entity):
    """The document and section a fact or rule comes from."""

    document: str
    section: str
