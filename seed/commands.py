"""`orgatlas plan`: begin a plan, validate it, or load it; what was loaded, and undoing it."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.table import Table

from graph.errors import ModelError
from graph.progress_shown import JsonProgress, Quiet, progress_shown
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.terminals import say, say_error
from seed import history_commands, mapping_commands
from seed.bulk import uncollected
from seed.file_sums import file_sums
from seed.listings import REPORT, list_problems, tell_findings
from seed.loading.changes import MOST_ENDING
from seed.loading.loads import Options, load_plan
from seed.plan_folders import inspected
from seed.schemas import mapping_schema_text, plan_schema_text
from seed.starting import Format, start_plan

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.progress import Progress
    from graph.server.connections import Connection
    from seed.loading.reports import LoadReport

Folder = Annotated[Path, typer.Argument(help="The plan's folder, or its plan.yaml.")]
AllowEnding = Annotated[
    float | None,
    typer.Option(
        metavar="PERCENT",
        min=0,
        max=100,
        help="The part of a kind that a load may end; 20 if not given.",
    ),
]
Report = Annotated[Path | None, REPORT]
OfMappings = Annotated[bool, typer.Option("--mapping", help="That of mapping.yaml instead.")]

STOPPED = 130
"""Exit code after Ctrl-C."""

commands = typer.Typer(help="Plans in files: check them, load them.", no_args_is_help=True)
history_commands.register(commands)
mapping_commands.register(commands)


def register(app: typer.Typer) -> None:
    """Add `orgatlas plan`."""
    app.add_typer(commands, name="plan")


@commands.command()
def validate(path: Folder, *, report: Report = None) -> None:
    """Check a plan whole and list every problem; exit code 1 if there is any."""
    plan = _valid_plan(path, report=report)
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
    plan = _valid_plan(path, "Nothing was loaded: the graph is as it was.", report)
    server = connection()
    most = MOST_ENDING if allow_ending is None else allow_ending / 100
    options = Options(sources=file_sums(_folder(path)), most_ending=most)
    try:
        with uncollected(), progress_shown(quiet=quiet, as_json=json_progress) as progress:
            loaded = asyncio.run(_loaded(server, plan, progress, options))
    except KeyboardInterrupt:
        say_error("Stopped. Nothing was loaded: the graph answers as before.")
        raise typer.Exit(STOPPED) from None
    show_report(loaded)


@commands.command()
def init(
    path: Annotated[Path, typer.Argument(help="The folder of the new plan.")],
    *,
    formats: Annotated[
        list[Format] | None,
        typer.Option("--format", help="What to write the entries in; may be repeated."),
    ] = None,
) -> None:
    """Write an empty plan that explains itself: YAML files and an Excel workbook to fill in."""
    try:
        files = start_plan(path, formats or [Format.YAML, Format.XLSX])
    except ModelError as error:
        list_problems(error.problems, "problem", path)
        raise typer.Exit(1) from error
    say(f"Wrote {len(files)} files to {path}. Fill in what you need, then")
    say(f"  orgatlas plan validate {path}")


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
    table = Table("", "added", "changed", "ended", "unchanged", box=None, header_style="bold")
    for column in table.columns[1:]:
        column.justify = "right"
    for count in report.counts:
        if count.added or count.changed or count.ended:
            numbers = (count.added, count.changed, count.ended, count.unchanged)
            table.add_row(count.name, *(str(number) for number in numbers))
    Console(highlight=False).print(table)
    say(f"Loaded {report.plan}: revision {report.revision}.")


def _valid_plan(path: Path, then: str = "", report: Path | None = None) -> Plan:
    """Read a plan and return it; or list its problems, say what follows, and exit."""
    folder = _folder(path)
    with uncollected():
        inspection = inspected(folder)
    list_problems(inspection.warnings, "warning", folder)
    list_problems(inspection.problems, "problem", folder)
    tell_findings(inspection.findings, report)
    if inspection.plan is None:
        if then:
            say_error(then)
        raise typer.Exit(1)
    return inspection.plan


def _folder(path: Path) -> Path:
    return path.parent if path.name == "plan.yaml" else path


def _size(plan: Plan) -> str:
    return (
        f"{len(plan.departments)} departments, {len(plan.customers)} customers,"
        f" {len(plan.subsidiaries)} subsidiaries, {len(plan.rules)} rules,"
        f" {len(plan.exceptions)} exceptions."
    )
