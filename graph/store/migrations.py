"""The schema of the database: numbered, checksummed files in cypher/schema, applied in order.

Each file is made of commands that can be run again (`IF NOT EXISTS`), and is recorded after the
last of them: a run that dies in the middle, or two at the same time, end at the same schema.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import MigrationFile, migrations, query, statement
from graph.errors import SchemaOutOfDate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store.stores import Reader, Store


@dataclass(frozen=True, slots=True)
class AppliedMigration:
    """One migration that a database has had."""

    version: int
    name: str
    checksum: str


@dataclass(frozen=True, slots=True)
class SchemaState:
    """The version a database is at (0: none), and the migrations it still lacks, in order."""

    version: int
    pending: tuple[MigrationFile, ...]


APPLIED_MIGRATIONS = query("migrations/applied_migrations", AppliedMigration)
RECORD_MIGRATION = statement("migrations/record_migration")


async def schema_state(store: Reader) -> SchemaState:
    """Return how far the database's schema is.

    Raises:
        SchemaOutOfDate: a newer Orgatlas was here, or a migration was edited after it was applied.
    """
    return compared(await store.read(APPLIED_MIGRATIONS), migrations())


async def migrate(store: Store) -> SchemaState:
    """Apply what the database lacks and return where it is then.

    Raises:
        SchemaOutOfDate: as `schema_state`; nothing was applied.
    """
    state = await schema_state(store)
    for migration in state.pending:
        for command in migration.commands:
            await store.define(command)
        async with store.transaction() as transaction:
            await transaction.write(
                RECORD_MIGRATION,
                version=migration.version,
                name=migration.name,
                checksum=migration.checksum,
            )
    return await schema_state(store)


def compared(applied: Sequence[AppliedMigration], files: Sequence[MigrationFile]) -> SchemaState:
    """Return the state that these records and files make.

    Raises:
        SchemaOutOfDate: a record has no file, or another checksum than its file.
    """
    by_version = {file.version: file for file in files}
    for record in applied:
        file = by_version.get(record.version)
        if file is None:
            raise SchemaOutOfDate(
                f"The database has schema migration {record.name}, which this Orgatlas does not"
                " know: use the newer Orgatlas that applied it"
            )
        if file.checksum != record.checksum:
            raise SchemaOutOfDate(
                f"cypher/schema/{file.name}.cypher was changed after it was applied to this"
                " database: put it back as it was, and add a new migration for the change"
            )
    known = {record.version for record in applied}
    return SchemaState(
        version=max(known, default=0),
        pending=tuple(file for file in files if file.version not in known),
    )
