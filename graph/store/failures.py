"""The driver's errors as ours, translated in one place."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransactionError,
    TransientError,
)

from graph.errors import StoreBusy, StoreTooSmall, StoreUnavailable

if TYPE_CHECKING:
    from collections.abc import Generator

_SCHEMA = ".Schema."
_OUT_OF_MEMORY = "Neo.TransientError.General.MemoryPoolOutOfMemoryError"
_LOG_FAILED = ".TransactionLogError"
_STOPPED = "needs to be restarted"
_AWAY = ".DatabaseUnavailable"
_TIMED_OUT = "Neo.ClientError.Transaction.TransactionTimedOut"


@contextmanager
def translated() -> Generator[None]:
    """Raise our error for each of the driver's that a caller can do something about."""
    try:
        yield
    except (ServiceUnavailable, SessionExpired, ConfigurationError, OSError) as error:
        raise StoreUnavailable(f"Neo4j does not answer: {error}") from error
    except TransactionError as error:
        raise StoreUnavailable(f"Neo4j lost a transaction: {error.__cause__ or error}") from error
    except AuthError as error:
        raise StoreUnavailable(f"Neo4j refused the user or password: {error.message}") from error
    except TransientError as error:
        raise _passing(error) from error
    except ClientError as error:
        if (error.code or "").startswith(_TIMED_OUT):
            raise StoreUnavailable("Neo4j took longer than the statement may take") from error
        raise
    except (Neo4jError, DriverError) as error:
        if isinstance(error, Neo4jError) and (error.code or "").startswith("Neo.DatabaseError"):
            raise _failed_inside(error) from error
        raise


def _passing(error: TransientError) -> StoreBusy | StoreTooSmall | StoreUnavailable:
    """Return our error for one of the driver's that may not come again."""
    if error.code == _OUT_OF_MEMORY:
        return StoreTooSmall(
            "Neo4j has too little memory for this: stop it, and start it with a larger heap,"
            f" such as ORGATLAS_HEAP=2g. It says: {error.message}"
        )
    if (error.code or "").endswith(_AWAY):
        return StoreUnavailable(f"Neo4j does not answer yet: {error.message}")
    return StoreBusy(f"Neo4j could not finish this now; try again: {error.message}")


def met_another(error: Neo4jError) -> bool:
    """Tell whether a schema command may have met another's that did the same at the same moment.

    `IF EXISTS` and `IF NOT EXISTS` are no protection while two migrate the same database at once.
    """
    return _SCHEMA in (error.code or "")


def _failed_inside(error: Neo4jError) -> StoreUnavailable:
    """Return what to tell of an error that is Neo4j's own.

    One in its log of transactions, as when the disk is full, stops it until it is restarted.
    """
    said = f"Neo4j failed inside: {error.message}"
    if not ((error.code or "").endswith(_LOG_FAILED) or _STOPPED in (error.message or "")):
        return StoreUnavailable(said)
    remedy = (
        "see whether the disk of its data is full and make room, then restart it (the embedded"
        " one: orgatlas neo4j stop, orgatlas neo4j start). It answers as before then; what was"
        " begun is to be done again"
    )
    return StoreUnavailable(f"{said}\n  What to do: {remedy}", stays=True)
