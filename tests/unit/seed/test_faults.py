"""Every kind of fault is found, with its place and what to do, alone and among all others."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from seed.plan_folders import inspected
from tests.unit.seed.plan_faults import FAULTS, SMALL_PLAN, Fault

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(SMALL_PLAN, tmp_path / "plan")


def test_there_are_at_least_thirty_kinds_of_faults() -> None:
    assert len({fault.name for fault in FAULTS}) >= 30


def test_the_small_plan_has_no_fault(folder: Path) -> None:
    inspection = inspected(folder)

    assert inspection.problems == ()
    assert inspection.plan is not None


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault_is_told_with_its_place_and_remedy(fault: Fault, folder: Path) -> None:
    fault.plant(folder)

    inspection = inspected(folder)

    assert inspection.plan is None
    assert tuple(str(problem) for problem in inspection.problems) == tuple(fault.problems)


def test_all_faults_are_listed_at_once(folder: Path) -> None:
    together = [fault for fault in FAULTS if not fault.hides]
    for fault in together:
        fault.plant(folder)

    told = {f"{problem.what} → {problem.remedy}" for problem in inspected(folder).problems}

    assert len(together) >= 30
    silent = [
        fault.name
        for fault in together
        if not any(problem.endswith(one) for problem in fault.problems for one in told)
    ]
    assert silent == []


def test_a_byte_order_mark_changes_nothing(folder: Path) -> None:
    plain = inspected(folder).plan
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())

    assert inspected(folder).plan == plain
