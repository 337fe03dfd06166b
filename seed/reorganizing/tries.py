"""The scenario that a command is given: a file, or the key of one kept before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.queries.scenarios import scenario_by_key
from graph.server.connections import connection
from graph.store import Store
from graph.versions.lifecycles import newest, tried, tried_on
from graph.versions.trials import Trials
from seed.reorganizing.files import read_scenario

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.reorganization.capacities import Capacities
    from graph.reorganization.impacts import Impact
    from graph.reorganization.scenarios import Scenario
    from graph.versions.trials import Tried

File = Annotated[
    str, typer.Argument(help="The scenario's file (YAML or JSON), or the key of one kept before.")
]
SUFFIXES = frozenset({".yaml", ".yml", ".json"})
"""How the files of scenarios end."""


async def tried_given(given: str, capacities: Capacities | None = None) -> Impact:
    """Return what a scenario would do to the newest version, with these capacities too."""
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        return (await tried(store, await scenario_given(store, given, capacities))).impact


async def each_tried(given: Sequence[str]) -> list[Tried]:
    """Return what each of these would do by itself, all on the same newest version."""
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        scenarios = [await scenario_given(store, one) for one in given]
        version, trials = await newest(store), Trials()
        return [await tried_on(store, one, version, trials) for one in scenarios]


async def scenario_given(
    store: Store, given: str, capacities: Capacities | None = None
) -> Scenario:
    """Return the scenario of a file, or the one that is kept under a key.

    `capacities` take the place of those that it states for the same functions.
    """
    path = Path(given)
    if path.suffix in SUFFIXES:
        found = read_scenario(path)
    else:
        found = (await scenario_by_key(store, given)).scenario()
    stated = {**found.capacities, **(capacities or {})}
    return found.model_copy(update={"capacities": stated})
