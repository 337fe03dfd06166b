"""Subsidiaries whose parent is elsewhere, and customers that may be the same one twice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import polars as pl

from graph.model.problems import Problem
from seed.columns.bulk_rows import FILE, ROW, USABLE
from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.validation.near_names import near_pairs
from seed.validation.plain_names import plain_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from seed.documents.entries import Entry, NamedEntry
    from seed.reading.entries import Found
    from seed.validation.drafts import Draft


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield subsidiaries whose parent belongs to another group."""
    groups = {
        found.document.key: found.document.customer
        for found in draft.entries.of(SubsidiaryDocument)
    }
    for found in draft.entries.of(SubsidiaryDocument):
        unit = found.document
        group = groups.get(unit.parent or "")
        if group and group != unit.customer:
            what = f"its parent {unit.parent} is in the group {group}, not in {unit.customer}"
            remedy = "correct the parent or the customer; leave the parent out if it is the group"
            yield found.place.problem(("parent",), "parent-in-other-group", what, remedy)


def warnings(draft: Draft) -> Iterator[Problem]:
    """Yield names that differ in width, case, spacing, punctuation or legal form only.

    Names of groups are also compared for misspellings.
    """
    groups = _named(draft, CustomerDocument)
    accounts = pl.concat([groups, _named(draft, SubsidiaryDocument)])
    same: dict[str, _Named] = {}
    for plain, *named in accounts.filter(pl.col("plain").is_duplicated()).iter_rows():
        later = _Named(*named)
        first = same.setdefault(plain, later)
        if first is not later:
            yield _alike(first, later)
    for one, other in near_pairs(groups["plain"].to_list()):
        yield _alike(_Named(*groups.row(one)[1:]), _Named(*groups.row(other)[1:]))


class _Named(NamedTuple):
    """An account's name and where it stands; the name may have a line of its own."""

    name: str
    file: str
    row: int
    line: int


def _named(draft: Draft, kind: type[Entry]) -> pl.DataFrame:
    """Return the accounts of a kind, in the order of reading, each with its plain name first."""
    entries = draft.entries
    parts = [
        pl.DataFrame(
            [
                (
                    entries.number_of(found.place.file),
                    found.place.row,
                    found.place.line(("name",)),
                    found.document.name,
                )
                for found in cast("list[Found[NamedEntry]]", entries.of(kind))
            ],
            schema={FILE: pl.UInt32, ROW: pl.UInt32, "line": pl.UInt32, "name": pl.String},
            orient="row",
        )
    ]
    if table := entries.tables.get(kind):
        rows = table.frame.filter(USABLE)
        parts.append(rows.select(FILE, ROW, pl.col(ROW).alias("line"), "name"))
    files = pl.DataFrame(
        {"file": [*entries.files], FILE: [each.number for each in entries.files.values()]},
        schema={"file": pl.String, FILE: pl.UInt32},
    )
    named = pl.concat(parts).sort(FILE, ROW, maintain_order=True)
    named = named.join(files, on=FILE, how="left", maintain_order="left")
    return named.select(plain_names(named["name"]).alias("plain"), "name", "file", ROW, "line")


def _alike(one: _Named, other: _Named) -> Problem:
    what = f"“{other.name}” is much like “{one.name}” ({one.file}:{one.row})"
    remedy = "if they are the same, keep one; if not, make the names differ more"
    return Problem(other.file, other.line, "name", "similar-names", what, remedy)
