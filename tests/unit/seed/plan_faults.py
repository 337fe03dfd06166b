"""Faults to plant in a copy of the small plan, read from `tests/data/faults.yaml`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

DATA = Path(__file__).parents[2] / "data"
SMALL_PLAN = DATA / "small-plan"


@dataclass(frozen=True, slots=True)
class Fault:
    """An edit of one file, and every problem it gives when it is the only one.

    `old` is replaced by `new`; without `old`, `new` is added to the file. `hides` tells that it
    hides others, or is hidden, when all faults are planted in one copy.
    """

    name: str
    file: str
    problems: Sequence[str]
    old: str = ""
    new: str = ""
    hides: bool = False
    encoding: str = "utf-8"

    def plant(self, folder: Path) -> None:
        """Edit the copy in a folder."""
        path = folder / self.file
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        assert self.old in text, f"{self.name}: nothing to replace"
        text = text.replace(self.old, self.new, 1) if self.old else text + self.new
        path.write_text(text, encoding=self.encoding)


def _faults() -> tuple[Fault, ...]:
    entries = cast(
        "list[dict[str, Any]]",
        yaml.safe_load((DATA / "faults.yaml").read_text(encoding="utf-8")),
    )
    return tuple(Fault(**entry) for entry in entries)


FAULTS = _faults()
"""Every kind of fault, in the order of the file."""
