"""An impact as tables for people, and as JSON for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer
from rich.console import Console

from graph.reorganization.summaries import summary
from graph.tables import both, folding
from graph.terminals import say

if TYPE_CHECKING:
    from graph.ownership.changes import Outcome
    from graph.reorganization.account_impacts import AccountChange
    from graph.reorganization.impacts import Impact
    from graph.reorganization.loads import Load, LoadChange

SHOWN = 20
"""Lines of one table; the rest is counted."""


def show_check(found: Impact) -> None:
    """Print whether a scenario may be applied, and what keeps it from that."""
    _show_header(found)
    for refusal in found.replayed.refusals:
        say(f"✗ {refusal}")
    for one in found.missing:
        say(f"✗ {one}")
    if found.may_be_applied:
        say("Every operation can be done, and nothing is forgotten.")
    else:
        count = len(found.replayed.refusals) + len(found.missing)
        say(f"{count} to settle before it may be applied.")


def show_impact(found: Impact) -> None:
    """Print the summary, then who hands over what to whom."""
    _show_header(found)
    for number, line in enumerate(summary(found), start=1):
        say(f"{number:>2}. {line.text}")
    _show_missing(found)
    _show_moves(found)
    _show_loads(found)


def show_names(found: Impact, first: int, after: str | None) -> None:
    """Print accounts that change, by key, each with its cause."""
    rows = found.accounts.page(first, after)
    table = folding("account", "function", "before", "after", "operation", title="Accounts")
    for one in rows:
        table.add_row(
            one.account, one.function, _told(one.before), _told(one.after), str(one.cause)
        )
    _console().print(table)
    if rows:
        say(f"The next: --names {first} --after {rows[-1].account}")


def impact_json(found: Impact, names: int, after: str | None = None) -> dict[str, Any]:
    """Return an impact as plain values."""
    accounts = found.accounts
    scenario = found.scenario
    return {
        "scenario": scenario.key,
        "name": scenario.name,
        "effective": str(found.day),
        "operations": [
            {"number": number, "op": one.op, "why": one.why}
            for number, one in enumerate(scenario.operations, start=1)
        ],
        "may_be_applied": found.may_be_applied,
        "refusals": [asdict(one) for one in found.replayed.refusals],
        "missing": [asdict(one) for one in found.missing],
        "summary": [line.text for line in summary(found)],
        "ownership": {
            "accounts": accounts.accounts(),
            "totals": {turn.value: count for turn, count in accounts.totals().items()},
            "by_operation": {str(number): count for number, count in accounts.by_cause().items()},
            "moved": [asdict(one) for one in accounts.moves],
            "by_department": [asdict(one) for one in accounts.by_department()],
            "by_region": [asdict(one) for one in accounts.by_region()],
            "by_key_account": dict(accounts.by_customer()),
            "by_industry": dict(accounts.by_industry()),
            "names": [_named(one) for one in (accounts.page(names, after) if names else [])],
        },
        "capacities": {function.value: most for function, most in scenario.capacities.items()},
        "loads": [_load(one) for one in found.loads.changes],
        "key_accounts": [asdict(one) for one in accounts.scattered],
        "indicators": [asdict(one) for one in found.indicators],
        "posts": [asdict(one) for one in found.posts],
        "people": [
            {"person": person, "left": left, "taken": taken} for person, left, taken in found.people
        ],
        "shapes": [asdict(one) for one in found.shapes],
        **{
            name: [asdict(one) for one in getattr(found, name)]
            for name in (
                *("dangling_exceptions", "redundant_exceptions", "orphaned_duties"),
                *("unaccountable_steps", "empty_units"),
            )
        },
    }


def print_json(value: object) -> None:
    """Print plain values as JSON."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2, default=str))


def _show_header(found: Impact) -> None:
    scenario = found.scenario
    count = len(scenario.operations)
    say(f"{both(scenario.name, scenario.name_en)}  [{scenario.key}], from {found.day}")
    say(f"{count} operations, drafted by {scenario.author}")


def _show_missing(found: Impact) -> None:
    if found.missing:
        say("Not placed:")
    for one in found.missing[:SHOWN]:
        say(f"  ✗ {one}")
    _say_rest(len(found.missing))


def _show_moves(found: Impact) -> None:
    moves = found.accounts.moves
    if not moves:
        return
    columns = ("what", "function", "before", "after", "accounts", "operation", "such as")
    table = folding(*columns, title="Who owns and supports")
    for one in moves[:SHOWN]:
        operation = found.scenario.operations[one.cause - 1].op
        table.add_row(
            one.turn.replace("-", " "),
            one.function,
            "\n".join(one.before) or "nobody",
            "\n".join(one.after) or "nobody",
            f"{one.accounts:,}",
            f"{one.cause} {operation}",
            ", ".join(one.examples),
        )
    _console().print(table)
    _say_rest(len(moves))


def _show_loads(found: Impact) -> None:
    loads = found.loads.changes
    if not loads:
        return
    columns = ("department", "function", "accounts", "people", "per person", "capacity", "")
    table = folding(*columns, title="Accounts per person")
    for one in loads[:SHOWN]:
        was, will_be = one.before, one.after
        table.add_row(
            *(one.department, one.function),
            f"{was.accounts:,} → {will_be.accounts:,}",
            f"{was.people:,} → {will_be.people:,}",
            f"{_per_person(was)} → {_per_person(will_be)}",
            "" if one.capacity is None else f"{one.capacity:,}",
            _standing(one),
        )
    _console().print(table)
    _say_rest(len(loads))


def _per_person(side: Load) -> str:
    if side.per_person is None:
        return "no people"
    return f"{side.per_person:,f}"


def _standing(one: LoadChange) -> str:
    if one.after.lacks_people:
        return "nobody is there"
    if one.above_after:
        return "still above" if one.above_before else "above"
    return "no longer above" if one.above_before else ""


def _load(one: LoadChange) -> dict[str, Any]:
    return {
        "department": one.department,
        "function": one.function.value,
        "capacity": one.capacity,
        "before": _load_side(one.before, above=one.above_before),
        "after": _load_side(one.after, above=one.above_after),
    }


def _load_side(side: Load, *, above: bool) -> dict[str, Any]:
    per_person = None if side.per_person is None else float(side.per_person)
    return {**asdict(side), "per_person": per_person, "above_capacity": above}


def _say_rest(lines: int) -> None:
    if lines > SHOWN:
        say(f"… and {lines - SHOWN:,} more: --json has them all.")


def _told(side: Outcome | None) -> str:
    if side is None:
        return "not there"
    owner = side.owner or (" / ".join(sorted(side.candidates)) if side.candidates else "")
    lines = [owner or side.status.value, *(f"+ {one}" for one in sorted(side.supporters))]
    return "\n".join(lines)


def _named(one: AccountChange) -> dict[str, Any]:
    return {
        "account": one.account,
        "customer": one.customer,
        "function": one.function.value,
        "before": _side(one.before),
        "after": _side(one.after),
        "turns": [turn.value for turn in one.turns],
        "operation": one.cause,
    }


def _side(side: Outcome | None) -> dict[str, Any] | None:
    if side is None:
        return None
    return {
        "status": side.status.value,
        "owner": side.owner,
        "supporters": sorted(side.supporters),
        "candidates": sorted(side.candidates),
    }


def _console() -> Console:
    return Console(highlight=False, markup=False)
