"""The entities of any kind that a version states, all of them or a few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.vocabularies import Kind, Pattern
from graph.queries.batches import parts
from graph.queries.stated import (
    accounts,
    indicators,
    organization,
    patterns,
    rules,
    strategies,
)

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from typing import Protocol, TypeVar

    from graph.cypher_files import Query
    from graph.model.entities import Entity
    from graph.store import Reader

    class _Row(Protocol):
        def entity(self) -> Entity: ...

    RowT = TypeVar("RowT", bound=_Row)

AT_ONCE = 5_000
"""Entities read by one statement."""


@dataclass(frozen=True, slots=True)
class StatedKeys:
    """Some keys of a kind."""

    part: str
    keys: list[str]


STATED_KEYS = query("stated/keys_of_kind", StatedKeys)


def _reading(
    wanted: Query[RowT],
) -> Callable[[Reader, list[str]], Awaitable[list[Entity]]]:
    async def read(reader: Reader, keys: list[str]) -> list[Entity]:
        return [row.entity() for row in await reader.read(wanted, keys=keys)]

    return read


_READINGS = {
    Kind.SOURCE: _reading(organization.STATED_SOURCES),
    Kind.DEPARTMENT: _reading(organization.STATED_DEPARTMENTS),
    Kind.INDUSTRY: _reading(accounts.STATED_INDUSTRIES),
    Kind.TERRITORY: _reading(accounts.STATED_TERRITORIES),
    Kind.CUSTOMER: _reading(accounts.STATED_CUSTOMERS),
    Kind.SUBSIDIARY: _reading(accounts.STATED_SUBSIDIARIES),
    Kind.PERSON: _reading(organization.STATED_PEOPLE),
    Kind.POST: _reading(organization.STATED_POSTS),
    Kind.STRATEGY: _reading(strategies.STATED_STRATEGIES),
    Kind.STEP: _reading(strategies.STATED_STEPS),
    Kind.RESPONSIBILITY: _reading(strategies.STATED_RESPONSIBILITIES),
    Kind.INDICATOR: _reading(indicators.STATED_INDICATORS),
    Kind.TARGET: _reading(indicators.STATED_TARGETS),
    Kind.REVENUE_SPLIT: _reading(indicators.STATED_SPLITS),
    Kind.ASSIGNMENT_RULE: _reading(rules.STATED_RULES),
    Kind.NAMED_EXCEPTION: _reading(rules.STATED_EXCEPTIONS),
    Kind.OPEN_QUESTION: _reading(strategies.STATED_QUESTIONS),
    Pattern.SPECIALTY: _reading(patterns.STATED_SPECIALTIES),
    Pattern.UNIT_TEMPLATE: _reading(patterns.STATED_TEMPLATES),
    Pattern.TEMPLATE_DEPARTMENT: _reading(patterns.STATED_TEMPLATE_DEPARTMENTS),
    Pattern.TEMPLATE_POST: _reading(patterns.STATED_TEMPLATE_POSTS),
    Pattern.UNIT_TARGET: _reading(patterns.STATED_UNIT_TARGETS),
}


def kind_of(label: str) -> Kind | Pattern:
    """Return the kind, or pattern, with that label."""
    return next(kind for kind in _READINGS if kind.value == label)


async def stated_keys(reader: Reader, kind: Kind | Pattern) -> list[str]:
    """Return the keys of everything of a kind that the reader's version has, sorted."""
    parts = await reader.read(STATED_KEYS, kind=kind)
    return sorted(key for part in parts for key in part.keys)


async def stated_entities(
    reader: Reader, kind: Kind | Pattern, keys: Sequence[str] | None = None
) -> list[Entity]:
    """Return the entities of a kind as the reader's version states them, sorted by key.

    Without keys, all of them; keys that the version does not have are left out. Links that have
    no order (sources, limits, parties, what a question is about) are sorted.
    """
    wanted = await stated_keys(reader, kind) if keys is None else sorted({*keys})
    read = _READINGS[kind]
    return [entity for some in parts(wanted, AT_ONCE) for entity in await read(reader, some)]
