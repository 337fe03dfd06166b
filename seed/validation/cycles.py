"""Things that are, by way of others, inside themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seed.documents.accounts import IndustryDocument, SubsidiaryDocument, TerritoryDocument
from seed.documents.organization import DepartmentDocument, PostDocument, UnitTemplateDocument
from seed.documents.strategies import StrategyDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.problems import Problem
    from seed.documents.entries import Entry
    from seed.validation.drafts import Draft

_NESTED: dict[type[Entry], str] = {
    DepartmentDocument: "parent",
    IndustryDocument: "parent",
    TerritoryDocument: "parent",
    SubsidiaryDocument: "parent",
    StrategyDocument: "parent",
    PostDocument: "reports_to",
}
_REMEDY = "change the parent of one of them"


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield one problem for each cycle, at the first of its entries."""
    for kind, field in _NESTED.items():
        entries = {key: raw for raw in draft.entries.raw_of(kind) if (key := raw.text("key"))}
        parents = {key: raw.text(field) for key, raw in entries.items()}
        for cycle in cycles(parents):
            what = f"a cycle of parents: {' → '.join([*cycle, cycle[0]])}"
            yield entries[cycle[0]].place.problem((field,), "cycle", what, _REMEDY)
    for found in draft.entries.of(UnitTemplateDocument):
        numbers = {slot.slot: number for number, slot in enumerate(found.document.departments)}
        for cycle in cycles({slot.slot: slot.parent for slot in found.document.departments}):
            what = f"a cycle of parents: {' → '.join([*cycle, cycle[0]])}"
            path = ("departments", numbers[cycle[0]], "parent")
            yield found.place.problem(path, "cycle", what, _REMEDY)


def cycles(parents: Mapping[str, str | None]) -> Iterator[list[str]]:
    """Yield each cycle once, beginning with the one of its keys that comes first."""
    done: set[str] = set()
    order = {key: place for place, key in enumerate(parents)}
    for start in parents:
        way: dict[str, None] = {}
        here: str | None = start
        while here is not None and here in parents and here not in done and here not in way:
            way[here] = None
            here = parents[here]
        if here is not None and here in way:
            keys = list(way)
            cycle = keys[keys.index(here) :]
            first = min(range(len(cycle)), key=lambda place: order[cycle[place]])
            yield [*cycle[first:], *cycle[:first]]
        done.update(way)
