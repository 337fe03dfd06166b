"""Answers as tables on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from graph.ownership.answers import Status

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.queries.accounts import AccountRow
    from graph.queries.nodes import NamedThing
    from graph.queries.sheets import AssignmentLine, FunctionLine, Sheet

STATUS = {
    Status.VACANT: "VACANT 空缺",
    Status.CONFLICT: "CONFLICT 冲突",
    Status.DELIBERATELY_VACANT: "VACANT ON PURPOSE 有意空缺",
}


def show_sheet(sheet: Sheet) -> None:
    """Print an account's answers: one row for each function, then every explanation."""
    console = Console(highlight=False, markup=False)
    console.print(f"{both(sheet.name, sheet.name_en)}  [{sheet.account}], {sheet.as_of}")
    table = folding("function", "owner", "whom to call", "supporters")
    for line in sheet.functions:
        table.add_row(
            line.function.value,
            owner_text(line),
            posts_text(line.owner) if line.owner else "",
            "\n".join(both(one.name, one.name_en, "\n") for one in line.supporters),
        )
    console.print(table)
    for line in sheet.functions:
        for told in explanations(line):
            console.print(f"{line.function.value}: {told}")


def show_matches(matches: Iterable[NamedThing | AccountRow]) -> None:
    """Print accounts to choose from."""
    table = folding("key", "name", "English name", "kind")
    for match in matches:
        table.add_row(match.key, match.name, match.name_en or "", match.kind.value)
    Console(highlight=False, markup=False).print(table)


def folding(*columns: str, title: str | None = None) -> Table:
    """Return a table that breaks long cells and cuts nothing off."""
    table = Table(title=title, title_justify="left", title_style="bold", show_lines=True)
    for column in columns:
        table.add_column(column, overflow="fold")
    return table


def explanations(line: FunctionLine) -> list[str]:
    """Return the English explanations of a line: the reason where nobody has it, then each."""
    reasons = [line.reason.en] if line.reason else []
    owners = [line.owner] if line.owner else []
    return reasons + [one.explanation.en for one in (*owners, *line.supporters)]


def owner_text(line: FunctionLine) -> str:
    """Return who owns, or that nobody does, or who contends."""
    if line.owner is not None:
        return both(line.owner.name, line.owner.name_en, "\n")
    if line.status is Status.ASSIGNED:
        return "(supported only)"
    names = [both(one.name, one.name_en, "\n") for one in line.candidates]
    return "\n".join([STATUS[line.status], *names])


def posts_text(line: AssignmentLine) -> str:
    """Return the posts of an assignment with who holds them."""
    return "\n".join(f"{post.name}: {post.holder or '(vacant 空缺)'}" for post in line.posts)


def both(name: str, name_en: str | None, between: str = " ") -> str:
    """Return a name in both languages, where both are known."""
    return f"{name}{between}{name_en}" if name_en else name
