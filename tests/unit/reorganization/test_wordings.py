"""Every message of reorganizations is told in English and Chinese, and each refusal is given."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from graph.model.departments import Coverage, Department, Holding, Post
from graph.model.indicators import RevenueSplit, Target
from graph.model.intervals import Interval
from graph.model.keys import ExceptionKey, SplitKey
from graph.model.patterns import UnitTarget
from graph.model.rules import AssignmentRule, NamedException
from graph.model.strategies import Responsibility
from graph.model.vocabularies import DepartmentKind, Function, ResponsibilityRole
from graph.ownership.phrases import EN, ZH, Language
from graph.reorganization.documents import operation_of
from graph.reorganization.organizations import Part, organization_of
from graph.reorganization.replays import replay
from graph.reorganization.reports.labels import Label
from graph.reorganization.scenarios import OPERATIONS
from graph.reorganization.wordings import belongings, clashing, keys, structures, unplaced
from graph.reorganization.wordings.fields import FIELDS, differing
from graph.reorganization.wordings.messages import OPERATION, Phrase, Wording, places_of

if TYPE_CHECKING:
    from types import ModuleType

    from graph.model.plans import Plan
    from graph.reorganization.organizations import Organization
    from graph.reorganization.wordings.messages import Message

DAY = date(2026, 7, 1)
HAN = re.compile(r"[\u4e00-\u9fff]")
CODE = re.compile(r"[a-z]+(-[a-z]+)*")
OPERATION_PLACE = re.compile(rf"\{{{OPERATION}\[([a-z-]+)\]\}}")
FIELDS_OF_OPERATIONS = frozenset(
    {"to", "from", "rest", "takes", "shares", "role", "department", "priority", "vacant", "within"}
    | {"specialty", "subsidiaries", "where", "successor"}
)
SAMPLES = {
    "key": "a/key",
    "sort": Part.SPLITS,
    "kind": DepartmentKind.BRANCH,
    "other": DepartmentKind.TEAM,
    "function": Function.SALES_SUPPORT,
    "role": ResponsibilityRole.FOLLOWS_UP,
    "thing": Label("a/key", "名称", "A name"),
    "department": Label("b/key", "名称", "A name"),
    "count": 12_345,
    "total": Decimal("12.5"),
    "value": Decimal(10),
    "day": DAY,
    "written": Phrase("nothing", "未填写"),
    "field": Phrase("name", "名称"),
    "before": Phrase("none", "无"),
    "after": Phrase("yes", "是"),
    "reason": keys.NO_RULE(key="c/key"),
    "remedy": Phrase("correct it", "更正"),
    "fields": (clashing.FIELD(field=Phrase("name", "名称")),),
    "parties": (),
    "covering": ("d/key", "e/key"),
}


def _wordings(module: ModuleType) -> list[Wording]:
    return [one for one in vars(module).values() if isinstance(one, Wording)]


REFUSALS = [*_wordings(keys), *_wordings(structures), *_wordings(belongings)]
HELPING = {clashing.FIELD.code, clashing.FIELD_CHANGED.code, unplaced.IN_ROLE.code}
"""Wordings that are only told inside others."""
WORDINGS = [
    *(*REFUSALS, *_wordings(clashing), *_wordings(unplaced)),
    *unplaced.UNPLACED.values(),
]


def _sample(wording: Wording) -> Message:
    return wording(**{name: SAMPLES.get(name, "a/key") for name in wording.places()})


def test_each_code_is_there_once_and_is_made_of_words() -> None:
    codes = [one.code for one in WORDINGS]

    assert len(codes) == len({*codes})
    assert all(CODE.fullmatch(code) for code in codes)


def test_the_documents_list_every_code() -> None:
    text = (Path(__file__).parents[3] / "docs" / "reorganization.md").read_text(encoding="utf-8")
    section = text.partition("\n## Codes\n")[2].partition("\n## ")[0]

    listed = re.findall(r"`([a-z-]+)`[,.]", section)
    assert sorted(listed) == sorted({one.code for one in WORDINGS} - HELPING)


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda one: one.code)
def test_both_languages_tell_the_same_values_and_operations(wording: Wording) -> None:
    assert places_of(wording.en) == places_of(wording.zh)
    named = [
        [sorted(OPERATION_PLACE.findall(text)) for text in (said.what, said.remedy)]
        for said in (wording.en, wording.zh)
    ]
    assert named[0] == named[1]
    assert {op for texts in named[0] for op in texts} <= {*OPERATIONS}


@pytest.mark.parametrize("wording", WORDINGS, ids=lambda one: one.code)
def test_each_is_told_without_leftover_places_in_its_own_language(wording: Wording) -> None:
    message = _sample(wording)
    english, chinese = (
        [message.what(one), *([] if wording.code in HELPING else [message.remedy(one)])]
        for one in (EN, ZH)
    )

    assert all(text and "{" not in text and "}" not in text for text in (*english, *chinese))
    assert not any(HAN.search(text) for text in english)
    assert all(HAN.search(text) for text in chinese)
    words = {word for text in chinese for word in re.findall(r"(?<![\w/-])[a-z]+(?![\w/-])", text)}
    assert words <= FIELDS_OF_OPERATIONS


def test_a_message_with_other_values_is_our_mistake() -> None:
    with pytest.raises(TypeError, match=r"no-such-rule is told with \['key'\]"):
        keys.NO_RULE(name="north")


@pytest.mark.parametrize("language", [EN, ZH])
def test_operations_are_told_by_name_and_in_chinese_by_what_they_do(language: Language) -> None:
    remedy = structures.NO_UNIT(department="partners", kind=DepartmentKind.DEPARTMENT)

    assert (
        remedy.told(language)
        == {
            EN: "partners is a department, no region or branch → use dissolve-department instead",
            ZH: "“partners”是部门，不是大区或分公司 → 改用dissolve-department（撤销部门）",
        }[language]
    )


RULE = {"key": "new", "name": "新", "function": "sales", "assign": {"department": "partners"}}
EXCEPTION = {
    "op": "add-exception",
    "key": "new",
    "name": "新",
    "account": "grid",
    "reason": "试点",
    "function": "sales",
}
UNIT = {
    "op": "open-unit",
    "key": "new",
    "name": "新",
    "template": "region-standard",
    "parent": "headquarters",
}
ACCOUNTS = {
    "op": "transfer-subsidiaries",
    "key": "new",
    "name": "新",
    "to": "partners",
    "functions": ["sales"],
    "reason": "试点",
}
PARTS = [{"department": "partners"}, {"department": "sales-support", "rest": True}]
TARGET = "industry-strategic-customers-built"
DUTY = "strategic-accounts-projects"


def _split(department: str, *parts: dict[str, Any]) -> dict[str, Any]:
    return {"op": "split-department", "department": department, "parts": [*parts]}


def _shares(*shares: tuple[str, str]) -> dict[str, Any]:
    given = [{"department": department, "value": value} for department, value in shares]
    return {"op": "reallocate-target", "target": TARGET, "shares": given}


def _split_of(*shares: dict[str, Any]) -> dict[str, Any]:
    return {"op": "reallocate-split", "split": "shared", "shares": [*shares]}


GIVEN: dict[str, list[dict[str, Any]]] = {
    "no-such-department": [{"op": "rename-department", "department": "no", "name": "新"}],
    "no-such-rule": [{"op": "end-rule", "rule": "no"}],
    "no-such-exception": [{"op": "end-exception", "exception": "no"}],
    "no-such-post": [{"op": "move-posts", "posts": ["no"], "to": "partners"}],
    "no-such-target": [{"op": "reallocate-target", "target": "no", "to": "partners"}],
    "no-such-split": [{"op": "reallocate-split", "split": "no", "shares": [{"percent": 100}]}],
    "no-such-responsibility": [
        {
            "op": "reassign-responsibility",
            "responsibility": "no",
            "from": "partners",
            "to": "sales-support",
        }
    ],
    "no-such-account": [{**EXCEPTION, "account": "no"}],
    "no-such-industry": [{"op": "add-rule", **RULE, "when": {"industries": ["no"]}}],
    "no-such-territory": [{**UNIT, "territories": ["no"]}],
    "no-such-specialty": [
        {"op": "change-department", "department": "partners", "specialties": ["no"]}
    ],
    "no-such-template": [{**UNIT, "template": "no"}],
    "key-taken": [{**UNIT, "key": "east-region"}],
    "moved-into-itself": [
        {"op": "move-department", "department": "east-region", "to": "east-region/vip"}
    ],
    "merged-into-itself": [
        {"op": "merge-departments", "departments": ["east-region"], "into": "east-region/vip"}
    ],
    "merged-kinds-differ": [
        {"op": "merge-departments", "departments": ["east-region"], "into": "partners"}
    ],
    "successor-dissolved": [
        {
            "op": "dissolve-department",
            "department": "east-region/accounts",
            "successor": "east-region/vip",
        }
    ],
    "unit-inside": [{"op": "close-unit", "unit": "east-region"}],
    "part-is-split": [_split("east-region", PARTS[1], {"department": "east-region/vip"})],
    "part-twice": [_split("key-accounts-support", PARTS[0], PARTS[0])],
    "part-cannot-cover": [_split("east-region", *PARTS)],
    "rest-twice": [_split("key-accounts-support", PARTS[1], {**PARTS[0], "rest": True})],
    "taken-twice": [
        _split(
            "key-accounts-support",
            *({**part, "takes": ["support-presales-lead"]} for part in PARTS),
        )
    ],
    "not-of-department": [
        _split("key-accounts-support", {**PARTS[0], "takes": ["partners-head"]}, PARTS[1])
    ],
    "duty-to-itself": [
        {
            "op": "reassign-responsibility",
            "responsibility": DUTY,
            "from": "partners",
            "to": "partners",
        }
    ],
    "no-part-in-duty": [
        {
            "op": "reassign-responsibility",
            "responsibility": DUTY,
            "from": "partners",
            "to": "sales-support",
        }
    ],
    "no-such-part-in-duty": [
        {
            "op": "reassign-responsibility",
            "responsibility": DUTY,
            "role": "speaks",
            "from": "strategic-accounts",
            "to": "sales-support",
        }
    ],
    "target-to-or-shares": [{"op": "reallocate-target", "target": TARGET}],
    "target-without-number": [
        {**_shares(("partners", "20")), "target": "strategic-customers-built"}
    ],
    "target-shares-differ": [_shares(("partners", "0.5"))],
    "target-shared-twice": [_shares(("partners", "0.5"), ("partners", "0.5"))],
    "split-not-whole": [_split_of({"percent": 99, "department": "partners"})],
    "split-share-of": [_split_of({"percent": 100, "department": "partners", "role": "owner"})],
    "split-signed-off": [
        _split_of({"percent": 100, "department": "partners"}),
        {"op": "dissolve-department", "department": "partners"},
        {
            "op": "sign-off-vacancy",
            "department": "partners",
            "things": ["shared"],
            "reason": "停止",
            "name": "王芳",
        },
    ],
    "not-in-post": [
        {
            "op": "move-people",
            "person": "nobody",
            "from": "partners-head",
            "to": "sales-support-head",
        }
    ],
    "rule-assigns-one": [{"op": "add-rule", **RULE, "assign": {}}],
    "subsidiaries-or-where": [ACCOUNTS],
    "still-there": [
        {
            "op": "sign-off-vacancy",
            "department": "partners",
            "things": ["partners-head"],
            "reason": "停止",
            "name": "王芳",
        }
    ],
    "nothing-left": [
        {"op": "dissolve-department", "department": "partners"},
        {
            "op": "sign-off-vacancy",
            "department": "partners",
            "things": ["no"],
            "reason": "停止",
            "name": "王芳",
        },
    ],
    "covered-already": [{**UNIT, "territories": ["east-area"]}],
    "not-covering": [
        {
            "op": "transfer-territories",
            "territories": ["jilin"],
            "from": "east-region",
            "to": "north-region",
        }
    ],
    "no-unit": [{"op": "close-unit", "unit": "partners"}],
    "other-kind-of-unit": [
        {
            "op": "transfer-territories",
            "territories": ["east-area"],
            "from": "east-region",
            "to": "beijing-branch",
        }
    ],
    "no-unit-to-cover": [
        {
            "op": "transfer-territories",
            "territories": ["east-area"],
            "from": "east-region",
            "to": "partners",
        }
    ],
}
"""Operations on the real plan of which the last is refused, by the code."""


@pytest.fixture(scope="module")
def organization(real_plan: Plan) -> Organization:
    """The real plan, with a revenue split by the key that the cases name."""
    found = organization_of(real_plan)
    some = next(iter(found.splits.values()))
    split = RevenueSplit(key=SplitKey("shared"), name="分利", basis=some.basis)
    return replace(found, splits={**found.splits, split.key: split})


def test_no_refusal_is_without_a_case() -> None:
    assert {*GIVEN} == {one.code for one in REFUSALS}


@pytest.mark.parametrize("code", [one.code for one in REFUSALS])
def test_what_an_operation_refuses_has_its_code_and_both_languages(
    code: str, organization: Organization
) -> None:
    operations = [operation_of(one, number) for number, one in enumerate(GIVEN[code], start=1)]

    refused = replay(organization, operations, DAY).refusals

    assert [(one.operation, one.message.code) for one in refused] == [(len(operations), code)]
    assert refused[0].told(EN).startswith(f"operation {len(operations)} ({operations[-1].op}): ")
    assert refused[0].told(ZH).startswith(f"操作{len(operations)}（")
    assert not HAN.search(refused[0].told(EN))
    assert refused[0].about or code in {"rule-assigns-one", "subsidiaries-or-where"}


def test_every_field_that_may_clash_has_a_chinese_name() -> None:
    things = (Department, Coverage, Post, Holding, AssignmentRule, NamedException, Responsibility)
    things = (*things, Target, RevenueSplit, UnitTarget)

    assert {field.name for one in things for field in fields(one)} == {*FIELDS}


def test_fields_that_differ_are_told_with_short_values_only(organization: Organization) -> None:
    was = organization.exceptions[ExceptionKey("grid-zhejiang-handover")]
    is_now = replace(was, department=None, function=Function.DELIVERY, validity=Interval(None, DAY))
    duty = organization.responsibilities["region-presales"]
    other = Responsibility(key=duty.key, name=duty.name, outside=("顾客",))

    told = [one.what(ZH) for one in differing(was, is_now)]
    long = [one.what(EN) for one in differing(duty, other)]

    assert told == [
        "职能（销售 → 交付）",
        f"部门（{was.department} → 无）",
        "有效期（自2026-03-01起至2027-04-01（不含） → 至2026-07-01（不含））",
    ]
    assert {"parties", "stated", "outside (none → 顾客)"} <= {*long}


def test_a_department_key_is_told_alike_where_it_has_no_name() -> None:
    message = unplaced.DEPARTMENT_UNPLACED(
        thing=Label("a", "甲", "First"), department=Label("b", "b")
    )

    assert message.what(EN) == "a (First) was inside b, which is no more"
    assert message.what(ZH) == "“甲”（a）原在“b”之内，而后者已撤销"
