"""Entries as read from files, each with its document where it could be made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar, cast

import polars as pl
from pydantic import ValidationError

from seed.columns.bulk_rows import BULK_KINDS, FILE, BulkRows, fields_of
from seed.reading.messages import problem_of
from seed.reading.places import Place
from seed.reading.shapes import field_shapes

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import BaseModel

    from graph.model.problems import Problem
    from seed.documents.entries import Entry
    from seed.documents.plans import SectionDocument
    from seed.reading.places import Path, Raw

EntryT = TypeVar("EntryT", bound="Entry")
EntryT_co = TypeVar("EntryT_co", bound="Entry", covariant=True)
DocumentT = TypeVar("DocumentT", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Found(Generic[EntryT_co]):
    """An entry that could be read, and where it stands.

    `folder` is its section, where that is not the first of its sort.
    """

    document: EntryT_co
    place: Place
    illustrative: bool
    folder: str | None


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry as it stands in its file, whether or not it makes sense.

    `faulty` are the paths that have a problem already: nothing more is said about these, nor
    about anything where the path is empty. A `usable` entry has a document.
    """

    kind: type[Entry]
    fields: dict[str, Raw]
    place: Place
    illustrative: bool
    faulty: frozenset[Path]
    usable: bool

    def text(self, name: str) -> str | None:
        """Return a field's text; None where it is not given, or is no text."""
        value = self.fields.get(name)
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class FileFacts:
    """What holds for all rows of a file; `missing` are the columns that a table lacks."""

    number: int
    illustrative: bool = False
    missing: frozenset[str] = frozenset()


@dataclass(slots=True)
class Entries:
    """All entries of a plan, in the order of their files.

    `hidden` are the kinds of which a file could not be read: what seems to be missing may be there.
    `bulk` are the kinds whose tables are kept as columns, in `tables`, as long as nothing is wrong
    with a row; `files` numbers the files in the order of reading.
    """

    bulk: frozenset[type[Entry]] = BULK_KINDS
    raw: list[RawEntry] = field(default_factory=list[RawEntry])
    hidden: set[type[Entry]] = field(default_factory=set["type[Entry]"])
    files: dict[str, FileFacts] = field(default_factory=dict[str, FileFacts])
    tables: dict[type[Entry], BulkRows] = field(default_factory=dict["type[Entry]", BulkRows])
    sections: tuple[SectionDocument, ...] = ()
    _found: dict[type[Entry], list[Found[Entry]]] = field(
        default_factory=dict["type[Entry]", "list[Found[Entry]]"]
    )

    def add_broken(
        self, kind: type[Entry], fields: dict[str, Raw], place: Place, illustrative: bool
    ) -> None:
        """Take in an entry that is known to be broken, so that references to it are not."""
        self.number_of(place.file)
        self.raw.append(RawEntry(kind, fields, place, illustrative, frozenset({()}), usable=False))

    def add(
        self, kind: type[Entry], fields: dict[str, Raw], place: Place, illustrative: bool
    ) -> list[Problem]:
        """Take an entry in; return what is wrong with its fields."""
        self.number_of(place.file)
        document, problems, faulty = checked(kind, fields, place)
        self.raw.append(
            RawEntry(kind, fields, place, illustrative, frozenset(faulty), document is not None)
        )
        if document is not None:
            found = Found(document, place, illustrative, self.folder_of(place.file))
            self._found.setdefault(kind, []).append(found)
        return problems

    def number_of(self, file: str) -> int:
        """Return the number of a file, a new one for a new file."""
        return self.files.setdefault(file, FileFacts(len(self.files))).number

    def add_rows(
        self,
        kind: type[Entry],
        rows: pl.DataFrame,
        header: Collection[str],
        file: str,
        illustrative: bool,
    ) -> list[Problem]:
        """Take in the rows of a table (`@row`, and known columns); return what is wrong with them.

        Nothing is said of columns that the table as a whole lacks.
        """
        missing = frozenset(field_shapes(kind)) - {*header}
        self.files[file] = FileFacts(self.number_of(file), illustrative, missing)
        if kind in self.bulk:
            table = self.tables.setdefault(kind, BulkRows(kind))
            rows = table.add(rows, self.number_of(file), header)
        else:
            rows = rows.with_columns(pl.lit(self.number_of(file), pl.UInt32).alias(FILE))
        return self.add_each(kind, rows)

    def add_each(self, kind: type[Entry], rows: pl.DataFrame) -> list[Problem]:
        """Take in rows of tables as entries; return what is wrong with them."""
        names = [*self.files]
        problems: list[Problem] = []
        for number, row, cells in fields_of(rows):
            file = self.files[names[number]]
            found = self.add(kind, {**cells}, Place(names[number], row), file.illustrative)
            problems += (
                each
                for each in found
                if each.code != "missing-field" or each.field not in file.missing
            )
        return problems

    def sort(self) -> None:
        """Put the entries back into the order of their files, broken ones last in each."""
        self.raw.sort(
            key=lambda entry: (
                self.number_of(entry.place.file),
                () in entry.faulty,
                entry.place.row,
            )
        )
        for found in self._found.values():
            found.sort(key=lambda each: (self.number_of(each.place.file), each.place.row))

    def folder_of(self, file: str) -> str | None:
        """Return the section of a file; None where it is the first of its sort."""
        around = [each for each in self.sections if file.startswith(f"{each.folder}/")]
        if not around:
            return None
        section = max(around, key=lambda each: len(each.folder))
        alike = (each for each in self.sections if each.illustrative == section.illustrative)
        return None if section is next(alike) else section.folder

    def of(self, kind: type[EntryT]) -> list[Found[EntryT]]:
        """Return the entries of a kind whose documents were made; rows of `tables` are none."""
        return cast("list[Found[EntryT]]", self._found.get(kind, []))

    def raw_of(self, kind: type[Entry]) -> list[RawEntry]:
        """Return all entries of a kind, broken ones too; rows of `tables` are none."""
        return [entry for entry in self.raw if entry.kind is kind]


def checked(
    document: type[DocumentT], fields: dict[str, Raw], place: Place
) -> tuple[DocumentT | None, list[Problem], list[Path]]:
    """Return the fields as a document, what is wrong with them, and at which paths.

    A field that the document does not know is a problem, but the rest is read without it.
    """
    given = _given(fields)
    try:
        return document.model_validate(given), [], []
    except ValidationError as error:
        errors = error.errors(include_url=False)
    problems = [problem_of(each, document, place) for each in errors]
    paths: list[Path] = [tuple(each["loc"]) for each in errors]
    if any(each["type"] != "extra_forbidden" for each in errors):
        return None, problems, paths
    for path in paths:
        given = _without(given, path)
    try:
        return document.model_validate(given), problems, paths
    except ValidationError:
        return None, problems, paths


def _given(value: Raw) -> Raw:
    """Return the value without what is not given; places in lists stay as they are."""
    if isinstance(value, dict):
        return {name: _given(inner) for name, inner in value.items() if inner is not None}
    if isinstance(value, list):
        return [_given(inner) for inner in value]
    return value


def _without(value: Raw, path: Path) -> Raw:
    if not path:
        return value
    first, rest = path[0], path[1:]
    if isinstance(value, dict):
        return {
            name: _without(inner, rest) if name == first else inner
            for name, inner in value.items()
            if rest or name != first
        }
    if isinstance(value, list):
        return [
            _without(inner, rest) if place == first else inner for place, inner in enumerate(value)
        ]
    return value
