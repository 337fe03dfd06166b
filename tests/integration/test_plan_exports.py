"""Exports: what was loaded comes back as it was stated, and loading it again changes nothing."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import polars as pl
import pytest

from graph.errors import Conflict, ModelError, NothingLoaded
from graph.queries.loads import LoadRow, loads
from graph.versions.undos import undo_last_load
from seed.documents.kinds import ENTRIES
from seed.exporting import exports
from seed.exporting.exports import export_plan
from seed.exporting.formats import Format
from seed.loading.loads import load_plan
from seed.plan_folders import inspected, read_plan
from seed.reading.folders import reading_of
from seed.writing.flattening import fields_of
from tests.conftest import REAL_PLAN, SMALL_PLAN
from tests.graphs import contents
from tests.loads import MAY_END_ALL

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    import neo4j

    from graph.model.plans import Plan
    from graph.store import Reader, Store
    from seed.reading.places import Raw

DAY = date(2026, 11, 25)
SETS = frozenset(
    {
        *("sources", "other_departments", "customers", "industries", "territories", "tiers"),
        *("departments", "posts", "steps", "other_parents"),
    }
)
"""Fields whose values have no order."""


def _in_order(value: Raw) -> Raw:
    if isinstance(value, dict):
        return {name: _sorted(name, inner) for name, inner in sorted(value.items())}
    return [_in_order(item) for item in value] if isinstance(value, list) else value


def _sorted(name: str, value: Raw) -> Raw:
    inner = _in_order(value)
    in_rule = name == "tags"
    if isinstance(inner, list) and (name in SETS or in_rule):
        return sorted(inner, key=repr)
    return inner


def _entries(folder: Path) -> Mapping[str, list[str]]:
    """Return what a folder states, each entry with its section, in one order."""
    reading = reading_of(folder)
    assert reading.problems == []
    for kind, table in reading.entries.tables.items():
        reading.entries.add_each(kind, table.take(pl.repeat(True, len(table), eager=True)))
    return {
        kind.file_kind: sorted(
            repr((found.place.file.split("/")[0], _in_order(fields_of(found.document))))
            for found in reading.entries.of(kind)
        )
        for kind in ENTRIES
    }


def _names(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


@pytest.mark.parametrize("form", Format)
@pytest.mark.parametrize("plan", [SMALL_PLAN, REAL_PLAN], ids=lambda path: path.name)
async def test_an_export_states_what_was_loaded(
    store: Store, tmp_path: Path, plan: Path, form: Format
) -> None:
    await load_plan(store, read_plan(plan))

    await export_plan(store, tmp_path / "out", DAY, form)

    assert _entries(tmp_path / "out") == _entries(plan)
    written, loaded = reading_of(tmp_path / "out").header, reading_of(plan).header
    assert written == loaded


@pytest.mark.parametrize("form", Format)
async def test_loading_an_export_changes_nothing(
    real_graph: Store, tmp_path: Path, form: Format
) -> None:
    await export_plan(real_graph, tmp_path / "out", DAY, form)

    report = await load_plan(real_graph, read_plan(tmp_path / "out"))

    assert report.changed_nothing
    assert inspected(tmp_path / "out").problems == ()


async def test_an_export_makes_the_same_graph_elsewhere(
    small_graph: Store, driver: neo4j.AsyncDriver, tmp_path: Path
) -> None:
    before = await contents(driver)
    await export_plan(small_graph, tmp_path / "out", DAY, Format.YAML)

    await driver.execute_query("MATCH (node) WHERE NOT node:SchemaMigration DETACH DELETE node")
    await load_plan(small_graph, read_plan(tmp_path / "out"))

    assert await contents(driver) == before


async def test_a_day_is_exported_from_the_version_in_force(
    small_graph: Store, small_plan: Plan, real_plan: Plan, tmp_path: Path
) -> None:
    later = replace(real_plan, start=date(2027, 1, 1))
    await load_plan(small_graph, later, options=MAY_END_ALL)

    before = await export_plan(small_graph, tmp_path / "before", DAY, Format.YAML)
    after = await export_plan(small_graph, tmp_path / "after", date(2027, 1, 1), Format.YAML)

    assert (before.load.plan, after.load.plan) == (small_plan.key, real_plan.key)
    assert _entries(tmp_path / "before") == _entries(SMALL_PLAN)
    assert _entries(tmp_path / "after") == _entries(REAL_PLAN)


async def test_a_plan_that_is_undone_meanwhile_is_not_written(
    small_graph: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def loads_and_undo(reader: Reader) -> list[LoadRow]:
        found = await loads(reader)
        await undo_last_load(small_graph)
        return found

    monkeypatch.setattr(exports, "loads", loads_and_undo)

    with pytest.raises(Conflict, match="Revision 1 was undone while it was read: ask again"):
        await export_plan(small_graph, tmp_path / "out", DAY, Format.YAML)

    assert _names(tmp_path) == []


async def test_a_folder_that_is_not_empty_is_left_alone(small_graph: Store, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    with pytest.raises(ModelError, match="not empty"):
        await export_plan(small_graph, tmp_path, DAY, Format.YAML)

    assert _names(tmp_path) == ["mine.txt"]


async def test_without_a_plan_nothing_is_written(store: Store, tmp_path: Path) -> None:
    with pytest.raises(NothingLoaded, match="No plan is loaded, there is nothing to export: load"):
        await export_plan(store, tmp_path / "out", DAY, Format.YAML)

    assert _names(tmp_path) == []


@pytest.mark.parametrize("form", Format)
async def test_names_that_spreadsheets_would_run_come_back_as_they_were(
    store: Store, tmp_path: Path, form: Format
) -> None:
    folder = shutil.copytree(SMALL_PLAN, tmp_path / "plan")
    names = ["=1+1", "+86 电网", "-7", "@sum", "'=quoted", '“a”, "b"', "⚡😀", "يمين", "a;b\\c"]
    rows = [f'odd-{i},"{name.replace(chr(34), chr(34) * 2)}",grid' for i, name in enumerate(names)]
    file = folder / "book" / "subsidiaries.odd.csv"
    text = "\n".join(["key,name,customer", *rows])
    file.write_text(text.replace("=1+1", "'=1+1"), encoding="utf-8")
    plan = read_plan(folder)
    await load_plan(store, plan)

    await export_plan(store, tmp_path / "out", DAY, form)

    assert _entries(tmp_path / "out") == _entries(folder)
    assert (await load_plan(store, read_plan(tmp_path / "out"))).changed_nothing
    for path in (tmp_path / "out").rglob("*.csv"):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert not re.search(r'(^|,)"?[=+@]', line), line
