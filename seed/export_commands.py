"""`orgatlas plan export`: the live graph back as a plan folder."""

from __future__ import annotations

import asyncio
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import TYPE_CHECKING, Annotated

import typer

from graph.bulk import uncollected
from graph.days import day_given
from graph.server.connections import connection
from graph.store import Store
from graph.terminals import say
from seed.exporting.exports import export_plan
from seed.exporting.formats import Format

if TYPE_CHECKING:
    from datetime import date

    from seed.exporting.exports import Exported


def register(commands: typer.Typer) -> None:
    """Add the command to `orgatlas plan`."""
    commands.command()(export)


def export(
    out: Annotated[Path, typer.Argument(help="A folder that is empty, or not there yet.")],
    *,
    as_of: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day; today if not given.")
    ] = None,
    form: Annotated[
        Format, typer.Option("--format", help="What the entries are written in.")
    ] = Format.YAML,
) -> None:
    """Write the plan in force on a day back as a folder; loading it again changes nothing."""
    with uncollected():
        done = asyncio.run(_exported(out, day_given(as_of), form))
    say(
        f"Wrote {done.load.plan} as load {done.load.number} states it to {out}:"
        f" {done.entries:,} entries."
    )


async def _exported(out: Path, day: date, form: Format) -> Exported:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        return await export_plan(store, out, day, form)
