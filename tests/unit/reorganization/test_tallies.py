"""Who gives and takes, by department and by region."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.keys import AccountKey, DepartmentKey
from graph.model.vocabularies import Function
from graph.reorganization.operations.departments import MoveDepartment
from graph.reorganization.operations.transfers import TransferSubsidiaries
from graph.reorganization.tallies import Tally
from tests.unit.reorganization.examples import tried

if TYPE_CHECKING:
    from graph.reorganization.ownership_impacts import Base


def _transfer(to: str) -> TransferSubsidiaries:
    return TransferSubsidiaries(
        key="transfer",
        name="划转",
        to=DepartmentKey(to),
        functions=(Function.SALES,),
        subsidiaries=frozenset({AccountKey("grid-hubei")}),
        reason="调整",
    )


def test_an_account_that_goes_to_another_region_is_given_and_taken(real_base: Base) -> None:
    found = tried(real_base, _transfer("east-region/vip")).accounts

    assert found.by_department() == [
        Tally("central-region/vip", gives=1, takes=0, other=0),
        Tally("east-region/vip", gives=0, takes=1, other=0),
    ]
    assert found.by_region() == [
        Tally("central-region", gives=1, takes=0, other=0),
        Tally("east-region", gives=0, takes=1, other=0),
    ]


def test_an_account_that_moves_inside_a_region_neither_leaves_nor_enters_it(
    real_base: Base,
) -> None:
    found = tried(real_base, _transfer("central-region/large-projects")).accounts

    assert found.by_region() == [Tally("central-region", gives=0, takes=0, other=1)]


def test_a_department_takes_for_the_region_it_is_in_after(real_base: Base) -> None:
    moved = MoveDepartment(
        department=DepartmentKey("east-region/large-projects"), to=DepartmentKey("south-region")
    )

    found = tried(real_base, moved, _transfer("east-region/large-projects")).accounts

    told = {one.key: one.takes for one in found.by_region()}
    assert told["south-region"] >= 1
    assert told.get("east-region", 0) == 0
