"""Reading and writing through .cypher files: typed rows out, one transaction in."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any, LiteralString, Protocol, Self

import neo4j
from neo4j.exceptions import Neo4jError
from pydantic import ValidationError

from graph.errors import QueryDefinitionError, StoreUnavailable
from graph.store.failures import met_another, translated
from graph.store.values import native

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, AsyncIterator

    from graph.cypher_files import Query, RowT, Statement

READ_SECONDS = 30.0
"""How long one read may take on the server."""
DEFINE_AGAIN = (0.05, 0.2, 1.0)
"""Seconds to wait before each new try of a schema command."""
RETRY_SECONDS = 15.0
"""How long a passing failure is tried again: as long as a server needs to restart."""


class Reader(Protocol):
    """Whatever can answer a query."""

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        """Return the query's rows."""
        ...


class Writer(Reader, Protocol):
    """Whatever can also write, as part of one transaction."""

    async def write(self, statement: Statement, **parameters: Any) -> None:
        """Run the statement."""
        ...


class Transaction:
    """One transaction: all it wrote happens together, or not at all."""

    def __init__(self, transaction: neo4j.AsyncTransaction) -> None:
        self._transaction = transaction

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        """Return the rows as this transaction sees them."""
        with translated():
            result = await self._transaction.run(query.text, parameters)
            records = [record async for record in result]
        return _typed(query, records)

    async def stream(self, query: Query[RowT], **parameters: Any) -> AsyncIterator[RowT]:
        """Yield the rows as they come: for results too large to be held at once."""
        with translated():
            result = await self._transaction.run(query.text, parameters)
            async for record in result:
                for row in _typed(query, [record]):
                    yield row

    async def write(self, statement: Statement, **parameters: Any) -> None:
        """Run the statement inside this transaction."""
        with translated():
            result = await self._transaction.run(statement.file.text, parameters)
            await result.consume()


class Store:
    """A connection to one Neo4j database."""

    def __init__(self, driver: neo4j.AsyncDriver, database: str | None = None) -> None:
        self._driver = driver
        self._database = database

    @classmethod
    @asynccontextmanager
    async def connect(
        cls,
        uri: str,
        user: str,
        password: str,
        database: str | None = None,
        *,
        retry_seconds: float = RETRY_SECONDS,
    ) -> AsyncGenerator[Self]:
        """Open a store on a server and close it afterwards.

        A read that fails in passing is tried again for `retry_seconds`; the last try may end later.

        Raises:
            StoreUnavailable: the server does not answer, or refuses the user.
        """
        with translated():
            driver = neo4j.AsyncGraphDatabase.driver(  # pyright: ignore[reportUnknownMemberType]
                uri,
                auth=(user, password),
                notifications_min_severity="OFF",
                connection_acquisition_timeout=10.0,
                connection_timeout=5.0,
                max_transaction_retry_time=retry_seconds,
            )
        try:
            with translated():
                await driver.get_server_info()  # pyright: ignore[reportUnknownMemberType]
            yield cls(driver, database)
        finally:
            await driver.close()

    async def read(self, query: Query[RowT], **parameters: Any) -> list[RowT]:
        """Return the query's rows; a passing failure is tried again for a while.

        Raises:
            StoreUnavailable: no answer in time.
        """
        with translated():
            result = await self._driver.execute_query(
                neo4j.Query(query.text, timeout=READ_SECONDS),
                parameters,
                routing_=neo4j.RoutingControl.READ,
                database_=self._database,
            )
        return _typed(query, result.records)

    @asynccontextmanager
    async def transaction(self) -> AsyncGenerator[Transaction]:
        """Open a transaction that commits on leaving, and rolls back on an error."""
        async with self._session() as session:
            with translated():
                transaction = await session.begin_transaction()
            async with transaction:
                yield Transaction(transaction)
                with translated():
                    await transaction.commit()

    async def run_alone(self, statement: Statement, **parameters: Any) -> None:
        """Run a statement that commits in parts of its own, and may be run again to complete."""
        with translated():
            async with self._session() as session:
                result = await session.run(statement.file.text, parameters)
                await result.consume()

    async def answers(self) -> bool:
        """Tell whether the server answers at all."""
        try:
            with translated():
                await self._driver.get_server_info()  # pyright: ignore[reportUnknownMemberType]
        except StoreUnavailable:
            return False
        return True

    async def define(self, command: LiteralString) -> None:
        """Run one schema command: an index or constraint, from a migration only.

        It must do nothing where it is done already: one that met another's is tried again.
        """
        with translated():
            for wait in (*DEFINE_AGAIN, None):
                try:
                    await self._driver.execute_query(command, database_=self._database)
                except Neo4jError as error:
                    if wait is None or not met_another(error):
                        raise
                    await asyncio.sleep(wait)
                else:
                    return

    def _session(self) -> neo4j.AsyncSession:
        return self._driver.session(  # pyright: ignore[reportUnknownMemberType]
            database=self._database
        )


def _typed(query: Query[RowT], records: list[neo4j.Record]) -> list[RowT]:
    rows = _rows(query, records)
    for name in query.file.columns_with_times:
        for row in rows:
            row[name] = native(row[name])
    try:
        return query.rows.validate_python(rows)
    except ValidationError as error:
        raise QueryDefinitionError(
            f"{query.file.name}: a row is not as declared: {error}"
        ) from error


def _rows(query: Query[RowT], records: list[neo4j.Record]) -> list[dict[str, Any]]:
    if not query.packed:
        return [dict(zip(record.keys(), record.values(), strict=True)) for record in records]
    columns = query.file.columns
    return [dict(zip(columns, row, strict=True)) for record in records for row in record.value()]
