"""People in departments, counted by the graph: as from the plan, for every version and day."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from graph.model.departments import Holding, Post
from graph.model.intervals import ALWAYS, Interval
from graph.model.keys import DepartmentKey, PersonKey, PostKey
from graph.queries.headcounts import read_staff
from graph.queries.timelines import Pinned, timeline
from graph.reorganization.headcounts import headcounts_of
from graph.reorganization.organizations import organization_of
from graph.versions.lifecycles import tried
from seed.loading.loads import load_plan
from seed.reorganizing.files import read_scenario
from tests.conftest import SCENARIOS
from tests.loads import MAY_END_ALL
from tests.programs import orgatlas
from tests.unit.reorganization.examples import base_of, example

if TYPE_CHECKING:
    import subprocess

    from graph.model.plans import Plan
    from graph.server.connections import Connection
    from graph.store import Store

MERGE = str(SCENARIOS / "merge-regions.yaml")
DAYS = (date(2026, 1, 1), date(2026, 6, 30), date(2026, 7, 1), date(2027, 3, 31))
LEADS = PostKey("north-presales-lead")


def _changed(plan: Plan) -> Plan:
    """Return the plan a year later: a post ended, one in two departments, one held by two."""
    lead = next(post for post in plan.posts if post.key == LEADS)
    posts: tuple[Post, ...] = tuple(
        replace(post, validity=Interval(None, date(2027, 3, 1))) if post.key == LEADS else post
        for post in plan.posts
        if post.key != "east-vip-manager"
    )
    shared = replace(
        lead,
        key=PostKey("shared"),
        other_departments=(DepartmentKey("east-region/vip"),),
        validity=ALWAYS,
    )
    holders = (("zhou-zhiqiang", None), ("ma-siyuan", None), ("chen-jianguo", date(2027, 3, 31)))
    more = (
        Holding(person=PersonKey(person), post=shared.key, validity=Interval(None, until))
        for person, until in holders
    )
    return replace(
        plan,
        posts=(*posts, shared),
        holdings=(*(one for one in plan.holdings if one.post != "east-vip-manager"), *more),
        start=date(2027, 1, 1),
    )


async def test_the_graph_counts_as_the_plan_does_for_every_version_and_day(
    store: Store, real_plan: Plan
) -> None:
    later = _changed(real_plan)
    await load_plan(store, real_plan)
    await load_plan(store, later, options=MAY_END_ALL)
    first, second = (Pinned(store, one) for one in (await timeline(store)).versions)

    for reader, plan in ((first, real_plan), (second, later)):
        for day in DAYS:
            counted = (await read_staff(reader)).on(day)
            assert counted == headcounts_of(organization_of(plan), day)
    counted = (await read_staff(second)).on(date(2027, 2, 1))
    assert counted.people(["north-region/presales"]) == 3
    assert counted.people(["north-region/presales", "east-region/vip"]) == 4
    assert (await read_staff(first)).on(DAYS[3]) != (await read_staff(second)).on(DAYS[3])


@pytest.mark.parametrize("name", ["merge-regions", "open-questions"])
async def test_loads_are_the_same_from_the_graph_and_from_the_plan(
    name: str, real_graph: Store, real_plan: Plan
) -> None:
    found = (await tried(real_graph, read_scenario(SCENARIOS / f"{name}.yaml"))).impact

    assert found.loads.changes == example(base_of(real_plan), name).loads.changes
    assert found.loads.changes != []


async def _run(connection: Connection, *arguments: str) -> subprocess.CompletedProcess[str]:
    return await asyncio.to_thread(orgatlas, connection, "scenario", *arguments)


@pytest.mark.usefixtures("real_graph")
async def test_loads_are_shown_and_a_capacity_is_tried_for_one_run(connection: Connection) -> None:
    other = ("--capacity", "implementation=23", "--capacity", "sales=8")

    shown = await _run(connection, "impact", MERGE)
    told = await _run(connection, "impact", MERGE, "--json")
    tighter = await _run(connection, "impact", MERGE, "--json", *other)
    beside = await _run(connection, "compare", MERGE, MERGE, "--json")

    assert "1 department above capacity, worst 华北大区 实施部: 46 accounts" in shown.stdout
    assert "Accounts per person" in shown.stdout
    assert "no longer above" in shown.stdout
    first = json.loads(told.stdout)["loads"][0]
    assert first == {
        "department": "north-region/implementation",
        "function": "implementation",
        "capacity": 20,
        "before": {"accounts": 29, "people": 1, "per_person": 29.0, "above_capacity": True},
        "after": {"accounts": 46, "people": 2, "per_person": 23.0, "above_capacity": True},
    }
    found = json.loads(tighter.stdout)
    above = {one["department"] for one in found["loads"] if one["after"]["above_capacity"]}
    assert found["capacities"] == {"sales": 8, "implementation": 23}
    assert above == {"north-region/vip"}
    assert json.loads(beside.stdout)["figures"]["departments-above-capacity"] == [1, 1]


@pytest.mark.usefixtures("real_graph")
@pytest.mark.parametrize("given", ["slaes=40", "sales=0", "sales=", "sales", "=40", "sales=4.5"])
async def test_what_is_no_capacity_is_refused_with_what_would_be(
    given: str, connection: Connection
) -> None:
    done = await _run(connection, "impact", MERGE, "--capacity", given)

    assert (done.returncode, done.stdout) == (2, "")
    assert "write a function and a whole number" in " ".join(done.stderr.replace("│", "").split())
