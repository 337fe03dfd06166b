"""Handover lists as tables for people, and as JSON for programs."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from rich.console import Console

from graph.reorganization.reports.cells import number_text
from graph.reorganization.reports.documents import Heading, Table, Text
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.words import Words
from graph.tables import folding
from graph.terminals import say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.ownership.phrases import Language
    from graph.reorganization.reports.contacts import Contact
    from graph.reorganization.reports.documents import Cell, Report
    from graph.reorganization.reports.handovers import Handed, HandoverCount, HandoverList
    from graph.reorganization.reports.labels import Names
    from graph.reorganization.reports.passages import Place
    from graph.reorganization.reports.tellings import Counted
    from graph.reorganization.reports.thing_passages import DutyPassage, TargetPassage


def show_counts(counts: Iterable[HandoverCount], names: Names, language: Language) -> None:
    """Print who gives and takes how much."""
    words = Words(language)
    table = folding(
        *(words("key", "编码"), words("department", "部门")),
        *(words("gives", "移交"), words("takes", "接收")),
        title=words("Functions of accounts that are handed over", "交接的客户职能"),
    )
    for one in counts:
        name = _called(names.department(one.department), language)
        table.add_row(one.department, name, f"{one.gives:,}", f"{one.takes:,}")
    Console(highlight=False, markup=False).print(table)


def show_report(report: Report) -> None:
    """Print the texts and tables of a report."""
    words = Words(report.language)
    console = Console(highlight=False, markup=False)
    for section in report.sections:
        for block in section.blocks:
            if isinstance(block, Heading):
                name = block.text
                say(name if isinstance(name, str) else _called(name, report.language))
            elif isinstance(block, Text):
                say(block.text)
            elif isinstance(block, Table):
                table = folding(*block.columns, title=block.title)
                for row in block.rows:
                    table.add_row(*(_text(cell, report.language) for cell in row))
                console.print(table)
                if block.rest:
                    say(words(f"… and {block.rest:,} more.", f"……另有{block.rest:,}项。"))


def handover_json(counted: Counted, names: Names) -> dict[str, Any]:
    """Return handover lists as plain values."""
    found = counted.found
    return {
        "scenario": found.scenario.key,
        "name": found.scenario.name,
        "effective": str(found.day),
        "departments": [_list(one, names, found.day) for one in counted.lists],
    }


def handed_json(handed: Iterable[Handed], names: Names, day: date) -> list[dict[str, Any]]:
    """Return rows of handover lists as plain values."""
    return [_handed(one, names, day) for one in handed]


def _list(one: HandoverList, names: Names, day: date) -> dict[str, Any]:
    return {
        "department": one.department,
        **_named(names.department(one.department)),
        "functions_given": one.count.gives,
        "functions_taken": one.count.takes,
        "gives": handed_json(one.gives, names, day),
        "takes": handed_json(one.takes, names, day),
        "duties": [_duty(duty) for duty in one.duties],
        "targets": [_target(target) for target in one.targets],
    }


def _handed(one: Handed, names: Names, day: date) -> dict[str, Any]:
    return {
        "account": one.account,
        **_named(names.account(one.account)),
        "customer": one.customer,
        "function": one.function.value,
        "role": one.role.value,
        "from": _place(one.before),
        "to": _place(one.after),
        "date": str(day),
        "operation": one.cause,
        "contacts_before": [_contact(contact) for contact in one.old_contacts],
        "contacts_after": [_contact(contact) for contact in one.new_contacts],
    }


def _place(place: Place) -> dict[str, Any]:
    return {"departments": [*place.departments], "status": place.status.value}


def _contact(contact: Contact) -> dict[str, Any]:
    return {"post": contact.post, "name": contact.name, "people": [*contact.people]}


def _duty(one: DutyPassage) -> dict[str, Any]:
    return {
        "responsibility": one.duty.key,
        "name": one.duty.name,
        "step": one.duty.step,
        "role": one.role.value,
        "from": one.before,
        "to": [*one.after],
    }


def _target(one: TargetPassage) -> dict[str, Any]:
    before = one.before
    return {
        "target": before.key if before else one.after[0].key,
        "from": before.department if before else None,
        "to": [
            {
                "department": part.department,
                "value": None if part.value is None else str(part.value),
                "as_written": part.as_written,
                "certainty": part.certainty.value,
            }
            for part in one.after
        ],
    }


def _named(label: Label) -> dict[str, Any]:
    return {"name": label.name, "name_en": label.name_en}


def _text(cell: Cell, language: Language) -> str:
    match cell:
        case None:
            return ""
        case int() | Decimal():
            return number_text(cell)
        case Label():
            return "\n".join([_called(cell, language), *([cell.key] if cell.tells_key else [])])
        case tuple():
            return "\n".join(_called(one, language) for one in cell)
        case _:
            return str(cell)


def _called(label: Label, language: Language) -> str:
    return " ".join(name for name in label.names(language) if name)
