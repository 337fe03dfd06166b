"""A plan's folder: `plan.yaml`, and the files of the sections it names."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import TYPE_CHECKING

from graph.errors import ModelError
from graph.model.problems import Problem
from seed.columns.bulk_rows import BULK_KINDS
from seed.documents.kinds import BY_FILE, ENTRIES
from seed.documents.plans import PlanDocument, SectionDocument
from seed.mappings.sections import is_mapping, mapped_section
from seed.reading.entries import Entries, checked
from seed.reading.files import document_tree, entries_file_of, read_file
from seed.reading.messages import did_you_mean, near
from seed.reading.places import Place
from seed.reading.shapes import field_shapes
from seed.reading.workbooks import read_workbook

if TYPE_CHECKING:
    from seed.documents.entries import Entry
    from seed.mappings.findings import Finding
    from seed.reading.places import Raw

PLAN_FILE = "plan.yaml"
_SUFFIXES = (".yaml", ".json", ".csv", ".parquet")
_WORKBOOK = ".xlsx"
_OTHER_WORKBOOKS = (".xls", ".xlsm", ".xlsb", ".xltx", ".xltm", ".ods")
_HIDDEN = (".", "~$")  # the latter is what Excel leaves beside an open workbook
_BESIDES = (".md", ".txt")


@dataclass(slots=True)
class Reading:
    """What a plan folder holds, and every problem met while reading it."""

    header: PlanDocument | None = None
    entries: Entries = field(default_factory=Entries)
    problems: list[Problem] = field(default_factory=list[Problem])
    findings: list[Finding] = field(default_factory=list["Finding"])
    files: int = 0


def reading_of(folder: FilePath, bulk: frozenset[type[Entry]] = BULK_KINDS) -> Reading:
    """Return all that a plan folder holds; what cannot be read is a problem, not an error.

    Tables of the `bulk` kinds are kept as columns.
    """
    reading = Reading(entries=Entries(bulk))
    if not folder.is_dir():
        what = "this is a file" if folder.exists() else "there is no such folder"
        remedy = "name the folder that holds plan.yaml"
        reading.problems.append(Problem(str(folder), 0, "", "no-folder", what, remedy))
        return reading
    sections = _header(folder, reading)
    reading.entries.sections = sections
    _unexpected(folder, sections, reading)
    for section in sections:
        _section(folder, section, reading)
    return reading


def _header(folder: FilePath, reading: Reading) -> tuple[SectionDocument, ...]:
    path = folder / PLAN_FILE
    if not path.is_file():
        what = f"the folder has no {PLAN_FILE}"
        reading.problems.append(
            Problem(
                PLAN_FILE,
                0,
                "",
                "no-plan-file",
                what,
                "add one: it names the plan and its sections",
            )
        )
        return ()
    try:
        tree = document_tree(path, PLAN_FILE)
    except ModelError as error:
        reading.problems += error.problems
        return ()
    reading.files += 1
    reading.problems += tree.problems
    if not isinstance(tree.value, dict):
        what = "the file holds no fields"
        reading.problems.append(
            Problem(PLAN_FILE, 1, "", "not-fields", what, "write name: value, one on each line")
        )
        return ()
    place = Place(PLAN_FILE, 1, tree.lines)
    reading.header, problems, _ = checked(PlanDocument, tree.value, place)
    reading.problems += problems
    return reading.header.sections if reading.header else _sections(tree.value, place)


def _sections(fields: dict[str, Raw], place: Place) -> tuple[SectionDocument, ...]:
    """Return the sections that can be read although something else in plan.yaml cannot."""
    listed = fields.get("sections")
    sections = [
        checked(SectionDocument, section, place)[0]
        for section in (listed if isinstance(listed, list) else [])
        if isinstance(section, dict)
    ]
    return tuple(section for section in sections if section)


def _unexpected(folder: FilePath, sections: tuple[SectionDocument, ...], reading: Reading) -> None:
    named = {section.folder for section in sections}
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.name in {PLAN_FILE, *named}:
            continue
        if path.is_dir() and sections:
            what = f"{PLAN_FILE} names no section “{path.name}”"
            remedy = did_you_mean(path.name, named - {p.name for p in folder.iterdir()})
            remedy = remedy or f"list it under sections in {PLAN_FILE}, or move it away"
            reading.problems.append(Problem(path.name, 0, "", "unknown-folder", what, remedy))
        elif path.is_file() and path.suffix not in _BESIDES:
            what = f"only {PLAN_FILE} stands here"
            remedy = "move the file into the folder of a section"
            reading.problems.append(Problem(path.name, 0, "", "unknown-file", what, remedy))


def _section(folder: FilePath, section: SectionDocument, reading: Reading) -> None:
    path = folder / section.folder
    if not path.is_dir():
        what = f"the section “{section.folder}” has no folder"
        remedy = "add the folder, or remove the section"
        reading.problems.append(Problem(PLAN_FILE, 0, "sections", "no-folder", what, remedy))
        reading.entries.hidden.update(ENTRIES)
        return
    foreign = _mapped(path, section, reading)
    for file in sorted(path.iterdir()):
        if file.name in foreign:
            continue
        if not file.name.startswith(_HIDDEN) and file.suffix not in _BESIDES:
            _file(file, f"{section.folder}/{file.name}", section.illustrative, reading)


def _mapped(folder: FilePath, section: SectionDocument, reading: Reading) -> set[str]:
    """Take in what the section's mappings make of foreign tables; return the names of these files.

    A table may lie in a folder of the section, which is then left alone.
    """
    foreign: set[str] = set()
    for path in sorted(folder.iterdir()):
        if not is_mapping(path.name):
            continue
        mapped = mapped_section(path, f"{section.folder}/{path.name}")
        foreign |= {path.name, *(FilePath(table).parts[0] for table in mapped.tables)}
        reading.files += 1 + len(mapped.files)
        reading.problems += mapped.problems
        reading.findings += mapped.outcome.findings
        reading.entries.hidden |= mapped.hidden
        for kind, table, rows in mapped.rows():
            header = field_shapes(kind)
            reading.problems += reading.entries.add_rows(
                kind, rows, header, table, section.illustrative
            )
    return foreign


def _file(path: FilePath, file: str, illustrative: bool, reading: Reading) -> None:
    if path.suffix == _WORKBOOK and path.is_file():
        reading.files += 1
        reading.problems += read_workbook(path, file, illustrative, reading.entries)
        return
    kind = BY_FILE.get(path.name.partition(".")[0])
    if kind is None or path.suffix not in _SUFFIXES or not path.is_file():
        reading.problems.append(_unknown_file(path, file))
        reading.entries.hidden |= (
            {kind}
            if kind
            else {BY_FILE[stem] for stem in near(path.name.partition(".")[0], BY_FILE)}
        )
        return
    reading.files += 1
    entries_file = entries_file_of(path, kind)
    if entries_file is None:
        reading.problems += read_file(path, file, kind, illustrative, reading.entries)
    elif not entries_file.is_file():
        what = f"there is no {entries_file.name} beside it, to whose entries its rows belong"
        reading.problems.append(
            Problem(file, 0, "", "no-entries-file", what, f"add {entries_file.name}")
        )


def _unknown_file(path: FilePath, file: str) -> Problem:
    stem = path.name.partition(".")[0]
    if path.suffix in _OTHER_WORKBOOKS:
        what = f"{path.suffix} is another format than .xlsx"
        remedy = "save it as “Excel workbook (.xlsx)”, which has no macros"
        return Problem(file, 0, "", "unknown-file", what, remedy)
    if stem in BY_FILE:
        what = "only .yaml, .json, .csv, .parquet and .xlsx files are read"
        return Problem(file, 0, "", "unknown-file", what, f"save it as {stem}.yaml or {stem}.csv")
    what = f"no kind of entry is called “{stem}”"
    remedy = did_you_mean(stem, BY_FILE) or f"name it after a kind: {', '.join(BY_FILE)}"
    return Problem(file, 0, "", "unknown-file", what, remedy)
