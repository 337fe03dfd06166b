"""One entity under several codes: the first in the tables stays, the others become its aliases."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from seed.mappings.cells import LIST
from seed.mappings.codes import Code
from seed.mappings.parts import CODE, COMPARED
from seed.mappings.tables import ROW
from seed.validation.plain_names import LEGAL_FORMS, MARKS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from seed.mappings.gatherings import Gathered, Record

ALIASES = "aliases"
_AT, _SAME = "@at", "@same"


def merge(found: Gathered) -> dict[str, str]:
    """Merge what is the same entity; return the keys that are left by those that are gone."""
    kept: dict[str, str] = {}
    if "key" not in found.frame.columns:
        return kept
    criteria = dict.fromkeys(same for part in found.parts.values() for same in part.entry.same)
    told: dict[str, tuple[Record, Record, Sequence[str]]] = {}
    for names in criteria:
        columns = [name if name in found.frame.columns else COMPARED + name for name in names]
        if all(column in found.frame.columns for column in columns):
            for group in _alike(found.frame, columns):
                _unite(group, columns, kept, told)
    for gone, (row, first, columns) in told.items():
        kept[gone] = _last(gone, kept)
        values = {
            "code": str(row[CODE]),
            "kept": str(first[CODE]),
            "first": str(first[ROW]),
            "by": " and ".join(name.removeprefix(COMPARED) for name in columns),
            "same": ", ".join(f"“{first[name]}”" for name in columns),
        }
        found.see(Code.DUPLICATE, row, columns[0].removeprefix(COMPARED), **values)
    if kept:
        _merged(found, kept)
    return kept


def _alike(frame: pl.DataFrame, columns: Sequence[str]) -> list[list[Record]]:
    same = pl.concat_str([_plain(name) for name in columns], separator="\x1f")
    several = frame.with_columns(same.alias(_SAME)).filter(
        pl.col(_SAME).is_not_null() & pl.col(_SAME).is_duplicated()
    )
    groups = several.partition_by(_SAME, maintain_order=True) if several.height else []
    return [list(group.iter_rows(named=True)) for group in groups]


def _plain(name: str) -> pl.Expr:
    text = pl.col(name).str.normalize("NFKC").str.to_lowercase()
    bare = text.str.replace_all(MARKS.pattern, "")
    if name == "name":
        short = text.str.replace_all(LEGAL_FORMS.pattern, "").str.replace_all(MARKS.pattern, "")
        bare = pl.when(short != "").then(short).otherwise(bare)
    return bare.replace("", None)


def _unite(
    rows: list[Record],
    columns: Sequence[str],
    kept: dict[str, str],
    told: dict[str, tuple[Record, Record, Sequence[str]]],
) -> None:
    first = rows[0]
    for row in rows[1:]:
        one, other = _last(first["key"], kept), _last(row["key"], kept)
        if one != other:
            kept[other] = one
            told[other] = (row, first, columns)


def _last(key: str, kept: Mapping[str, str]) -> str:
    while key in kept:
        key = kept[key]
    return key


def _merged(found: Gathered, kept: Mapping[str, str]) -> None:
    gone = found.frame.filter(pl.col("key").is_in(list(kept)))
    others: dict[str, list[str]] = {}
    for key, code in gone.select("key", CODE).iter_rows():
        others.setdefault(kept[key], []).append(key if LIST in code else code)
    aliases = {key: LIST.join(codes) for key, codes in others.items()}
    found.frame = found.frame.filter(~pl.col("key").is_in(list(kept))).with_columns(
        pl.col("key").replace_strict(aliases, default=None, return_dtype=pl.String()).alias(ALIASES)
    )
    found.edges = (
        found.edges.filter(~pl.col("key").is_in(list(kept)))
        .with_columns(pl.col("parent").replace(kept))
        .unique(["key", "parent"], keep="first", maintain_order=True)
    )
