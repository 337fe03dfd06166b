"""Neo4j's values as Python's own: its dates and times become `datetime`'s."""

from __future__ import annotations

from typing import cast

import neo4j.time


def native(value: object) -> object:
    """Return the value with every Neo4j date and time inside it made Python's."""
    if isinstance(value, neo4j.time.Date | neo4j.time.DateTime | neo4j.time.Time):
        return value.to_native()
    if isinstance(value, list):
        return [native(item) for item in cast("list[object]", value)]
    if isinstance(value, dict):
        return {key: native(item) for key, item in cast("dict[str, object]", value).items()}
    return value
