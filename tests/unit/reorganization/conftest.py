"""The real plan as a base of scenarios, and the impact of two of its example scenarios."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.reorganization.examples import base_of, example

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import Base


@pytest.fixture(scope="session")
def real_base(real_plan: Plan) -> Base:
    return base_of(real_plan)


@pytest.fixture(scope="session")
def merged(real_base: Base) -> Impact:
    """The Northeast region becomes part of the North."""
    return example(real_base, "merge-regions")


@pytest.fixture(scope="session")
def open_questions(real_base: Base) -> Impact:
    """Implementation of their own for two departments, and presales at headquarters."""
    return example(real_base, "open-questions")
