"""Rows of the kinds that are kept as columns: made, batch by batch, of those to be written only."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

import polars as pl

from graph.columns.digests import digests
from graph.columns.sequences import FrameSequence, frame_of
from graph.model.accounts import Customer
from graph.model.orders import LINKS
from graph.model.plans import having
from graph.versions.rows import FORMAT, ListedRows, with_digest_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from graph.model.entities import Entity
    from graph.model.plans import Plan
    from graph.versions.kinds import LoadedKind
    from graph.versions.rows import Row, Rows


def rows_of(kind: LoadedKind, plan: Plan) -> Rows:
    """Return the rows of a kind of a plan, listed or as a table, as every version has them.

    The plan may have a few entities only, kept in any way: of others, their rows and digests
    depend on the groups that they name, and on nothing else.
    """
    if kind.bulk is None:
        return ListedRows(kind.listed(plan))
    return TableRows(plan, kind.name, kind.bulk.entity, kind.listed)


class TableRows:
    """The rows of one kind of a plan.

    `name` is the field of the plan that has the kind; `listed` makes the rows of a plan that has
    only the entities of a batch. Their digests are those of the columns, not of the rows.
    """

    def __init__(
        self,
        plan: Plan,
        name: str,
        entity: type[Entity],
        listed: Callable[[Plan], Iterable[Row]],
    ) -> None:
        self._plan = plan
        self._name = name
        self._entity = entity
        self._listed = listed
        self._frame = frame_of(getattr(plan, name), entity)

    @property
    def digests(self) -> pl.DataFrame:
        """The `key` and `digest` of every row."""
        return self._digests

    @cached_property
    def _digests(self) -> pl.DataFrame:
        frame = _in_order(self._frame)
        if "customers" in frame.columns:
            groups = frame_of(self._plan.customers, Customer)["key"].implode()
            is_group = pl.col("customers").list.eval(pl.element().is_in(groups))
            frame = frame.with_columns(is_group.alias("are_groups"))
        return frame.select("key", digests(frame, frame.columns, f"{FORMAT}|"))

    def batches(
        self, keys: pl.Series, size: int, beside: pl.DataFrame | None = None
    ) -> Iterator[list[Row]]:
        """Yield the rows with these keys, parents before children; `beside` adds to them."""
        if keys.is_empty():
            return
        added = self.digests
        if beside is not None:
            added = added.join(beside, on="key", how="left", maintain_order="left")
        added = added.drop("key")
        for rows in self._places(keys, size):
            listed = self._listed(self._part(self._frame[rows]))
            yield [
                with_digest_of(row, given.pop("digest")) | given
                for row, given in zip(listed, added[rows].to_dicts(), strict=True)
            ]

    def _places(self, keys: pl.Series, size: int) -> Iterator[pl.Series]:
        """Yield where the rows with these keys are, parents before children."""
        order = [name for name in ("level",) if name in self._frame.columns]
        places = self._frame.select("key", *order).with_row_index("place")
        chosen = places.join(
            keys.alias("key").to_frame(), on="key", how="semi", maintain_order="left"
        )
        in_order = chosen.sort(order, maintain_order=True) if order else chosen
        for start in range(0, len(in_order), size):
            yield in_order["place"].slice(start, size)

    def _part(self, piece: pl.DataFrame) -> Plan:
        """Return the plan with these entities only, and the groups that they name."""
        plan = self._plan
        if "customers" in piece.columns:
            named = piece["customers"].explode().drop_nulls().unique().to_list()
            plan = replace(plan, customers=having(plan.customers, named))
        return replace(plan, **{self._name: FrameSequence(self._entity, piece)})


def _in_order(frame: pl.DataFrame) -> pl.DataFrame:
    """Return a frame in which what means the same is the same: links sorted, numbers as numbers."""
    return frame.with_columns(
        *(
            _sorted(frame[name])
            for name, dtype in frame.schema.items()
            if name in LINKS and dtype == pl.List
        ),
        *(pl.col(name).cast(pl.Float64) for name in ("share", "fte") if name in frame.columns),
    )


def _sorted(links: pl.Series) -> pl.Series:
    """Return lists in their order, each value once; those of one value are left alone."""
    places = links.alias("links").to_frame().with_row_index("place")
    several = pl.col("links").list.len() > 1
    found = places.filter(several)
    if found.is_empty():
        return links
    ordered = found.with_columns(pl.col("links").list.unique().list.sort())
    rest = places.filter(several.fill_null(value=False).not_())
    return pl.concat([rest, ordered]).sort("place")["links"].alias(links.name)
