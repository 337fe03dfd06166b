"""The Neo4j that the tests run against: named, in a container, or embedded."""

from __future__ import annotations

import os
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import docker
from docker.errors import DockerException
from testcontainers.community.neo4j import Neo4jContainer

from graph.server import starts
from graph.server.connections import Connection
from graph.server.homes import Home
from graph.server.settings import shared_settings

if TYPE_CHECKING:
    from collections.abc import Generator

IMAGE = "neo4j:2026.09.0"


@contextmanager
def running_server() -> Generator[Connection]:
    """Give the server: `NEO4J_TEST_URI` (its data are deleted), a container, or an embedded one."""
    uri = os.environ.get("NEO4J_TEST_URI")
    if uri:
        user = os.environ.get("NEO4J_TEST_USER", "neo4j")
        yield Connection(uri, user, os.environ["NEO4J_TEST_PASSWORD"])
        return
    with ExitStack() as stack:
        if _docker_answers():
            yield _contained(stack)
        else:
            yield stack.enter_context(embedded_server())


@contextmanager
def embedded_server() -> Generator[Connection]:
    """Give an embedded server with a home of its own, gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="orgatlas-tests-") as folder:
        place = Home(Path(folder) / "neo4j")
        server, _ = starts.start(place)
        try:
            yield server
        finally:
            starts.stop(place)


def _docker_answers() -> bool:
    if "DOCKER_HOST" not in os.environ and not Path("/var/run/docker.sock").exists():
        return False
    try:
        client = docker.from_env()
    except DockerException:
        return False
    client.close()
    return True


def _contained(stack: ExitStack) -> Connection:
    container = Neo4jContainer(IMAGE)
    for name, value in shared_settings().items():
        variable = "NEO4J_" + name.replace("_", "__").replace(".", "_")
        container = container.with_env(variable, value)
    running = stack.enter_context(container)
    return Connection(running.get_connection_url(), running.username, running.password)
