"""The values of one field, by the rules of its column."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from graph.columns.stakes import UNKNOWN
from seed.mappings.codes import Code
from seed.mappings.documents import Numbers, Others
from seed.mappings.keys import keys_of

if TYPE_CHECKING:
    from seed.mappings.documents import CellDocument

LIST = ";"
DAYS = frozenset({"from", "until", "share_from", "share_until"})
NUMBERS = frozenset({"share", "fte"})
BESIDE_PARENTS = frozenset({"share", "share_from", "share_until"})
"""Lists of these go beside one of parents, so that an empty value in them keeps its place."""
_GROUPING = {Numbers.ENGLISH: (",", "."), Numbers.GERMAN: (".", ","), Numbers.FRENCH: (" ", ",")}


@dataclass(slots=True)
class Values:
    """The values of a field, row for row, as texts; those of a list are joined with “;”.

    `written` are the same before maps and keys. `bad` are rows, from 0, whose value was left out:
    with the value and, where it is not only missing in a map, what was wanted.
    """

    texts: pl.Series
    written: pl.Series
    bad: list[tuple[int, Code, dict[str, str]]] = field(
        default_factory=list[tuple[int, Code, dict[str, str]]]
    )


def values_of(frame: pl.DataFrame, cell: CellDocument, name: str, *, key: bool) -> Values:
    """Return a field's values; `key` tells whether it holds keys unless its column says no."""
    if cell.constant is not None:
        same = pl.Series(name, [cell.constant], dtype=pl.String()).new_from_index(0, frame.height)
        return Values(same, same)
    written = frame.select(_source(cell).alias(name)).to_series()
    makes_keys = key if cell.key is None else cell.key
    if cell.split is None:
        texts, bad = _ruled(written, cell, name, makes_keys=makes_keys)
    else:
        beside = name in BESIDE_PARENTS
        items = _items(written, cell.split, keep=beside)
        ruled, bad_items = _ruled(items["item"], cell, name, makes_keys=makes_keys)
        bad = [(int(items["row"][place]), code, values) for place, code, values in bad_items]
        texts = _joined(items["row"], ruled, frame.height, keep=beside)
        written = _joined(items["row"], items["item"], frame.height, keep=beside)
    if cell.default is not None:
        left_out = [row for row, _, _ in bad]
        texts = texts.fill_null(cell.default).scatter(left_out, None)
    return Values(texts.alias(name), written, bad)


def _source(cell: CellDocument) -> pl.Expr:
    source = (
        pl.concat_str(list(cell.columns), separator=cell.join, ignore_nulls=True)
        if cell.columns
        else pl.col(cell.column or "")
    )
    if cell.narrow:
        source = source.str.normalize("NFKC").str.strip_chars()
    if cell.extract:
        source = source.str.extract(cell.extract).str.strip_chars()
    if cell.case:
        source = source.str.to_lowercase() if cell.case == "lower" else source.str.to_uppercase()
    return source.replace("", None)


def _items(written: pl.Series, separator: str, *, keep: bool) -> pl.DataFrame:
    """Return the values of lists, each with its row; `keep` empty ones, as null."""
    split = pl.DataFrame({"item": written}).with_row_index("row").drop_nulls("item")
    items = split.with_columns(pl.col("item").str.split(separator)).explode("item")
    stripped = items.with_columns(pl.col("item").str.strip_chars().replace("", None))
    return stripped if keep else stripped.drop_nulls("item")


def _joined(rows: pl.Series, items: pl.Series, height: int, *, keep: bool) -> pl.Series:
    listed = pl.DataFrame({"row": rows, "item": items})
    grouped = (
        (listed.with_columns(pl.col("item").fill_null("")) if keep else listed.drop_nulls("item"))
        .group_by("row", maintain_order=True)
        .agg(pl.col("item").str.join(LIST))
    )
    every = pl.DataFrame({"row": pl.Series(range(height), dtype=pl.UInt32())})
    return every.join(grouped, on="row", how="left", maintain_order="left")["item"].replace(
        "", None
    )


def _ruled(
    written: pl.Series, cell: CellDocument, name: str, *, makes_keys: bool
) -> tuple[pl.Series, list[tuple[int, Code, dict[str, str]]]]:
    texts, bad = written, list[tuple[int, Code, dict[str, str]]]()
    mapped = pl.repeat(value=False, n=len(texts), dtype=pl.Boolean(), eager=True)
    if cell.map:
        mapped = texts.is_in(list(cell.map)).fill_null(value=False)
        others = {Others.KEEP: texts}.get(cell.others, pl.Series([None], dtype=pl.String()))
        known = texts.replace_strict(cell.map, default=others, return_dtype=pl.String())
        if cell.others is Others.REPORT:
            lost = texts.is_not_null() & ~mapped
            bad += [(row, Code.UNMAPPED_VALUE, {"value": v}) for row, v in _rows(texts, lost)]
        texts = known
    for applies, rule, wanted in (
        (bool(cell.date) or name in DAYS, _days, "a day"),
        (cell.number is not None or name in NUMBERS, _numbers, "a number"),
    ):
        if applies:
            ruled = rule(texts, cell)
            lost = texts.is_not_null() & ruled.is_null()
            found = _rows(texts, lost)
            bad += [(r, Code.BAD_VALUE, {"value": v, "wanted": wanted}) for r, v in found]
            texts = ruled
    if makes_keys:
        made = keys_of(texts)
        lost = ~mapped & texts.is_not_null() & made.is_null()
        found = _rows(texts, lost)
        bad += [(r, Code.BAD_VALUE, {"value": v, "wanted": "a code"}) for r, v in found]
        prefixed = pl.DataFrame({"key": made}).select(pl.lit(cell.prefix) + pl.col("key"))
        texts = pl.DataFrame({"own": texts, "made": prefixed.to_series(), "mapped": mapped}).select(
            pl.when("mapped").then("own").otherwise("made").alias(name)
        )[name]
    return texts, bad


def _rows(texts: pl.Series, which: pl.Series) -> list[tuple[int, str]]:
    rows = which.fill_null(value=False).arg_true()
    return [(int(row), str(text)) for row, text in zip(rows, texts.gather(rows), strict=True)]


def _days(texts: pl.Series, cell: CellDocument) -> pl.Series:
    formats = dict.fromkeys((*cell.date, "%Y-%m-%d"))
    column = pl.col("text")
    days = [column.str.to_date(each, strict=False).cast(pl.String()) for each in formats]
    unknown = pl.when(column.str.to_lowercase().is_in([UNKNOWN, *cell.unknown])).then(
        pl.lit(UNKNOWN)
    )
    return pl.DataFrame({"text": texts}).select(pl.coalesce(unknown, *days)).to_series()


def _numbers(texts: pl.Series, cell: CellDocument) -> pl.Series:
    group, point = _GROUPING[cell.number or Numbers.ENGLISH]
    grouping, pointing = rf"[{group}\x{{a0}}]" if group == " " else rf"[{group}]", rf"[{point}]"
    number = pl.col("text").str.strip_suffix("%").str.strip_chars()
    fits = number.str.contains(rf"^[+-]?(?:\d{{1,3}}(?:{grouping}\d{{3}})+|\d+)(?:{pointing}\d+)?$")
    plain = number.str.replace_all(grouping, "").str.replace(pointing, ".")
    return (
        pl.DataFrame({"text": texts})
        .select(pl.when(fits).then(plain.str.strip_prefix("+")))
        .to_series()
    )
