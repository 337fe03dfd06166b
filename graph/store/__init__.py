"""The store: the one place that talks to Neo4j."""

from __future__ import annotations

from graph.store.stores import Reader, Store, Transaction, Writer

__all__ = ["Reader", "Store", "Transaction", "Writer"]
