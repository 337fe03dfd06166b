"""`orgatlas doctor`: what was found on this machine, and what is wrong with it."""

from __future__ import annotations

import asyncio
import platform
import shutil
import subprocess
import sys
from importlib.metadata import version
from typing import TYPE_CHECKING

import psutil
from rich.console import Console
from rich.table import Column, Table

from graph.errors import OrgGraphError, ServerError
from graph.queries.loads import latest_load
from graph.server import processes
from graph.server.connections import Connection, connection
from graph.server.homes import home, jar_cache
from graph.server.jars import locked_jars, missing_jars, neo4j_version
from graph.server.settings import MEGABYTE
from graph.store import Store
from graph.store.migrations import schema_state

if TYPE_CHECKING:
    import typer


def register(app: typer.Typer) -> None:
    """Add `orgatlas doctor`."""
    app.command()(doctor)


def doctor() -> None:
    """Print what was found: Python, Java, jars, server, schema, memory and disk."""
    table = Table("what", Column(overflow="fold"), show_header=False, box=None)
    for what, found in [*_machine(), *_jars(), *_server()]:
        table.add_row(what, found)
    Console(highlight=False, markup=False).print(table)


def _machine() -> list[tuple[str, str]]:
    memory = psutil.virtual_memory()
    place = home().folder.parent
    disk = shutil.disk_usage(next(one for one in (place, *place.parents) if one.exists()))
    return [
        ("Orgatlas", version("orgatlas")),
        ("Python", f"{platform.python_version()} ({sys.executable})"),
        ("Platform", f"{platform.system()} {platform.machine()}"),
        ("Memory", f"{memory.available // MEGABYTE} MB of {memory.total // MEGABYTE} MB available"),
        ("Disk", f"{disk.free // MEGABYTE} MB free for {place}"),
        ("Java", _java()),
    ]


def _java() -> str:
    java = processes.java()
    if not java.exists():
        return f"missing: {java}"
    told = subprocess.run(  # noqa: S603 - our own Java
        [java, "-version"], capture_output=True, text=True, check=False, timeout=30
    )
    return (told.stderr or told.stdout).splitlines()[0]


def _jars() -> list[tuple[str, str]]:
    cache = jar_cache()
    missing, total = missing_jars(cache), len(locked_jars())
    state = "all as locked" if not missing else f"{missing} to fetch at the next start"
    return [("Neo4j", neo4j_version()), ("Jars", f"{total} in {cache}: {state}")]


def _server() -> list[tuple[str, str]]:
    try:
        server = connection()
    except ServerError as error:
        return [("Server", f"{error.message}: {error.remedy}")]
    try:
        return [("Server", server.uri), *asyncio.run(_graph(server))]
    except OrgGraphError as error:
        return [("Server", f"{server.uri}: {error}")]


async def _graph(server: Connection) -> list[tuple[str, str]]:
    async with Store.connect(server.uri, server.user, server.password) as store:
        schema = await schema_state(store)
        plan = await latest_load(store)
    pending = f", {len(schema.pending)} migrations to apply" if schema.pending else ""
    loaded = "none: orgatlas plan load PATH"
    if plan is not None:
        at = f"{plan.loaded_at:%Y-%m-%d %H:%M}"
        loaded = f"{plan.plan} {plan.name}, revision {plan.number}, loaded {at}"
    return [("Schema", f"version {schema.version}{pending}"), ("Plan", loaded)]
