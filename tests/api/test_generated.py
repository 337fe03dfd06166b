"""Generated operations: whatever the schema allows never ends in one of our own mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import schemathesis
from graphql import parse_value
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.programs import address_of, serving

if TYPE_CHECKING:
    from graph.server.connections import Connection

ON_PURPOSE = {"BAD_USER_INPUT", "LIMIT_EXCEEDED", "CHANGES_OFF"}
VALUES = (
    '{op: "end-rule", rule: "branch-accounts"}',
    '{op: "merge-departments", departments: ["south"], into: "central", leaves: [1, null]}',
    '{op: "nothing", deep: [[[{a: 1.5}]]]}',
    "{}",
    "[]",
    '"end-rule"',
    "-7",
    "1e400",
    "true",
)
"""What stands where the schema takes any JSON."""
GENERATED = settings(
    max_examples=5,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.filter_too_much,
        HealthCheck.data_too_large,
    ],
)


@pytest.mark.usefixtures("small_graph")
@pytest.mark.parametrize("options", [[], ["--allow-changes"]], ids=["reading", "changing"])
def test_no_operation_finds_a_mistake_of_ours(connection: Connection, options: list[str]) -> None:
    with serving(connection, *options) as api:
        asked = _asked(f"{address_of(api)}/graphql")

    assert asked > 100


def _asked(address: str) -> int:
    """Send every operation of the schema, generated; return how many."""
    schemathesis.graphql.scalar("JSON", st.sampled_from(VALUES).map(parse_value))
    schema: Any = schemathesis.graphql.from_url(address)
    asked = 0

    for result in schema.get_all_operations():

        @GENERATED
        @given(case=result.ok().as_strategy())
        def sent(case: Any) -> None:
            nonlocal asked
            answer = case.call()
            asked += 1
            assert answer.status_code == 200, case.body
            for error in answer.json().get("errors", []):
                assert error["extensions"]["code"] in ON_PURPOSE, case.body

        sent()

    return asked
