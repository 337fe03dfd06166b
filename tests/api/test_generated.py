"""Generated operations: whatever the schema allows never ends in one of our own mistakes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings

from tests.api.servers import address_of, environment, serving

if TYPE_CHECKING:
    import subprocess

__all__ = ["environment", "serving"]

ON_PURPOSE = {"BAD_USER_INPUT", "LIMIT_EXCEEDED"}
GENERATED = settings(
    max_examples=8,
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


def test_no_operation_finds_a_mistake_of_ours(serving: subprocess.Popen[str]) -> None:
    schema: Any = schemathesis.graphql.from_url(f"{address_of(serving)}/graphql")
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

    assert asked > 100
