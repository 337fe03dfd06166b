"""Every finding under every policy: refused, modelled, or its row left out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from seed.mappings.codes import Code, Policy
from tests.unit.seed.mappings.tables import (
    ACCOUNT_COLUMNS,
    ACCOUNTS,
    CHART,
    CHART_COLUMNS,
    TERRITORIES,
    TERRITORY_COLUMNS,
    mapped,
    places_of,
    rows_of,
)

if TYPE_CHECKING:
    from pathlib import Path

Rows = list[tuple[str | None, ...]]


@dataclass(frozen=True)
class Case:
    """A table with one thing to be found; the rows of a kind under `warn`, and under `skip-row`.

    `after` are findings that leaving the row out brings about.
    """

    name: str
    code: Code
    columns: str
    rows: str
    entries: str
    place: tuple[int, str]
    kind: str
    shown: tuple[str, ...]
    modelled: Rows
    left: Rows
    after: tuple[tuple[int, str, str], ...] = ()

    def table(self) -> str:
        return f"{self.columns}\n{self.rows}"


def _accounts(code: Code, rows: str, place: tuple[int, str], **more: Any) -> Case:
    given: dict[str, Any] = {
        "kind": "subsidiaries",
        "shown": ("key", "parent", "customer"),
        "name": "",
        **more,
    }
    return Case(
        code=code, columns=ACCOUNT_COLUMNS, rows=rows, entries=ACCOUNTS, place=place, **given
    )


def _chart(code: Code, rows: str, place: tuple[int, str], **more: Any) -> Case:
    given: dict[str, Any] = {"name": "", **more}
    return Case(code=code, columns=CHART_COLUMNS, rows=rows, entries=CHART, place=place, **given)


CASES = (
    _accounts(
        Code.BAD_VALUE,
        "A,Top,,,,,,,,\nB,Low,A,sixty,2020-01-01,,,,,\n",
        (3, "Share"),
        shown=("key", "share", "share_from"),
        modelled=[("b", None, "2020-01-01")],
        left=[],
    ),
    _accounts(
        Code.BAD_VALUE,
        "A,Top,,,,,,,,\nB,Low,A,60,2020-02-30,,,,,\n",
        (3, "Since"),
        name="a day that is none",
        shown=("key", "share", "share_from"),
        modelled=[("b", "60", "unknown")],
        left=[],
        after=((3, "Since", "unknown-parent-date"),),
    ),
    Case(
        "",
        Code.UNMAPPED_VALUE,
        "Code,Name,Kind",
        "A,One,yes\nB,Two,maybe\n",
        "- kind: customers\n  fields:\n    key: Code\n    name: Name\n"
        "    tier: {column: Kind, map: {yes: vip, no: regular}}\n",
        (3, "Kind"),
        "customers",
        ("key", "tier"),
        [("a", "vip"), ("b", None)],
        [("a", "vip")],
    ),
    Case(
        "",
        Code.MISSING_KEY,
        TERRITORY_COLUMNS,
        "A,One,\n,Two,A\n",
        TERRITORIES,
        (3, "Code"),
        "territories",
        ("key",),
        [("a",)],
        [("a",)],
    ),
    Case(
        "",
        Code.REPEATED_ROW,
        TERRITORY_COLUMNS,
        "A,One,\nB,Two,A\nB,Two,A\n",
        TERRITORIES,
        (4, "Code"),
        "territories",
        ("key", "parent"),
        [("a", None), ("b", "a")],
        [("a", None), ("b", "a")],
    ),
    Case(
        "",
        Code.CONFLICTING_VALUES,
        TERRITORY_COLUMNS,
        "A,One,\nB,Two,A\nB,Three,A\n",
        TERRITORIES,
        (4, "Name"),
        "territories",
        ("key", "name"),
        [("a", "One"), ("b", "Two")],
        [("a", "One"), ("b", "Two")],
    ),
    Case(
        "",
        Code.DIFFERS_BY_CASE,
        TERRITORY_COLUMNS,
        "A-1,One,\n\uff21-\uff11,ONE,\n",
        TERRITORIES,
        (3, "Code"),
        "territories",
        ("key", "name"),
        [("a-1", "One")],
        [("a-1", "One")],
    ),
    Case(
        "",
        Code.KEY_COLLISION,
        TERRITORY_COLUMNS,
        "A 1,One,\nA+1,Other,\n",
        TERRITORIES,
        (3, "Code"),
        "territories",
        ("key", "name"),
        [("a-1", "One")],
        [("a-1", "One")],
    ),
    _accounts(
        Code.DUPLICATE,
        "A,Top,,,,,,,,\nB,Low,A,,2020-01-01,,,R1,,\nC,Else,A,,2020-01-01,,,r-1,,\n"
        "D,Under,C,,2020-01-01,,,,,\n",
        (4, "Reg"),
        shown=("key", "parent", "aliases"),
        modelled=[("b", None, "C"), ("d", "b", None)],
        left=[("b", None, None)],
        after=((5, "Parent", "missing-parent"),),
    ),
    _accounts(
        Code.DUPLICATE,
        "A,Top,,,,,,,,\nB,Ost Ltd.,A,,2020-01-01,,,,DE,\nC,OST,A,,2020-01-01,,,,de,\n"
        "D,Ost,A,,2020-01-01,,,,FR,\n",
        (4, "Name"),
        name="the same name in the same country",
        shown=("key", "aliases"),
        modelled=[("b", "C"), ("d", None)],
        left=[("b", None), ("d", None)],
    ),
    _accounts(
        Code.SELF_PARENT,
        "A,Top,,,,,,,,\nB,Low,B,,2020-01-01,,,,,\n",
        (3, "Parent"),
        kind="customers",
        shown=("key",),
        modelled=[("a",), ("b",)],
        left=[("a",)],
    ),
    _accounts(
        Code.MISSING_PARENT,
        "A,Top,,,,,,,,\nB,Low,Z,,2020-01-01,,,,,\n",
        (3, "Parent"),
        kind="customers",
        shown=("key",),
        modelled=[("a",), ("b",)],
        left=[("a",)],
    ),
    _accounts(
        Code.SEVERAL_PARENTS,
        "A,Top,,,,,,,,\nB,Other,,,,,,,,\nC,Low,A,40,2020-01-01,,,,,\nC,Low,B,60,?,,,,,\n",
        (4, "Parent"),
        shown=("key", "customer", "share", "share_from", "other_parents"),
        modelled=[("c", "b", "60", "unknown", "a=40@2020-01-01/..")],
        left=[("c", "b", "60", "unknown", None)],
        after=((5, "Since", "unknown-parent-date"),),
    ),
    _accounts(
        Code.CYCLE,
        "A,Top,,,,,,,,\nB,Mid,C,,2020-01-01,,,,,\nC,Low,B,,2020-01-01,,,,,\n",
        (3, "Parent"),
        shown=("key", "customer"),
        modelled=[("c", "b")],
        left=[],
        after=((4, "Parent", "missing-parent"),),
    ),
    _accounts(
        Code.ONE_SIDED_LINK,
        "A,Top,,,,,,,,B;C\nB,Low,A,,2020-01-01,,,,,\nC,Free,,,,,,,,\n",
        (2, "Children"),
        kind="customers",
        shown=("key",),
        modelled=[("a",), ("c",)],
        left=[("b",), ("c",)],
        after=((3, "Parent", "missing-parent"),),
    ),
    _accounts(
        Code.ONE_SIDED_LINK,
        "A,Top,,,,,,,,B\nB,Low,A,,2020-01-01,,,,,\nC,Own,A,,2020-01-01,,,,,\n",
        (4, "Parent"),
        name="a child that its parent does not name",
        modelled=[("b", None, "a"), ("c", None, "a")],
        left=[("b", None, "a")],
    ),
    _accounts(
        Code.UNKNOWN_PARENT_DATE,
        "A,Top,,,,,,,,\nB,Low,A,70,?,,,,,\n",
        (3, "Since"),
        shown=("key", "share", "share_from"),
        modelled=[("b", "70", "unknown")],
        left=[],
    ),
    _accounts(
        Code.CLOSED,
        "A,Top,,,,,,,,\nB,Old,A,,2020-01-01,2024-07-01,C,,,\nC,New,A,,2020-01-01,,,,,\n",
        (3, "Until"),
        shown=("key", "until", "successor"),
        modelled=[("b", "2024-07-01", "c"), ("c", None, None)],
        left=[("c", None, None)],
    ),
    _accounts(
        Code.CLOSED,
        "A,Top,,,,,,,,\nB,Old,A,,2020-01-01,,C,,,\nC,New,A,,2020-01-01,,,,,\n",
        (3, "Successor"),
        name="followed, but nobody knows since when",
        shown=("key", "until", "successor"),
        modelled=[("b", "unknown", "c"), ("c", None, None)],
        left=[("c", None, None)],
    ),
    _accounts(
        Code.MISSING_SUCCESSOR,
        "A,Top,,,,,,,,\nB,Old,A,,2020-01-01,2024-07-01,Z,,,\n",
        (3, "Successor"),
        shown=("key", "until", "successor"),
        modelled=[("b", "2024-07-01", None)],
        left=[],
        after=((3, "Until", "closed"),),
    ),
    _chart(
        Code.VACANT_POST,
        "P1,Sales,,Ann,,\nP2,Sales,P1,,,\n",
        (3, "Holder"),
        kind="posts",
        shown=("key", "reports_to"),
        modelled=[("p1", None), ("p2", "p1")],
        left=[("p1", None)],
    ),
    _chart(
        Code.ACTING_HOLDER,
        "P1,Sales,,Ann,,\nP2,Sales,P1,Bob,,acting\n",
        (3, "Status"),
        kind="holdings",
        shown=("post", "person", "acting"),
        modelled=[("p1", "ann", None), ("p2", "bob", "true")],
        left=[("p1", "ann", None)],
    ),
    _chart(
        Code.JOB_SHARE,
        "P1,Sales,,Ann,0.6,\nP1,Sales,,Bob,0.5,\n",
        (2, "FTE"),
        kind="holdings",
        shown=("post", "person", "fte"),
        modelled=[("p1", "ann", "0.6"), ("p1", "bob", "0.5")],
        left=[("p1", "bob", "0.5")],
    ),
    _chart(
        Code.POST_IN_TWO_UNITS,
        "P1,Sales,,Ann,0.5,\nP1,Service,,Bob,0.5,\n",
        (3, "Unit"),
        kind="posts",
        shown=("key", "department", "other_departments"),
        modelled=[("p1", "sales", "service")],
        left=[("p1", "sales", None)],
    ),
)
IDS = [f"{case.code}{': ' if case.name else ''}{case.name}" for case in CASES]


def test_every_code_has_a_case() -> None:
    assert {case.code for case in CASES} == {*Code}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_it_refuses_the_plan_unless_the_mapping_says_otherwise(case: Case, tmp_path: Path) -> None:
    others = ", ".join(f"{code}: warn" for _, _, code in case.after if code != case.code)

    section = mapped(tmp_path, case.entries, case.table(), f"{{{others}}}")

    [found] = [one for one in section.outcome.findings if one.code is case.code]
    assert (found.row, found.column) == case.place
    assert (found.policy, found.done) == (Policy.ERROR, "the plan is refused")
    problem = found.problem()
    assert (problem.file, problem.row, problem.field) == ("table.csv", *case.place)
    assert "{" not in problem.what + problem.remedy


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_it_is_modelled_where_the_policy_is_warn(case: Case, tmp_path: Path) -> None:
    section = mapped(tmp_path, case.entries, case.table(), "{default: warn}")

    assert (*case.place, case.code.value) in places_of(section)
    assert rows_of(section, case.kind, *case.shown) == case.modelled
    assert all("{" not in one.what + one.done for one in section.outcome.findings)


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_its_row_is_left_out_where_the_policy_is_skip_row(case: Case, tmp_path: Path) -> None:
    policies = f"{{default: warn, {case.code}: skip-row}}"

    section = mapped(tmp_path, case.entries, case.table(), policies)

    assert (*case.place, case.code.value) in places_of(section)
    assert rows_of(section, case.kind, *case.shown) == case.left
    skipped = {one.row for one in section.outcome.findings if one.policy is Policy.SKIP_ROW}
    assert skipped == {case.place[0]}


@pytest.mark.parametrize("policy", [Policy.WARN, Policy.SKIP_ROW])
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_nothing_else_is_found(case: Case, policy: Policy, tmp_path: Path) -> None:
    policies = f"{{default: warn, {case.code}: {policy}}}"

    section = mapped(tmp_path, case.entries, case.table(), policies)

    expected = {(*case.place, case.code.value), *case.after}
    assert set(places_of(section)) <= expected
