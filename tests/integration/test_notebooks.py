"""Tables for analysts."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import TYPE_CHECKING, Any, cast

import pandas as pd
import pytest

from graph.notebooks import Atlas
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL
from tests.versions import next_plan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store


@pytest.fixture
def atlas(small_graph: Store, connection: Connection) -> Iterator[Atlas]:
    with Atlas(connection) as atlas:
        yield atlas


def rows(table: pd.DataFrame, key: str) -> dict[str, dict[str, Any]]:
    """Return the rows of a table by one of its columns."""
    return {row[key]: row for row in cast("list[dict[str, Any]]", table.to_dict("records"))}


def test_accounts_come_group_by_group(atlas: Atlas) -> None:
    accounts = rows(atlas.accounts(), "account")

    assert len(accounts) == 8
    assert list(accounts)[:2] == ["grid", "grid-guangdong"]
    assert accounts["grid-wuhan"]["name"] == "华夏电网武汉供电局"
    assert accounts["grid-wuhan"]["customer"] == "grid"
    assert accounts["grid-wuhan"]["level"] == 3
    assert accounts["grid-wuhan"]["territory"] == "武汉"
    assert accounts["grid-hubei"]["tags"] == ["large-project"]


def test_departments_have_a_parent_or_none(atlas: Atlas) -> None:
    departments = rows(atlas.departments(), "department")

    assert departments["central/vip"]["parent"] == "central/accounts"
    assert pd.isna(departments["headquarters"]["parent"])
    assert departments["strategic-accounts"]["segments_owned"] > 0


def test_an_unknown_target_is_missing(atlas: Atlas) -> None:
    targets = rows(atlas.targets(), "certainty")

    assert pd.isna(targets["unknown"]["value"])
    assert targets["stated"]["value"] == 1
    assert targets["uncertain"]["as_written"] == "20?"


def test_owners_and_supporters_on_a_day(atlas: Atlas) -> None:
    on = date(2026, 6, 1)

    owners = rows(atlas.owners(on=on), "account")
    supporters = rows(atlas.supporters(on=on), "department")

    assert owners["grid-hubei"]["department"] == "central/vip"
    assert owners["grid-hubei"]["via"] == "inherited"
    assert owners["grid-hubei"]["reason"] == "strategic-second-level"
    assert "grid-tibet" not in owners
    assert "central/presales" in supporters


async def test_tables_are_of_the_day(
    small_graph: Store, small_plan: Plan, connection: Connection
) -> None:
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)

    this_year, next_year = await asyncio.to_thread(_tables, connection)

    assert this_year[:2] == ("华夏电网湖北公司", "总部")
    assert next_year[:2] == ("新华夏电网湖北公司", "新总部")
    assert this_year[2:] == ("central/vip", 4)
    assert next_year[2:] == ("strategic-accounts", 3)


def _tables(server: Connection) -> list[tuple[str, str, str, int]]:
    """Return a few cells of every table, on the last day of a plan and the first of the next."""
    with Atlas(server) as atlas:
        return [
            (
                rows(atlas.accounts(on), "account")["grid-hubei"]["name"],
                rows(atlas.departments(on), "department")["headquarters"]["name"],
                rows(atlas.owners(on=on), "account")["grid-hubei"]["department"],
                len(atlas.targets(on)),
            )
            for on in (date(2026, 12, 31), date(2027, 1, 1))
        ]
