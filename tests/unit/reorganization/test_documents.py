"""Documents of operations: back and forth without loss, and the same one for the same operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given

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
