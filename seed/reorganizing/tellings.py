"""Scenarios tried on the newest version of the graph, with all that a report of them needs."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from graph.errors import NotFound
from graph.queries.bases import account_names, with_posts_of
from graph.queries.timelines import Pinned
from graph.reorganization.replays import replay
from graph.reorganization.reports.handovers import Handovers
from graph.reorganization.reports.labels import Names
from graph.reorganization.reports.tellings import counted
from graph.server.connections import connection
from graph.store import Store
from graph.versions.lifecycles import tried
from seed.reading.messages import near
from seed.reorganizing.tries import scenario_given

if TYPE_CHECKING:
    from graph.reorganization.capacities import Capacities
    from graph.reorganization.impacts import Impact
    from graph.reorganization.replays import Replay
    from graph.reorganization.reports.tellings import Counted, Limits


def told(
    given: str,
    limits: Limits,
    *,
    after: str | None = None,
    only: str | None = None,
    capacities: Capacities | None = None,
) -> tuple[Counted, Names]:
    """Return what a scenario would do, counted for a report, and names; handovers maybe of one.

    `capacities` take the place of those that the scenario states.

    Raises:
        NotFound: there is no such scenario, or no department `only`, neither before nor after.
        Conflict: nothing was loaded yet, or the scenario is effective before the newest plan is.
    """
    return asyncio.run(_told(given, limits, after, only, capacities))


async def _told(
    given: str,
    limits: Limits,
    after: str | None,
    only: str | None,
    capacities: Capacities | None,
) -> tuple[Counted, Names]:
    server = connection()
    async with Store.connect(server.uri, server.user, server.password) as store:
        done = await tried(store, await scenario_given(store, given, capacities))
        reader = Pinned(store, done.version)
        staffed = await _staffed(done.impact, reader, limits, only)
        details = await asyncio.to_thread(
            counted, done.impact, limits, staffed=staffed, after=after, only=only
        )
        accounts = await account_names(reader, details.accounts())
    return details, Names(done.impact, accounts)


async def _staffed(found: Impact, reader: Pinned, limits: Limits, only: str | None) -> Replay:
    """Return the scenario done with the posts of all departments whose handover is told."""
    handovers = Handovers(found)
    departments = [one.department for one in handovers.departments()]
    if only is not None:
        known = {**found.replayed.base.departments, **found.replayed.result.departments}
        if only not in known:
            raise NotFound(f"The department {only}", near(only, known))
        departments = [only]
    elif not limits.ledger:
        departments = departments[: limits.lists]
    involved = sorted(handovers.partners(departments))
    organization = await with_posts_of(reader, found.replayed.base, involved)
    return replay(organization, found.scenario.operations, found.day)
