"""Posts that a unit template brings to every region or branch made from it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from graph.model.keys import DepartmentKey, PostKey, SourceKey
from graph.model.vocabularies import Function
from seed.plan_folders import inspected, read_plan
from tests.unit.seed.plan_faults import SMALL_PLAN

if TYPE_CHECKING:
    from pathlib import Path

SLOT = """
      specialties: [industry-accounts]
      resources: [sales]
"""
POSTS = """
      posts:
        - slot: vip-manager
          name: VIP客户经理
          name_en: VIP account manager
          functions: [sales]
        - slot: industry-manager
          name: 行业经理
          sources: [deck-industries]
"""


def add(file: Path, text: str) -> None:
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small plan whose branches have two posts for key accounts."""
    folder = shutil.copytree(SMALL_PLAN, tmp_path / "plan")
    templates = folder / "deck" / "unit_templates.yaml"
    text = templates.read_text(encoding="utf-8")
    assert SLOT in text
    templates.write_text(text.replace(SLOT, SLOT + POSTS.lstrip("\n")), encoding="utf-8")
    add(folder / "deck" / "sources.yaml", SOURCE)
    return folder


SOURCE = """
- key: deck-industries
  name: 行业
  document: 组织及计划
  section: 行业
"""


def test_every_unit_has_them(folder: Path) -> None:
    plan = read_plan(folder)

    made = {post.key: post for post in plan.posts if post.department == "wuhan/accounts"}
    manager = made[PostKey("wuhan/accounts/vip-manager")]
    industry = made[PostKey("wuhan/accounts/industry-manager")]
    assert set(made) == {manager.key, industry.key}
    assert (manager.name, manager.name_en) == (
        "武汉分公司 VIP客户经理",
        "Wuhan branch VIP account manager",
    )
    assert manager.department == DepartmentKey("wuhan/accounts")
    assert manager.functions == (Function.SALES,)
    assert manager.illustrative
    assert manager.sources == (SourceKey("deck-organization"),)
    assert industry.name_en is None
    assert industry.sources == (SourceKey("deck-industries"),)


def test_somebody_may_hold_one(folder: Path) -> None:
    add(folder / "book" / "holdings.csv", "li-lei,wuhan/accounts/vip-manager,2026-03-01,\n")

    plan = read_plan(folder)

    assert "wuhan/accounts/vip-manager" in {holding.post for holding in plan.holdings}


def test_a_misspelt_one_is_told_with_the_right_key(folder: Path) -> None:
    add(folder / "book" / "holdings.csv", "li-lei,wuhan/accounts/vip-manger,2026-03-01,\n")

    [problem] = inspected(folder).problems

    assert problem.what == "no post has the key “wuhan/accounts/vip-manger”"
    assert problem.remedy.startswith(
        "did you mean “wuhan/accounts/vip-manager” (武汉分公司 VIP客户经理)"
    )


def test_one_that_is_stated_as_well_is_refused(folder: Path) -> None:
    add(
        folder / "book" / "posts.csv",
        "wuhan/accounts/vip-manager,大客户经理,,wuhan/accounts,,,,,,\n",
    )

    [problem] = inspected(folder).problems
    assert (problem.file, problem.row, problem.field) == ("book/posts.csv", 5, "key")
    assert problem.what == (
        "“wuhan/accounts/vip-manager” is also made by the template branch-standard"
    )


def test_the_same_slot_twice_is_refused(folder: Path) -> None:
    templates = folder / "deck" / "unit_templates.yaml"
    text = templates.read_text(encoding="utf-8")
    templates.write_text(text.replace("slot: industry-manager", "slot: vip-manager"), "utf-8")

    [problem] = inspected(folder).problems

    assert problem.field == "departments[1].posts[2].slot"
    assert problem.what == "the slot “vip-manager” is there twice"
