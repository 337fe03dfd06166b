"""`orgatlas plan diff`: what loading a plan would do."""

from __future__ import annotations

import asyncio
import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from graph.bulk import uncollected
from graph.progress_shown import JsonProgress, Quiet, progress_shown
from graph.server.connections import connection
from graph.store import Store
from seed.plan_arguments import Folder, valid_plan
from seed.previews.previews import Preview, preview
from seed.previews.shown import preview_json, show_preview

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.progress import Progress

AsJson = Annotated[bool, typer.Option("--json", help="Print everything as JSON.")]


def register(commands: typer.Typer) -> None:
    """Add the command to `orgatlas plan`."""
    commands.command()(diff)


def diff(
    path: Folder,
    *,
    as_json: AsJson = False,
    quiet: Quiet = False,
    json_progress: JsonProgress = False,
) -> None:
    """Show what loading a plan would add, change and end, and what that does to ownership."""
    plan = valid_plan(path, then="Nothing was compared.")
    today = datetime.now().astimezone().date()
    with uncollected(), progress_shown(quiet=quiet, as_json=json_progress) as progress:
        found = asyncio.run(_previewed(plan, today, progress))
    if as_json:
        typer.echo(json.dumps(preview_json(found), ensure_ascii=False, indent=2))
    else:
        show_preview(found)


async def _previewed(plan: Plan, today: date, progress: Progress) -> Preview:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        return await preview(store, plan, today, progress)
