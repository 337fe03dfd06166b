"""Which of several parents is the primary one, and which rule decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.unit.seed.mappings.tables import ACCOUNTS, mapped, rows_of

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = "ID,Name,Parent,Share,Since,Ended,Until,Successor,Reg,Country,Children"
ENTRIES = ACCOUNTS.replace(
    "    until: Until", '    share_until: {column: Ended, split: ";"}\n    until: Until'
)


@pytest.mark.parametrize(
    ("parents", "primary", "others", "rule"),
    [
        ("A;B,40;60,2020-01-01;2020-01-01,", "b", "a=40@2020-01-01/..", "the largest share"),
        ("A;B,50;50,2020-01-01;2019-01-01,", "b", "a=50@2020-01-01/..", "the earliest day"),
        ("A;B,50;50,2020-01-01;?,", "a", "b=50@unknown/..", "the earliest day"),
        ("B;A,50;50,2020-01-01;2020-01-01,", "a", "b=50@2020-01-01/..", "the smallest key"),
        ("A;B,,2020-01-01;2020-01-01,", "a", "b@2020-01-01/..", "the smallest key"),
        (
            "A;B,40;60,2020-01-01;2020-01-01,;2024-01-01",
            "a",
            "b=60@2020-01-01/2024-01-01",
            "still holding it",
        ),
    ],
)
def test_the_rules_decide_one_after_the_other(
    parents: str, primary: str, others: str, rule: str, tmp_path: Path
) -> None:
    table = f"{COLUMNS}\nA,One,,,,,,,,,\nB,Two,,,,,,,,,\nC,Joint,{parents},,,,,\n"

    section = mapped(tmp_path, ENTRIES, table, "{default: warn}")

    assert rows_of(section, "subsidiaries", "customer", "other_parents") == [(primary, others)]
    [found] = [one for one in section.outcome.findings if one.code == "several-parents"]
    assert found.done.startswith(f"“{primary}” is the parent, by {rule};")


def test_the_first_row_decides_where_the_mapping_says_so(tmp_path: Path) -> None:
    table = (
        f"{COLUMNS}\nA,One,,,,,,,,,\nB,Two,,,,,,,,,\n"
        "C,Joint,B,10,2020-01-01,,,,,,\nC,Joint,A,90,2020-01-01,,,,,,\n"
    )

    section = mapped(tmp_path, ENTRIES, table, "{default: warn}", primary="first-row")

    assert rows_of(section, "subsidiaries", "customer", "share") == [("b", "10")]


def test_as_many_shares_as_parents_are_needed(tmp_path: Path) -> None:
    table = f"{COLUMNS}\nA,One,,,,,,,,,\nB,Two,,,,,,,,,\nC,Joint,A;B,40,,,,,,,\n"

    section = mapped(tmp_path, ENTRIES, table, "{default: warn}")

    told = [one.what for one in section.outcome.findings if one.code == "bad-value"]
    assert told == ["“40” is not a list of 2, one for each parent"]


def test_companies_may_hold_shares_of_each_other(tmp_path: Path) -> None:
    table = (
        f"{COLUMNS}\nA,One,,,,,,,,,\nB,Two,A;C,80;20,2020-01-01;2020-01-01,,,,,,\n"
        "C,Three,A;B,90;10,2020-01-01;2020-01-01,,,,,,\n"
    )

    section = mapped(tmp_path, ENTRIES, table, "{default: warn}")

    assert [one.code.value for one in section.outcome.findings] == ["several-parents"] * 2
    assert rows_of(section, "subsidiaries", "key", "other_parents") == [
        ("b", "c=20@2020-01-01/.."),
        ("c", "b=10@2020-01-01/.."),
    ]
