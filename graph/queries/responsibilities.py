"""Responsibilities: duties for steps and functions, and the departments that share them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    Function,
    ResponsibilityRole,
)
from graph.queries.batches import Link, Named, all_of_each, links_of_each, one_of_each

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class ResponsibilityRow(Named):
    """A responsibility as stored; `step` is the key of the step it is for, if it is for one."""

    function: Function | None
    outside: list[str]
    step: str | None


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A department in a responsibility (`key`), with its role."""

    key: str
    department: str
    role: ResponsibilityRole


RESPONSIBILITIES_BY_KEY = query("responsibilities/responsibilities_by_key", ResponsibilityRow)
PARTIES_OF_RESPONSIBILITIES = query("responsibilities/parties_of_responsibilities", PartyRow)
RESPONSIBILITIES_OF_STEPS = query("steps/responsibilities_of_steps", Link)


async def responsibilities_by_key(
    reader: Reader, keys: Sequence[str]
) -> list[ResponsibilityRow | None]:
    """Return each key's responsibility."""
    return one_of_each(keys, await reader.read(RESPONSIBILITIES_BY_KEY, keys=list(keys)))


async def parties_of_responsibilities(reader: Reader, keys: Sequence[str]) -> list[list[PartyRow]]:
    """Return the departments in each responsibility, by name."""
    return all_of_each(keys, await reader.read(PARTIES_OF_RESPONSIBILITIES, keys=list(keys)))


async def responsibilities_of_steps(reader: Reader, keys: Sequence[str]) -> list[list[str]]:
    """Return the responsibilities for each step, by name."""
    return links_of_each(keys, await reader.read(RESPONSIBILITIES_OF_STEPS, keys=list(keys)))
