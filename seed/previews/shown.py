"""A preview as tables for people, and as JSON for programs."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from rich.console import Console

from graph.tables import folding
from graph.terminals import say
from seed.count_tables import count_table

if TYPE_CHECKING:
    from graph.queries.stated.field_changes import Plain
    from seed.previews.previews import KindPreview, Preview

SHOWN = 20
"""Lines of one table; the rest is counted."""


def show_preview(found: Preview) -> None:
    """Print what a load would do."""
    against = found.against
    base = f"load {against.number} ({against.plan})" if against else "an empty graph"
    say(f"{found.plan.key} {found.plan.name}, from {found.plan.start}, against {base}:")
    if found.changes_nothing:
        say("Nothing would change.")
        return
    console = Console(highlight=False, markup=False)
    console.print(count_table(found.counts))
    for kind in found.kinds:
        _show_kind(kind, console)
    _show_ownership(found, console)


def preview_json(found: Preview) -> dict[str, Any]:
    """Return a preview as plain values."""
    against = found.against
    return {
        "plan": found.plan.key,
        "from": str(found.plan.start),
        "against": {"load": against.number, "plan": against.plan} if against else None,
        "counts": [asdict(count) for count in found.counts],
        "kinds": [asdict(kind) for kind in found.kinds],
        "ownership": {
            "as_of": str(found.day),
            "totals": {turn.value: count for turn, count in found.ownership.totals().items()},
            "moved": [asdict(one) for one in found.ownership.moved],
        },
    }


def _show_kind(kind: KindPreview, console: Console) -> None:
    lines = [
        *((f"+ {one.key}", one.name, "", "") for one in kind.added),
        *((f"- {one.key}", one.name, "", "") for one in kind.ended),
        *(
            (f"~ {one.key}", one.name, one.field, f"{text(one.before)} → {text(one.after)}")
            for one in kind.changed
        ),
    ]
    title = f"{kind.kind}: + added, - ended, ~ changed"
    table = folding("key", "name", "field", "before → after", title=title)
    for line in lines[:SHOWN]:
        table.add_row(*line)
    console.print(table)
    _say_rest(len(lines))


def _show_ownership(found: Preview, console: Console) -> None:
    moved = found.ownership.moved
    if not moved:
        say(f"Nobody's owner or supporters would change on {found.day}.")
        return
    totals = found.ownership.totals().items()
    said = ", ".join(f"{turn.replace('-', ' ')} {count:,}" for turn, count in totals)
    columns = ("what", "function", "before", "after", "accounts", "such as")
    table = folding(*columns, title=f"Who owns and supports, on {found.day}: {said}")
    for one in moved[:SHOWN]:
        table.add_row(
            one.turn.replace("-", " "),
            one.function,
            "\n".join(one.before) or "nobody",
            "\n".join(one.after) or "nobody",
            f"{one.accounts:,}",
            ", ".join(one.examples),
        )
    console.print(table)
    _say_rest(len(moved))


def _say_rest(lines: int) -> None:
    if lines > SHOWN:
        say(f"… and {lines - SHOWN:,} more: --json has them all.")


def text(value: Plain) -> str:
    """Return a plain value as a table shows it."""
    if value is None or value in ([], {}):
        return "nothing"
    if isinstance(value, list):
        return ", ".join(text(one) for one in value)
    if isinstance(value, dict):
        return ", ".join(f"{name}: {text(one)}" for name, one in value.items())
    return str(value)
