"""The graph as tables, for notebooks: `Atlas.open().owners()` is a pandas DataFrame.

Needs the `analyst` extra (`pip install 'orgatlas[analyst]'`): py2neo and pandas. It only reads.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, Self, cast

import pandas as pd
import py2neo  # pyright: ignore[reportMissingTypeStubs]

from graph.cypher_files import load
from graph.queries.timelines import NOTHING, TIMELINE, LoadedVersion, Timeline
from graph.server.connections import connection

if TYPE_CHECKING:
    from graph.cypher_files import CypherFile
    from graph.server.connections import Connection

ACCOUNTS = load("notebooks/accounts")
DEPARTMENTS = load("notebooks/departments")
HOLDINGS = load("notebooks/holdings")
TARGETS = load("notebooks/targets")


class Atlas:
    """Tables of the graph on a day (today), with the columns of cypher/notebooks/.

    What the graph doesn't say is missing (`isna()`), never 0 or "".
    """

    def __init__(self, server: Connection) -> None:
        self._graph = cast("Any", py2neo.Graph(server.uri, auth=(server.user, server.password)))

    @classmethod
    def open(cls) -> Self:
        """Open the server that the command line would use.

        Raises:
            ServerError: it is not running.
        """
        return cls(connection())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections to the server; a notebook that ends does so by itself."""
        self._graph.service.connector.close()

    def accounts(self, on: date | None = None) -> pd.DataFrame:
        """Return every customer group and subsidiary, by group, level and name."""
        return self._table(ACCOUNTS, on)

    def departments(self, on: date | None = None) -> pd.DataFrame:
        """Return every department with the department it is part of, by key."""
        return self._table(DEPARTMENTS, on)

    def owners(self, function: str = "sales", on: date | None = None) -> pd.DataFrame:
        """Return who owns each account for a function on a day (today), by account and department.

        In a conflict no department owns the account, so it has no row.
        """
        return self._table(HOLDINGS, on, type="OWNS", function=function)

    def supporters(self, function: str = "presales", on: date | None = None) -> pd.DataFrame:
        """Return who supports each account for a function on a day (today)."""
        return self._table(HOLDINGS, on, type="SUPPORTS", function=function)

    def targets(self, on: date | None = None) -> pd.DataFrame:
        """Return every target; where the plan leaves a value open it is missing, never 0."""
        return self._table(TARGETS, on)

    def _table(self, file: CypherFile, on: date | None, **parameters: object) -> pd.DataFrame:
        day = on or _today()
        given = {**parameters, "on": day.isoformat(), "version": self._version(day)}
        wanted = {name: given[name] for name in file.params}
        rows = self._graph.query(file.text, wanted).data()
        return pd.DataFrame(rows, columns=list(file.columns))

    def _version(self, day: date) -> int:
        rows = self._graph.query(TIMELINE.file.text).data()
        versions = (
            LoadedVersion(row["number"], date.fromisoformat(str(row["start"])), row["stamp"])
            for row in rows
        )
        found = Timeline(tuple(versions)).on(day)
        return found.number if found else NOTHING


def _today() -> date:
    return date.today()  # noqa: DTZ011 - the analyst's own day
