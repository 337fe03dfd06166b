"""Whatever is planted in a random hierarchy is found, all of it and nothing else."""

from __future__ import annotations

import csv
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seed.mappings.codes import Code, Policy
from tests.unit.seed.mappings.tables import ACCOUNT_COLUMNS, ACCOUNTS, mapped

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = [str(name) for name in ACCOUNT_COLUMNS.split(",")]
Row = dict[str, str]
Found = tuple[int, str, str]


class Table:
    """A random tree, to which leaves with faults are added one by one."""

    def __init__(self, parents: list[int]) -> None:
        self.rows: list[Row] = []
        self.planted: list[Found] = []
        self.inner = len(parents) + 1
        self.add("")
        for parent in parents:
            self.add(self.rows[parent % len(self.rows)]["ID"])

    def add(self, parent: str, **more: str) -> Row:
        number = len(self.rows)
        row = dict.fromkeys(COLUMNS, "") | {
            "ID": f"N-{number}",
            "Name": f"Unit {number}",
            "Parent": parent,
            "Share": "51" if parent else "",
            "Since": "2020-01-01" if parent else "",
            "Reg": f"R{number}x",
        }
        self.rows.append(row | more)
        return self.rows[-1]

    def plant(self, code: Code, column: str, row: Row) -> None:
        self.planted.append((self.rows.index(row) + 2, column, code.value))

    def some(self, number: int) -> str:
        return self.rows[number % self.inner]["ID"]

    def text(self) -> str:
        stream = io.StringIO()
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return stream.getvalue()


def _self_parent(table: Table, number: int) -> None:
    row = table.add("")
    row |= {"Parent": row["ID"], "Share": "1", "Since": "2020-01-01"}
    table.plant(Code.SELF_PARENT, "Parent", row)


def _missing_parent(table: Table, number: int) -> None:
    table.plant(Code.MISSING_PARENT, "Parent", table.add("N-none"))


def _cycle(table: Table, number: int) -> None:
    one, other = table.add("?"), table.add("?")
    one["Parent"], other["Parent"] = other["ID"], one["ID"]
    smaller = min(one, other, key=lambda row: row["ID"].lower())
    table.plant(Code.CYCLE, "Parent", smaller)


def _several_parents(table: Table, number: int) -> None:
    row = table.add(table.some(number))
    second = table.add(table.some(number + 1))
    if second["Parent"] == row["Parent"]:
        second["Parent"] = table.add("")["ID"]
    kept = {name: row[name] for name in ("ID", "Name", "Reg")}
    second |= {**kept, "Share": "49"}
    table.plant(Code.SEVERAL_PARENTS, "Parent", second)


def _duplicate(table: Table, number: int) -> None:
    first = table.add(table.some(number))
    table.plant(Code.DUPLICATE, "Reg", table.add(table.some(number), Reg=first["Reg"].upper()))


def _by_case(table: Table, number: int) -> None:
    row = table.add(table.some(number))
    again = {**row, "ID": row["ID"].lower(), "Name": row["Name"].upper()}
    table.rows.append(again)
    table.plant(Code.DIFFERS_BY_CASE, "ID", again)


def _repeated(table: Table, number: int) -> None:
    table.rows.append({**table.add(table.some(number))})
    table.planted.append((len(table.rows) + 1, "ID", Code.REPEATED_ROW.value))


def _conflict(table: Table, number: int) -> None:
    again = {**table.add(table.some(number)), "Name": "Otherwise"}
    table.rows.append(again)
    table.plant(Code.CONFLICTING_VALUES, "Name", again)


def _unknown_day(table: Table, number: int) -> None:
    row = table.add(table.some(number))
    row["Since"] = "?"
    table.plant(Code.UNKNOWN_PARENT_DATE, "Since", row)


def _closed(table: Table, number: int) -> None:
    row = table.add(table.some(number), Until="2024-01-01", Successor=table.some(number + 1))
    table.plant(Code.CLOSED, "Until", row)


def _no_successor(table: Table, number: int) -> None:
    row = table.add(table.some(number), Until="2024-01-01", Successor="N-none")
    table.plant(Code.CLOSED, "Until", row)
    table.plant(Code.MISSING_SUCCESSOR, "Successor", row)


def _bad_share(table: Table, number: int) -> None:
    row = table.add(table.some(number))
    row["Share"] = "most"
    table.plant(Code.BAD_VALUE, "Share", row)


def _no_code(table: Table, number: int) -> None:
    table.plant(Code.MISSING_KEY, "ID", table.add(table.some(number), ID=""))


def _one_sided(table: Table, number: int) -> None:
    child = table.add(table.some(number))
    table.plant(Code.ONE_SIDED_LINK, "Children", table.add("", Children=child["ID"]))


PLANTERS: tuple[Callable[[Table, int], None], ...] = (
    _self_parent,
    _missing_parent,
    _cycle,
    _several_parents,
    _duplicate,
    _by_case,
    _repeated,
    _conflict,
    _unknown_day,
    _closed,
    _no_successor,
    _bad_share,
    _no_code,
    _one_sided,
)
numbers = st.integers(min_value=0, max_value=10_000)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
@given(
    parents=st.lists(numbers, min_size=1, max_size=25),
    faults=st.lists(st.tuples(st.sampled_from(PLANTERS), numbers), max_size=12),
    policy=st.sampled_from([Policy.ERROR, Policy.WARN]),
)
def test_all_that_is_planted_is_found_and_nothing_else(
    parents: list[int],
    faults: list[tuple[Callable[[Table, int], None], int]],
    policy: Policy,
) -> None:
    table = Table(parents)
    for plant, number in faults:
        plant(table, number)

    with tempfile.TemporaryDirectory() as folder:
        section = mapped(Path(folder), ACCOUNTS, table.text(), f"{{default: {policy}}}")

    found = [(one.row, one.column, one.code.value) for one in section.outcome.findings]
    assert found == sorted(table.planted)
    assert {one.policy for one in section.outcome.findings} <= {policy}
    keys = [key for frame in section.outcome.frames.values() for key in frame["key"]]
    assert len(keys) == len(set(keys))
