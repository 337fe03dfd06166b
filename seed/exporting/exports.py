"""One export: the version in force on a day, whole, in a folder that was empty before."""

from __future__ import annotations

import shutil
from collections import defaultdict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from graph.errors import ModelError, NothingLoaded
from graph.model.plans import Section
from graph.model.problems import Problem
from graph.queries.loads import loads
from graph.queries.timelines import Pinned, refuse_undone, timeline
from seed.exporting.fields import fields_of
from seed.exporting.files import SectionFiles
from seed.exporting.pages import pages

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from datetime import date
    from pathlib import Path

    from graph.queries.loads import LoadRow
    from graph.store import Reader
    from seed.exporting.formats import Format
    from seed.exporting.pages import Stated

USUAL_SECTIONS = (Section("plan"), Section("illustrative", illustrative=True))
"""The sections of a plan that was loaded before loads kept theirs."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: the load it is of, and how many entries."""

    load: LoadRow
    entries: int


async def export_plan(reader: Reader, folder: Path, day: date, form: Format) -> Exported:
    """Write the plan in force on a day into a folder: all of it, or nothing.

    Raises:
        ModelError: the folder is not empty, or the plan does not fit into a workbook.
        NothingLoaded: no plan is loaded.
        Conflict: the load was undone meanwhile.
    """
    with _appearing(folder) as unfinished:
        version = (await timeline(reader)).on(day)
        if version is None:
            raise NothingLoaded("to export")
        load = next(row for row in await loads(reader) if row.number == version.number)
        entries = await _write(Pinned(reader, version), load, unfinished, form)
        await refuse_undone(reader, version)
    return Exported(load, entries)


@contextmanager
def _appearing(folder: Path) -> Generator[Path]:
    """Give a folder that takes the place of an empty one at the end, or of none."""
    _refuse_full(folder)
    unfinished = folder.with_name(f".{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        yield unfinished
        if folder.exists():
            folder.rmdir()
        unfinished.rename(folder)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise


async def _write(reader: Pinned, load: LoadRow, folder: Path, form: Format) -> int:
    sections = tuple(map(section, load.sections)) or USUAL_SECTIONS
    files: dict[str, SectionFiles] = defaultdict(SectionFiles)
    entries = 0
    async for kind, page in pages(reader):
        entries += len(page)
        by_folder: dict[str, list[Stated]] = defaultdict(list)
        for stated in page:
            by_folder[_folder_of(stated, sections)].append(stated)
        for name, inside in by_folder.items():
            files[name].add(kind, [stated.fields for stated in inside])
    (folder / "plan.yaml").write_text(_plan_text(load, sections), encoding="utf-8", newline="\n")
    for each in sections:
        (folder / each.folder).mkdir(parents=True, exist_ok=True)
        files[each.folder].write(folder / each.folder, form)
    return entries


def section(text: str) -> Section:
    """Return a section as a load keeps it: `FOLDER` or `FOLDER illustrative`."""
    folder, _, illustrative = text.partition(" ")
    return Section(folder, bool(illustrative))


def _folder_of(stated: Stated, sections: Sequence[Section]) -> str:
    first = (each.folder for each in sections if each.illustrative == stated.illustrative)
    return stated.folder or next(first, sections[0].folder)


def _plan_text(load: LoadRow, sections: Sequence[Section]) -> str:
    plan = {
        **fields_of(
            key=load.plan,
            name=load.name,
            name_en=load.name_en,
            organization=load.organization,
        ),
        **fields_of(**{"from": load.start, "until": load.until}),
        "sections": [
            fields_of(folder=each.folder, illustrative=each.illustrative) for each in sections
        ],
    }
    return yaml.safe_dump(plan, allow_unicode=True, sort_keys=False, width=100)


def _refuse_full(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        what = "this is a file"
    elif folder.exists() and any(folder.iterdir()):
        what = "the folder is not empty"
    else:
        return
    remedy = "name a folder that is empty, or not there yet; nothing was written"
    raise ModelError([Problem(str(folder), 0, "", "exists", what, remedy)])
