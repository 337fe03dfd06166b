"""What is no tree is said in plan files: further parents, closed entities, shared jobs."""

from __future__ import annotations

import shutil
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from graph.model.accounts import Stake
from graph.model.intervals import UncertainInterval
from graph.model.keys import AccountKey, DepartmentKey, PostKey
from seed.plan_folders import inspected, read_plan
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PLAN, tmp_path / "plan")


def test_cells_say_who_else_holds_how_much_and_when(folder: Path) -> None:
    (folder / "book" / "subsidiaries.held.csv").write_text(
        "key,name,customer,parent,share,share_from,other_parents\n"
        "leaf-joint,合资公司,leaf,leaf-hotel,52.5,?,grid=30@2019-01-01/..;grid-hubei;grid-wuhan=10@?/?\n",
        encoding="utf-8",
    )

    joint = read_plan(folder).subsidiaries[-1]

    assert (joint.share, joint.share_validity) == (
        Decimal("52.5"),
        UncertainInterval(start_unknown=True),
    )
    assert joint.other_parents == (
        Stake(AccountKey("grid"), Decimal(30), UncertainInterval(date(2019, 1, 1))),
        Stake(AccountKey("grid-hubei")),
        Stake(
            AccountKey("grid-wuhan"),
            Decimal(10),
            UncertainInterval(start_unknown=True, until_unknown=True),
        ),
    )


def test_a_closed_entity_has_a_successor_and_other_names(folder: Path) -> None:
    (folder / "book" / "subsidiaries.closed.yaml").write_text(
        "- key: leaf-old\n  name: 金叶老厂\n  customer: leaf\n  from: unknown\n"
        "  until: 2024-07-01\n  successor: leaf-hotel\n  aliases: [L-0007, 老厂]\n",
        encoding="utf-8",
    )

    [closed] = [unit for unit in read_plan(folder).subsidiaries if unit.key == "leaf-old"]

    assert closed.validity == UncertainInterval(None, date(2024, 7, 1), start_unknown=True)
    assert closed.successor == AccountKey("leaf-hotel")
    assert closed.aliases == ("L-0007", "老厂")


def test_a_post_is_in_two_units_and_reports_to_another(folder: Path) -> None:
    (folder / "book" / "posts.double.yaml").write_text(
        "- key: double\n  name: 双岗\n  department: central/vip\n  fte: 1.5\n"
        "  other_departments: [south/presales]\n  reports_to: grid-manager\n",
        encoding="utf-8",
    )

    [post] = [post for post in read_plan(folder).posts if post.key == "double"]

    assert post.other_departments == (DepartmentKey("south/presales"),)
    assert (post.reports_to, post.fte) == (PostKey("grid-manager"), Decimal("1.5"))


@pytest.mark.parametrize(
    ("holdings", "warned"),
    [
        ("li-lei,0.6,\nhan-meimei,0.4,\n", []),
        ("li-lei,,\nhan-meimei,,true\n", []),
        (
            "li-lei,0.6,\nhan-meimei,0.5,\n",
            ["2 people share south-presales, 1.1 of 1"],
        ),
    ],
    ids=["a job is shared", "somebody is acting", "the shares are too much"],
)
def test_two_people_hold_one_post(holdings: str, warned: list[str], folder: Path) -> None:
    rows = "".join(f"south-presales,{row}\n" for row in holdings.splitlines())
    (folder / "book" / "holdings.shared.csv").write_text(
        f"post,person,fte,acting\n{rows}", encoding="utf-8"
    )

    inspection = inspected(folder)

    assert inspection.problems == ()
    assert [w.what for w in inspection.warnings if w.code == "job-share-total"] == warned
