"""A graph written out, to compare one with another."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import neo4j

NODES = """
MATCH (node)
WHERE NOT node:LoadLock AND NOT node:SchemaMigration
RETURN labels(node) AS labels, node {.*, loaded_at: null, revision: null} AS properties
"""
RELATIONSHIPS = """
MATCH (start)-[relationship]->(end)
RETURN labels(start) AS start_labels, properties(start) AS start, type(relationship) AS type,
  properties(relationship) AS properties, labels(end) AS end_labels, properties(end) AS end
"""


async def contents(driver: neo4j.AsyncDriver) -> Counter[str]:
    """Return everything a graph says, each thing with how often; not who loaded it, and when."""
    nodes, _, _ = await driver.execute_query(NODES)
    relationships, _, _ = await driver.execute_query(RELATIONSHIPS)
    return Counter(_line(record.data()) for record in (*nodes, *relationships))


def _line(record: dict[str, Any]) -> str:
    return json.dumps(record, default=str, sort_keys=True, ensure_ascii=False)
