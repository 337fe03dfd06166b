"""Answers about every account of a drawn organization, each resolved by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.changes import outcome
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from tests.unit.reorganization.drawing import DAY

if TYPE_CHECKING:
    from graph.model.keys import AccountKey
    from graph.model.vocabularies import Function
    from graph.ownership.changes import Outcome
    from graph.reorganization.organizations import Organization
    from tests.unit.reorganization.drawing import Drawn

    Answers = dict[tuple[AccountKey, Function], Outcome]


def answers(drawn: Drawn, state: Organization) -> Answers:
    """Resolve every account by itself, without cells."""
    resolver = Resolver(state.book())
    functions = {one.function for one in (*state.rules.values(), *state.exceptions.values())}
    functions |= set(drawn.base.resolver.book.functions)
    return {
        (account, function): outcome(resolver.answer(facts, function, DAY, account))
        for account, facts in facts_of_plan(drawn.plan).items()
        for function in functions
    }
