"""Accounts that are closed, and what follows them."""

from __future__ import annotations

import polars as pl

from graph.columns.stakes import UNKNOWN
from seed.mappings.codes import Code
from seed.mappings.documents import ACCOUNTS
from seed.mappings.gatherings import Gathered, changed

CLOSABLE = frozenset({ACCOUNTS, "customers", "subsidiaries"})


def close(found: Gathered) -> None:
    """See what is closed; where nobody says when, the day is unknown."""
    names = [name for name in ("until", "successor") if name in found.frame.columns]
    if found.kind not in CLOSABLE or not names:
        return
    closed = found.frame.filter(pl.any_horizontal(pl.col(names).is_not_null()))
    keys = set(found.frame["key"]) if "successor" in names else set[str]()
    unknown: dict[str, dict[str, str]] = {}
    lost: list[str] = []
    for row in closed.iter_rows(named=True):
        key, successor = row["key"], row.get("successor")
        until = row.get("until") or UNKNOWN
        followed = f", followed by “{successor}”" if successor else ""
        day = " on an unknown day" if until == UNKNOWN else f" on {until}"
        column = "until" if row.get("until") else "successor"
        values = {"key": key, "until": until, "day": day, "followed": followed}
        found.see(Code.CLOSED, row, column, **values)
        if not row.get("until"):
            unknown[key] = {"until": UNKNOWN}
        cell = found.parts[row["@part"]].entry.fields.get("successor")
        nowhere = successor not in keys and not (cell and cell.elsewhere)
        if successor and (nowhere or successor == key):
            reason = "is the same" if successor == key else "no row is"
            values = {"key": key, "successor": successor, "reason": reason}
            found.see(Code.MISSING_SUCCESSOR, row, "successor", **values)
            lost.append(key)
    if unknown:
        found.frame = changed(found.frame, unknown)
    if lost:
        kept = ~pl.col("key").is_in(lost)
        found.frame = found.frame.with_columns(pl.when(kept).then("successor").alias("successor"))
