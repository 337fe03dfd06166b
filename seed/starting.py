"""New plans: a folder that is valid, empty, and explains itself."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.keys import KEY
from graph.model.problems import Problem
from seed.documents.fields import LONGEST_KEY
from seed.documents.kinds import ENTRIES
from seed.reading.columns import layouts
from seed.writing.csv_files import csv_text
from seed.writing.flattening import FlatTable
from seed.writing.templates import columns_page, csv_columns, plan_file, yaml_template
from seed.writing.workbooks import write_workbook

if TYPE_CHECKING:
    from collections.abc import Collection

SECTION = "entries"


class Format(StrEnum):
    """What a new plan's entries may be written in."""

    YAML = "yaml"
    CSV = "csv"
    XLSX = "xlsx"


def start_plan(folder: Path, formats: Collection[Format]) -> list[Path]:
    """Write a new, empty plan; return its files.

    Raises:
        ModelError: one of the files is there already; nothing was written.
    """
    with tempfile.TemporaryDirectory(prefix="orgatlas-") as place:
        written = Path(place)
        _write(written, folder.resolve().name, formats)
        files = [path.relative_to(written) for path in sorted(written.rglob("*.*"))]
        _refuse_overwriting(folder, files)
        (folder / SECTION).mkdir(parents=True, exist_ok=True)
        for file in files:
            (folder / file).write_bytes((written / file).read_bytes())
    return [folder / file for file in files]


def _write(folder: Path, name: str, formats: Collection[Format]) -> None:
    key = name.lower().replace(" ", "-").replace("_", "-")
    values = {
        "key": key if KEY.fullmatch(key) and len(key) <= LONGEST_KEY else "plan",
        "name": name or "Plan",
        "organization": "Our organization",
        "from": f"{datetime.now(UTC).year}-01-01",
    }
    section = folder / SECTION
    section.mkdir()
    _text(folder / "plan.yaml", plan_file(values, SECTION))
    if Format.YAML in formats:
        for kind in ENTRIES:
            _text(section / f"{kind.file_kind}.yaml", yaml_template(kind))
    if Format.CSV in formats:
        _text(section / "columns.md", columns_page(ENTRIES))
        for file, table in (each for kind in ENTRIES for each in csv_columns(kind).items()):
            _text(section / file, csv_text(table, table.layout.header))
    if Format.XLSX in formats:
        write_workbook(section / "plan.xlsx", [FlatTable(each) for each in layouts().values()])


def _text(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _refuse_overwriting(folder: Path, files: list[Path]) -> None:
    if folder.exists() and not folder.is_dir():
        remedy = "name a folder that is empty, or not there yet"
        raise ModelError([Problem(str(folder), 0, "", "exists", "this is a file", remedy)])
    problems = [
        Problem(
            str(folder / file),
            0,
            "",
            "exists",
            "the file is there already",
            "name a folder that is empty, or move it away; nothing was written",
        )
        for file in files
        if (folder / file).exists()
    ]
    if problems:
        raise ModelError(problems)
