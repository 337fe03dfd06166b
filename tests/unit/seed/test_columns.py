"""Columns add speed and nothing else: what is found and what is read is as without them."""

from __future__ import annotations

import csv
import io
import shutil
from dataclasses import fields
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, cast

import polars as pl
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rapidfuzz import fuzz

from graph.columns.sequences import FrameSequence
from seed.columns.bulk_rows import BULK_KINDS
from seed.columns.cells import Sort, cells_of
from seed.columns.suspects import expose
from seed.columns.trees import depths, in_cycles
from seed.documents.accounts import SubsidiaryDocument
from seed.documents.organization import HoldingDocument, PostDocument
from seed.plan_folders import inspected
from seed.reading.folders import reading_of
from seed.validation.drafts import Draft
from seed.validation.near_names import ALIKE, near_pairs
from seed.validation.plain_names import plain_name, plain_names
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.plans import Plan

NOTHING = frozenset[type[SubsidiaryDocument]]()
KEYS = ["grid", "leaf", "a", "b", "c", "d", "e", "a/b", "grid-hubei", "grid-hubej"]
ODD_KEYS = ["A", "é", "a b", "a--b", "x" * 201, "a;b"]
NAMES = [
    "华夏电网",
    "华夏电网集团",
    "华夏电网一",
    "金叶, 烟草",
    "Leaf “Ltd.”",
    'Leaf "Ltd"',
    "LEAF",
    "\uff2c\uff25\uff21\uff26 Inc.",
    "Straße",
    "STRASSE",
    "naïve",
    " padded ",
    "two\nlines",
    "=1+1",
]
DAYS = ["", "", "2026-01-01", "2026-07-01", "2027-01-01", "2026-02-30", "0000-01-01", "\uff11"]
COLUMNS = {
    "customers": {
        "key": KEYS,
        "name": NAMES,
        "tier": ["vip", "strategic", "VIP", ""],
        "industry": ["", "power", "tobacco", "tobaco", "grid"],
        "territory": ["", "china", "wuhan-city", "烟"],
        "roles": ["", "reference", "reference;prototype", "reference ; prototype", "x"],
        "tags": ["", "large-project", "large-project;new", ";", "new\uff1bold", "a\\;b"],
        "aliases": ["", "", "", "", "a", "grid", "G-1", "G-1;G-2"],
        "other_parents": ["", "", "", "leaf=10", "grid", "a=100", "nobody"],
    },
    "subsidiaries": {
        "key": KEYS,
        "name": NAMES,
        "customer": ["grid", "grid", "leaf", "lea", ""],
        "parent": ["", "", *KEYS],
        "industry": ["", "power", "powr"],
        "territory": ["", "hubei", "湖北"],
        "tags": ["", "large-project", "undeployed-area ;new"],
        "sources": ["", "deck-organization", "deck;deck-organization"],
        "share": ["", "", "60", "7.50", "100", "101", "060", "60%", "0"],
        "share_from": ["", "", "2026-01-01", "unknown", "?", "2026-02-30"],
        "share_until": ["", "", "2025-01-01", "2027-01-01", "unknown"],
        "from": ["", "", "unknown", "2026-01-01", "2028-01-01"],
        "until": ["", "", "", "unknown", "2027-01-01"],
        "successor": ["", "", "", "", "a", "b", "nobody"],
        "other_parents": [
            *("", "", "", "a", "b=30", "leaf", "grid=40.5", "grid=40.50", "leaf=0", "a=100"),
            *("leaf=101", "leaf=30;b=80", "b=x", "nobody=5", "a=30@2020-01-01/.."),
        ],
    },
    "people": {"key": KEYS, "name": NAMES, "name_en": ["", "Li"]},
    "posts": {
        "key": KEYS,
        "name": NAMES,
        "department": ["central", "central/vip", "centre", ""],
        "functions": ["", "sales", "sales;relationship", "sale"],
        "customers": ["", "grid", "grid;leaf", "grid;nobody"],
        "from": DAYS,
        "until": DAYS,
        "reports_to": ["", "", "a", "b", "c", "grid-manager"],
        "fte": ["", "", "", "2", "0"],
    },
    "holdings": {
        "person": ["li-lei", *KEYS[:3]],
        "post": ["grid-manager", *KEYS[:3]],
        "from": DAYS,
        "until": DAYS,
        "acting": ["", "", "", "true", "yes", "perhaps"],
        "fte": ["", "", "", "0.5", "0.4"],
    },
}


def table(kind: str, rows: Sequence[dict[str, str]]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, [*COLUMNS[kind]], restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


@st.composite
def tables(draw: st.DrawFn) -> dict[str, str]:
    """Return texts of files that hold rows of bulk kinds, right and wrong ones."""
    files: dict[str, str] = {}
    for kind, columns in COLUMNS.items():
        odd_keys = ODD_KEYS if draw(st.integers(0, 4)) == 0 else []
        cells = {
            name: st.sampled_from([*values, *odd_keys] if name == "key" else values)
            for name, values in columns.items()
        }
        rows = draw(st.lists(st.fixed_dictionaries(cells), max_size=8))
        text = table(kind, rows)
        junk = draw(st.sampled_from(["", "", "", "", "a\n", "\n\n,,,\n", "a" + "," * 12 + "b\n"]))
        if draw(st.integers(0, 9)) == 0:
            text = text.replace(draw(st.sampled_from([*columns])), "other", 1)
        blank = draw(st.sampled_from(["", "", "", "\n", " , ,\n\u3000\n", "\n" * 1_001]))
        files[f"{kind}.csv"] = blank + text + junk
    return files


def parts_of(plan: Plan | None) -> dict[str, object]:
    if plan is None:
        return {}
    values: dict[str, object] = {one.name: getattr(plan, one.name) for one in fields(plan)}
    return {
        name: tuple(cast("FrameSequence[object]", value))
        if isinstance(value, FrameSequence)
        else value
        for name, value in values.items()
    }


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tables())
def test_columns_find_what_entries_find(files: dict[str, str]) -> None:
    with TemporaryDirectory() as folder:
        plan = Path(shutil.copytree(SMALL_PLAN, Path(folder) / "plan"))
        for name, text in files.items():
            (plan / "book" / name.replace(".csv", ".more.csv")).write_bytes(text.encode())

        by_columns = inspected(plan)
        by_entries = inspected(plan, frozenset())

    assert by_columns.problems == by_entries.problems
    assert by_columns.warnings == by_entries.warnings
    assert parts_of(by_columns.plan) == parts_of(by_entries.plan)


VALID = {
    "customers": {"name": ["甲", "乙,"], "tier": ["vip"], "tags": ["", "x; y"]},
    "subsidiaries": {"name": ["甲一", 'B "q"'], "customer": ["grid"], "tags": ["", "x;y"]},
    "people": {"name": ["李"]},
    "posts": {"name": ["岗"], "department": ["central/vip"], "functions": ["", "sales; delivery"]},
}


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_columns_read_the_plan_that_entries_read(data: st.DataObject) -> None:
    files: dict[str, str] = {}
    for kind, columns in VALID.items():
        keys = data.draw(st.lists(st.integers(0, 50), unique=True, max_size=8))
        rows = [
            {"key": f"{kind}-{key}"}
            | {name: data.draw(st.sampled_from(values)) for name, values in columns.items()}
            | ({"parent": f"{kind}-{keys[at - 1]}"} if kind == "subsidiaries" and at % 3 else {})
            for at, key in enumerate(keys)
        ]
        files[kind] = table(kind, rows)
    with TemporaryDirectory() as folder:
        plan = Path(shutil.copytree(SMALL_PLAN, Path(folder) / "plan"))
        for name, text in files.items():
            (plan / "book" / f"{name}.more.csv").write_bytes(text.encode())

        by_columns = inspected(plan)
        by_entries = inspected(plan, frozenset())

    assert by_columns.problems == ()
    assert parts_of(by_columns.plan) == parts_of(by_entries.plan)


def test_rows_with_nothing_wrong_make_no_entries() -> None:
    entries = reading_of(SMALL_PLAN).entries

    assert [entry.kind for entry in entries.raw if entry.kind in BULK_KINDS] == []
    assert {kind.file_kind: len(rows) for kind, rows in entries.tables.items()} == {
        "customers": 2,
        "holdings": 3,
        "people": 2,
        "posts": 3,
        "subsidiaries": 6,
    }


def test_a_plan_that_is_made_leaves_no_second_copy_of_its_rows() -> None:
    reading = reading_of(SMALL_PLAN)
    draft = Draft(reading.header, reading.entries)

    plan = draft.plan

    assert len(plan.subsidiaries) == 6
    assert [len(rows) for rows in reading.entries.tables.values()] == [0] * 5


PLANTED = {
    17: ("unit-15,单位15,grid,,hubei,", "unit-15,单位15,,,hubei,"),
    5_002: ("unit-5000,单位5000,grid,,hubei,", 'unit-5000,"单位 ""5000""",grid,unit-9999,hubei,'),
    5_003: ("unit-5001,单位5001,grid,,hubei,", "unit-5000,单位5001,grid,,hubei,"),
    7_000: ("unit-6998,单位6998,grid,,hubei,", "unit-6998,单位6998,grid,,hubey,"),
    8_000: ("unit-7998,单位7998,grid,,hubei,", "unit-7998,单位7998,grid,unit-7999,hubei,"),
    8_001: ("unit-7999,单位7999,grid,,hubei,", "unit-7999,单位7999,grid,unit-7998,hubei,"),
    9_000: ("unit-8998,单位8998,grid,,hubei,", "unit-8998,单位8998,grid,,hubei"),
    9_001: ("unit-8999,单位8999,grid,,hubei,", "unit-8999,单位8999,leaf,unit-8997,hubei,"),
    10_001: ("unit-9999,单位9999,grid,,hubei,", "unit-9999,单位 9998,grid,,hubei,"),
}
"""What stands at a line, and what is planted there."""


def test_few_faults_among_ten_thousand_rows_are_found_and_few_rows_become_entries(
    tmp_path: Path,
) -> None:
    plan = Path(shutil.copytree(SMALL_PLAN, tmp_path / "plan"))
    file = "book/subsidiaries.more.csv"
    rows = [f"unit-{number},单位{number},grid,,hubei," for number in range(10_000)]
    lines = ["key,name,customer,parent,territory,tags", *rows]
    for line, (right, wrong) in PLANTED.items():
        assert lines[line - 1] == right
        lines[line - 1] = wrong
    (plan / file).write_text("\n".join(lines), encoding="utf-8")

    inspection = inspected(plan)

    assert [str(problem).rpartition(" → ")[0] for problem in inspection.problems] == [
        f"{file}:17 [customer] “customer” is missing",
        f"{file}:5003 [key] the key “unit-5000” is used already at {file}:5002",
        f"{file}:7000 [territory] no territory has the key “hubey”",
        f"{file}:8000 [parent] a cycle of parents: unit-7998 → unit-7999 → unit-7998",
        f"{file}:9000 5 cells under 6 columns",
        f"{file}:9001 [parent] its parent unit-8997 is in the group grid, not in leaf",
    ]
    assert [str(warning).rpartition(" → ")[0] for warning in inspection.warnings] == [
        f"{file}:10001 [name] “单位 9998” is much like “单位9998” ({file}:10000)"
    ]
    entries = reading_of(plan).entries
    expose(entries)
    assert len(entries.raw_of(SubsidiaryDocument)) < 12
    by_entries = inspected(plan, frozenset())
    assert (by_entries.problems, by_entries.warnings) == (
        inspection.problems,
        inspection.warnings,
    )


def test_columns_judge_every_field_they_understand() -> None:
    sorts = {name: cells.sort for name, cells in cells_of(PostDocument).items()}

    assert sorts["key"] is Sort.KEY
    assert sorts["functions"] is Sort.WORD
    assert sorts["from"] is sorts["until"] is Sort.DAY
    of_accounts = {name: cells.sort for name, cells in cells_of(SubsidiaryDocument).items()}
    assert of_accounts["share"] is Sort.PERCENT
    assert of_accounts["until"] is of_accounts["share_from"] is Sort.UNCERTAIN_DAY
    assert {cells_of(HoldingDocument)[name].sort for name in ("person", "post")} == {Sort.TEXT}


@given(st.dictionaries(st.sampled_from("abcdefghij"), st.sampled_from([*"abcdefghijx", None])))
def test_depths_and_cycles_are_those_of_the_naive_walk(parents: dict[str, str | None]) -> None:
    def way(key: str) -> list[str]:
        found = [key]
        while (above := parents.get(found[-1])) in parents and above not in found:
            found.append(str(above))
        return [*found, str(above)] if above in parents else found

    keys, above = (
        pl.Series([*parents], dtype=pl.String),
        pl.Series([*parents.values()], dtype=pl.String),
    )
    circles = {key for key in parents if way(key)[-1] == key and len(way(key)) > 1}

    assert set(in_cycles(keys, above)) == circles
    assert depths(keys, above).to_list() == [
        None if circles & {*way(key)} else len(way(key)) - 1 for key in parents
    ]


@given(st.lists(st.text(st.sampled_from("中国电力网公司ab"), min_size=1, max_size=14), max_size=12))
def test_near_names_are_those_of_all_pairs(names: list[str]) -> None:
    near = [
        (one, other)
        for one, other in combinations(range(len(names)), 2)
        if names[one] != names[other] and fuzz.ratio(names[one], names[other]) >= ALIKE
    ]

    assert [*near_pairs(names)] == near


@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(NAMES))))
def test_plain_names_are_the_same_many_at_once(names: list[str]) -> None:
    assert plain_names(pl.Series(names, dtype=pl.String)).to_list() == [*map(plain_name, names)]
