"""`orgatlas serve`: the API on this machine, and on this machine only."""

import asyncio
import contextlib
import ipaddress
import logging
import os
import socket
from contextlib import AbstractAsyncContextManager
from typing import Annotated

import typer
import uvicorn

from api.apps import create_app
from graph.errors import ServerError
from graph.server.connections import Connection, connection
from graph.store import Store
from graph.store.migrations import migrate

CONTAINER = "ORGATLAS_CONTAINER"
"""Set to 1 in our container image, whose port is published on the loopback interface only."""
RETRY_SECONDS = 2.0
"""A read is tried again for about three seconds; then the client hears that Neo4j is away."""


def register(app: typer.Typer) -> None:
    """Add the command."""
    app.command("serve", help="Serve GraphQL at /graphql on this machine, until Ctrl-C.")(serve)


def serve(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where to listen; 0: any free port.")
    ] = 8000,
    host: Annotated[
        str, typer.Option(help="An address of this machine's own: a loopback address.")
    ] = "127.0.0.1",
    *,
    allow_changes: Annotated[
        bool,
        typer.Option(
            "--allow-changes",
            help="Let mutations in: whoever reaches this address may then draft, approve and apply"
            " scenarios under any name.",
        ),
    ] = False,
    warm_up: Annotated[
        bool,
        typer.Option(
            "--warm-up/--no-warm-up",
            help="Read the newest revision ahead, so that the first impact of a scenario is quick;"
            " it takes time and memory, some 700 MB for a million accounts.",
        ),
    ] = True,
) -> None:
    """Serve the API until it is told to stop.

    Raises:
        ServerError: the address is not loopback, the port is taken, or Neo4j does not answer.
    """
    refuse_open_address(host)
    neo4j = connection()
    asyncio.run(_prepare(neo4j))
    with _listening(host, port) as listener:
        logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s: %(message)s")
        config = uvicorn.Config(
            create_app(lambda: open_store(neo4j), allow_changes=allow_changes, warm_up=warm_up),
            access_log=False,
            log_level="warning",
            server_header=False,
            ws="none",
            timeout_graceful_shutdown=5,
        )
        with contextlib.suppress(KeyboardInterrupt):
            server = _AnnouncedServer(config, neo4j, "on" if allow_changes else "off")
            server.run(sockets=[listener])


def open_store(neo4j: Connection) -> AbstractAsyncContextManager[Store]:
    """Open the store that the API reads: it gives up on a server that is away within seconds."""
    return Store.connect(neo4j.uri, neo4j.user, neo4j.password, retry_seconds=RETRY_SECONDS)


def refuse_open_address(host: str) -> None:
    """Refuse an address that others could reach.

    Raises:
        ServerError: it is not a loopback address, and this is not our container.
    """
    if os.environ.get(CONTAINER) == "1" or _is_loopback(host):
        return
    raise ServerError(
        f"Orgatlas does not listen on {host}: it has no sign-in yet, so everybody who reaches that"
        " address could read the whole plan",
        "leave --host out, and reach this machine through a tunnel if you are elsewhere",
    )


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


async def _prepare(neo4j: Connection) -> None:
    """Fail early and clearly where Neo4j does not answer; bring its schema up to date."""
    async with open_store(neo4j) as store:
        await migrate(store)


def _listening(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        raise ServerError(
            f"Orgatlas cannot listen on {host}:{port}: {error.strerror or error}",
            "give another port with --port, or --port 0 for any free one",
        ) from error
    return listener


class _AnnouncedServer(uvicorn.Server):
    """Says where it is once it answers."""

    def __init__(self, config: uvicorn.Config, neo4j: Connection, changes: str) -> None:
        super().__init__(config)
        self._neo4j = neo4j
        self._changes = changes

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then say where."""
        await super().startup(sockets)
        if not (self.started and sockets):
            return
        host, port = sockets[0].getsockname()[:2]
        root = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        typer.echo(f"GraphQL  {root}/graphql  (open it in a browser)")
        typer.echo(f"Health   {root}/health/ready")
        typer.echo(f"Changes  {self._changes}  (mutations; --allow-changes)")
        if self._neo4j.browser_url:
            typer.echo(f"Neo4j    {self._neo4j.browser_url}")
        typer.echo("Ctrl-C stops it.")
