"""JSON as texts, lists and fields with their lines; numbers stay as they are written.

Python's decoder reads the scalars only: it knows no lines, keeps the last of two equal names, and
takes NaN for a number.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, NoReturn

from seed.reading.trees import Tree

if TYPE_CHECKING:
    from graph.errors import ModelError
    from seed.reading.places import Path, Raw

_SPACE = re.compile(r"[ \t\r\n]*")
_WORDS = {True: "true", False: "false"}


class _NotInJson(ValueError):
    """A constant that Python's decoder knows, and JSON does not."""


def _constant(word: str) -> NoReturn:
    raise _NotInJson(word)


class _Parser:
    """Walks over the text; `at` is where it stands, `_line` the line of that."""

    def __init__(self, text: str, file: str) -> None:
        self._text = text
        self._at = 0
        self._line = 1
        self._decoder = json.JSONDecoder(
            parse_int=str, parse_float=str, parse_constant=_constant, strict=True
        )
        self.tree = Tree(file)

    def document(self) -> None:
        """Read the one value the file must hold."""
        self.tree.value = self._value(())
        if self._next():
            raise self._syntax("something follows the end", "remove it")

    def _value(self, path: Path) -> Raw:
        mark = self._next()
        self.tree.begin(path, self._line)
        if mark == "[":
            return self._items(path)
        if mark == "{":
            return self._fields(path)
        return self._scalar()

    def _next(self) -> str:
        space = _SPACE.match(self._text, self._at)
        self._pass(space.end() if space else self._at)
        return self._text[self._at : self._at + 1]

    def _pass(self, end: int) -> None:
        self._line += self._text.count("\n", self._at, end)
        self._at = end

    def _scalar(self) -> str | None:
        try:
            value, end = self._decoder.raw_decode(self._text, self._at)
        except _NotInJson as error:
            raise self._syntax(f"{error} is no value", "write a number, or null") from error
        except json.JSONDecodeError as error:
            what = error.msg[:1].lower() + error.msg[1:]
            raise self._syntax(what, "check the quotes, commas and brackets here") from error
        line = self._line
        self._pass(end)
        if value is None:
            return None
        text = _WORDS[value] if isinstance(value, bool) else str(value)
        return self.tree.text(text, line) or None

    def _items(self, path: Path) -> list[Raw]:
        items: list[Raw] = []
        self._pass(self._at + 1)
        if self._next() == "]":
            self._pass(self._at + 1)
            return items
        while True:
            items.append(self._value((*path, len(items))))
            if self._ends("]"):
                return items

    def _fields(self, path: Path) -> dict[str, Raw]:
        found: dict[str, Raw] = {}
        self._pass(self._at + 1)
        if self._next() == "}":
            self._pass(self._at + 1)
            return found
        while True:
            if self._next() != '"':
                raise self._syntax("the name of a field is missing", 'write "name": value')
            line, name = self._line, self._scalar() or ""
            if self._next() != ":":
                raise self._syntax("a colon is missing", 'write "name": value')
            self._pass(self._at + 1)
            self.tree.add_field(found, (*path, name), self._value((*path, name)), line)
            if self._ends("}"):
                return found

    def _ends(self, bracket: str) -> bool:
        mark = self._next()
        if mark not in {",", bracket}:
            raise self._syntax(f"a comma or {bracket} is missing", "add it")
        self._pass(self._at + 1)
        return mark == bracket

    def _syntax(self, what: str, remedy: str) -> ModelError:
        return self.tree.refused(self._line, "json-syntax", f"this is not JSON: {what}", remedy)


def json_tree(text: str, file: str) -> Tree:
    """Return what the JSON text says.

    Raises:
        ModelError: it is no JSON, or nested too deep.
    """
    parser = _Parser(text, file)
    parser.document()
    return parser.tree
