"""The plan of seed/plans says what the deck says, and its account book has what the demo shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from itertools import product
from typing import TYPE_CHECKING

import pytest

from graph.model.entities import Entity
from graph.model.keys import AccountKey, DepartmentKey
from graph.model.vocabularies import (
    Certainty,
    DepartmentKind,
    Function,
    Kind,
    ResponsibilityRole,
    SplitBasis,
    StrategyKind,
)
from graph.ownership.answers import Answer, Ground, Status, Via
from graph.ownership.books import RuleBook
from graph.ownership.explanations import text
from graph.ownership.facts import facts_of_plan
from graph.ownership.phrases import Language
from graph.ownership.resolutions import Resolver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from graph.model.departments import Department
    from graph.model.plans import Plan

NOW = date(2026, 11, 24)

NEW_PRODUCT_FUNCTIONS = (
    Function.SALES,
    Function.RELATIONSHIP,
    Function.DELIVERY,
    Function.PRESALES,
    Function.MARKETING,
    Function.IMPLEMENTATION,
)
"""All that the deck gives the department for new products, which is all but development."""

INDUSTRY_STEPS = {
    1: "行业市场分析",
    2: "行业战略客户或原型客户项目的交付",
    3: "行业产品的形成",
    4: "行业样板用户的形成",
    5: "行业方案、活动模板、资料及销售工具",
    6: "行业伙伴的合作",
    7: "行业实施方法论或项目交付流程和管理",
    8: "行业销售支持流程",
    9: "行业目标客户群及井田划分",
    10: "行业销售的规模进行",
}
ACCOUNT_STEPS = {
    1: "战略大客户的分析与选择",
    2: "伙伴的合作",
    3: "战略大客户项目的专项开发和交付",
    4: "整个客户体系的项目交付协作流程和管理",
    5: "客户体系内下级单位的销售支持流程、工具、方案",
    6: "下级单位的销售归属划分及分利原则",
    7: "关系维系、后继销售、下级单位的销售进行",
}


@pytest.fixture(scope="session")
def ask(real_plan: Plan) -> Callable[[str, Function, date], Answer]:
    resolver = Resolver(RuleBook.from_plan(real_plan))
    facts = facts_of_plan(real_plan)

    def answer(account: str, function: Function, day: date) -> Answer:
        key = AccountKey(account)
        return resolver.answer(facts[key], function, day, key)

    return answer


def entities(plan: Plan) -> Iterator[Entity]:
    for one in fields(plan):
        value = getattr(plan, one.name)
        if isinstance(value, Sequence):
            for entity in value:  # pyright: ignore[reportUnknownVariableType]
                if isinstance(entity, Entity):
                    yield entity


def names_inside(plan: Plan, unit: str) -> set[str]:
    return {one.name for one in inside(plan, unit)}


def inside(plan: Plan, unit: str) -> list[Department]:
    return [one for one in plan.departments if one.key.startswith(f"{unit}/")]


def parties(plan: Plan, step: str) -> set[tuple[str, ResponsibilityRole]]:
    """Who does a step, with 华中大区 and 武汉分公司 standing for all regions and branches."""
    return {
        (party.department, party.role)
        for one in plan.responsibilities
        if one.step == step
        for party in one.parties
        if not party.department.split("/")[0].endswith(("-region", "-branch"))
        or party.department.startswith(("central-region", "wuhan-branch"))
    }


def test_every_fact_has_its_source(real_plan: Plan) -> None:
    inside = {*real_plan.template_departments, *real_plan.template_posts}
    facts = [one for one in entities(real_plan) if one not in real_plan.sources]
    facts = [one for one in facts if one not in inside]

    assert [one.key for one in facts if not one.sources] == []


def test_sources_of_the_deck_and_of_the_book_are_told_apart(real_plan: Plan) -> None:
    invented = {one.key for one in real_plan.sources if one.illustrative}
    facts = [one for one in entities(real_plan) if one not in real_plan.sources]

    assert invented
    assert [one.key for one in facts if not one.illustrative and invented & {*one.sources}] == []
    assert {one.document for one in real_plan.sources if one.illustrative} == {"示例客户簿"}


def test_every_answer_says_where_its_rule_or_exception_is_stated(real_plan: Plan) -> None:
    book = RuleBook.from_plan(real_plan)
    resolver = Resolver(book)
    facts = facts_of_plan(real_plan)
    days = [NOW, date(2026, 3, 1), date(2027, 4, 1)]

    explained = [
        assignment.explanation
        for key, function, day in product(facts, Function, days)
        for answer in (resolver.answer(facts[key], function, day, key),)
        for assignment in (answer.owner, *answer.supporters)
        if assignment is not None
    ]

    decided = {one.exception for one in explained} - {None}
    assert decided == {one.key for one in real_plan.exceptions if one.department}
    for explanation in {(one.rule, one.exception): one for one in explained}.values():
        assert "Stated in: " in text(explanation, Language.EN, book)
        assert "出处：" in text(explanation, Language.ZH, book)


def test_every_name_of_the_deck_is_there_in_english_too(real_plan: Plan) -> None:
    assert [one.key for one in entities(real_plan) if not one.name_en] == []


@pytest.mark.parametrize(
    ("strategy", "steps", "conditional"),
    [
        ("industry-strategy", INDUSTRY_STEPS, {3, 6}),
        ("strategic-account-strategy", ACCOUNT_STEPS, {2}),
    ],
)
def test_steps_are_in_the_order_of_their_numbers(
    real_plan: Plan, strategy: str, steps: dict[int, str], conditional: set[int]
) -> None:
    found = [one for one in real_plan.steps if one.strategy == strategy]

    assert {one.ordinal: one.name for one in found} == steps
    assert {one.ordinal for one in found if one.condition} == conditional


def test_both_strategies_have_a_purpose(real_plan: Plan) -> None:
    purposes = {
        one.key: bool(one.purpose and one.purpose_en)
        for one in real_plan.strategies
        if one.kind is StrategyKind.STRATEGY
    }

    assert purposes == {"industry-strategy": True, "strategic-account-strategy": True}


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("industry-strategy/1", {"strategic-marketing", "corporate-planning"}),
        ("industry-strategy/9", {"central-region/vip", "wuhan-branch/accounts"}),
        ("industry-strategy/10", {"central-region/vip", "wuhan-branch/accounts"}),
        ("industry-strategy-simplified/2", {"central-region/implementation"}),
        ("industry-strategy-simplified/3", {"central-region/vip", "wuhan-branch/accounts"}),
        ("industry-strategy-simplified/4", {"central-region/vip", "wuhan-branch/accounts"}),
        ("strategic-account-strategy/1", {"strategic-accounts"}),
        ("strategic-account-strategy/2", {"partners", "strategic-accounts"}),
        ("strategic-account-strategy/5", {"strategic-accounts"}),
        ("strategic-account-strategy/6", {"sales-support"}),
        (
            "strategic-account-strategy/7",
            {"strategic-accounts", "central-region/vip", "wuhan-branch/accounts"},
        ),
    ],
)
def test_steps_are_done_by_whom_the_deck_names(
    real_plan: Plan, step: str, expected: set[str]
) -> None:
    assert parties(real_plan, step) == {
        (department, ResponsibilityRole.RESPONSIBLE) for department in expected
    }


def test_departments_work_together_on_events(real_plan: Plan) -> None:
    sellers = {"strategic-accounts", "central-region/vip", "wuhan-branch/accounts"}

    assert parties(real_plan, "sales-activities/1") == {
        (one, ResponsibilityRole.INVITES) for one in sellers
    }
    assert parties(real_plan, "sales-activities/2") == {
        ("central-region/marketing", ResponsibilityRole.ORGANIZES)
    }
    assert parties(real_plan, "sales-activities/3") == {
        ("strategic-accounts", ResponsibilityRole.PLANS),
        ("strategic-accounts", ResponsibilityRole.SPEAKS),
    }
    assert parties(real_plan, "sales-activities/4") == {
        (one, ResponsibilityRole.FOLLOWS_UP) for one in sellers
    }


def test_headquarters_is_as_the_deck_says(real_plan: Plan) -> None:
    division = {one.name for one in real_plan.departments if one.parent == "key-accounts-division"}
    others = {one.name for one in real_plan.departments if one.parent == "headquarters"}

    assert division == {"行业客户部", "战略大客户部", "行业及大客户支持部", "新产品业务部"}
    assert others >= {"行业及大客户本部", "战略市场部", "企业规划与管理部", "伙伴部", "销售支持部"}


def test_each_region_and_branch_has_the_departments_of_its_template(real_plan: Plan) -> None:
    of_kind = {
        kind: [one for one in real_plan.departments if one.kind is kind]
        for kind in (DepartmentKind.REGION, DepartmentKind.BRANCH)
    }
    region = [
        "行业及大客户部",
        "行业推广应用部",
        "VIP客户部",
        "大项目部",
        "售前支持部",
        "市场部",
        "实施部",
    ]
    branch = ["销售部", "行业及大客户部", "常规销售部", "售前支持部"]

    for unit in of_kind[DepartmentKind.REGION]:
        assert names_inside(real_plan, unit.key) == {f"{unit.name} {name}" for name in region}
    for unit in of_kind[DepartmentKind.BRANCH]:
        assert names_inside(real_plan, unit.key) == {f"{unit.name} {name}" for name in branch}


def test_each_branch_has_the_posts_the_deck_names(real_plan: Plan) -> None:
    deck = {
        "accounts": {"行业SALES/经理", "VIP客户经理", "大项目项目经理"},
        "regular": {"区域井田SALES"},
        "presales": {"顾问"},
    }
    branches = [one for one in real_plan.departments if one.kind is DepartmentKind.BRANCH]

    for branch, slot in product(branches, deck):
        posts = [one for one in real_plan.posts if one.department == f"{branch.key}/{slot}"]
        assert {one.name for one in posts} == {f"{branch.name} {name}" for name in deck[slot]}
        assert {one.sources for one in posts} == {("deck-branch",)}


def test_industries_are_those_the_deck_names(real_plan: Plan) -> None:
    assert {one.name for one in real_plan.industries} == {
        "烟草",
        "电力",
        "建筑地产",
        "传媒",
        "钢铁",
    }


@pytest.mark.parametrize(
    ("department", "indicators"),
    [
        (
            "industry-customers",
            {"industry-strategic-customers", "prototype-customers", "vip-customers"}
            | {"direct-revenue"},
        ),
        ("strategic-accounts", {"strategic-customers", "promoted-accounts", "account-revenue"}),
        ("key-accounts-support", {"reference-customers", "organized-revenue"}),
        ("new-products", {"prototype-customers", "reference-customers", "direct-revenue"}),
        ("central-region/industry", {"reference-customers", "organized-revenue"}),
        ("central-region/vip", {"direct-revenue"}),
        ("central-region/large-projects", {"direct-revenue"}),
        ("central-region/presales", {"supported-revenue"}),
        ("wuhan-branch/accounts", {"direct-revenue"}),
        ("wuhan-branch/regular", {"direct-revenue"}),
        ("wuhan-branch/presales", {"supported-revenue"}),
    ],
)
def test_departments_are_measured_as_the_deck_says(
    real_plan: Plan, department: str, indicators: set[str]
) -> None:
    found = {one.indicator for one in real_plan.targets if one.department == department}

    assert found == indicators


@pytest.mark.parametrize(
    ("department", "resource"),
    [
        ("industry-customers", "sales"),
        ("strategic-accounts", "sales"),
        ("key-accounts-support", "consulting"),
        ("central-region/industry", "consulting"),
        ("central-region/vip", "sales"),
        ("central-region/large-projects", "sales"),
        ("central-region/presales", "consulting"),
    ],
)
def test_departments_have_the_resources_the_deck_says(
    real_plan: Plan, department: str, resource: str
) -> None:
    found = next(one for one in real_plan.departments if one.key == department)

    assert [str(one) for one in found.resources] == [resource]


def test_whether_headquarters_implements_is_an_open_question(real_plan: Plan) -> None:
    asked = {one.name: {about.key for about in one.about} for one in real_plan.open_questions}

    assert asked["行业客户部是否拥有实施资源？"] == {"industry-customers"}
    assert asked["战略大客户部是否拥有实施资源？"] == {"strategic-accounts"}


def test_only_counts_without_a_question_mark_are_numbers(real_plan: Plan) -> None:
    numbers = {str(one.key): one.value for one in real_plan.targets if one.value is not None}

    assert numbers == {"industry-strategic-customers-built": 1, "prototype-customers-won": 1}


def test_question_marks_stay_unknown(real_plan: Plan) -> None:
    targets = {str(one.key): one for one in real_plan.targets}

    def told(key: str) -> tuple[object, Certainty, str | None]:
        return targets[key].value, targets[key].certainty, targets[key].as_written

    assert told("strategic-customers-built") == (None, Certainty.UNCERTAIN, "20?")
    assert told("industry-vip-customers") == (None, Certainty.UNKNOWN, "?")
    assert targets["prototype-customers-won"].value == 1
    assert targets["industry-direct-revenue"].value is None


def test_sharing_is_named_and_its_shares_are_open(real_plan: Plan) -> None:
    split = next(one for one in real_plan.splits if one.key == "joint-projects")
    asked = {
        (about.kind.value, about.key) for one in real_plan.open_questions for about in one.about
    }

    assert (split.basis, split.shares) == (SplitBasis.UNKNOWN, ())
    assert ("RevenueSplit", "joint-projects") in asked


def test_the_account_book_is_marked_illustrative(real_plan: Plan) -> None:
    accounts = [*real_plan.customers, *real_plan.subsidiaries, *real_plan.people, *real_plan.posts]

    assert all(one.illustrative for one in accounts)
    assert not any(one.illustrative for one in real_plan.rules)


def test_the_account_book_is_large_enough(real_plan: Plan) -> None:
    kinds = [one.kind for one in real_plan.departments]

    assert kinds.count(DepartmentKind.REGION) >= 6
    assert kinds.count(DepartmentKind.BRANCH) >= 25
    assert len(real_plan.customers) == 12
    assert len(real_plan.subsidiaries) >= 250
    assert {one.level for one in real_plan.subsidiaries} == {2, 3}
    assert {one.industry for one in real_plan.customers} == {
        one.key for one in real_plan.industries
    }


@pytest.mark.parametrize(
    ("account", "function", "owner"),
    [
        ("grid-hubei", Function.SALES, "central-region/vip"),
        ("grid-hubei", Function.RELATIONSHIP, "strategic-accounts"),
        ("grid-hubei", Function.MARKETING, "central-region/marketing"),
        ("grid-hubei", Function.IMPLEMENTATION, "central-region/implementation"),
        ("grid-wuhan", Function.SALES, "wuhan-branch/accounts"),
        ("grid", Function.SALES, "strategic-accounts"),
        ("huazhang-hangzhou", Function.SALES, "new-products"),
        ("yunling-guiyang", Function.SALES, "southwest-region/large-projects"),
        ("hengyuan-jiangsu", Function.SALES, "east-region/vip"),
        ("qingneng-chengdu", Function.RELATIONSHIP, "industry-customers"),
        ("huazhang-wuhan", Function.SALES, "wuhan-branch/accounts"),
        ("huazhang-wuhan", Function.RELATIONSHIP, "wuhan-branch/accounts"),
        ("huazhang-xian", Function.SALES, "xian-branch/regular"),
        ("yunling-chengdu", Function.SALES, "chengdu-branch/accounts"),
        ("yunling-chengdu", Function.RELATIONSHIP, "chengdu-branch/regular"),
    ],
)
def test_accounts_are_owned_as_the_deck_says(
    ask: Callable[[str, Function, date], Answer], account: str, function: Function, owner: str
) -> None:
    answer = ask(account, function, NOW)

    assert answer.owner is not None
    assert answer.owner.department == DepartmentKey(owner)


@pytest.mark.parametrize("function", NEW_PRODUCT_FUNCTIONS)
def test_a_new_product_is_sold_and_all_else_by_its_own_department(
    ask: Callable[[str, Function, date], Answer], function: Function
) -> None:
    answer = ask("huazhang-hangzhou", function, NOW)

    [assignment] = (answer.owner,) if answer.owner else answer.supporters
    assert assignment.department == "new-products"


def test_what_the_deck_leaves_open_about_new_products_stands_beside_the_rule(
    real_plan: Plan,
) -> None:
    functions = next(one for one in real_plan.departments if one.key == "new-products").functions
    asked = {(about.kind, about.key) for one in real_plan.open_questions for about in one.about}

    assert set(functions) == set(NEW_PRODUCT_FUNCTIONS)
    assert (Kind.ASSIGNMENT_RULE, "new-product-sales") in asked


def test_a_second_level_unit_is_supported_as_the_deck_says(
    ask: Callable[[str, Function, date], Answer],
) -> None:
    def supporters(function: Function) -> list[str]:
        return [one.department for one in ask("grid-hubei", function, NOW).supporters]

    assert supporters(Function.PRESALES) == ["central-region/presales"]
    assert supporters(Function.SALES_SUPPORT) == ["sales-support"]
    assert supporters(Function.MARKETING) == ["strategic-accounts"]


def test_the_region_beats_the_branch_by_being_more_specific(
    ask: Callable[[str, Function, date], Answer],
) -> None:
    owner = ask("grid-hubei", Function.SALES, NOW).owner

    assert owner is not None
    [beaten] = owner.explanation.beaten
    assert (beaten.rule, beaten.ground) == ("branch-vip-sales", Ground.MORE_CONDITIONS)
    assert beaten.departments == ("wuhan-branch/accounts",)
    assert owner.explanation.sources == ("deck-region",)


def test_an_explanation_calls_a_specialty_by_its_name(
    ask: Callable[[str, Function, date], Answer], real_plan: Plan
) -> None:
    book = RuleBook.from_plan(real_plan)
    owner = ask("grid-hubei", Function.SALES, NOW).owner

    assert owner is not None
    english = text(owner.explanation, Language.EN, book)
    chinese = text(owner.explanation, Language.ZH, book)
    assert "this is its department for “VIP accounts (VIP客户)”." in english
    assert "该部门是其中负责“VIP客户（VIP accounts）”的部门。" in chinese


def test_a_unit_without_the_specialty_is_told_with_its_name(real_plan: Plan) -> None:
    without = [one for one in real_plan.departments if one.key != "central-region/vip"]
    book = RuleBook.from_plan(replace(real_plan, departments=tuple(without)))
    key = AccountKey("grid-hubei")
    answer = Resolver(book).answer(facts_of_plan(real_plan)[key], Function.SALES, NOW, key)

    assert answer.owner is not None
    english = text(answer.owner.explanation, Language.EN, book)
    chinese = text(answer.owner.explanation, Language.ZH, book)
    assert "has no department for “VIP accounts (VIP客户)” on that day" in english
    assert "当日没有负责“VIP客户（VIP accounts）”的部门" in chinese


def test_every_department_that_answers_has_a_post_and_some_posts_are_vacant(
    ask: Callable[[str, Function, date], Answer], real_plan: Plan
) -> None:
    answers = [
        ask(one.key, function, NOW)
        for one in (*real_plan.customers, *real_plan.subsidiaries)
        for function in Function
    ]
    answering = {one.owner.department for one in answers if one.owner is not None}
    answering |= {supporter.department for one in answers for supporter in one.supporters}
    held = {one.post for one in real_plan.holdings}

    assert answering <= {one.department for one in real_plan.posts}
    assert {one.key for one in real_plan.posts} - held


def test_one_name_matches_several_accounts(real_plan: Plan) -> None:
    accounts = (*real_plan.customers, *real_plan.subsidiaries)

    assert [one.key for one in accounts if "武汉" in one.name and "电网" in one.name] == [
        "grid-wuhan"
    ]
    assert len([one for one in accounts if "电网" in one.name]) == 81


@pytest.mark.parametrize(
    ("account", "status"),
    [
        ("grid-xizang", Status.VACANT),
        ("grid-xinjiang", Status.CONFLICT),
        ("zhongzhu-hotels", Status.DELIBERATELY_VACANT),
    ],
)
def test_the_book_has_one_of_each_trouble(
    ask: Callable[[str, Function, date], Answer], account: str, status: Status
) -> None:
    assert ask(account, Function.SALES, NOW).status is status


@pytest.mark.parametrize(
    ("account", "last_day", "excepted", "afterwards"),
    [
        ("grid-guangdong", date(2026, 6, 30), "strategic-accounts", "south-region/vip"),
        ("grid-zhejiang", date(2027, 3, 31), "hangzhou-branch/accounts", "east-region/vip"),
    ],
)
def test_an_exception_ends_on_its_day(
    ask: Callable[[str, Function, date], Answer],
    account: str,
    last_day: date,
    excepted: str,
    afterwards: str,
) -> None:
    last = ask(account, Function.SALES, last_day).owner
    then = ask(account, Function.SALES, last_day.replace(month=last_day.month + 1, day=1)).owner

    assert last is not None
    assert then is not None
    assert (last.department, last.via) == (excepted, Via.EXPLICIT)
    assert (then.department, then.via) == (afterwards, Via.INHERITED)
