"""What a document file (YAML or JSON) holds: texts, lists and fields, each with its line."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.reading.texts import no_character

if TYPE_CHECKING:
    from seed.reading.places import Path, Raw

DEEPEST = 20
MOST_VALUES = 2_000_000


@dataclass(slots=True)
class Tree:
    """A file's values, and the line of each by its path.

    Nesting and the number of values are bounded: a small file must not take much memory or time.
    """

    file: str
    value: Raw = None
    lines: dict[Path, int] = field(default_factory=dict["Path", int])
    problems: list[Problem] = field(default_factory=list[Problem])

    def begin(self, path: Path, line: int) -> None:
        """Note where a value begins.

        Raises:
            ModelError: it is nested too deep, or there are too many.
        """
        if len(path) > DEEPEST:
            raise self.refused(
                line, "too-deep", f"more than {DEEPEST} levels of nesting", "write it flatter"
            )
        if len(self.lines) >= MOST_VALUES:
            raise self.refused(
                line, "too-many-values", f"more than {MOST_VALUES:,} values", "write a table (.csv)"
            )
        self.lines[path] = line

    def text(self, value: str, line: int) -> str:
        """Return a text without the space around it.

        Raises:
            ModelError: it holds what no text does.
        """
        if strange := no_character(value):
            raise self.refused(
                line,
                "control-character",
                f"a value holds the character {strange}, which no text has",
                "remove it",
            )
        return value.strip()

    def add_field(self, fields: dict[str, Raw], path: Path, value: Raw, line: int) -> None:
        """Take in a field whose path ends with its name; one that is there already is a problem."""
        name = str(path[-1])
        self.lines[path] = line
        if name in fields:
            what = f"“{name}” is given twice"
            self.problems.append(
                Problem(self.file, line, name, "field-twice", what, "keep one of them")
            )
        fields[name] = value

    def refused(self, line: int, code: str, what: str, remedy: str) -> ModelError:
        """Return the error that ends the reading of the file at a line."""
        return ModelError([Problem(self.file, line, "", code, what, remedy)])
