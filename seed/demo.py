"""`orgatlas demo`: the plan of this repository in a Neo4j of its own, toured and served."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.errors import ServerError
from graph.interruptions import undisturbed
from graph.progress_shown import progress_bars
from graph.queries.loads import latest_load
from graph.server import processes, starts
from graph.server.connections import named_connection
from graph.server.homes import home
from graph.store import Store
from graph.store.migrations import migrate
from graph.terminals import say
from seed.commands import show_report
from seed.file_sums import file_sums
from seed.loading.loads import Options, load_plan
from seed.loading.mass_endings import ALL, MOST_ENDING
from seed.plan_folders import read_plan
from seed.tours import tour

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.progress import Progress
    from graph.server.connections import Connection
    from graph.versions.reports import LoadReport

PLAN = Path(__file__).parent / "plans" / "organization-and-plan"
STOP_SECONDS = 15


def register(app: typer.Typer) -> None:
    """Add `orgatlas demo`."""
    app.command()(demo)


def demo(
    *,
    once: Annotated[bool, typer.Option("--once", help="End after the tour.")] = False,
    port: Annotated[int, typer.Option(help="Port of the API; 0: any free one.")] = 8000,
) -> None:
    """Start Neo4j, load the plan, show a short tour and serve the API until Ctrl-C.

    Whatever this command started, it stops.
    """
    was_running = named_connection() is not None or processes.running(home()) is not None
    try:
        _shown(once=once, port=port)
    except KeyboardInterrupt:
        say("")
    finally:
        with undisturbed():
            if not was_running and starts.stop(home()):
                say("Neo4j has stopped; its data stay for the next demo.")


def _shown(*, once: bool, port: int) -> None:
    plan = read_plan(PLAN)
    with progress_bars() as progress:
        server = starts.ensure_started(progress)
        report = asyncio.run(_loaded(server, plan, progress))
    show_report(report)
    asyncio.run(tour(server, datetime.now().astimezone().date()))
    _say_how_to_log_in(server)
    if not once:
        _serve(port)


async def _loaded(server: Connection, plan: Plan, progress: Progress) -> LoadReport:
    """Load the plan; an older state of the same plan may lose what the newer one dropped."""
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        before = await latest_load(store)
        same = before is not None and before.plan == plan.key
        most = ALL if same else MOST_ENDING
        options = Options(sources=file_sums(PLAN), most_ending=most, data=server.data)
        return await load_plan(store, plan, progress, options)


def _say_how_to_log_in(server: Connection) -> None:
    if server.browser_url:
        say(f"Neo4j Browser:  {server.browser_url}")
        say(f"  connect to    {server.uri}")
        say(f"  log in with   user {server.user}, password {server.password}")
        say(f"                (kept in {home().password_file})")


def _serve(port: int) -> None:
    """Serve in a process of its own: loading and serving do not know each other."""
    command = [sys.executable, "-m", "graph.commands.main", "serve", "--port", str(port)]
    with subprocess.Popen(command) as api:  # noqa: S603 - our own command
        try:
            code = api.wait()
        except KeyboardInterrupt:
            with undisturbed():
                _end(api)
            raise
    if code:
        raise ServerError(
            "The API ended by itself", "see the message above; another port: orgatlas demo --port 0"
        )


def _end(api: subprocess.Popen[bytes]) -> None:
    api.terminate()
    try:
        api.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        api.kill()
