"""A workbook's XML, walked over before it is read: where its cells are, and which have no value.

The reader of workbooks holds a sheet as a full rectangle, and gives an empty text for an error or
for a formula that nobody calculated. This finds out what would be too large, and what is not empty.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from graph.errors import ModelError
from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from seed.reading.archives import Archive

LARGEST_SHEET = 20_000_000
"""How many cells the rectangle around a sheet's cells may have."""
LONGEST_TEXT = 1_000_000
MOST_CHARACTERS = 500_000_000
_LONGEST_TOKEN = 8 << 20
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRINGS = "xl/sharedstrings.xml"
Cell = tuple[int, int]
"""Row and column, from 1."""


@dataclass(slots=True)
class Scan:
    """What was found in one sheet: the corner of its cells, and those without a value."""

    rows: int = 0
    columns: int = 0
    errors: dict[Cell, str] = field(default_factory=dict[Cell, str])
    uncalculated: set[Cell] = field(default_factory=set[Cell])
    characters: int = 0


def scans_of(archive: Archive) -> dict[str, Scan]:
    """Return what each sheet of a workbook holds, by the sheet's name.

    Raises:
        ModelError: the archive is no workbook, or is too large to be read.
    """
    lengths = _lengths_of_strings(archive)
    return {name: _scan(archive, member, lengths) for name, member in _sheets(archive).items()}


def cell_name(row: int, column: int) -> str:
    """Return a cell's name as spreadsheets have it: row 2, column 28 is AB2."""
    letters = ""
    while column:
        column, place = divmod(column - 1, 26)
        letters = chr(ord("A") + place) + letters
    return f"{letters}{row}"


def _sheets(archive: Archive) -> dict[str, str]:
    targets: dict[str, tuple[str, str]] = {}
    sheets: dict[str, str] = {}

    def relation(tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship":
            path = posixpath.normpath(posixpath.join("/xl", attributes["Target"]))
            kind = attributes["Type"].rpartition("/")[2]
            targets[attributes["Id"]] = (kind, path.removeprefix("/").lower())

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            kind, member = targets[attributes[f"{_RELATIONS} id"]]
            if kind == "worksheet":
                sheets[attributes["name"]] = member

    _walk(archive, "xl/_rels/workbook.xml.rels", relation)
    _walk(archive, "xl/workbook.xml", sheet)
    if not sheets:
        what = "this workbook has no sheet"
        raise _refused(archive.file, "damaged-workbook", what, "save it again from a spreadsheet")
    return sheets


def _lengths_of_strings(archive: Archive) -> list[int]:
    lengths: list[int] = []

    def begin(tag: str, _: dict[str, str]) -> None:
        if tag == "si":
            lengths.append(0)

    def text(characters: str) -> None:
        if lengths:
            lengths[-1] += len(characters)

    if _STRINGS in archive.members:
        _walk(archive, _STRINGS, begin, text)
    if any(length > LONGEST_TEXT for length in lengths):
        raise _too_large(archive.file, f"a cell has more than {LONGEST_TEXT:,} characters")
    return lengths


class _Scanner:
    """Follows the cells of one sheet."""

    def __init__(self, file: str, lengths: list[int]) -> None:
        self.scan = Scan()
        self._file = file
        self._lengths = lengths
        self._row = 0
        self._column = 0
        self._type = "n"
        self._formula = False
        self._filled = False
        self._inside = ""
        self._value = ""

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        """Begin a row, a cell, or what is in a cell."""
        if tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column = 0
        elif tag == "c":
            name = attributes.get("r", "").rstrip("0123456789")
            self._column = _number(name) if name else self._column + 1
            self._type = attributes.get("t", "n")
            self._formula = self._filled = False
            self._value = ""
        self._inside = tag
        self._formula |= tag == "f"

    def text(self, characters: str) -> None:
        """Take in some of a cell's text."""
        if self._inside in {"v", "t"}:
            self._filled = True
            self.scan.characters += len(characters)
            if len(self._value) + len(characters) > LONGEST_TEXT:
                raise _too_large(self._file, f"a cell has more than {LONGEST_TEXT:,} characters")
            self._value += characters

    def end(self, tag: str) -> None:
        """End a cell, and look at what it is."""
        self._inside = ""
        if tag != "c" or not (self._filled or self._formula):
            return
        scan, cell = self.scan, (self._row, self._column)
        scan.rows = max(scan.rows, self._row)
        scan.columns = max(scan.columns, self._column)
        if scan.rows * scan.columns > LARGEST_SHEET:
            what = f"its cells go as far as {cell_name(scan.rows, scan.columns)}"
            raise _too_large(self._file, what)
        if self._type == "e":
            scan.errors[cell] = self._value[:20]
        elif self._type == "s" and int(self._value or 0) < len(self._lengths):
            scan.characters += self._lengths[int(self._value or 0)]
            if scan.characters > MOST_CHARACTERS:
                raise _too_large(self._file, f"it has more than {MOST_CHARACTERS:,} characters")
        elif self._formula and not self._filled and self._type != "str":
            scan.uncalculated.add(cell)


def _scan(archive: Archive, member: str, lengths: list[int]) -> Scan:
    scanner = _Scanner(archive.file, lengths)
    _walk(archive, member, scanner.begin, scanner.text, scanner.end)
    return scanner.scan


def _number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _walk(
    archive: Archive,
    member: str,
    begin: Callable[[str, dict[str, str]], None],
    text: Callable[[str], None] | None = None,
    end: Callable[[str], None] | None = None,
) -> None:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def local(name: str) -> str:
        return name.rpartition(" ")[2]

    def refuse_declaration(*_: object) -> None:
        what = "its XML declares entities, which no spreadsheet writes"
        raise _refused(archive.file, "damaged-workbook", what, "save it again from a spreadsheet")

    parser.StartDoctypeDeclHandler = refuse_declaration
    parser.StartElementHandler = lambda name, attributes: begin(local(name), attributes)
    if text:
        parser.CharacterDataHandler = text
    if end:
        parser.EndElementHandler = lambda name: end(local(name))
    fed = 0
    try:
        for piece in archive.pieces(member):
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST_TOKEN:
                raise _too_large(archive.file, "a part of its XML has no end")
        parser.Parse(b"", True)
    except (expat.ExpatError, KeyError, ValueError) as error:
        what = f"this workbook is damaged: its part {member} cannot be read"
        remedy = "save it again from a spreadsheet"
        raise _refused(archive.file, "damaged-workbook", what, remedy) from error


def _too_large(file: str, what: str) -> ModelError:
    remedy = "delete the stray cells, split the workbook, or save large tables as CSV"
    return _refused(file, "workbook-too-large", what, remedy)


def _refused(file: str, code: str, what: str, remedy: str) -> ModelError:
    return ModelError([Problem(file, 0, "", code, what, remedy)])
