"""What changes of the entities of a plan, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.plans import having
from graph.queries.stated.entities import kind_of, stated_entities
from graph.queries.stated.field_changes import FieldChange, changed_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.entities import Entity
    from graph.store import Reader
    from graph.versions.kinds import LoadedKind


async def field_changes(
    reader: Reader, kind: LoadedKind, entities: Sequence[Entity], keys: Sequence[str]
) -> list[FieldChange]:
    """Return what changes of the entities with these keys, in the order of the plan."""
    before = {one.key: one for one in await stated_entities(reader, kind_of(kind.label), keys)}
    return [
        change
        for after in having(entities, set(keys))
        if after.key in before
        for change in changed_fields(before[after.key], after)
    ]
