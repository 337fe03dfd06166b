"""`orgatlas scenario compare` and `alternative`: two drafts side by side, and a way around one."""

from __future__ import annotations

import asyncio
from dataclasses import asdict
from typing import Annotated

import typer
import yaml
from rich.console import Console

from graph.errors import Conflict
from graph.ownership.phrases import EN
from graph.reorganization.alternatives import alternative
from graph.reorganization.figures import figures
from graph.tables import folding
from graph.terminals import say
from seed.reorganizing.shown import print_json
from seed.reorganizing.tries import File, each_tried, tried_given

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]


def register(commands: typer.Typer) -> None:
    """Add the commands to `orgatlas scenario`."""
    commands.command()(compare)
    commands.command(name="alternative")(way_around)


def compare(
    scenario: File,
    others: Annotated[
        list[str], typer.Argument(help="The other scenarios: files, or keys of those kept before.")
    ],
    *,
    as_json: AsJson = False,
) -> None:
    """Show what scenarios would do, side by side, each by itself on the newest revision."""
    tried = asyncio.run(each_tried([scenario, *others]))
    keys = [one.impact.scenario.key for one in tried]
    rows = [*zip(*(figures(one.impact) for one in tried), strict=True)]
    if as_json:
        values = {row[0].key: [one.value for one in row] for row in rows}
        print_json({"revision": tried[0].version.number, "scenarios": keys, "figures": values})
        return
    table = folding("what", *keys)
    for row in rows:
        table.add_row(row[0].label(EN), *(f"{one.value:,}" for one in row))
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
        lost = [asdict(one) for one in around.lost]
        print_json({"operations": operations, "lost": lost})
        return
    say(f"# {len(operations)} exceptions keep {customer} with its present owners: put them last.")
    typer.echo(yaml.safe_dump(operations, allow_unicode=True, sort_keys=False), nl=False)
    for one in around.lost:
        say(f"# no exception can keep {one}: its present owner is no more")
