"""What a change does to owners and supporters, by example."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from graph.model.rules import VacantTarget
from graph.model.vocabularies import Role
from graph.ownership.changes import Group, Side, Turn, changes_of
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from tests.unit.ownership.example import (
    DAY,
    NAMED,
    OTHER,
    PLAN,
    STRATEGIC,
    UNIT,
    book,
    exception,
    rule,
)

if TYPE_CHECKING:
    from graph.model.rules import AssignmentRule, NamedException

FACTS = facts_of_plan(PLAN)[UNIT]
GROUP = Group(before=FACTS, after=FACTS)
NAMED_RULE = rule("named", NAMED, STRATEGIC)
OTHER_RULE = rule("other", OTHER, STRATEGIC)
NOBODY = rule("nobody", VacantTarget("why"), STRATEGIC)
SUPPORT = replace(rule("support", OTHER, STRATEGIC), role=Role.SUPPORTER)


def _side(*sources: AssignmentRule | NamedException) -> Side:
    return Side(Resolver(book(*sources)), DAY)


@pytest.mark.parametrize(
    ("before", "after", "turns"),
    [
        pytest.param([NAMED_RULE], [OTHER_RULE], [Turn.OWNER_CHANGES], id="another owner"),
        pytest.param(
            [NAMED_RULE], [NAMED_RULE, OTHER_RULE], [Turn.CONFLICT_APPEARS], id="a second rule"
        ),
        pytest.param(
            [NAMED_RULE, OTHER_RULE], [OTHER_RULE], [Turn.CONFLICT_VANISHES], id="one rule less"
        ),
        pytest.param([NAMED_RULE], [NOBODY], [Turn.VACANCY_APPEARS], id="nobody, on purpose"),
        pytest.param([NOBODY], [NAMED_RULE], [Turn.VACANCY_VANISHES], id="somebody"),
        pytest.param([NOBODY, OTHER_RULE], [NOBODY], [Turn.VACANCY_APPEARS], id="tie to nobody"),
        pytest.param(
            [NAMED_RULE], [NAMED_RULE, SUPPORT], [Turn.SUPPORTERS_CHANGE], id="a supporter more"
        ),
        pytest.param(
            [NAMED_RULE],
            [OTHER_RULE, SUPPORT],
            [Turn.OWNER_CHANGES, Turn.SUPPORTERS_CHANGE],
            id="both",
        ),
    ],
)
def test_what_becomes_of_a_function(
    before: list[AssignmentRule], after: list[AssignmentRule], turns: list[Turn]
) -> None:
    [change] = changes_of(GROUP, _side(*before), _side(*after))

    assert list(change.turns) == turns


def test_nothing_changes_where_the_answers_stay() -> None:
    renamed = replace(NAMED_RULE, key="another-rule")

    assert changes_of(GROUP, _side(NAMED_RULE), _side(renamed)) == ()


def test_an_exception_changes_its_account_alone() -> None:
    apart = replace(GROUP, account=UNIT)
    after = _side(NAMED_RULE, exception("for-now", OTHER.department))

    assert changes_of(GROUP, _side(NAMED_RULE), after) == ()
    [change] = changes_of(apart, _side(NAMED_RULE), after)
    assert change.turns == (Turn.OWNER_CHANGES,)


def test_a_new_account_that_nobody_owns_is_a_vacancy_and_an_ended_one_is_nothing() -> None:
    [came] = changes_of(Group(before=None, after=FACTS), _side(NAMED_RULE), _side(NOBODY))
    [went] = changes_of(Group(before=FACTS, after=None), _side(NOBODY), _side(NAMED_RULE))

    assert came.turns == (Turn.VACANCY_APPEARS,)
    assert went.turns == ()
