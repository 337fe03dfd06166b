"""Entries as read from files, each with its document where it could be made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from pydantic import ValidationError

from seed.reading.messages import problem_of

if TYPE_CHECKING:
    from pydantic import BaseModel

    from graph.model.problems import Problem
    from seed.documents.entries import Entry
    from seed.reading.places import Path, Place, Raw

EntryT = TypeVar("EntryT", bound="Entry")
EntryT_co = TypeVar("EntryT_co", bound="Entry", covariant=True)
DocumentT = TypeVar("DocumentT", bound="BaseModel")


@dataclass(frozen=True, slots=True)
class Found(Generic[EntryT_co]):
    """An entry that could be read, and where it stands."""

    document: EntryT_co
    place: Place
    illustrative: bool


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


@dataclass(slots=True)
class Entries:
    """All entries of a plan, in the order of their files.

    `hidden` are the kinds of which a file could not be read: what seems to be missing may be there.
    """

    raw: list[RawEntry] = field(default_factory=list[RawEntry])
    hidden: set[type[Entry]] = field(default_factory=set["type[Entry]"])
    _found: dict[type[Entry], list[Found[Entry]]] = field(
        default_factory=dict["type[Entry]", "list[Found[Entry]]"]
    )

    def add_broken(
        self, kind: type[Entry], fields: dict[str, Raw], place: Place, illustrative: bool
    ) -> None:
        """Take in an entry that is known to be broken, so that references to it are not."""
        self.raw.append(RawEntry(kind, fields, place, illustrative, frozenset({()}), usable=False))

    def add(
        self, kind: type[Entry], fields: dict[str, Raw], place: Place, illustrative: bool
    ) -> list[Problem]:
        """Take an entry in; return what is wrong with its fields."""
        document, problems, faulty = checked(kind, fields, place)
        self.raw.append(
            RawEntry(kind, fields, place, illustrative, frozenset(faulty), document is not None)
        )
        if document is not None:
            self._found.setdefault(kind, []).append(Found(document, place, illustrative))
        return problems

    def of(self, kind: type[EntryT]) -> list[Found[EntryT]]:
        """Return the entries of a kind whose documents could be made."""
        return cast("list[Found[EntryT]]", self._found.get(kind, []))

    def raw_of(self, kind: type[Entry]) -> list[RawEntry]:
        """Return all entries of a kind, broken ones too."""
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
