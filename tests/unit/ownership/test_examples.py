"""The order of precedence by example: who wins, and what decided."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from graph.model.intervals import Interval
from graph.model.keys import DepartmentKey
from graph.model.rules import Conditions, NamedTarget, RelativeTarget, VacantTarget
from graph.model.vocabularies import Role
from graph.ownership.answers import Ground, Status, Via, Why
from graph.ownership.explanations import answer_text
from graph.ownership.phrases import EN, ZH
from tests.unit.ownership.example import (
    BIG,
    BRANCH,
    ENERGY,
    FROM_SECOND,
    GROUP,
    HUBEI,
    NAMED,
    OTHER,
    POWER,
    REGION,
    STRATEGIC,
    THIRD,
    WUHAN,
    answer,
    book,
    exception,
    rule,
)

ANY = Conditions()
END = date(2026, 9, 1)


@pytest.mark.parametrize(
    ("weaker", "stronger", "ground"),
    [
        pytest.param(ANY, STRATEGIC, Ground.MORE_CONDITIONS, id="one condition beats none"),
        pytest.param(GROUP, replace(WUHAN, tags=BIG.tags), Ground.MORE_CONDITIONS, id="two, one"),
        pytest.param(HUBEI, WUHAN, Ground.DEEPER_NESTING, id="the inner territory"),
        pytest.param(ENERGY, POWER, Ground.DEEPER_NESTING, id="the inner industry"),
        pytest.param(FROM_SECOND, THIRD, Ground.NARROWER, id="fewer levels"),
    ],
)
def test_the_more_specific_rule_wins_in_any_order(
    weaker: Conditions, stronger: Conditions, ground: Ground
) -> None:
    lost, won = rule("lost", OTHER, weaker), rule("won", NAMED, stronger)

    for sources in ((lost, won), (won, lost)):
        owner = answer(*sources).owner
        assert owner is not None
        assert (owner.department, owner.rule, owner.via) == ("strategic", "won", Via.INHERITED)
        assert owner.explanation.ground is ground
        [beaten] = owner.explanation.beaten
        assert (beaten.rule, beaten.departments, beaten.ground) == ("lost", ("other",), ground)


def test_priority_beats_specificity_and_an_exception_beats_priority() -> None:
    specific = rule("specific", OTHER, WUHAN)
    first = rule("first", NAMED, priority=1)
    named = exception("named", "central/vip")

    by_priority = answer(specific, first).owner
    by_name = answer(specific, first, named).owner

    assert by_priority is not None
    assert by_priority.department == "strategic"
    assert by_priority.explanation.ground is Ground.PRIORITY
    assert by_name is not None
    assert (by_name.department, by_name.via, by_name.exception) == (
        "central/vip",
        Via.EXPLICIT,
        "named",
    )
    assert by_name.explanation.ground is Ground.EXCEPTION
    assert {beaten.rule for beaten in by_name.explanation.beaten} == {"specific", "first"}


def test_a_tie_between_departments_is_a_conflict_and_nobody_owns() -> None:
    told = answer(rule("one", NAMED, HUBEI), rule("two", OTHER, ENERGY))

    assert told.status is Status.CONFLICT
    assert told.owner is None
    assert {candidate.department for candidate in told.candidates} == {"strategic", "other"}
    assert told.reason is not None
    assert told.reason.why is Why.TIED


def test_a_tie_that_names_one_department_is_none() -> None:
    told = answer(rule("one", NAMED, HUBEI), rule("two", NAMED, POWER))

    assert told.status is Status.ASSIGNED
    assert told.owner is not None
    assert told.owner.department == "strategic"


def test_supporters_may_be_several() -> None:
    told = answer(
        rule("owner", NAMED),
        rule("one", BRANCH, role=Role.SUPPORTER),
        rule("two", OTHER, role=Role.SUPPORTER),
    )

    assert told.owner is not None
    assert {one.department for one in told.supporters} == {"wuhan/vip", "other"}


@pytest.mark.parametrize(("target", "unit"), [(BRANCH, "wuhan"), (REGION, "central")])
def test_a_relative_target_is_the_department_of_the_covering_unit(
    target: RelativeTarget, unit: str
) -> None:
    owner = answer(rule("relative", target)).owner

    assert owner is not None
    assert owner.department == f"{unit}/vip"
    assert owner.explanation.trace is not None
    assert owner.explanation.trace.unit == unit


def test_no_rule_at_all_is_a_vacancy_that_says_so() -> None:
    told = answer(rule("elsewhere", NAMED, Conditions(level_from=1, level_to=1)))

    assert told.status is Status.VACANT
    assert told.reason is not None
    assert told.reason.why is Why.NO_RULE_MATCHES


def test_nobody_on_purpose_is_not_a_vacancy() -> None:
    by_rule = answer(rule("weak", NAMED), rule("none", VacantTarget("customer insolvent。"), WUHAN))
    by_name = answer(rule("weak", NAMED), exception("none", None))

    assert by_rule.status is by_name.status is Status.DELIBERATELY_VACANT
    assert by_rule.reason is not None
    assert by_rule.reason.vacating[0].rule == "none"


@pytest.mark.parametrize(("day", "owner"), [(END - timedelta(1), "other"), (END, "strategic")])
def test_an_exception_ends_on_the_day_it_names(day: date, owner: str) -> None:
    told = answer(
        rule("rule", NAMED), exception("until", "other", validity=Interval(None, END)), day=day
    )

    assert told.owner is not None
    assert told.owner.department == owner


def test_an_unknown_department_is_no_answer_and_the_next_rule_has_it() -> None:
    gone = rule("gone", NamedTarget(DepartmentKey("gone")), WUHAN)

    told = answer(gone, rule("next", NAMED))

    assert told.owner is not None
    assert told.owner.department == "strategic"


def test_what_a_planner_wrote_ends_with_one_full_stop() -> None:
    named = exception("named", "other")
    empty = rule("none", VacantTarget("客户破产。"))

    for told, sources in ((answer(named), (named,)), (answer(empty), (empty,))):
        for language in (EN, ZH):
            text = answer_text(told, language, book(*sources))
            assert not {"..", "。。", "。.", ".。"} & {text[at : at + 2] for at in range(len(text))}
