"""What rules look at of one account, and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping

    from graph.model.keys import AccountKey, IndustryKey, TerritoryKey
    from graph.model.plans import Plan
    from graph.model.vocabularies import Tier

KeyT = TypeVar("KeyT", bound=str)


class Facts(NamedTuple):
    """What rules may ask about an account.

    `customer` is the group's key, the account's own for a group; `tier` is the group's.
    `industries` and `territories` are paths from the nearest to the root. `tags` are its own.

    An account's facts are whole. A segment's keep only what some rule looks at: there `customer`,
    `tier` and `level` may be None, and the paths skip what nobody names or covers.
    """

    customer: AccountKey | None
    tier: Tier | None
    level: int | None
    industries: tuple[IndustryKey, ...] = ()
    territories: tuple[TerritoryKey, ...] = ()
    tags: frozenset[str] = frozenset()


def path_to_root(key: KeyT | None, parents: Mapping[KeyT, KeyT | None]) -> tuple[KeyT, ...]:
    """Return the key, its parent, and so on to the root; a cycle is cut where it closes."""
    path: dict[KeyT, None] = {}
    while key is not None and key not in path:
        path[key] = None
        key = parents.get(key)
    return tuple(path)


def facts_of_plan(plan: Plan) -> dict[AccountKey, Facts]:
    """Return the facts of every customer group and subsidiary of a plan.

    A subsidiary of a group that the plan does not hold is left out.
    """
    parent_industries = {industry.key: industry.parent for industry in plan.industries}
    parent_territories = {territory.key: territory.parent for territory in plan.territories}
    industry_paths = {key: path_to_root(key, parent_industries) for key in parent_industries}
    territory_paths = {key: path_to_root(key, parent_territories) for key in parent_territories}

    def industries(key: IndustryKey | None) -> tuple[IndustryKey, ...]:
        return () if key is None else industry_paths.get(key, (key,))

    def territories(key: TerritoryKey | None) -> tuple[TerritoryKey, ...]:
        return () if key is None else territory_paths.get(key, (key,))

    facts = {
        group.key: Facts(
            customer=group.key,
            tier=group.tier,
            level=1,
            industries=industries(group.industry),
            territories=territories(group.territory),
            tags=frozenset(group.tags),
        )
        for group in plan.customers
    }
    groups = {group.key: group for group in plan.customers}
    for unit in plan.subsidiaries:
        group = groups.get(unit.customer)
        if group is None:
            continue
        facts[unit.key] = Facts(
            customer=group.key,
            tier=group.tier,
            level=unit.level,
            industries=industries(unit.industry or group.industry),
            territories=territories(unit.territory),
            tags=frozenset(unit.tags),
        )
    return facts
