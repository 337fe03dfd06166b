"""The rows of a rule book, as the graph holds them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time

from graph.cypher_files import query
from graph.model.keys import (  # noqa: TC001 - rows are validated at run time
    DepartmentKey,
    SplitKey,
    TerritoryKey,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    DepartmentKind,
    Function,
    Kind,
    Pattern,
    SplitBasis,
)
from graph.queries.stated.rules import StatedException, StatedRule


@dataclass(frozen=True, slots=True)
class BookDepartment:
    """A department, as the resolver looks at it."""

    key: DepartmentKey
    name: str
    name_en: str | None
    kind: DepartmentKind
    parent: DepartmentKey | None
    functions: tuple[Function, ...]
    specialties: tuple[str, ...]
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class BookCoverage:
    """A department covers a territory."""

    department: DepartmentKey
    territory: TerritoryKey
    start: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class BookPlace:
    """An industry or a territory."""

    kind: Kind
    key: str
    name: str
    name_en: str | None
    parent: str | None


@dataclass(frozen=True, slots=True)
class BookName:
    """What an account, a specialty or a source is called."""

    kind: Kind | Pattern
    key: str
    name: str
    name_en: str | None
    document: str | None
    section: str | None


@dataclass(frozen=True, slots=True)
class BookSplit:
    """A revenue split as stored, its shares as texts."""

    key: SplitKey
    name: str
    name_en: str | None
    basis: SplitBasis
    shares: tuple[str, ...]


BOOK_DEPARTMENTS = query("ownership/book_departments", BookDepartment)
BOOK_COVERAGES = query("ownership/book_coverages", BookCoverage)
BOOK_PLACES = query("ownership/book_places", BookPlace)
BOOK_NAMES = query("ownership/book_names", BookName)
BOOK_RULES = query("ownership/book_rules", StatedRule)
BOOK_EXCEPTIONS = query("ownership/book_exceptions", StatedException)
BOOK_SPLITS = query("ownership/book_splits", BookSplit)
