"""The bare load: the same nodes and relationships, by nothing but `UNWIND … CREATE`."""

from __future__ import annotations

import pickle
from time import perf_counter
from typing import TYPE_CHECKING, Any, cast

import neo4j

from graph.model.graphs import LABELS, RELATIONSHIPS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import LiteralString

    from graph.server.connections import Connection

ROWS = 10_000
"""Rows of one statement, and of one transaction."""
HOUSEKEEPING = frozenset({"LoadLock", "SchemaMigration"})


def driver_of(server: Connection) -> neo4j.Driver:
    """Return a driver of a server."""
    return neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        server.uri, auth=(server.user, server.password), notifications_min_severity="OFF"
    )


def write_snapshot(server: Connection, path: Path) -> tuple[int, int]:
    """Write all that a graph holds as the statements and rows of a bare load; return how much."""
    nodes = edges = 0
    with driver_of(server) as driver, _session(driver) as session, path.open("wb") as file:
        for query, write in _parts():
            batch: list[dict[str, Any]] = []
            for record in session.run(query):
                batch.append(record["row"])
                if len(batch) == ROWS:
                    pickle.dump((write, batch), file)
                    batch = []
                if "start" in record["row"]:
                    edges += 1
                else:
                    nodes += 1
            if batch:
                pickle.dump((write, batch), file)
    return nodes, edges


def replay(server: Connection, path: Path) -> float:
    """Load a snapshot into an empty graph; return the seconds that Neo4j and the driver took."""
    seconds = 0.0
    with driver_of(server) as driver, _session(driver) as session:
        for write, rows in _batches(path):
            began = perf_counter()
            with session.begin_transaction() as transaction:
                transaction.run(write, rows=rows).consume()
                transaction.commit()
            seconds += perf_counter() - began
    return seconds


def _session(driver: neo4j.Driver) -> neo4j.Session:
    return driver.session()  # pyright: ignore[reportUnknownMemberType]


def _batches(path: Path) -> Iterator[tuple[LiteralString, list[dict[str, Any]]]]:
    with path.open("rb") as file:
        while True:
            try:
                yield pickle.load(file)  # noqa: S301 - we wrote it a minute ago
            except EOFError:
                return


def _parts() -> Iterator[tuple[LiteralString, LiteralString]]:
    """Yield what reads, and what writes, each label and each sort of relationship."""
    for label in LABELS:
        if label not in HOUSEKEEPING:
            read = f"MATCH (n:{label}) RETURN {{properties: properties(n)}} AS row"
            write = f"UNWIND $rows AS row CREATE (n:{label}) SET n = row.properties"
            yield cast("LiteralString", read), cast("LiteralString", write)
    for one in RELATIONSHIPS:
        for start in one.starts:
            for end in one.ends:
                read = (
                    f"MATCH (a:{start})-[r:{one.type}]->(b:{end})"
                    " RETURN {start: a.key, end: b.key, properties: properties(r)} AS row"
                )
                write = (
                    f"UNWIND $rows AS row MATCH (a:{start} {{key: row.start}})"
                    f" MATCH (b:{end} {{key: row.end}}) CREATE (a)-[r:{one.type}]->(b)"
                    " SET r = row.properties"
                )
                if end != "Former":
                    yield cast("LiteralString", read), cast("LiteralString", write)
