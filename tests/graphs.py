"""A graph written out, to compare one with another."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import neo4j

BOOKKEEPING = frozenset({"since", "ended", "changed"})
VERSIONS = """
MATCH (load:Load {state: 'loaded'})
RETURN coalesce(max(load.number), 0) AS newest
"""
NODES = """
MATCH (node)
WHERE node.since <= $version AND coalesce($version < node.ended, true) AND NOT node:Former
OPTIONAL MATCH (node)-[:WAS]->(former:Former)
WHERE former.since <= $version < former.ended
WITH node, coalesce(former, node) AS state
WHERE state.absent IS NULL
RETURN labels(node) AS labels, properties(state) AS properties
"""
RELATIONSHIPS = """
MATCH (start)-[edge]->(end)
WHERE edge.since <= $version AND coalesce($version < edge.ended, true)
RETURN labels(start) AS start_labels, start.key AS start, type(edge) AS type,
  properties(edge) AS properties, labels(end) AS end_labels, end.key AS end
"""
EVERY_NODE = """
MATCH (node)
WHERE NOT node:LoadLock AND NOT node:SchemaMigration AND NOT node:Load AND NOT node:Plan
RETURN labels(node) AS labels, properties(node) AS properties
"""
EVERY_RELATIONSHIP = """
MATCH (start)-[edge]->(end)
WHERE NOT start:Load
RETURN labels(start) AS start_labels, start.key AS start, type(edge) AS type,
  properties(edge) AS properties, labels(end) AS end_labels, properties(end) AS end
"""


async def contents(driver: neo4j.AsyncDriver, version: int | None = None) -> Counter[str]:
    """Return everything that readers of a version (the newest) see, each thing with how often."""
    if version is None:
        newest, _, _ = await driver.execute_query(VERSIONS)
        version = int(newest[0]["newest"])
    nodes, _, _ = await driver.execute_query(NODES, version=version)
    edges, _, _ = await driver.execute_query(RELATIONSHIPS, version=version)
    return Counter(_line(record.data(), BOOKKEEPING) for record in (*nodes, *edges))


async def everything(driver: neo4j.AsyncDriver) -> Counter[str]:
    """Return all that loads ever brought, with the numbers of the loads."""
    nodes, _, _ = await driver.execute_query(EVERY_NODE)
    edges, _, _ = await driver.execute_query(EVERY_RELATIONSHIP)
    return Counter(_line(record.data(), frozenset()) for record in (*nodes, *edges))


def _line(record: dict[str, Any], without: frozenset[str]) -> str:
    kept = {name: value for name, value in record["properties"].items() if name not in without}
    record = {**record, "properties": kept}
    return json.dumps(record, default=str, sort_keys=True, ensure_ascii=False)
