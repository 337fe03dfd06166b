"""The plan that the answers of a day come from, and the load that brought it."""

import re
from datetime import date, datetime

import strawberry

from api.contexts import AsOf, Info
from api.vocabularies import Kind
from graph.queries.loads import LoadRow, load_counts
from graph.queries.plans import counts_of_things

_FILE = re.compile(r"(?P<path>.*) sha256:(?P<sha256>[0-9a-f]+)")


@strawberry.type(description="How many things of a kind the plan states.")
class KindCount:
    """A count, as the schema shows one."""

    kind: Kind = strawberry.field(description="What sort of thing.")
    count: int = strawberry.field(description="How many.")


@strawberry.type(description="What a load did to one kind of thing or link.")
class LoadCount:
    """What `orgatlas plan history` shows of a kind."""

    kind: str = strawberry.field(
        description="Which kind, as `orgatlas plan history` calls it: `subsidiaries`, `holdings` …"
    )
    added: int = strawberry.field(description="How many are new.")
    changed: int = strawberry.field(description="How many are otherwise.")
    ended: int = strawberry.field(description="How many are there no more.")
    unchanged: int = strawberry.field(description="How many are as they were.")


@strawberry.type(description="A file that a plan was loaded from.")
class PlanFile:
    """A file, as the schema shows one."""

    path: str = strawberry.field(description="Where it was, inside the plan's folder.")
    sha256: str = strawberry.field(description="The SHA-256 sum of its content.")


@strawberry.type(
    description="The organization's plan for a period: its days' answers come from it."
)
class Plan:
    """A loaded plan, as the schema shows it."""

    key: strawberry.ID = strawberry.field(description="The plan's key.")
    name: str = strawberry.field(description="Its name as written.")
    name_en: str | None = strawberry.field(description="Its English name, where one is known.")
    organization: str = strawberry.field(description="Whose plan it is.")
    valid_from: date = strawberry.field(description="The first day it is for.")
    valid_until: date | None = strawberry.field(
        description="The day it is no longer for; null: open."
    )
    revision: int = strawberry.field(description="Goes up with every load that changes something.")
    loaded_at: datetime = strawberry.field(description="When it was loaded.")
    loaded_by: str = strawberry.field(description="Who loaded it, and on which machine.")
    sources: list[PlanFile] = strawberry.field(description="The files it was loaded from, by path.")
    load_counts: list[LoadCount] = strawberry.field(
        description="What the load changed of the version before it, as it was counted then."
    )

    @strawberry.field(description="How many things of each kind it states; others: none.")
    async def counts(self, info: Info) -> list[KindCount]:
        """Count the things of every plan in this response at once, when somebody asks."""
        rows = await info.context.load_of_all(counts_of_things, self.revision)
        return [KindCount(kind=row.kind, count=row.total) for row in rows]

    @classmethod
    def from_row(cls, row: LoadRow) -> "Plan":
        """Return the plan of a load."""
        return cls(
            key=strawberry.ID(row.plan),
            name=row.name,
            name_en=row.name_en,
            organization=row.organization,
            valid_from=row.start,
            valid_until=row.until,
            revision=row.number,
            loaded_at=row.loaded_at,
            loaded_by=row.loaded_by,
            sources=[
                PlanFile(path=found["path"], sha256=found["sha256"])
                for found in map(_FILE.fullmatch, row.sources)
                if found
            ],
            load_counts=[
                LoadCount(
                    kind=one.kind,
                    added=one.added,
                    changed=one.changed,
                    ended=one.ended,
                    unchanged=one.unchanged,
                )
                for one in load_counts(row)
            ],
        )


async def plan(info: Info, as_of: AsOf = None) -> Plan | None:
    """Return the plan that answers for a day; None before the first load."""
    reader = await info.context.at(info.context.day(as_of))
    rows = (row for row in await info.context.loads() if row.number == reader.number)
    return next((Plan.from_row(row) for row in rows), None)


async def plans(info: Info) -> list[Plan]:
    """Return every load that counts, the newest first."""
    return [Plan.from_row(row) for row in await info.context.loads()]
