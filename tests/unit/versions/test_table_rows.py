"""Rows of bulk kinds are those of the listed ones, with digests of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.versions.kinds import LOADED_KINDS, LoadedKind
from graph.versions.rows import ListedRows
from graph.versions.table_rows import TableRows, rows_of
from seed.plan_folders import read_plan
from tests.conftest import SMALL_PLAN

if TYPE_CHECKING:
    from graph.versions.rows import Row, Value

BULK = [kind for kind in LOADED_KINDS if kind.bulk]


def without_digest(row: Row) -> dict[str, Value]:
    properties = row["properties"]
    assert isinstance(properties, dict)
    return {**row, "properties": {**properties, "digest": None}}


def digest(row: Row) -> Value:
    properties = row["properties"]
    assert isinstance(properties, dict)
    return properties["digest"]


@pytest.mark.parametrize("kind", BULK, ids=lambda kind: kind.name)
def test_rows_of_a_table_are_those_of_a_list(kind: LoadedKind) -> None:
    plan = read_plan(SMALL_PLAN)
    listed = [*kind.listed(plan)]

    rows = rows_of(kind, plan)
    keys = rows.digests["key"]
    batches = [*rows.batches(keys, 2)]

    assert isinstance(rows, TableRows)
    assert [len(batch) for batch in batches[:-1]] == [2] * (len(batches) - 1)
    made = [without_digest(row) for batch in batches for row in batch]
    assert made == sorted((without_digest(row) for row in listed), key=_level)
    digests = [(row["key"], digest(row)) for batch in batches for row in batch]
    assert sorted(digests, key=str) == sorted(rows.digests.rows(), key=str)


@pytest.mark.parametrize("kind", BULK, ids=lambda kind: kind.name)
def test_a_row_has_the_same_digest_however_its_kind_is_kept(kind: LoadedKind) -> None:
    plan = read_plan(SMALL_PLAN)
    entities = tuple(getattr(plan, kind.name))

    as_tuples = replace(plan, **{kind.name: entities})

    assert rows_of(kind, as_tuples).digests.equals(rows_of(kind, plan).digests)
    assert ListedRows(kind.listed(plan)).digests["key"].to_list() == [one.key for one in entities]


def test_a_post_changes_when_whom_it_serves_is_no_group_any_more() -> None:
    plan = read_plan(SMALL_PLAN)
    [posts] = [kind for kind in BULK if kind.name == "posts"]

    before = dict(rows_of(posts, plan).digests.rows())
    after = dict(rows_of(posts, replace(plan, customers=())).digests.rows())

    assert before["grid-manager"] != after["grid-manager"]


def _level(row: Row) -> int:
    """Return how deep an entity lies: parents are written before their children."""
    properties = row["properties"]
    level = properties.get("level") if isinstance(properties, dict) else None
    return level if isinstance(level, int) else 0
