"""`orgatlas plan history` and `undo`: what was loaded, and back to before the last load."""

from __future__ import annotations

import asyncio
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from graph.queries.loads import LOADED, LoadRow, loads
from graph.server.connections import connection
from graph.store import Store
from graph.store.migrations import migrate
from graph.tables import folding
from graph.terminals import say
from graph.versions.undos import undo_last_load

if TYPE_CHECKING:
    from collections.abc import Sequence

AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of tables.")]
Files = Annotated[bool, typer.Option("--files", help="Show each load's files with their sums.")]


def register(commands: typer.Typer) -> None:
    """Add the commands to `orgatlas plan`."""
    commands.command()(history)
    commands.command()(undo)


def history(*, files: Files = False, as_json: AsJson = False) -> None:
    """List the loads, the newest first: who, when, which plan, and what each changed."""
    rows = asyncio.run(_loads())
    if as_json:
        listed = [asdict(row) for row in rows]
        typer.echo(json.dumps(listed, ensure_ascii=False, indent=2, default=str))
    elif not rows:
        say("Nothing was ever loaded.")
    else:
        _show(rows, files=files)


def undo() -> None:
    """Return to the state before the last load; its record stays in the history."""
    load, before = asyncio.run(_undone())
    said = "the graph is empty" if before is None else f"the graph answers from load {before}"
    say(f"Load {load.number} of {load.plan} is undone: {said}.")


async def _loads() -> list[LoadRow]:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        return await loads(store)


async def _undone() -> tuple[LoadRow, int | None]:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        await migrate(store)
        load = await undo_last_load(store)
        counting = [row.number for row in await loads(store) if row.state == LOADED]
        return load, next(iter(counting), None)


def _show(rows: Sequence[LoadRow], *, files: bool) -> None:
    headers = ["load", "plan", "starts", "loaded", "by", "changed"]
    table = folding(*headers, *(["files"] if files else []))
    for row in rows:
        changed = [text for text in row.counts if " added=0 changed=0 ended=0 " not in text]
        cells = [
            f"{row.number}",
            f"{row.plan} {row.name}",
            f"{row.start}",
            f"{row.loaded_at:%Y-%m-%d %H:%M}",
            _who(row),
            "\n".join(changed),
        ]
        table.add_row(*cells, *(["\n".join(row.sources)] if files else []))
    Console(highlight=False, markup=False).print(table)


def _who(row: LoadRow) -> str:
    """Return who loaded it, and who undid it."""
    if row.undone_at is None:
        return row.loaded_by
    return f"{row.loaded_by}\nundone {row.undone_at:%Y-%m-%d %H:%M} by {row.undone_by}"
