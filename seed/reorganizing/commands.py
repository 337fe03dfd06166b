"""`orgatlas scenario`: draft reorganizations, checked, and their impact before anything changes."""

from __future__ import annotations

import asyncio
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from graph.ownership.phrases import Language
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.terminals import say
from graph.versions.lifecycles import Tried, checked
from seed.reorganizing import handover_commands, life_commands, what_if_commands
from seed.reorganizing.capacity_options import CAPACITY, capacities_of
from seed.reorganizing.report_files import OUT, REPORTED_IN, SHOWN_IN
from seed.reorganizing.reporting import write_impact
from seed.reorganizing.shown import (
    impact_json,
    print_json,
    show_check,
    show_impact,
    show_names,
)
from seed.reorganizing.tries import File, scenario_given, tried_given
from seed.schemas import scenario_schema_text

AsJson = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]
By = Annotated[str | None, typer.Option("--by", help="Who does this; left out, the author.")]
MOST_NAMES = 1_000


def register(app: typer.Typer) -> None:
    """Add `orgatlas scenario`."""
    commands = typer.Typer(no_args_is_help=True, rich_markup_mode=None)
    commands.callback()(_scenario)
    commands.command()(check)
    commands.command(name="impact")(show)
    handover_commands.register(commands)
    what_if_commands.register(commands)
    life_commands.register(commands)
    commands.command()(schema)
    app.add_typer(commands, name="scenario")


def _scenario() -> None:
    """Draft reorganizations: see every consequence before, forget nothing after."""


def check(
    scenario: File,
    by: By = None,
    *,
    as_json: AsJson = False,
    language: Annotated[Language, SHOWN_IN] = Language.EN,
) -> None:
    """Tell whether a scenario may be applied, what would be forgotten, and keep it as it is."""
    found = asyncio.run(_checked(scenario, by)).impact
    if as_json:
        print_json(impact_json(found, names=0, language=language))
    else:
        show_check(found, language)
    if not found.may_be_applied:
        raise typer.Exit(1)


def show(  # noqa: PLR0913 - an option each
    scenario: File,
    names: Annotated[
        int, typer.Option(min=0, max=MOST_NAMES, help="Name so many of the accounts that change.")
    ] = 0,
    after: Annotated[
        str | None, typer.Option(metavar="KEY", help="Name those after this account.")
    ] = None,
    capacity: Annotated[list[str], CAPACITY] = [],  # noqa: B006 - typer makes a new one
    *,
    as_json: AsJson = False,
    report: Annotated[Path | None, OUT] = None,
    language: Annotated[Language | None, REPORTED_IN] = None,
) -> None:
    """Show what a scenario would do to ownership, targets, posts and duties; nothing changes."""
    capacities = capacities_of(capacity)
    if report is not None:
        found = write_impact(scenario, report, language, names, after, capacities=capacities)
        say(f"Wrote what {found.scenario.key} would do to {report}.")
        return
    found = asyncio.run(tried_given(scenario, capacities))
    told_in = language or Language.EN
    if as_json:
        print_json(impact_json(found, names=names, after=after, language=told_in))
        return
    show_impact(found, told_in)
    if names:
        show_names(found, names, after, told_in)


def schema() -> None:
    """Print the JSON Schema of a scenario's file, for editors."""
    typer.echo(scenario_schema_text(), nl=False)


async def _checked(given: str, by: str | None) -> Tried:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        scenario = await scenario_given(store, given)
        return await checked(store, scenario, by or scenario.author)
