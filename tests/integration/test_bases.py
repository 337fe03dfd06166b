"""What operations do to a base that is read from the graph is what they do to the whole plan."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, cast

import pytest

from graph.errors import Conflict
from graph.queries.bases import read_base
from graph.queries.timelines import timeline
from graph.reorganization.scenarios import Scenario
from graph.versions.lifecycles import tried
from graph.versions.undos import undo_last_load
from tests.unit.reorganization.examples import EFFECTIVE, base_of
from tests.unit.reorganization.examples import tried as tried_on_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.model.plans import Plan
    from graph.reorganization.impacts import Impact
    from graph.store import Store

CASES: dict[str, list[dict[str, Any]]] = {
    "what moved ends with where it went": [
        {"op": "move-department", "department": "north-region/presales", "to": "south-region/vip"},
        {"op": "dissolve-department", "department": "south-region/vip"},
    ],
    "what moved is merged with where it went": [
        {"op": "move-department", "department": "north-region/presales", "to": "south-region/vip"},
        {
            "op": "merge-departments",
            "departments": ["south-region/vip"],
            "into": "east-region/vip",
        },
    ],
    "a unit departs from its template by a change": [
        {"op": "change-department", "department": "north-region/presales", "functions": ["sales"]}
    ],
    "a unit departs from its template by a move": [
        {"op": "move-department", "department": "north-region/presales", "to": "south-region"}
    ],
    "one of several posts moves": [
        {"op": "move-posts", "posts": ["north-presales-lead"], "to": "east-region/presales"}
    ],
    "a region is called otherwise": [
        {"op": "rename-department", "department": "north-region", "name": "北方大区"}
    ],
    "a region is closed": [
        {"op": "close-unit", "unit": "northeast-region", "successor": "north-region"}
    ],
    "a vacancy is signed off": [
        {"op": "dissolve-department", "department": "north-region/presales"},
        {
            "op": "sign-off-vacancy",
            "department": "north-region/presales",
            "functions": ["presales"],
            "name": "韩梅梅",
            "reason": "待定",
        },
    ],
}


@pytest.mark.parametrize("case", CASES)
async def test_a_base_has_all_that_operations_change(
    case: str, real_graph: Store, real_plan: Plan
) -> None:
    given = {"key": "draft", "name": "草案", "author": "李雷", "effective": EFFECTIVE}
    scenario = Scenario.model_validate({**given, "operations": CASES[case]})

    from_graph = (await tried(real_graph, scenario)).impact
    from_plan = tried_on_plan(base_of(real_plan), *scenario.operations)

    assert from_graph.replayed.refusals == from_plan.replayed.refusals == ()
    assert _told(from_graph) == _told(from_plan)
    assert from_plan.replayed.edits != []


def _told(found: Impact) -> dict[str, Any]:
    edits = sorted(found.replayed.edits, key=lambda one: (one.part, one.key))
    return {
        "edits": [(one.part, one.key, _plain(one.before), _plain(one.after)) for one in edits],
        "missing": found.missing,
        "empty": found.empty_units,
        "posts": found.posts,
        "people": found.people,
        "duties": found.orphaned_duties,
    }


def _plain(thing: Any) -> Any:
    """Return a thing without the order of what it lists, which the graph does not keep."""
    if thing is None:
        return None
    fields: dict[str, Any] = asdict(thing)
    listed = {
        name: cast("Sequence[Any]", fields[name])
        for name in ("sources", "parties")
        if name in fields
    }
    return fields | {name: sorted(value, key=str) for name, value in listed.items()}


async def test_the_base_of_a_version_that_is_undone_is_not_used(small_graph: Store) -> None:
    version = (await timeline(small_graph)).latest
    assert version is not None
    await undo_last_load(small_graph)

    with pytest.raises(Conflict, match="was undone while it was read: ask again"):
        await read_base(small_graph, version)
