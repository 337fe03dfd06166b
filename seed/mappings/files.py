"""What a mapping makes of its tables, written as an ordinary section."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars.selectors as cs

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.documents.formulas import all_harmless
from seed.mappings.parts import TABLE
from seed.mappings.tables import ROW

if TYPE_CHECKING:
    from pathlib import Path

    from seed.mappings.outcomes import Outcome


def write_section(outcome: Outcome, folder: Path) -> dict[str, int]:
    """Write one CSV file for each kind into a new folder; return how many entries each has.

    Raises:
        ModelError: the folder holds something already.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        what = "this is there already"
        problem = Problem(str(folder), 0, "", "not-empty", what, "name a new folder")
        raise ModelError([problem])
    folder.mkdir(parents=True, exist_ok=True)
    for kind, frame in outcome.frames.items():
        written = frame.drop(TABLE, ROW).with_columns(all_harmless(cs.string()))
        written.write_csv(folder / f"{kind}.csv", line_terminator="\n")
    return {kind: frame.height for kind, frame in outcome.frames.items()}
