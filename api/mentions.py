"""Mentions: a thing of any kind by name, with the thing itself behind it."""

import asyncio
from collections.abc import Sequence
from datetime import date

import strawberry

from api.contexts import Info
from api.nodes import Named, node_id
from api.vocabularies import Kind
from graph.queries.nodes import NamedThing, Thing, names_of_things


@strawberry.type(description="A thing of any kind, by name.")
class Mention:
    """A thing that something else names."""

    day: strawberry.Private[date]
    kind: Kind = strawberry.field(description="What sort of thing it is.")
    key: strawberry.ID = strawberry.field(description="Its key, unique among its kind.")
    name: str = strawberry.field(description="Its name as the plan has it.")
    name_en: str | None = strawberry.field(description="Its English name, where one is known.")

    @strawberry.field(description="Its global ID, for `node(id)`.")
    def id(self) -> strawberry.ID:
        """Return the global ID."""
        return node_id(self.kind, self.key)

    @strawberry.field(description="The thing itself; null where it is not there on that day.")
    async def node(self, info: Info) -> Named | None:
        """Load the thing with all others of its kind in this response."""
        from api.things import thing_of  # noqa: PLC0415 - every type of thing mentions others

        return await thing_of(info, self.day, Thing(self.kind, self.key))

    @classmethod
    def from_row(cls, row: NamedThing, day: date) -> "Mention":
        """Return the mention of a thing that was looked up."""
        return cls(
            day=day,
            kind=row.kind,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
        )


async def mentions_of(info: Info, day: date, things: Sequence[Thing]) -> list[Mention]:
    """Return a mention of each thing, in their order; things that are not there are left out."""
    rows = await asyncio.gather(
        *(info.context.load(names_of_things, thing, day) for thing in things)
    )
    return [Mention.from_row(row, day) for row in rows if row is not None]
