"""Writing a difference: the statements of a load, in an order in which each finds what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.queries.batches import parts
from graph.versions.batches import ROWS

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    import polars as pl

    from graph.cypher_files import Statement
    from graph.progress import Progress
    from graph.versions.batches import Batches
    from graph.versions.differences import Difference, KindDifference
    from graph.versions.kinds import Bulk
    from graph.versions.rows import Row


class Writing:
    """Writes what a version changes, batch by batch, and tells how far it is."""

    def __init__(self, batches: Batches, progress: Progress) -> None:
        self._batches = batches
        self._progress = progress

    async def write(self, difference: Difference, memberships: pl.DataFrame) -> None:
        """Keep what changes, write nodes, then end, then link.

        States that change are kept before any does, so that readers see one or the other. What is
        new of the large kinds is written and linked at once, accounts with the segments that
        `memberships` give them; only links among themselves come after.
        """
        kinds = [*difference.kinds, difference.segments]
        segments = memberships.select("segment", key="account")
        for kind in kinds:
            await self._keys(kind.kind.keep, kind.kept)
        await self._batches.flush()
        for kind in kinds:
            await self._rows(kind.kind.write, f"writing {kind.name}", kind)
        for kind in kinds:
            if kind.kind.bulk is not None:
                await self._add(kind, kind.kind.bulk, segments)
        for kind in kinds:
            await self._keys(kind.kind.end, kind.changes.ended)
        for kind in kinds:
            if kind.kind.link is not None:
                await self._rows(kind.kind.link, f"linking {kind.name}", kind)
        for edge in (*difference.stated, *difference.resolved):
            for write, rows in edge.writes:
                await self._edges(write, rows, f"linking {edge.changes.name}")

    async def _rows(self, write: Statement, stage: str, kind: KindDifference) -> None:
        batches = kind.rows.batches(kind.written, ROWS)
        async for rows in self._told(batches, stage, len(kind.written)):
            await self._batches.add(write, len(rows), rows=rows)

    async def _add(self, kind: KindDifference, bulk: Bulk, segments: pl.DataFrame) -> None:
        if bulk.add is None:
            return
        tied: list[Row] = []
        batches = kind.rows.batches(kind.new, ROWS, segments)
        async for rows in self._told(batches, f"adding {kind.name}", len(kind.new)):
            await self._batches.add(bulk.add, len(rows), rows=rows)
            tied += (
                {name: row[name] for name in ("key", *bulk.ties)}
                for row in rows
                if any(row[name] for name in bulk.ties)
            )
        if bulk.tie is not None:
            async for rows in self._told(parts(tied, ROWS), f"tying {kind.name}", len(tied)):
                await self._batches.add(bulk.tie, len(rows), rows=rows)

    async def _keys(self, write: Statement, keys: pl.Series) -> None:
        for start in range(0, len(keys), ROWS):
            some = keys[start : start + ROWS].to_list()
            await self._batches.add(write, len(some), keys=some)

    async def _edges(self, write: Statement, edges: pl.DataFrame, stage: str) -> None:
        pieces = (piece.to_dicts() for piece in edges.iter_slices(ROWS) if len(piece))
        async for rows in self._told(pieces, stage, len(edges)):
            await self._batches.add(write, len(rows), rows=rows)

    async def _told(
        self, batches: Iterator[list[Row]], stage: str, total: int
    ) -> AsyncIterator[list[Row]]:
        """Yield the batches, and tell how many rows are done before each and at the end."""
        done = 0
        for rows in batches:
            self._progress(stage, done, total)
            yield rows
            done += len(rows)
        if done:
            self._progress(stage, done, total)
