"""The server's password: random, in a file that only the user can read."""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

import neo4j
from neo4j.exceptions import AuthError

if TYPE_CHECKING:
    from graph.server.homes import Home

USER = "neo4j"
FIRST_PASSWORD = "neo4j"  # noqa: S105 - every new Neo4j has it, and wants it changed
STATUS = """
SHOW DATABASE neo4j YIELD currentStatus AS status, statusMessage AS message
RETURN CASE WHEN status = 'offline' AND message <> '' THEN 'failed' ELSE status END AS status
"""
CHANGE = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"


def password(home: Home) -> str:
    """Return the home's password; the first call makes one up and writes the file."""
    home.folder.mkdir(parents=True, exist_ok=True)
    if not home.password_file.exists():
        draft = home.password_file.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
        draft.replace(home.password_file)
    return home.password_file.read_text(encoding="utf-8").strip()


def secure(uri: str, wanted: str) -> str:
    """Check that the server takes the password; a new server's first one is changed to it.

    Return what the server says of its database: `online`, `failed`, or on the way.

    Raises:
        neo4j.exceptions.DriverError | neo4j.exceptions.Neo4jError: it does not answer (yet), or
            has another password.
    """
    try:
        return _database_status(uri, wanted)
    except AuthError:
        with _driver(uri, FIRST_PASSWORD) as driver:
            driver.execute_query(CHANGE, old=FIRST_PASSWORD, new=wanted, database_="system")
        return _database_status(uri, wanted)


def _database_status(uri: str, secret: str) -> str:
    with _driver(uri, secret) as driver, driver.session(database="system") as session:  # pyright: ignore[reportUnknownMemberType]
        return session.run(STATUS).single(strict=True)["status"]


def _driver(uri: str, secret: str) -> neo4j.Driver:
    return neo4j.GraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
        uri, auth=(USER, secret), connection_timeout=5.0, max_transaction_retry_time=1.0
    )
