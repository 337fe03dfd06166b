"""What a mapping makes of its tables: frames by kind, and everything found."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import polars as pl

from seed.documents.fields import Namespace
from seed.documents.kinds import BY_FILE
from seed.mappings.cells import LIST
from seed.mappings.closings import close
from seed.mappings.codes import Policy
from seed.mappings.documents import ACCOUNTS
from seed.mappings.duplicates import merge
from seed.mappings.findings import Finding, Sighting, finding_of
from seed.mappings.gatherings import gathered
from seed.mappings.groups import split
from seed.mappings.hierarchies import link
from seed.mappings.parts import CHILDREN, IDENTITIES, TABLE, Part, shapes_of
from seed.mappings.staffing import staff
from seed.mappings.tables import ROW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from seed.mappings.documents import MappingDocument
    from seed.mappings.gatherings import Gathered

ACCOUNT_SPACES = frozenset({Namespace.CUSTOMER, Namespace.SUBSIDIARY})


@dataclass(slots=True)
class Outcome:
    """Entries by kind, as columns of texts beside `@table` and `@row`, and the findings."""

    frames: dict[str, pl.DataFrame] = field(default_factory=dict[str, pl.DataFrame])
    findings: list[Finding] = field(default_factory=list[Finding])


def outcome_of(mapping: MappingDocument, parts: Sequence[Part], files: Sequence[str]) -> Outcome:
    """Return what the parts come to; `files` are the names of the tables, in their order.

    A row that a finding leaves out may be what others refer to: all is looked at again without
    it, until nothing more is left out.
    """
    skipped = pl.DataFrame(schema={TABLE: pl.Int32(), ROW: pl.Int64()})
    left_out: list[Sighting] = []
    while True:
        rest = [_without(part, skipped) for part in parts]
        frames, sightings = _seen(mapping, rest)
        skips = [s for s in sightings if mapping.policy(s.code) is Policy.SKIP_ROW]
        left_out += skips
        places = {(skip.table, skip.row) for skip in skips}
        if not places:
            break
        more = pl.DataFrame(sorted(places), schema=skipped.schema, orient="row")
        skipped = pl.concat([skipped, more])
    every = [*left_out, *sightings]
    findings = [finding_of(s, files[s.table], mapping.policy(s.code)) for s in every]
    return Outcome(frames, sorted(findings))


def _without(part: Part, skipped: pl.DataFrame) -> Part:
    if skipped.is_empty():
        return part
    gone = set(skipped.filter(pl.col(TABLE) == part.table)[ROW])
    sightings = [sighting for sighting in part.sightings if sighting.row not in gone]
    frame = part.frame.join(skipped, on=[TABLE, ROW], how="anti", maintain_order="left")
    return Part(part.table, part.number, part.entry, frame, sightings)


def _seen(
    mapping: MappingDocument, parts: Sequence[Part]
) -> tuple[dict[str, pl.DataFrame], list[Sighting]]:
    by_kind: dict[str, list[Part]] = {}
    for part in parts:
        by_kind.setdefault(part.entry.kind, []).append(part)
    found = {kind: gathered(kind, of_kind) for kind, of_kind in by_kind.items()}
    merged = {kind: merge(each) for kind, each in found.items()}
    for kind, kept in merged.items():
        if kept:
            _follow(found.values(), kind, kept)
    for each in found.values():
        link(each, mapping.primary)
        close(each)
        if each.kind == "holdings":
            staff(each, found.get("posts"))
    sightings = [s for part in parts for s in part.sightings]
    sightings += (s for each in found.values() for s in each.sightings)
    return _frames(found.values()), sightings


def _follow(found: Iterable[Gathered], kind: str, kept: Mapping[str, str]) -> None:
    """Let whatever refers to something that was merged refer to what is left of it."""
    spaces = ACCOUNT_SPACES if kind == ACCOUNTS else {BY_FILE[kind].namespace}
    for each in found:
        shapes = shapes_of(each.kind)
        names = [
            name
            for name in each.frame.columns
            if (name == CHILDREN and each.kind == kind)
            or (name in shapes and spaces.intersection(shapes[name].refers_to))
        ]
        for name in names:
            items = pl.col(name).str.split(LIST).list.eval(pl.element().replace(kept))
            each.frame = each.frame.with_columns(items.list.join(LIST).alias(name))


def _frames(found: Iterable[Gathered]) -> dict[str, pl.DataFrame]:
    frames: dict[str, pl.DataFrame] = {}
    for each in found:
        made = split(each.frame) if each.kind == ACCOUNTS else {each.kind: each.frame}
        for kind, frame in made.items():
            names = [name for name in frame.columns if name[0] not in "@~"]
            own = frame.select(*names, TABLE, ROW)
            if kind in IDENTITIES:
                own = own.unique(names, keep="first", maintain_order=True)
            frames[kind] = pl.concat([frames[kind], own], how="diagonal") if kind in frames else own
    return {kind: frames[kind] for kind in BY_FILE if kind in frames}
