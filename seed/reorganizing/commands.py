"""`orgatlas scenario`: draft reorganizations, checked, and their impact before anything changes."""

from __future__ import annotations

import asyncio
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from graph.ownership.phrases import Language
from graph.reorganization.reports.words import Words
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.terminals import say
from graph.versions.lifecycles import Checked, checked
from seed.reorganizing import handover_commands, life_commands, what_if_commands
from seed.reorganizing.capacity_options import CAPACITY, capacities_of
from seed.reorganizing.clashes_shown import clashes_json, show_clashes
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
    """Tell whether a scenario may be applied, what would be forgotten and what clashes; keep it."""
    done = asyncio.run(_checked(scenario, by))
    if as_json:
        told = impact_json(done.impact, names=0, language=language)
        print_json({**told, **clashes_json(done, language)})
    else:
        show_check(done.impact, language)
        _show_whether_it_stays(done, language)
    if not (done.saved and done.impact.may_be_applied):
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


def _show_whether_it_stays(done: Checked, language: Language) -> None:
    if done.saved:
        return
    show_clashes(done, language)
    count = len(done.clashes)
    accept = f"orgatlas scenario rebase {done.impact.scenario.key} --by NAME --accept"
    say(
        Words(language)(
            f"{count} clashes with what changed since its base: it is kept as a draft there."
            f" Change the operations and check again, or go on as they are: {accept}",
            f"与其基础版本之后的变化有{count}处冲突，方案仍作为草案留在原版本："
            f"修改操作后重新 check，或照旧继续：{accept}",
        )
    )


async def _checked(given: str, by: str | None) -> Checked:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        scenario = await scenario_given(store, given)
        return await checked(store, scenario, by or scenario.author)
