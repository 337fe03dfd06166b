"""What the graph keeps of a load itself: its number, its plan and files, what it changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.cypher_files import statement
from graph.queries.loads import highest_load
from graph.versions.locks import holder
from graph.versions.rows import with_digest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.model.keys import PlanKey
    from graph.model.plans import Plan, Section
    from graph.store import Store
    from graph.versions.batches import Batches
    from graph.versions.reports import KindCount
    from graph.versions.rows import Row

BEGIN_LOAD = statement("plans/begin_load")
DESCRIBE_LOAD = statement("plans/describe_load")
FINISH_LOAD = statement("plans/finish_load")


async def begin_load(store: Store, plan: PlanKey) -> int:
    """Begin a load and return its number, which nobody asks for before it is finished.

    Whoever begins one holds the load lock, and has swept what others left.
    """
    number = await highest_load(store) + 1
    await store.run_alone(BEGIN_LOAD, load=number, plan=plan, loaded_by=holder())
    return number


async def finish_load(batches: Batches, row: Row) -> None:
    """Write what is pending and what the load is, then let it be seen.

    Raises:
        StoreUnavailable: the server went away and did not come back in time.
        Conflict: another load took this one for dead while the server was away.
    """
    await batches.add(DESCRIBE_LOAD, 1, row=row)
    await batches.finish(FINISH_LOAD)


def load_row(plan: Row, sources: Iterable[str], counts: Iterable[KindCount]) -> Row:
    """Return what describes a load: the row of its plan, its files and what it changed."""
    return {**plan, "sources": [*sources], "counts": [count_text(count) for count in counts]}


def plan_row(plan: Plan) -> Row:
    """Return what a load keeps of the plan itself."""
    return with_digest(
        plan.key,
        {
            "name": plan.name,
            "name_en": plan.name_en,
            "organization": plan.organization,
            "from": plan.start,
            "until": plan.until,
            "sections": [section_text(section) for section in plan.sections],
        },
    )


def section_text(section: Section) -> str:
    """Return a section as a load keeps it: its folder, and whether it holds examples."""
    return f"{section.folder} illustrative" if section.illustrative else section.folder


def count_text(count: KindCount) -> str:
    """Return a count as a load keeps it."""
    numbers = f"added={count.added} changed={count.changed} ended={count.ended}"
    return f"{count.name} {numbers} unchanged={count.unchanged}"
