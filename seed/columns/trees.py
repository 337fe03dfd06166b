"""Parents many at once: who is in a cycle, and how deep everybody is.

Everybody holds on to an ancestor, at first the parent, and in each round to that one's ancestor:
the reach doubles, so a tree of any depth takes few rounds.
"""

from __future__ import annotations

import polars as pl


def depths(keys: pl.Series, parents: pl.Series) -> pl.Series:
    """Return how many steps each key is below a root; null in and below a cycle.

    A root has no parent, or one that is not among the keys, which must be unique.
    """
    nodes = _risen(keys, parents)
    return nodes.select(pl.when(pl.col("ancestor").is_null()).then("steps")).to_series()


def in_cycles(keys: pl.Series, parents: pl.Series) -> pl.Series:
    """Return the keys that are, by way of others, their own parents; keys must be unique."""
    return keys.gather(_risen(keys, parents)["ancestor"].drop_nulls().unique())


def _risen(keys: pl.Series, parents: pl.Series) -> pl.DataFrame:
    """Return everybody after so many rounds that whoever has an ancestor left has one in a cycle.

    Each key of a cycle is then the ancestor of one of that cycle.
    """
    nodes = _nodes(keys, parents)
    reach = 1
    while reach <= nodes.height and not nodes["ancestor"].is_null().all():
        nodes = _leap(nodes)
        reach *= 2
    return nodes


def _nodes(keys: pl.Series, parents: pl.Series) -> pl.DataFrame:
    nodes = pl.DataFrame({"key": keys, "parent": parents}).with_row_index("node")
    numbers = nodes.select(pl.col("key").alias("parent"), pl.col("node").alias("ancestor"))
    return nodes.join(numbers, on="parent", how="left", maintain_order="left").select(
        "node", "ancestor", steps=pl.col("ancestor").is_not_null().cast(pl.UInt32)
    )


def _leap(nodes: pl.DataFrame) -> pl.DataFrame:
    there = pl.col("ancestor")
    return nodes.with_columns(
        ancestor=there.gather(there),
        steps=pl.col("steps") + pl.col("steps").gather(there).fill_null(0),
    )
