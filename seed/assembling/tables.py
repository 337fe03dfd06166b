"""Bulk kinds put together from the rows of tables and from entries, as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import polars as pl

from graph.columns.layouts import layout_of
from graph.columns.sequences import FrameSequence
from graph.columns.stakes import UNKNOWN
from graph.model.accounts import Customer, Subsidiary
from graph.model.departments import Holding, Person, Post
from seed.assembling import accounts, departments
from seed.columns.bulk_rows import FILE, ROW
from seed.columns.texts import items
from seed.columns.trees import depths
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.organization import HoldingDocument, PersonDocument, PostDocument

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.columns.layouts import FieldLayout
    from seed.documents.entries import Entry
    from seed.reading.entries import Entries

EntityT = TypeVar("EntityT")
_IS_UNKNOWN = "_unknown"


def customers(entries: Entries) -> FrameSequence[Customer]:
    """Return the customer groups."""
    return FrameSequence(
        Customer, _all(entries, CustomerDocument, Customer, accounts.customers(entries))
    )


def subsidiaries(entries: Entries, groups: FrameSequence[Customer]) -> FrameSequence[Subsidiary]:
    """Return the subsidiaries, each with its level and its own industry or else the group's."""
    units = _all(entries, SubsidiaryDocument, Subsidiary, accounts.subsidiaries(entries))
    unique = units.select("key", "parent").unique("key", keep="last", maintain_order=True)
    levels = unique.select(
        "key",
        level=depths(unique["key"], unique["parent"]).cast(pl.Int32).fill_null(0)
        + accounts.DIRECTLY_UNDER_THE_GROUP,
    )
    industries = groups.frame.select(pl.col("key").alias("customer"), group_industry="industry")
    industries = industries.unique("customer", keep="last")
    return FrameSequence(
        Subsidiary,
        units.with_columns(
            _looked_up(units, "key", levels)["level"],
            _looked_up(units, "customer", industries)["group_industry"],
        ).with_columns(
            pl.coalesce("industry", "group_industry").alias("industry"),
            pl.col("industry").is_not_null().alias("own_industry"),
        ),
    )


def _looked_up(frame: pl.DataFrame, name: str, known: pl.DataFrame) -> pl.DataFrame:
    """Return what is known of each value of a column; the other columns are not copied."""
    return frame.select(name).join(known, on=name, how="left", maintain_order="left")


def people(entries: Entries) -> FrameSequence[Person]:
    """Return everybody who may hold posts."""
    return FrameSequence(Person, _all(entries, PersonDocument, Person, departments.people(entries)))


def posts(entries: Entries) -> FrameSequence[Post]:
    """Return the posts, those that templates bring to regions and branches first."""
    inside = layout_of(Post).frame(departments.posts_inside(entries))
    stated = _all(entries, PostDocument, Post, departments.posts(entries))
    return FrameSequence(Post, pl.concat([inside, stated.select(*inside.columns)]))


def holdings(entries: Entries) -> FrameSequence[Holding]:
    """Return who holds which post."""
    return FrameSequence(
        Holding, _all(entries, HoldingDocument, Holding, departments.holdings(entries))
    )


def _all(
    entries: Entries, kind: type[Entry], entity: type[EntityT], written: Iterable[EntityT]
) -> pl.DataFrame:
    """Return what tables and entries hold, in the order of reading."""
    layout = layout_of(entity)
    parts: list[pl.DataFrame] = []
    if (table := entries.tables.get(kind)) is not None and len(table):
        parts.append(_typed(table.give_up(), entity, entries))
    found = entries.of(kind)
    if found or not parts:
        places = {
            FILE: [entries.number_of(each.place.file) for each in found],
            ROW: [each.place.row for each in found],
        }
        places_frame = pl.DataFrame(places, schema={FILE: pl.UInt32, ROW: pl.UInt32})
        parts.append(pl.concat([layout.frame(written), places_frame], how="horizontal"))
    return _stacked(parts)


def _stacked(frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """Return frames one below the other, in the order of reading, without their places."""
    together = pl.concat(frames) if len(frames) > 1 else frames[0]
    order = (FILE, ROW)
    ordered = together if len(frames) < 2 else together.sort(order, maintain_order=True)  # noqa: PLR2004
    return ordered.drop(order)


def _typed(frame: pl.DataFrame, entity: type[EntityT], entries: Entries) -> pl.DataFrame:
    examples = [each.number for each in entries.files.values() if each.illustrative]
    folders = {each.number: entries.folder_of(file) for file, each in entries.files.items()}
    of_files = {
        "illustrative": pl.col(FILE).is_in(examples),
        "folder": pl.col(FILE).replace_strict(folders, return_dtype=pl.String),
    }
    columns = [
        column
        for one in layout_of(entity).fields
        for column in (
            [of_files[one.name].alias(one.name)] if one.name in of_files else _columns(frame, one)
        )
    ]
    return frame.select(*columns, FILE, ROW)


def _columns(frame: pl.DataFrame, one: FieldLayout) -> Iterable[pl.Series | pl.Expr]:
    for column in one.columns:
        default = None if one.default is None else column.value(one.default)
        day = column.name.removesuffix(_IS_UNKNOWN)
        if day != column.name and day in frame.columns:
            yield (pl.col(day) == UNKNOWN).fill_null(value=False).alias(column.name)
        elif column.name not in frame.columns:
            yield pl.lit(default, column.dtype).alias(column.name)
        elif column.dtype == pl.List(pl.String):
            yield items(frame[column.name])
        elif column.dtype == pl.Date:
            days = pl.col(column.name).replace(UNKNOWN, None)
            yield days.str.to_date("%Y-%m-%d")
        elif default is None:
            yield pl.col(column.name).cast(column.dtype)
        else:
            yield pl.col(column.name).cast(column.dtype).fill_null(default)
