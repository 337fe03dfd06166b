"""Entities kept as columns are entities to whoever looks at them."""

from __future__ import annotations

from graph.columns.sequences import FrameSequence, frame_of
from graph.model.accounts import Subsidiary
from seed.plan_folders import read_plan
from tests.conftest import SMALL_PLAN


def test_a_sequence_of_columns_behaves_as_a_tuple() -> None:
    plan = read_plan(SMALL_PLAN)
    units = tuple(plan.subsidiaries)

    assert isinstance(plan.subsidiaries, FrameSequence)
    assert (plan.subsidiaries[0], plan.subsidiaries[-1], len(plan.subsidiaries)) == (
        units[0],
        units[-1],
        len(units),
    )
    assert plan.subsidiaries == units
    assert tuple(plan.subsidiaries[1:]) == units[1:]
    assert frame_of(units, Subsidiary).equals(plan.subsidiaries.frame)
