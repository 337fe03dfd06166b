"""`orgatlas scenario compare` and `alternative`: two drafts side by side, and a way around one."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated, Any

import typer
import yaml
from rich.console import Console

from graph.errors import Conflict
from graph.ownership.changes import Turn
from graph.reorganization.alternatives import alternative
from graph.tables import folding
from graph.terminals import say
from seed.reorganizing.shown import print_json
from seed.reorganizing.tries import File, tried_given

if TYPE_CHECKING:
    from graph.reorganization.impacts import Impact

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(commands: typer.Typer) -> None:
    """Add the commands to `orgatlas scenario`."""
    commands.command()(compare)
    commands.command(name="alternative")(way_around)


def compare(one: File, other: File, *, as_json: AsJson = False) -> None:
    """Show what two scenarios would do, side by side, each on the newest revision."""
    sides = [asyncio.run(tried_given(given)) for given in (one, other)]
    lines = {name: [_figures(side)[name] for side in sides] for name in _figures(sides[0])}
    if as_json:
        print_json({"scenarios": [side.scenario.key for side in sides], "figures": lines})
        return
    table = folding("what", *(side.scenario.key for side in sides))
    for name, values in lines.items():
        table.add_row(name, *(f"{value:,}" for value in values))
    Console(highlight=False, markup=False).print(table)


def way_around(
    scenario: File,
    customer: Annotated[str, typer.Option(help="The key of the customer group.")],
    *,
    as_json: AsJson = False,
) -> None:
    """Give the fewest exceptions that keep a key account with its present owners."""
    found = asyncio.run(tried_given(scenario))
    if customer not in {key for key, _ in found.accounts.by_customer(only_key_accounts=False)}:
        raise Conflict(
            f"no account of {customer} changes: it is no customer group, or the scenario leaves it"
            " alone"
        )
    around = alternative(found, customer)
    operations = [
        one.model_dump(mode="json", by_alias=True, exclude_none=True) for one in around.operations
    ]
    if as_json:
        print_json({"operations": operations, "lost": list(around.lost)})
        return
    say(f"# {len(operations)} exceptions keep {customer} with its present owners: put them last.")
    typer.echo(yaml.safe_dump(operations, allow_unicode=True, sort_keys=False), nl=False)
    for one in around.lost:
        say(f"# no exception can keep {one}: its present owner is no more")


def _figures(found: Impact) -> dict[str, Any]:
    totals = found.accounts.totals()
    scattered = found.accounts.scattered
    departments = [edit for edit in found.replayed.edits if edit.part == "departments"]
    return {
        "accounts that change": found.accounts.accounts(),
        **{turn.replace("-", " "): totals.get(turn, 0) for turn in Turn},
        "not placed": len(found.missing),
        "operations that cannot be done": len(found.replayed.refusals),
        "key accounts more scattered": sum(one.growth > 0 for one in scattered),
        "departments above capacity": len({one.department for one in found.loads.above}),
        "departments with accounts and no people": len(
            {one.department for one in found.loads.unserved}
        ),
        "departments no more": sum(edit.after is None for edit in departments),
        "departments new": sum(edit.before is None for edit in departments),
        "posts that move or end": len(found.posts),
        "departments whose targets change": sum(
            one.department is not None for one in found.indicators
        ),
    }
