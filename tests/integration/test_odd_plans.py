"""Odd plans on a real server: loaded as they are, or refused with the graph as it was."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pytest

from seed.documents.fields import LONGEST_NAME
from seed.documents.kinds import ENTRIES
from seed.loading.loads import load_plan
from seed.plan_folders import read_plan
from seed.reading.folders import reading_of
from seed.starting import Format, start_plan
from seed.writing.flattening import fields_of, tables_of
from seed.writing.workbooks import write_workbook
from tests.conftest import SMALL_PLAN
from tests.graphs import contents
from tests.programs import orgatlas
from tests.unit.seed.workbooks_made import save_workbook, zeros

if TYPE_CHECKING:
    from pathlib import Path

    import neo4j

    from graph.server.connections import Connection
    from graph.store import Store

ODD_NAMES = {
    "quotes": 'O\'Neil "the" \\ `Company`',
    "emoji": "👨‍👩‍👧 😀",
    "right-to-left": "שלום עולם",
    "turned": "\u202eabc\u202c",
    "zero-width": "zero\u200bwidth",
    "formula": "=HYPERLINK(1)",
    "injection": "'}) DETACH DELETE n //",
    "full-width": "１２３，；：",
    "longest": "😀" * LONGEST_NAME,
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PLAN, tmp_path / "plan")


def _add_rows(path: Path, rows: list[list[str]]) -> None:
    with path.open("a", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)


async def test_odd_names_are_in_the_graph_as_they_were_written(
    small_graph: Store, folder: Path, driver: neo4j.AsyncDriver
) -> None:
    header = (
        (folder / "book/subsidiaries.csv").read_text(encoding="utf-8").split("\n")[0].split(",")
    )
    values = [{"key": key, "name": name, "customer": "grid"} for key, name in ODD_NAMES.items()]
    rows = [[row.get(column, "") for column in header] for row in values]
    _add_rows(folder / "book/subsidiaries.csv", rows)

    await load_plan(small_graph, read_plan(folder))

    found, _, _ = await driver.execute_query(
        "MATCH (node:Subsidiary) WHERE node.key IN $keys RETURN node.key AS key, node.name AS name",
        keys=[*ODD_NAMES],
    )
    assert {record["key"]: record["name"] for record in found} == ODD_NAMES


async def test_a_plan_moved_into_workbooks_is_the_same_plan(
    small_graph: Store, folder: Path
) -> None:
    for section in ("deck", "book"):
        for path in (folder / section).iterdir():
            path.unlink()
        entries = reading_of(SMALL_PLAN, frozenset()).entries
        tables = [
            table
            for kind in ENTRIES
            for table in tables_of(
                kind,
                [
                    fields_of(found.document)
                    for found in entries.of(kind)
                    if found.place.file.startswith(section)
                ],
            )
        ]
        write_workbook(folder / section / "plan.xlsx", tables)

    report = await load_plan(small_graph, read_plan(folder))

    assert report.changed_nothing


def test_a_new_plan_is_loaded(store: Store, connection: Connection, tmp_path: Path) -> None:
    start_plan(tmp_path / "plan", [*Format])

    loaded = orgatlas(connection, "plan", "load", str(tmp_path / "plan"))

    assert loaded.returncode == 0, loaded.stderr


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("cut-off.xlsx", "this workbook is damaged or cut off"),
        ("bomb.xlsx", "times its own size"),
        ("day.xlsx", "“2026/2/30” is not a day"),
        ("people.nul.csv", "U+0000"),
        ("people.mixed.csv", "looks like GBK/GB18030, but other lines are UTF-8"),
        ("people.line.csv", "this line is longer than 4 million bytes"),
        ("people.deep.json", "levels of nesting"),
    ],
)
async def test_a_faulty_file_is_told_and_leaves_the_graph_as_it_was(  # noqa: PLR0913, PLR0917
    small_graph: Store,
    folder: Path,
    driver: neo4j.AsyncDriver,
    connection: Connection,
    file: str,
    told: str,
) -> None:
    path = folder / "book" / file
    _plant(path)
    before = await contents(driver)

    loaded = orgatlas(connection, "plan", "load", str(folder))

    assert loaded.returncode == 1
    assert told in loaded.stderr
    assert f"book/{file}" in loaded.stderr
    assert await contents(driver) == before


def _plant(path: Path) -> None:
    match path.name:
        case "cut-off.xlsx":
            whole = save_workbook(path, {"people": [["key", "name"], ["a", "b"]]}).read_bytes()
            path.write_bytes(whole[:-100])
        case "bomb.xlsx":
            path.write_bytes(zeros(300 << 20))
        case "day.xlsx":
            header = ["department", "territory", "from"]
            save_workbook(path, {"coverage": [header, ["wuhan", "hubei", "2026/2/30"]]})
        case "people.nul.csv":
            path.write_bytes(b"key,name\na,\0\n")
        case "people.mixed.csv":
            path.write_bytes("key,name\na,李雷\n".encode() + "b,韩梅梅\n".encode("gbk"))
        case "people.line.csv":
            path.write_bytes(b"key,name\n" + b"x" * 200_000_000)
        case _:
            path.write_bytes(b"[" * 1000)
