"""The preview of a load: the plan against the newest version, without writing anything."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.plans import having
from graph.ownership.changes import Side
from graph.progress import silently
from graph.queries.loads import LoadRow, latest_load
from graph.queries.rule_books import RuleBooks
from graph.queries.stated.entities import kind_of, stated_entities
from graph.queries.timelines import Pinned, refuse_undone, timeline
from seed.loading.differences import difference_of, wanted_of
from seed.loading.held import held_in
from seed.previews.field_changes import field_changes
from seed.previews.ownership_changes import ownership_changes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.model.entities import Entity
    from graph.model.plans import Plan
    from graph.ownership.moves import OwnershipChanges
    from graph.progress import Progress
    from graph.queries.stated.field_changes import FieldChange
    from graph.store import Reader, Store
    from graph.versions.differences import KindDifference
    from graph.versions.reports import KindCount


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by key and name."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class KindPreview:
    """What a load would do to one kind."""

    kind: str
    added: tuple[Named, ...]
    ended: tuple[Named, ...]
    changed: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a load would do, compared with the load `against` (None: with an empty graph).

    `counts` has every kind and every sort of edge; `kinds` those of which something changes, and
    `ownership` what is answered otherwise on `day`.
    """

    plan: Plan
    against: LoadRow | None
    day: date
    counts: tuple[KindCount, ...]
    kinds: tuple[KindPreview, ...]
    ownership: OwnershipChanges

    @property
    def changes_nothing(self) -> bool:
        """Whether the newest version says all this already; the plan itself may be another."""
        return not any(count.is_something for count in self.counts)


async def preview(store: Store, plan: Plan, today: date, progress: Progress = silently) -> Preview:
    """Return what loading a plan would do; ownership as of its start, or today if it has begun.

    Raises:
        Conflict: the newest load was undone meanwhile.
    """
    day = max(plan.start, today)
    progress("resolving", 0, 1)
    async with store.transaction() as transaction:
        against = await latest_load(transaction)
        latest = (await timeline(transaction)).latest
        reader = Pinned(transaction, latest)
        wanted, held = await asyncio.gather(
            asyncio.to_thread(wanted_of, plan), held_in(store, latest)
        )
        progress("resolving", 1, 1)
        progress("comparing", 0, 1)
        difference = await asyncio.to_thread(difference_of, wanted, held)
        kinds = [await _kind(reader, plan, kind) for kind in difference.kinds if _any(kind)]
        progress("comparing", 1, 1)
        progress("comparing ownership", 0, 1)
        ownership = await ownership_changes(
            reader,
            held.edges.memberships,
            Side(await RuleBooks().resolver(reader), day),
            plan,
            wanted.ownership,
        )
        progress("comparing ownership", 1, 1)
        await refuse_undone(transaction, latest)
    return Preview(plan, against, day, difference.counts(), tuple(kinds), ownership)


def _any(kind: KindDifference) -> bool:
    return kind.changes.count().is_something


async def _kind(reader: Reader, plan: Plan, difference: KindDifference) -> KindPreview:
    kind, found = difference.kind, difference.changes
    entities = kind.entities(plan)
    ended = await stated_entities(reader, kind_of(kind.label), found.ended.to_list())
    return KindPreview(
        kind.name,
        added=_named(having(entities, set(found.added))),
        ended=_named(ended),
        changed=tuple(await field_changes(reader, kind, entities, found.changed.to_list())),
    )


def _named(entities: Iterable[Entity]) -> tuple[Named, ...]:
    return tuple(Named(entity.key, entity.name) for entity in entities)
