"""A section that is read through a mapping: `mapping.yaml`, and the foreign tables beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import polars as pl

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.kinds import BY_FILE
from seed.mappings.checks import impossible, unknown_columns
from seed.mappings.documents import ACCOUNTS, MappingDocument
from seed.mappings.outcomes import Outcome, outcome_of
from seed.mappings.parts import TABLE, Part, part_of
from seed.mappings.tables import ROW, table_frame
from seed.reading.entries import checked
from seed.reading.places import Place
from seed.reading.texts import LARGEST_DOCUMENT, text_of
from seed.reading.yaml_files import yaml_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path as FilePath

    from seed.documents.entries import Entry
    from seed.mappings.documents import TableDocument

MAPPING = "mapping"
SUFFIX = ".yaml"


@dataclass(slots=True)
class MappedSection:
    """What a mapping makes of its tables.

    `tables` are the names of its files, `hidden` the kinds of which a table could not be read.
    """

    outcome: Outcome = field(default_factory=Outcome)
    tables: list[str] = field(default_factory=list[str])
    files: list[str] = field(default_factory=list[str])
    problems: list[Problem] = field(default_factory=list[Problem])
    hidden: set[type[Entry]] = field(default_factory=set["type[Entry]"])

    def rows(self) -> Iterator[tuple[type[Entry], str, pl.DataFrame]]:
        """Yield the entries that each table makes of a kind, as columns of texts and `@row`."""
        for kind, frame in self.outcome.frames.items():
            for number, file in enumerate(self.files):
                rows = frame.filter(pl.col(TABLE) == number).drop(TABLE)
                if rows.height:
                    yield BY_FILE[kind], file, rows.with_columns(pl.col(ROW).cast(pl.UInt32))


def is_mapping(name: str) -> bool:
    """Tell whether a file is a mapping: `mapping.yaml`, or `mapping.customers.yaml`."""
    return name.partition(".")[0] == MAPPING and name.endswith(SUFFIX)


def mapped_section(path: FilePath, file: str) -> MappedSection:
    """Return what a mapping makes of its tables; what cannot be read is a problem, not an error.

    `file` is the mapping's name in messages; its tables are named beside it.
    """
    section = MappedSection()
    read = _mapping(path, file, section)
    if read is None:
        section.hidden.update(BY_FILE.values())
        return section
    mapping, place = read
    section.tables = [table.file for table in mapping.tables]
    section.files = [_beside(file, table.file) for table in mapping.tables]
    section.problems += impossible(mapping, place)
    if section.problems:
        section.hidden.update(_kinds(mapping.tables))
        return section
    parts: list[Part] = []
    for number, table in enumerate(mapping.tables):
        try:
            frame = table_frame(path.parent, table, section.files[number])
        except ModelError as error:
            section.problems += error.problems
            section.hidden.update(_kinds((table,)))
            continue
        if unknown := list(unknown_columns(frame, table, number, place)):
            section.problems += unknown
            section.hidden.update(_kinds((table,)))
            continue
        first = len(parts)
        for offset, entry in enumerate(table.entries):
            parts.append(part_of(frame, entry, number, first + offset))
    section.outcome = outcome_of(mapping, parts, section.files)
    return section


def _beside(file: str, table: str) -> str:
    return str(PurePosixPath(file).parent / table)


def _mapping(
    path: FilePath, file: str, section: MappedSection
) -> tuple[MappingDocument, Place] | None:
    try:
        tree = yaml_tree(text_of(path, file, largest=LARGEST_DOCUMENT), file)
    except ModelError as error:
        section.problems += error.problems
        return None
    section.problems += tree.problems
    if not isinstance(tree.value, dict):
        what = "the file holds no fields"
        section.problems.append(
            Problem(file, 1, "", "not-fields", what, "write name: value, one on each line")
        )
        return None
    place = Place(file, 1, tree.lines)
    mapping, problems, _ = checked(MappingDocument, tree.value, place)
    others = [problem for problem in problems if problem.code != "too-few"]
    section.problems += others or problems  # a list of broken parts is no empty one
    return (mapping, place) if mapping else None


def _kinds(tables: tuple[TableDocument, ...]) -> Iterator[type[Entry]]:
    for table in tables:
        for entry in table.entries:
            names = ("customers", "subsidiaries") if entry.kind == ACCOUNTS else (entry.kind,)
            yield from (BY_FILE[name] for name in names)
