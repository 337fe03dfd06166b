"""Entities with their links in one order, so that equal ones compare equal."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from graph.model.entities import Entity

    EntityT = TypeVar("EntityT", bound=Entity)

LINKS = frozenset(
    {
        *("sources", "other_departments", "customers", "industries", "territories"),
        *("parties", "about", "other_parents"),
    }
)
"""Fields that name other things in no order, which the graph holds as relationships."""


def in_order(entity: EntityT) -> EntityT:
    """Return the entity with what it is linked to sorted, each once."""
    links: dict[str, Any] = {
        name: tuple(sorted(set(getattr(entity, name)), key=repr))
        for name in _links_of(type(entity))
    }
    return replace(entity, **links)


@cache
def _links_of(kind: type[Entity]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind) if field.name in LINKS)
