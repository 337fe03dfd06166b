"""`orgatlas plan`: begin a plan, check it, see what it changes, load it, undo that."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from graph.bulk import uncollected
from graph.interruptions import STOPPED
from graph.progress_shown import JsonProgress, Quiet, progress_shown
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.terminals import say, say_error
from seed import (
    export_commands,
    history_commands,
    init_commands,
    mapping_commands,
    preview_commands,
)
from seed.count_tables import count_table
from seed.file_sums import file_sums
from seed.loading.early import Early
from seed.loading.loads import Options, load_plan
from seed.loading.mass_endings import MOST_ENDING
from seed.plan_arguments import Folder, Report, folder_of, valid_plan
from seed.schemas import mapping_schema_text, plan_schema_text

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.progress import Progress
    from graph.server.connections import Connection
    from graph.versions.reports import LoadReport

AllowEnding = Annotated[
    float | None,
    typer.Option(
        metavar="PERCENT",
        min=0,
        max=100,
        help="The part of a kind that a load may end; 20 if not given.",
    ),
]
OfMappings = Annotated[bool, typer.Option("--mapping", help="That of mapping.yaml instead.")]

commands = typer.Typer(help="Plans in files: check them, load them.", no_args_is_help=True)
export_commands.register(commands)
history_commands.register(commands)
mapping_commands.register(commands)
init_commands.register(commands)
preview_commands.register(commands)


def register(app: typer.Typer) -> None:
    """Add `orgatlas plan`."""
    app.add_typer(commands, name="plan")


@commands.command()
def validate(path: Folder, *, report: Report = None) -> None:
    """Check a plan whole and list every problem; exit code 1 if there is any."""
    plan = valid_plan(path, report=report)
    say(f"{plan.key} {plan.name}: valid. {_size(plan)}")


@commands.command()
def load(
    path: Folder,
    *,
    allow_ending: AllowEnding = None,
    quiet: Quiet = False,
    json_progress: JsonProgress = False,
    report: Report = None,
) -> None:
    """Check a plan, then make the graph answer from it, from its start on: whole, or not at all."""
    early = Early()
    try:
        plan = valid_plan(path, "Nothing was loaded: the graph is as it was.", report)
        server = connection()
        most = MOST_ENDING if allow_ending is None else allow_ending / 100
        sources = file_sums(folder_of(path))
        options = Options(sources=sources, most_ending=most, data=server.data, early=early)
        with uncollected(), progress_shown(quiet=quiet, as_json=json_progress) as progress:
            loaded = asyncio.run(_loaded(server, plan, progress, options))
    except KeyboardInterrupt:
        say_error("Stopped. Nothing was loaded: the graph answers as before.")
        raise typer.Exit(STOPPED) from None
    show_report(loaded)


@commands.command()
def schema(*, of_mappings: OfMappings = False) -> None:
    """Print the JSON Schema of plan files, for editors."""
    typer.echo(mapping_schema_text() if of_mappings else plan_schema_text(), nl=False)


async def _loaded(
    server: Connection, plan: Plan, progress: Progress, options: Options
) -> LoadReport:
    """Bring a server's schema up to date and load a plan into it."""
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        return await load_plan(store, plan, progress, options)


def show_report(report: LoadReport) -> None:
    """Print what a load changed."""
    if report.changed_nothing:
        say(f"Nothing changed: the graph holds this plan already (revision {report.revision}).")
        return
    Console(highlight=False).print(count_table(report.counts))
    say(f"Loaded {report.plan}: revision {report.revision}.")


def _size(plan: Plan) -> str:
    return (
        f"{len(plan.departments)} departments, {len(plan.customers)} customers,"
        f" {len(plan.subsidiaries)} subsidiaries, {len(plan.rules)} rules,"
        f" {len(plan.exceptions)} exceptions."
    )
