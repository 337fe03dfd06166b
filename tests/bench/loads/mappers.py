"""The first 20,000 subsidiaries by py2neo's bulk calls and by neomodel, beside ours."""

from __future__ import annotations

import json
import subprocess
import sys
from time import perf_counter
from typing import TYPE_CHECKING, Any

from py2neo import Graph  # pyright: ignore[reportMissingTypeStubs]
from py2neo.bulk import (  # pyright: ignore[reportMissingTypeStubs]
    create_nodes,  # pyright: ignore[reportUnknownVariableType]
    create_relationships,  # pyright: ignore[reportUnknownVariableType]
)

from tests.bench.loads.bare import driver_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.server.connections import Connection

ROWS = 20_000
BATCH = 2_000
NEOMODEL = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
from neomodel import RelationshipTo, StringProperty, IntegerProperty, StructuredNode, config, db

class Customer(StructuredNode):
    key = StringProperty(unique_index=True)

class Subsidiary(StructuredNode):
    key = StringProperty(unique_index=True)
    name = StringProperty()
    name_en = StringProperty()
    level = IntegerProperty()
    customer = RelationshipTo(Customer, "PART_OF")

uri, user, password, path = sys.argv[1:5]
scheme, _, address = uri.partition("://")
config.DATABASE_URL = f"{scheme}://{user}:{password}@{address}"
rows = json.load(open(path))
began = time.perf_counter()
keys = sorted({row["customer"] for row in rows})
customers = {one.key: one for one in Customer.create(*({"key": key} for key in keys))}
for start in range(0, len(rows), 2000):
    part = rows[start : start + 2000]
    with db.transaction:
        plain = ({n: v for n, v in row.items() if n != "customer"} for row in part)
        made = Subsidiary.create(*plain)
        for one, row in zip(made, part):
            one.customer.connect(customers[row["customer"]])
print(time.perf_counter() - began)
"""


def know_keys(server: Connection) -> None:
    """Have the server find both kinds by their keys, as ours does."""
    with driver_of(server) as driver:
        for label in ("Customer", "Subsidiary"):
            driver.execute_query(f"CREATE CONSTRAINT FOR (n:{label}) REQUIRE n.key IS UNIQUE")


def by_py2neo(server: Connection, rows: Sequence[dict[str, Any]]) -> float:
    """Load subsidiaries and their groups by py2neo's bulk calls; return the seconds."""
    graph = Graph(server.uri, auth=(server.user, server.password))
    began = perf_counter()
    keys = sorted({row["customer"] for row in rows})
    create_nodes(graph.auto(), [{"key": key} for key in keys], labels={"Customer"})
    for start in range(0, len(rows), BATCH):
        part = rows[start : start + BATCH]
        nodes = [{name: row[name] for name in row if name != "customer"} for row in part]
        create_nodes(graph.auto(), nodes, labels={"Subsidiary"})
        links: list[tuple[str, dict[str, str], str]] = [
            (row["key"], {}, row["customer"]) for row in part
        ]
        create_relationships(
            graph.auto(),
            links,
            "PART_OF",
            start_node_key=("Subsidiary", "key"),
            end_node_key=("Customer", "key"),
        )
    return perf_counter() - began


def by_neomodel(server: Connection, rows: Sequence[dict[str, Any]], folder: Path) -> float:
    """Load the same by neomodel, which wants an older driver: in an environment of its own."""
    python = folder / "neomodel" / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", python.parents[1]], check=True)  # noqa: S603
        install = [python, "-m", "pip", "install", "--quiet", "neomodel==7.0.0"]
        subprocess.run(install, check=True)  # noqa: S603 - our own environment
    path = folder / "rows.json"
    path.write_text(json.dumps(rows))
    words = [python, "-c", NEOMODEL, server.uri, server.user, server.password, path]
    done = subprocess.run(words, check=True, capture_output=True, text=True)  # noqa: S603
    return float(done.stdout)
