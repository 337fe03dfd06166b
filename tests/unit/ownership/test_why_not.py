"""Why a department does not own: one example of each kind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from graph.model.intervals import Interval
from graph.model.keys import DepartmentKey
from graph.model.rules import AssignmentRule, Conditions, NamedException
from graph.model.vocabularies import Function
from graph.ownership.answers import Ground
from graph.ownership.conditions import Dimension
from graph.ownership.facts import facts_of_plan
from graph.ownership.resolutions import Resolver
from graph.ownership.why_not import Question, WhyNot, WhyNotKind, why_not
from tests.unit.ownership.example import (
    BRANCH,
    DAY,
    ENERGY,
    HUBEI,
    NAMED,
    OTHER,
    PLAN,
    UNIT,
    WUHAN,
    book,
    exception,
    rule,
)

STRATEGIC = DepartmentKey("strategic")
OWN = rule("own", NAMED)
ELSEWHERE = Conditions(level_from=1, level_to=1)


def asked(department: str, *sources: AssignmentRule | NamedException) -> WhyNot:
    question = Question(
        facts=facts_of_plan(PLAN)[UNIT],
        department=DepartmentKey(department),
        function=Function.SALES,
        day=DAY,
        account=UNIT,
    )
    return why_not(Resolver(book(*sources)), question)


@pytest.mark.parametrize(
    ("department", "sources", "kind"),
    [
        ("strategic", [OWN], WhyNotKind.IS_OWNER),
        (
            "strategic",
            [rule("own", NAMED, HUBEI), rule("b", OTHER, ENERGY)],
            WhyNotKind.IS_CANDIDATE,
        ),
        ("nowhere", [OWN], WhyNotKind.DEPARTMENT_UNKNOWN),
        ("strategic", [OWN, rule("other", OTHER, WUHAN)], WhyNotKind.BEATEN),
        ("strategic", [OWN, exception("named", "other")], WhyNotKind.BEATEN),
        (
            "strategic",
            [replace(OWN, validity=Interval(date(2027, 1, 1), None))],
            WhyNotKind.NOT_VALID,
        ),
        ("idle/vip", [rule("branch", BRANCH)], WhyNotKind.ELSEWHERE),
        ("strategic", [rule("own", NAMED, ELSEWHERE)], WhyNotKind.CONDITION_FAILS),
        ("other", [OWN], WhyNotKind.NO_RULE),
    ],
)
def test_each_kind(
    department: str, sources: list[AssignmentRule | NamedException], kind: WhyNotKind
) -> None:
    assert asked(department, *sources).kind is kind


def test_the_rule_that_lost_is_told_with_what_decided() -> None:
    told = asked("strategic", OWN, rule("other", OTHER, WUHAN))

    [beaten] = told.beaten
    assert (beaten.rule, beaten.ground) == ("own", Ground.MORE_CONDITIONS)
    assert told.answer.owner is not None
    assert told.answer.owner.department == "other"


def test_the_nearest_rule_is_told_with_what_fails() -> None:
    told = asked("strategic", rule("own", NAMED, ELSEWHERE))

    [nearest] = told.nearest
    assert nearest.rule == "own"
    assert nearest.failing == (Dimension.LEVEL,)
