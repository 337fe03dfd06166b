"""Room on the disk: a load stops before Neo4j's own disk is full, which would stop Neo4j."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from graph.errors import StoreUnavailable
from graph.server.settings import MEGABYTE

if TYPE_CHECKING:
    from pathlib import Path

LEAST_MEGABYTES = 100
"""What a transaction may need of the disk, in the log and in the store, and some to spare."""


def refuse_full_disk(data: Path | None) -> None:
    """Refuse to write to a server whose data lie on a full disk; None: on a disk of its own.

    Raises:
        StoreUnavailable: too little is free.
    """
    if data is None:
        return
    free = shutil.disk_usage(data).free // MEGABYTE
    if free < LEAST_MEGABYTES:
        raise StoreUnavailable(
            f"The disk of Neo4j's data is full: {free} MB are free in {data}, and a load wants"
            f" {LEAST_MEGABYTES} MB for each of its steps. The graph answers as before.\n"
            "  What to do: make room there, then load again",
            stays=True,
        )
