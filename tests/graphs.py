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
COUNTING = "MATCH (load:Load {state: 'loaded'}) RETURN load.number AS number ORDER BY number"
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
  AND NOT node:Scenario AND NOT node:Change
RETURN labels(node) AS labels, properties(node) AS properties
"""
EVERY_RELATIONSHIP = """
MATCH (start)-[edge]->(end)
WHERE NOT start:Load AND NOT start:Scenario AND NOT start:Change
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


async def history(driver: neo4j.AsyncDriver) -> Counter[str]:
    """Return `everything`, with the loads that count numbered from 1 on.

    What a load left that does not count has its number made negative.
    """
    loads, _, _ = await driver.execute_query(COUNTING)
    ranks = {int(load["number"]): rank for rank, load in enumerate(loads, start=1)}
    nodes, _, _ = await driver.execute_query(EVERY_NODE)
    edges, _, _ = await driver.execute_query(EVERY_RELATIONSHIP)
    renumbered: Counter[str] = Counter()
    for record in (*nodes, *edges):
        data = record.data()
        for properties in (data["properties"], data.get("end", {})):
            for name in BOOKKEEPING & set(properties):
                properties[name] = ranks.get(properties[name], -properties[name])
        renumbered[_line(data, frozenset())] += 1
    return renumbered


def _line(record: dict[str, Any], without: frozenset[str]) -> str:
    kept = {name: value for name, value in record["properties"].items() if name not in without}
    record = {**record, "properties": kept}
    return json.dumps(record, default=str, sort_keys=True, ensure_ascii=False)
