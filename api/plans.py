"""The plan that all answers come from."""

from datetime import date, datetime

import strawberry

from api.contexts import Info
from api.vocabularies import Kind
from graph.queries.loads import LoadRow, load_in_force
from graph.queries.plans import counts_of_things
from graph.queries.timelines import pinned


@strawberry.type(description="How many things of a kind the plan states.")
class KindCount:
    """A count, as the schema shows one."""

    kind: Kind = strawberry.field(description="What sort of thing.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="The organization's plan for a period: all answers come from it.")
class Plan:
    """The active plan, as the schema shows it."""

    key: strawberry.ID = strawberry.field(description="The plan's key.")
    name: str = strawberry.field(description="Its name as written.")
    name_en: str | None = strawberry.field(description="Its English name, where one is known.")
    organization: str = strawberry.field(description="Whose plan it is.")
    valid_from: date | None = strawberry.field(description="The first day it is for.")
    valid_until: date | None = strawberry.field(
        description="The day it is no longer for; null: open."
    )
    revision: int = strawberry.field(description="Goes up with every load that changes something.")
    loaded_at: datetime = strawberry.field(description="When it was last loaded.")

    @strawberry.field(description="How many things of each kind it states; others: none.")
    async def counts(self, info: Info) -> list[KindCount]:
        """Count when somebody asks."""
        reader = await pinned(info.context.reader, info.context.today)
        rows = await counts_of_things(reader)
        return [KindCount(kind=row.kind, count=row.total) for row in rows]

    @classmethod
    def from_row(cls, row: LoadRow) -> "Plan":
        """Return the plan of a row."""
        return cls(
            key=strawberry.ID(row.plan),
            name=row.name,
            name_en=row.name_en,
            organization=row.organization,
            valid_from=row.start,
            valid_until=row.until,
            revision=row.number,
            loaded_at=row.loaded_at,
        )


async def plan(info: Info) -> Plan | None:
    """Return the plan that all answers come from; None before the first load."""
    row = await load_in_force(info.context.reader, info.context.today)
    return None if row is None else Plan.from_row(row)
