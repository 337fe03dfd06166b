"""Small tables and what a mapping makes of them."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from seed.mappings.sections import mapped_section

if TYPE_CHECKING:
    from pathlib import Path

    from seed.mappings.sections import MappedSection

ACCOUNTS = """
- kind: accounts
  fields:
    key: ID
    name: Name
    tier: {constant: regular}
    parent: {column: Parent, split: ";"}
    share: {column: Share, split: ";"}
    share_from: {column: Since, split: ";"}
    until: Until
    successor: Successor
  compare: {registration: Reg, country: Country}
  same: [registration, [name, country]]
  children: {column: Children, split: ";"}
"""
ACCOUNT_COLUMNS = "ID,Name,Parent,Share,Since,Until,Successor,Reg,Country,Children"
CHART = """
- kind: departments
  once: true
  fields: {key: Unit, name: Unit, kind: {constant: department}}
- kind: posts
  once: true
  fields: {key: Post, name: Post, department: Unit, reports_to: Boss}
- kind: people
  once: true
  fields: {key: Holder, name: Holder}
- kind: holdings
  fields:
    post: Post
    person: Holder
    fte: FTE
    acting: {column: Status, map: {acting: "true"}, others: empty}
"""
CHART_COLUMNS = "Post,Unit,Boss,Holder,FTE,Status"
TERRITORIES = """
- kind: territories
  fields: {key: Code, name: Name, parent: Inside}
"""
TERRITORY_COLUMNS = "Code,Name,Inside"


def mapped(
    folder: Path, entries: str, table: str, policies: str = "{}", *, primary: str = "largest-share"
) -> MappedSection:
    """Return what a mapping makes of one CSV table."""
    (folder / "table.csv").write_text(table, encoding="utf-8")
    return mapped_files(folder, "file: table.csv", entries, policies, primary=primary)


def mapped_files(
    folder: Path, table: str, entries: str, policies: str = "{}", *, primary: str = "largest-share"
) -> MappedSection:
    """Return what a mapping makes of one table, which is there already."""
    fields = table.strip("{}").replace(", ", "\n    ")
    (folder / "mapping.yaml").write_text(
        f"primary: {primary}\npolicies: {policies}\ntables:\n  - {fields}\n    entries:\n"
        + textwrap.indent(entries.strip("\n"), "      "),
        encoding="utf-8",
    )
    return mapped_section(folder / "mapping.yaml", "mapping.yaml")


def rows_of(section: MappedSection, kind: str, *columns: str) -> list[tuple[str | None, ...]]:
    """Return columns of what was made; a column that nothing has is all None."""
    frame = section.outcome.frames[kind]
    rows = list(frame.iter_rows(named=True))
    return [tuple(row.get(column) for column in columns) for row in rows]


def places_of(section: MappedSection) -> list[tuple[int, str, str]]:
    """Return the row, column and code of each finding."""
    return [(one.row, one.column, one.code.value) for one in section.outcome.findings]
