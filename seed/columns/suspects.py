"""Rows of tables that may be wrong beside others: they become entries, for the checks of entries.

Each check of `seed/validation` that looks at several entries has its suspects here: rows that may
have part in such a problem, and all rows that its message may mention. Too many suspects cost
time, one too few would hide a problem: `tests/unit/seed/test_columns.py` compares both paths.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from seed.columns.bulk_rows import FILE, ROW, UNDERSTOOD
from seed.columns.cells import Sort, cells_of
from seed.columns.texts import items, staked, texts_in
from seed.columns.trees import in_cycles
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.documents.organization import HoldingDocument, PersonDocument, PostDocument

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from graph.model.problems import Problem
    from seed.columns.cells import Cells
    from seed.documents.entries import Entry
    from seed.documents.fields import Namespace
    from seed.reading.entries import Entries
    from seed.validation.catalogues import Catalogue

_ONE_KEY_EACH: tuple[tuple[type[Entry], ...], ...] = (
    (CustomerDocument, SubsidiaryDocument),
    (PersonDocument,),
    (PostDocument,),
)
"""Kinds whose keys must differ from each other."""


def expose(entries: Entries) -> list[Problem]:
    """Make entries of all rows that may be wrong beside others; return what is wrong with them.

    There should be nothing wrong with them in themselves: each was proven fine.
    """
    suspects = _Suspects(entries)
    suspects.mentioned()
    suspects.same_keys()
    suspects.cycles()
    suspects.parents_elsewhere()
    suspects.holdings()
    entries.sort()
    return suspects.problems


def expose_references(entries: Entries, catalogue: Catalogue) -> list[Problem]:
    """Make entries of all rows that refer to what is not there, or have keys that are made."""
    suspects = _Suspects(entries)
    suspects.made(catalogue.made_posts)
    suspects.references(catalogue)
    entries.sort()
    return suspects.problems


class _Suspects:
    """Moves rows from tables to entries."""

    def __init__(self, entries: Entries) -> None:
        self._entries = entries
        self.problems: list[Problem] = []

    def mentioned(self) -> None:
        """Move accounts and posts that entries mention in fields that columns do not understand."""
        kinds = (CustomerDocument, SubsidiaryDocument, PostDocument)
        words: set[str] = set()
        for entry in self._entries.raw:
            if entry.kind in kinds:
                others = entry.fields.keys() - UNDERSTOOD[entry.kind]
                words.update(word for name in others for word in texts_in(entry.fields[name]))
        for kind in kinds:
            self._take(kind, "key", words)

    def same_keys(self) -> None:
        """Move rows whose key is used elsewhere too."""
        for kinds in _ONE_KEY_EACH:
            keys = pl.concat([self._texts(kind, "key")["key"] for kind in kinds])
            twice = keys.filter(keys.is_duplicated()).drop_nulls().unique()
            for kind in kinds:
                self._take(kind, "key", twice)

    def cycles(self) -> None:
        """Move subsidiaries that are inside themselves."""
        units = self._texts(SubsidiaryDocument, "key", "parent").drop_nulls("key")
        units = units.unique("key", keep="last", maintain_order=True)
        self._take(SubsidiaryDocument, "key", in_cycles(units["key"], units["parent"]))

    def parents_elsewhere(self) -> None:
        """Move subsidiaries whose parent is in another group, and their parents."""
        units = self._texts(SubsidiaryDocument, "key", "parent", "customer")
        above = units.select(pl.col("key").alias("parent"), pl.col("customer").alias("group"))
        wrong = (
            units.drop_nulls("parent")
            .join(above, on="parent")
            .filter(pl.col("customer").ne_missing(pl.col("group")))
        )
        self._take(SubsidiaryDocument, "key", pl.concat([wrong["key"], wrong["parent"]]))

    def holdings(self) -> None:
        """Move all holdings of a post that anybody holds while another does, or twice."""
        held = self._texts(HoldingDocument, "person", "post", "from", "until")
        start, until = pl.col("from").fill_null(""), pl.col("until").fill_null("~")
        held = held.filter(pl.col("post").is_duplicated())
        same = held.filter(held.select("person", "post", "from").is_duplicated())["post"]
        held = held.filter(until > start).sort("post", start)
        last = until.cum_max().over("post").shift(1).over("post")
        at_once = held.filter(last > start)["post"]
        self._take(HoldingDocument, "post", pl.concat([at_once, same]))

    def made(self, posts: Collection[str]) -> None:
        """Move posts that templates make, too."""
        self._take(PostDocument, "key", posts)

    def references(self, catalogue: Catalogue) -> None:
        """Move rows that refer to what is not there."""
        for kind, table in self._entries.tables.items():
            for name, cells in cells_of(kind).items():
                if cells.shape.refers_to and name in UNDERSTOOD[kind] and len(table):
                    keys = _referred(table.frame, name, cells)
                    missing = [
                        key
                        for key in self._not_in_tables(keys, cells.shape.refers_to)
                        if not catalogue.holds(key, cells.shape.refers_to)
                    ]
                    self._take(kind, name, missing)

    def _not_in_tables(self, keys: pl.Series, namespaces: Sequence[Namespace]) -> list[str]:
        for kind, table in self._entries.tables.items():
            if kind.namespace in namespaces:
                keys = keys.filter(~keys.is_in(table.frame["key"].implode()))
        return keys.to_list()

    def _texts(self, kind: type[Entry], *names: str) -> pl.DataFrame:
        """Return fields of all rows of a kind, in order; those of its entries are among them."""
        table = self._entries.tables.get(kind)
        schema = {FILE: pl.UInt32, ROW: pl.UInt32, **dict.fromkeys(names, pl.String)}
        rows = pl.DataFrame(
            [
                (
                    self._entries.number_of(entry.place.file),
                    entry.place.row,
                    *(entry.text(name) or None for name in names),
                )
                for entry in self._entries.raw_of(kind)
            ],
            schema=schema,
            orient="row",
        )
        if table is None:
            return rows
        if not rows.height:
            return table.frame.select(*schema)
        return pl.concat([table.frame.select(*schema), rows]).sort(FILE, ROW)

    def _take(self, kind: type[Entry], name: str, texts: Iterable[str] | pl.Series) -> None:
        """Make entries of the rows of a table that have one of the texts in a column."""
        table = self._entries.tables.get(kind)
        wanted = texts if isinstance(texts, pl.Series) else pl.Series([*texts], dtype=pl.String)
        if table is None or not len(table) or not wanted.len():
            return
        sought = wanted.unique().implode()
        named = _named(table.frame[name], cells_of(kind)[name])
        found = (
            named.list.set_intersection(sought).list.len() > 0
            if named.dtype == pl.List
            else named.is_in(sought)
        )
        rows = table.take(found.fill_null(value=False))
        self.problems += self._entries.add_each(kind, rows)


def _referred(frame: pl.DataFrame, name: str, cells: Cells) -> pl.Series:
    """Return every key that the rows refer to, once."""
    named = _named(frame[name].drop_nulls().unique(), cells)
    return named.explode().drop_nulls().unique() if named.dtype == pl.List else named.unique()


def _named(texts: pl.Series, cells: Cells) -> pl.Series:
    """Return what the cells of a column name: a text each, or a list of texts."""
    if cells.sort is Sort.STAKES:
        return texts.to_frame().select(staked(pl.col(texts.name))).to_series()
    return items(texts) if cells.shape.many else texts
