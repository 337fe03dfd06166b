"""Where in a plan folder something stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from graph.model.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

Raw: TypeAlias = "str | list[Raw] | dict[str, Raw] | None"
"""What files bring: texts, lists and fields; never numbers, days or booleans."""
Path: TypeAlias = "tuple[str | int, ...]"
"""The way to a value inside an entry: names of fields and places in lists, from 0."""


def field_name(path: Path) -> str:
    """Return a path as messages show it: `shares[2].percent`, list places counted from 1.

    The place in a list of plain values is left out: the message quotes the value.
    """
    if path and isinstance(path[-1], int):
        path = path[:-1]
    name = ""
    for part in path:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}"
    return name.removeprefix(".")


@dataclass(frozen=True, slots=True)
class Place:
    """An entry's file and line; `lines` has those of its fields where they are known.

    `parts` are the places of parts that stand elsewhere: in a sheet or file of their own.
    """

    file: str
    row: int
    lines: Mapping[Path, int] = field(default_factory=dict[Path, int])
    parts: Mapping[Path, Place] = field(default_factory=dict[Path, "Place"])

    def line(self, path: Path) -> int:
        """Return the line of a field, or of the nearest thing around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, self.row)

    def problem(self, path: Path, code: str, what: str, remedy: str) -> Problem:
        """Return a problem at a field of this entry; an empty path means the whole entry."""
        for length in range(len(path), 0, -1) if self.parts else ():
            if part := self.parts.get(path[:length]):
                return part.problem(path[length:], code, what, remedy)
        return Problem(self.file, self.line(path), field_name(path), code, what, remedy)
