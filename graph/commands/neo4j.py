"""`orgatlas neo4j`: start, stop, look at, or run the embedded server."""

from __future__ import annotations

import contextlib
from typing import Annotated

import typer

from graph.errors import ServerError
from graph.interruptions import undisturbed
from graph.progress_shown import progress_bars
from graph.server import processes, starts
from graph.server.connections import Connection, named_connection, of_running
from graph.server.homes import home
from graph.terminals import say

BoltPort = Annotated[
    int | None, typer.Option(min=1024, max=65535, help="Port for Bolt; a free one if not given.")
]
HttpPort = Annotated[
    int | None, typer.Option(min=1024, max=65535, help="Port for Neo4j Browser; or a free one.")
]

commands = typer.Typer(help="The embedded Neo4j server.", no_args_is_help=True)


def register(app: typer.Typer) -> None:
    """Add `orgatlas neo4j`."""
    app.add_typer(commands, name="neo4j")


@commands.command()
def start(bolt_port: BoltPort = None, http_port: HttpPort = None) -> None:
    """Start the server, or find it running; the first start fetches it."""
    _refuse_named()
    with progress_bars() as progress:
        server, is_new = starts.start(home(), progress, bolt_port=bolt_port, http_port=http_port)
    say("Neo4j runs." if is_new else "Neo4j is already running.")
    describe(server)


@commands.command()
def stop() -> None:
    """Stop the server; its data stay."""
    say("Neo4j has stopped." if starts.stop(home()) else "Neo4j was not running.")


@commands.command()
def status() -> None:
    """Tell whether the server runs, and how to log in; exit code 3 if it does not."""
    place = home()
    found = processes.running(place)
    if found is None:
        say(f"Neo4j is not running. Its home is {place.folder}.")
        raise typer.Exit(3)
    say(f"Neo4j {found.version} runs as process {found.pid}.")
    describe(of_running(place, found))
    say(f"Logs:      {place.logs}")


@commands.command()
def console(bolt_port: BoltPort = None, http_port: HttpPort = None) -> None:
    """Run the server in this terminal until Ctrl-C."""
    _refuse_named()
    place = home()
    if processes.running(place) is not None:
        raise ServerError("Neo4j is already running", "stop it first: orgatlas neo4j stop")
    try:
        with contextlib.suppress(KeyboardInterrupt):
            with progress_bars() as progress:
                server, _ = starts.start(
                    place, progress, bolt_port=bolt_port, http_port=http_port, shown=True
                )
            describe(server)
            processes.wait(place)
    finally:
        with undisturbed():
            starts.stop(place)


def describe(server: Connection) -> None:
    """Print a server's addresses and where its password is."""
    say(f"Bolt:      {server.uri}")
    if server.browser_url:
        say(f"Browser:   {server.browser_url}")
    say(f"Log in:    user {server.user}, password in {home().password_file}")


def _refuse_named() -> None:
    named = named_connection()
    if named is not None:
        raise ServerError(
            f"NEO4J_URI names a server ({named.uri}): the embedded one is not used",
            "unset NEO4J_URI to use the embedded server",
        )
