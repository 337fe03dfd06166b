"""Things that one loaded plan has otherwise than another, counted and field by field."""

from collections.abc import Sequence
from itertools import groupby

import strawberry
from strawberry.dataloader import DataLoader
from strawberry.scalars import JSON

from api.vocabularies import ChangeOfThing, StatedKind
from graph.model.vocabularies import Kind, Pattern
from graph.queries.stated import field_changes
from graph.queries.version_changes import ChangedCount, ChangedThing

Fields = DataLoader[tuple[Kind | Pattern, str], list[field_changes.FieldChange]]
"""Gives the changed fields of things; all that are asked for together are read at once."""


@strawberry.type(description="How many things of a kind a plan changes.")
class DiffCount:
    """The changes of one kind, counted."""

    kind: StatedKind = strawberry.field(description="What sort of thing.")
    added: int = strawberry.field(description="How many are there that were not.")
    changed: int = strawberry.field(description="How many are there otherwise than before.")
    ended: int = strawberry.field(description="How many are there no more.")

    @classmethod
    def of_rows(cls, rows: Sequence[ChangedCount]) -> "list[DiffCount]":
        """Return one count for each kind of rows that are ordered by kind."""
        found: list[DiffCount] = []
        for kind, of_kind in groupby(rows, lambda row: row.kind):
            totals = {row.change: row.total for row in of_kind}
            found.append(
                cls(
                    kind=StatedKind(kind),
                    added=totals.get("added", 0),
                    changed=totals.get("changed", 0),
                    ended=totals.get("ended", 0),
                )
            )
        return found


@strawberry.type(description="One field of a thing, before and after.")
class FieldChange:
    """A field that differs."""

    name: str = strawberry.field(
        description="The field, as `orgatlas plan diff` names it: `name_en`, `parent`, `tags` …"
    )
    before: JSON | None = strawberry.field(
        description="Its value before: a text, number, list or object; null: none. Lists whose"
        " order says nothing are sorted."
    )
    after: JSON | None = strawberry.field(description="Its value after, in the same form.")


@strawberry.type(description="A thing that a plan adds, changes or ends.")
class PlanChange:
    """One thing that differs."""

    kind: StatedKind = strawberry.field(description="What sort of thing it is.")
    key: strawberry.ID = strawberry.field(description="Its key, unique among its kind.")
    name: str = strawberry.field(description="Its name: the one after, or before if it ended.")
    change: ChangeOfThing = strawberry.field(description="What becomes of it.")
    thing: strawberry.Private[tuple[Kind | Pattern, str]]
    loader: strawberry.Private[Fields]

    @strawberry.field(
        description="The fields that differ, of a thing that changed; empty where it is added or"
        " ended."
    )
    async def fields(self) -> list[FieldChange]:
        """Load the fields of every changed thing on this page at once."""
        if self.change is not ChangeOfThing.CHANGED:
            return []
        return [
            FieldChange(name=one.field, before=_json(one.before), after=_json(one.after))
            for one in await self.loader.load(self.thing)
        ]

    @classmethod
    def from_row(cls, row: ChangedThing, loader: Fields) -> "PlanChange":
        """Return a change of a page, whose loader is shared by all of them."""
        return cls(
            kind=StatedKind(row.kind),
            key=strawberry.ID(row.key),
            name=row.name,
            change=ChangeOfThing(row.change),
            thing=(row.kind, row.key),
            loader=loader,
        )


def _json(value: field_changes.Plain) -> JSON | None:
    return None if value is None else JSON(value)
