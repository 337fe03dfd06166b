"""Documents of operations: back and forth without loss, and the same one for the same operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from graph.errors import ModelError
from graph.queries.scenarios import digest_of
from graph.reorganization.documents import document_of, operation_of, scenario_of
from tests.unit.reorganization.drawing import scenarios

if TYPE_CHECKING:
    from tests.unit.reorganization.drawing import Drawn


@given(scenarios())
def test_a_document_of_an_operation_gives_it_back(drawn: Drawn) -> None:
    for number, operation in enumerate(drawn.operations, start=1):
        document = document_of(operation)

        assert operation_of(document, number) == operation
        assert "why" not in document


def test_what_has_no_order_is_the_same_document_and_draft() -> None:
    merge = {"op": "merge-departments", "departments": ["a"], "into": "b"}
    fields = {"key": "one", "name": "One", "author": "Ann", "effective": "2026-04-01"}
    drafts = [
        scenario_of({**fields, "base": base, "operations": [{**merge, "leaves": leaves}]})
        for base, leaves in ((1, ["x", "y", "z"]), (2, ["z", "x", "y"]))
    ]

    documents = [document_of(one.operations[0]) for one in drafts]

    assert documents == [{**merge, "leaves": ["x", "y", "z"]}] * 2
    assert digest_of(drafts[0]) == digest_of(drafts[1])


def test_other_capacities_are_another_draft_and_none_are_as_before_any_could_be_stated() -> None:
    fields = {"key": "one", "name": "One", "author": "Ann", "effective": "2026-04-01"}
    stated: tuple[dict[str, int], ...] = ({}, {"sales": 40}, {"sales": 41})
    before = "2e30216ea395c857bd4fae489b9bb105"

    found = [digest_of(scenario_of({**fields, "capacities": one})) for one in stated]

    assert digest_of(scenario_of(fields)) == found[0] == before
    assert len({*found}) == len(stated)


@pytest.mark.parametrize("capacity", [0, -1, 4.5, True, None, "many", 10**9, [40]])
def test_a_capacity_that_is_no_positive_whole_number_is_told(capacity: object) -> None:
    fields = {"key": "one", "name": "One", "author": "Ann", "effective": "2026-04-01"}

    with pytest.raises(ModelError) as refused:
        scenario_of({**fields, "capacities": {"sales": capacity}})

    [problem] = refused.value.problems
    assert (problem.row, problem.field) == (0, "capacities.sales")
    assert problem.what == "it is no number of accounts that one person can serve"
    assert problem.remedy == "write a whole number from 1 to 999999999, without a unit"


def test_a_capacity_for_what_is_no_function_is_told() -> None:
    fields = {"key": "one", "name": "One", "author": "Ann", "effective": "2026-04-01"}

    with pytest.raises(ModelError) as refused:
        scenario_of({**fields, "capacities": {"slaes": 40}})

    [problem] = refused.value.problems
    assert (problem.field, problem.remedy) == ("capacities.slaes", "did you mean “sales”?")
