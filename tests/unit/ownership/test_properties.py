"""What must hold of every organization, whatever its rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from hypothesis import assume, given
from hypothesis import strategies as st

from graph.model.intervals import ALWAYS
from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey, RuleKey
from graph.model.rules import AssignmentRule, Conditions, NamedException, NamedTarget
from graph.model.vocabularies import Role
from graph.ownership.books import RuleBook
from graph.ownership.conditions import failing, is_strictly_narrower, score
from graph.ownership.resolutions import Resolver, resolve
from graph.ownership.segments import cut
from graph.ownership.timelines import Timelines
from tests.unit.ownership.reference import Verdict, holds, verdict
from tests.unit.ownership.worlds import (
    ASKED_DAYS,
    FUNCTIONS,
    INDUSTRIES,
    TERRITORIES,
    World,
    conditions,
    pairs,
    worlds,
)

if TYPE_CHECKING:
    from datetime import date
    from random import Random

    from graph.ownership.answers import Answer, Assignment

T = TypeVar("T")

days = st.sampled_from(ASKED_DAYS)


def source(assignment: Assignment) -> tuple[str, str]:
    return assignment.department, assignment.rule or assignment.exception or ""


def shortened(answer: Answer) -> Verdict:
    return Verdict(
        answer.status,
        source(answer.owner) if answer.owner else None,
        frozenset(source(one) for one in answer.supporters),
        frozenset(one.department for one in answer.candidates),
    )


@given(worlds(), days)
def test_every_account_gets_the_reference_answer(world: World, day: date) -> None:
    resolver = Resolver(world.book)

    for account, facts in world.accounts.items():
        for function in FUNCTIONS:
            answer = resolver.answer(facts, function, day, account)
            assert shortened(answer) == verdict(world.book, facts, function, day, account)


@given(worlds(), days)
def test_a_segment_answers_as_each_of_its_accounts_does(world: World, day: date) -> None:
    segmentation = cut(world.book, world.accounts)

    answers = resolve(world.book, segmentation.segments, day)

    for account, facts in world.accounts.items():
        for function, answer in answers[segmentation.of_account[account]].items():
            assert shortened(answer) == verdict(world.book, facts, function, day, None)


@given(worlds(), days, st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(world: World, day: date, random: Random) -> None:
    book = world.book
    turned = replace(
        book,
        departments=shuffled(book.departments, random),
        coverages=shuffled(book.coverages, random),
        rules=shuffled(book.rules, random),
        exceptions=shuffled(book.exceptions, random),
        industries=shuffled(book.industries, random),
        territories=shuffled(book.territories, random),
    )
    accounts = dict(shuffled(tuple(world.accounts.items()), random))

    one = cut(book, world.accounts)
    other = cut(turned, accounts)

    assert one == other
    assert resolve(book, one.segments, day) == resolve(turned, other.segments, day)
    before, after = Resolver(book), Resolver(turned)
    for account, facts in accounts.items():
        assert before.answers(facts, None, day, account) == after.answers(facts, None, day, account)


@given(worlds(), days, conditions(), st.data())
def test_a_rule_that_matches_nothing_changes_nothing(
    world: World, day: date, asked: Conditions, data: st.DataObject
) -> None:
    assume(world.book.rules)
    like = data.draw(st.sampled_from(world.book.rules))
    if any(holds(asked, facts) for facts in world.accounts.values()):
        asked = replace(asked, customers=frozenset({AccountKey("of-nobody")}))
    rule = AssignmentRule(
        key=RuleKey("idle"),
        name="idle",
        function=like.function,
        role=like.role,
        conditions=asked,
        target=NamedTarget(DepartmentKey("hq")),
        priority=9,
    )
    book = replace(world.book, rules=(*world.book.rules, rule))

    before, after = Resolver(world.book), Resolver(book)

    for account, facts in world.accounts.items():
        assert before.answers(facts, None, day, account) == after.answers(facts, None, day, account)


@given(worlds(), days, st.data())
def test_an_exception_affects_its_account_only(
    world: World, day: date, data: st.DataObject
) -> None:
    chosen: AccountKey = data.draw(st.sampled_from(sorted(world.accounts)))
    rule = data.draw(st.sampled_from(world.book.rules)) if world.book.rules else None
    assume(rule is not None)
    assert rule is not None
    exception = NamedException(
        key=ExceptionKey("chosen"),
        name="chosen",
        account=chosen,
        function=rule.function,
        role=rule.role,
        department=DepartmentKey("hq"),
        reason="agreed",
    )
    book = replace(world.book, exceptions=(*world.book.exceptions, exception))

    before, after = Resolver(world.book), Resolver(book)

    assert cut(world.book, world.accounts) == cut(book, world.accounts)
    for account, facts in world.accounts.items():
        changed = after.answers(facts, None, day, account)
        if account == chosen:
            assert changed[rule.function] == after.answer(facts, rule.function, day, chosen)
            changed.pop(rule.function)
        for function, answer in changed.items():
            assert answer == before.answer(facts, function, day, account)


@given(worlds(), st.data())
def test_a_timeline_says_on_each_day_what_the_resolver_says(
    world: World, data: st.DataObject
) -> None:
    account = data.draw(st.sampled_from(sorted(world.accounts)))
    facts = world.accounts[account]
    resolver = Resolver(world.book)

    spans = tuple(Timelines(resolver).of(facts, account))

    for day in ASKED_DAYS:
        told = {
            (span.function, span.role, span.department, span.rule, span.exception, span.validity)
            for span in spans
            if span.validity.contains(day)
        }
        held = {
            (one.function, one.role, one.department, one.rule, one.exception, one.validity)
            for answer in Resolver(world.book).answers(facts, None, day, account).values()
            for one in (*((answer.owner,) if answer.owner else ()), *answer.supporters)
        }
        assert told == held


@given(worlds(), st.data())
def test_equal_neighbours_in_a_timeline_are_one_span(world: World, data: st.DataObject) -> None:
    account = data.draw(st.sampled_from(sorted(world.accounts)))

    spans = tuple(Timelines(Resolver(world.book)).of(world.accounts[account], account))

    for one in spans:
        assert not one.validity.is_empty()
        for other in spans:
            if replace(one, validity=other.validity) == other and one is not other:
                assert one.validity.until is None or one.validity.until != other.validity.start
                assert not one.validity.overlaps(other.validity)


@given(conditions().flatmap(pairs))
def test_a_strictly_narrower_rule_never_scores_less(pair: tuple[Conditions, Conditions]) -> None:
    book = RuleBook(industries=INDUSTRIES, territories=TERRITORIES)
    narrow, broad = pair
    assume(is_strictly_narrower(narrow, broad, book))

    assert score(ruled("narrow", narrow), book) >= score(ruled("broad", broad), book)


@given(worlds(), conditions().flatmap(pairs), days)
def test_a_strictly_narrower_rule_of_equal_priority_beats_the_broader(
    world: World, pair: tuple[Conditions, Conditions], day: date
) -> None:
    narrow, broad = pair
    rules = (ruled("narrow", narrow), ruled("broad", broad))
    hq = replace(world.book.department_by_key[DepartmentKey("hq")], validity=ALWAYS)
    others = (one for one in world.book.departments if one.key != "hq")
    book = replace(world.book, departments=(hq, *others), rules=rules, exceptions=())
    assume(is_strictly_narrower(narrow, broad, book))
    resolver = Resolver(book)

    for account, facts in world.accounts.items():
        if holds(narrow, facts):
            owner = resolver.answer(facts, FUNCTIONS[0], day, account).owner
            assert owner is not None
            assert owner.rule == "narrow"


@given(worlds())
def test_the_index_agrees_with_conditions_looked_at_one_by_one(world: World) -> None:
    index = Resolver(world.book).index

    for facts in world.accounts.values():
        found = {rule.key for rule, _ in index.ranked(index.matching(facts) & index.mask(bool))}
        assert found == {
            rule.key for rule in world.book.rules if not failing(rule.conditions, facts)
        }


def shuffled(values: tuple[T, ...], random: Random) -> tuple[T, ...]:
    return tuple(random.sample(values, len(values)))


def ruled(key: str, asked: Conditions) -> AssignmentRule:
    return AssignmentRule(
        key=RuleKey(key),
        name=key,
        function=FUNCTIONS[0],
        role=Role.OWNER,
        conditions=asked,
        target=NamedTarget(DepartmentKey("hq")),
    )
