"""`orgatlas who`, over this year's plan and the next one's."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.model.intervals import Interval
from graph.queries.presences import presences
from graph.queries.timelines import timeline
from seed.loading.loads import load_plan
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas
from tests.versions import NEXT_YEAR, YEAR_AFTER, next_plan, plan_after

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

FIRST_YEAR = date(2026, 1, 1)


@pytest.fixture
async def two_years(small_graph: Store, small_plan: Plan) -> Store:
    await load_plan(small_graph, next_plan(small_plan), options=MAY_END_ALL)
    return small_graph


@pytest.mark.usefixtures("two_years")
async def test_it_answers_from_the_plan_of_the_day(connection: Connection) -> None:
    before, after = [
        await asyncio.to_thread(
            orgatlas,
            connection,
            "who",
            "grid-hubei",
            "--as-of",
            day,
            "--function",
            "sales",
            "--json",
        )
        for day in ("2026-12-31", "2027-01-01")
    ]

    [line_before] = json.loads(before.stdout)["functions"]
    [line_after] = json.loads(after.stdout)["functions"]
    assert json.loads(before.stdout)["name"] == "华夏电网湖北公司"
    assert line_before["owner"]["name"] == "华中大区 VIP客户部"
    assert json.loads(after.stdout)["name"] == "新华夏电网湖北公司"
    assert line_after["owner"]["name"] == "新战略大客户部"
    assert line_after["owner"]["posts"][0]["holder"] == "新韩梅梅"


@pytest.mark.parametrize(
    ("named", "day", "told"),
    [
        (
            "grid-tibet",
            "2027-03-01",
            (
                "“grid-tibet” is not there on 2027-03-01; it is in the plan from 2026-01-01 until"
                " 2027-01-01."
            ),
        ),
        (
            "华夏电网西藏公司",
            "2027-03-01",
            (
                "“grid-tibet” is not there on 2027-03-01; it is in the plan from 2026-01-01 until"
                " 2027-01-01."
            ),
        ),
        (
            "grid-new",
            "2026-12-31",
            "“grid-new” is not there on 2026-12-31; it is in the plan from 2027-01-01.",
        ),
        (
            "新华夏电网湖北公司",
            "2026-12-31",
            "“新华夏电网湖北公司” is not in the plan. Did you mean 华夏电网湖北公司 (grid-hubei)?",
        ),
        ("grid-moon", "2027-03-01", "“grid-moon” is not in the plan."),
    ],
)
@pytest.mark.usefixtures("two_years")
async def test_what_is_not_there_on_the_day_is_told_with_when_it_is(
    connection: Connection, named: str, day: str, told: str
) -> None:
    found = await asyncio.to_thread(orgatlas, connection, "who", named, "--as-of", day)

    assert found.returncode == 1
    assert told in found.stderr


async def test_an_account_may_go_and_come_back(two_years: Store, small_plan: Plan) -> None:
    await load_plan(two_years, plan_after(small_plan), options=MAY_END_ALL)

    known = await timeline(two_years)
    found = {
        key: await presences(two_years, known, key)
        for key in ("grid-tibet", "grid-new", "grid-hubei", "grid-moon")
    }

    assert found == {
        "grid-tibet": [Interval(FIRST_YEAR, NEXT_YEAR), Interval(YEAR_AFTER, None)],
        "grid-new": [Interval(NEXT_YEAR, YEAR_AFTER)],
        "grid-hubei": [Interval(FIRST_YEAR, None)],
        "grid-moon": [],
    }


async def test_a_plan_replaced_on_its_own_first_day_answers_for_no_day(
    small_graph: Store, small_plan: Plan
) -> None:
    corrected = replace(next_plan(small_plan), start=FIRST_YEAR)
    await load_plan(small_graph, corrected, options=MAY_END_ALL)

    known = await timeline(small_graph)

    assert await presences(small_graph, known, "grid-tibet") == []
    assert await presences(small_graph, known, "grid-new") == [Interval(FIRST_YEAR, None)]
