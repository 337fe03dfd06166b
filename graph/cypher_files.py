"""The .cypher files: each statement the product runs, with what its header declares.

A header says what the statement answers, then `access`, each `param` and each `column` with its
Cypher type. `query` ties a file to the row class that reads it and refuses a mismatch at import.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Generic, Literal, LiteralString, TypeVar, cast

from pydantic import TypeAdapter

from graph.errors import QueryDefinitionError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

Access = Literal["read", "write"]
RowT = TypeVar("RowT")
_FIELD = re.compile(r"^// (?P<what>access|param|column) ?(?P<name>\w+)?: (?P<type>.+)$")


@dataclass(frozen=True, slots=True)
class CypherFile:
    """One file: its text as sent to Neo4j, and what its header declares, in order."""

    name: str
    text: LiteralString
    summary: str
    access: Access
    params: tuple[str, ...]
    columns: tuple[LiteralString, ...]
    types: tuple[str, ...]

    @property
    def columns_with_times(self) -> tuple[str, ...]:
        """The columns that may hold, alone or inside a map or list, a day or a time."""
        return tuple(
            name
            for name, declared in zip(self.columns, self.types, strict=True)
            if any(word in declared for word in ("DATE", "TIME", "MAP", "ANY"))
        )


_PACKED: LiteralString = "CALL () {{\n{}\n}}\nRETURN collect([{}]) AS rows"


@dataclass(frozen=True, slots=True)
class Query(Generic[RowT]):
    """A file that returns rows, and how each becomes a typed one.

    A `packed` one has all rows sent as lists in one record, for reads of thousands of rows: the
    driver takes longer to receive a record than to make a row of it.
    """

    file: CypherFile
    rows: TypeAdapter[list[RowT]]
    packed: bool = False

    @property
    def text(self) -> LiteralString:
        """The file's text, as it is sent."""
        if not self.packed:
            return self.file.text
        return _PACKED.format(self.file.text, ", ".join(self.file.columns))


@dataclass(frozen=True, slots=True)
class Statement:
    """A file that writes and returns nothing."""

    file: CypherFile


@dataclass(frozen=True, slots=True)
class MigrationFile:
    """One numbered schema file: its commands, and a SHA-256 sum of them without comments."""

    version: int
    name: str
    checksum: str
    commands: tuple[LiteralString, ...]


def names() -> list[str]:
    """Return every statement's name (`folder/file`), migrations left out."""
    folders = [folder for folder in files("cypher").iterdir() if folder.is_dir()]
    return sorted(
        f"{folder.name}/{file.name.removesuffix('.cypher')}"
        for folder in folders
        if folder.name != "schema"
        for file in folder.iterdir()
        if file.name.endswith(".cypher")
    )


def migrations() -> list[MigrationFile]:
    """Return the schema migrations in the order of their numbers."""
    folder = files("cypher").joinpath("schema")
    named = sorted(file.name for file in folder.iterdir() if file.name.endswith(".cypher"))
    return [_migration(name, folder.joinpath(name).read_text(encoding="utf-8")) for name in named]


@cache
def load(name: str) -> CypherFile:
    """Return the file of that name.

    Raises:
        QueryDefinitionError: there is no such file, or its header is not as it must be.
    """
    folder, _, stem = name.partition("/")
    return _parse(name, files("cypher").joinpath(folder, f"{stem}.cypher"))


def query(name: str, row: type[RowT], *, packed: bool = False) -> Query[RowT]:
    """Tie a file to the dataclass of its rows; the fields are the columns, in order.

    `packed` is for reads of many rows that are held at once all the same: see `Query`.

    Raises:
        QueryDefinitionError: the fields are not the columns.
    """
    file = load(name)
    declared = tuple(field.name for field in fields(row)) if is_dataclass(row) else ()
    if declared != file.columns:
        raise QueryDefinitionError(
            f"{name}: the columns {file.columns} are not the fields {declared} of {row.__name__}"
        )
    rows: TypeAdapter[list[RowT]] = TypeAdapter(list[row])  # pyright: ignore[reportInvalidTypeForm]
    return Query(file, rows, packed)


def statement(name: str) -> Statement:
    """Return a file that writes and returns nothing.

    Raises:
        QueryDefinitionError: it returns columns, or is not declared a write.
    """
    file = load(name)
    if file.columns or file.access != "write":
        raise QueryDefinitionError(f"{name}: a statement writes and returns no columns")
    return Statement(file)


def _migration(name: str, text: str) -> MigrationFile:
    code = "\n".join(line for line in text.splitlines() if not line.startswith("//"))
    commands = tuple(command.strip() for command in code.split(";") if command.strip())
    return MigrationFile(
        version=int(name.partition("_")[0]),
        name=name.removesuffix(".cypher"),
        checksum=sha256("\n".join(commands).encode()).hexdigest(),
        commands=tuple(cast("LiteralString", command) for command in commands),
    )


def _parse(name: str, source: Traversable) -> CypherFile:
    try:
        text = source.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise QueryDefinitionError(f"{name}: there is no such file in cypher/") from error
    header = [line for line in text.splitlines() if line.startswith("//")]
    declared = [match for line in header if (match := _FIELD.match(line))]
    access = [match["type"] for match in declared if match["what"] == "access"]
    if access not in (["read"], ["write"]):
        raise QueryDefinitionError(f"{name}: the header needs one access line, read or write")
    summary = " ".join(
        line.removeprefix("//").strip() for line in header if not _FIELD.match(line)
    ).strip()
    of = {
        what: [match for match in declared if match["what"] == what] for what in ("param", "column")
    }
    return CypherFile(
        name=name,
        text=cast("LiteralString", text),
        summary=summary,
        access=cast("Access", access[0]),
        params=tuple(match["name"] for match in of["param"]),
        columns=tuple(cast("LiteralString", match["name"]) for match in of["column"]),
        types=tuple(match["type"] for match in of["column"]),
    )
