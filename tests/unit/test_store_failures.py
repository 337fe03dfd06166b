"""The driver's errors as ours."""

from __future__ import annotations

import pytest
from neo4j.exceptions import Neo4jError

from graph.errors import Conflict, StoreTooSmall
from graph.store.failures import translated

OUT_OF_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
DEADLOCK = "Neo.TransientError.Transaction.DeadlockDetected"


def _error(code: str) -> Neo4jError:
    made = Neo4jError._hydrate_neo4j  # noqa: SLF001  # pyright: ignore[reportPrivateUsage]
    return made(code=code, message="it says so")


def test_too_little_memory_is_told_with_the_setting_to_raise() -> None:
    with pytest.raises(StoreTooSmall, match="ORGATLAS_HEAP=2g") as told, translated():
        raise _error(OUT_OF_MEMORY)

    assert "it says so" in str(told.value)


def test_a_passing_failure_may_be_tried_again() -> None:
    with pytest.raises(Conflict, match="try again"), translated():
        raise _error(DEADLOCK)
