"""What one loaded plan changes of another: things, their fields, and ownership."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Annotated

import strawberry

from api.connections import FIRST, After, Connection, First, Order, connection, page
from api.contexts import Info
from api.ownership_diffs import OwnershipDiff
from api.plan_changes import DiffCount, Fields, PlanChange
from api.plans import Plan
from api.vocabularies import StatedKind
from graph.queries.loads import LoadRow
from graph.queries.pages import Listed
from graph.queries.stated.field_changes import fields_of_changes
from graph.queries.timelines import NOTHING
from graph.queries.version_changes import (
    ChangedCount,
    counts_of_each_change,
    ownership_changes,
    page_of_changes,
)

BY_KIND = Order("kind")


@strawberry.type(description="What one loaded plan changes of another.")
class PlanDiff:
    """Two loads, and what differs between their versions."""

    plan: Plan = strawberry.field(description="The plan asked about, as loaded: the state after.")
    against: Plan | None = strawberry.field(
        description="What it is compared with, the state before; null: nothing was loaded before."
    )

    @strawberry.field(description="How many things of each kind change; kinds not named: none.")
    async def counts(self, info: Info) -> list[DiffCount]:
        """Count when somebody asks."""
        return DiffCount.of_rows(await self._counted(info))

    @strawberry.field(description="The things that change, by kind, then key, in pages.")
    async def changes(
        self,
        info: Info,
        kinds: Annotated[
            list[StatedKind] | None,
            strawberry.argument(description="Which kinds; null: all. An empty list gives nothing."),
        ] = None,
        first: First = FIRST,
        after: After = None,
    ) -> Connection[PlanChange]:
        """Return a page; the fields of all that change on it are read at once."""
        asked = page(first, after, BY_KIND)
        wanted = None if kinds is None else [kind.value for kind in kinds]
        reader = await info.context.of_version(self.plan.revision)
        before = await info.context.of_version(self._versions()[0])
        fields = Fields(load_fn=partial(fields_of_changes, before, reader))
        seen = None
        if asked.after_value is not None and asked.after_key is not None:
            seen = asked.after_value, asked.after_key
        rows = await page_of_changes(reader, self._versions(), wanted, seen, first)

        async def nodes(keys: list[str]) -> list[PlanChange | None]:
            return [PlanChange.from_row(row, fields) for row in rows[: len(keys)]]

        async def total() -> int:
            counted = await self._counted(info)
            return sum(one.total for one in counted if wanted is None or one.kind in wanted)

        listed = [Listed(key=row.key, value=row.kind.value) for row in rows]
        return await connection(asked, listed, nodes, total)

    @strawberry.field(description="What changes of who owns and who supports which accounts.")
    async def ownership(
        self,
        info: Info,
        as_of: Annotated[
            date | None,
            strawberry.argument(
                description="The day on which both are asked; null: the first day of the later one."
            ),
        ] = None,
    ) -> OwnershipDiff:
        """Ask both versions about every account, those that are alike once."""
        before, after = [await info.context.of_version(one) for one in self._versions()]
        day = as_of or max(one.valid_from for one in (self.plan, self.against) if one is not None)
        changes = await ownership_changes(before, after, info.context.books, day)
        return OwnershipDiff(day=day, before=before, after=after, changes=changes)

    def _versions(self) -> tuple[int, int]:
        return self.against.revision if self.against else NOTHING, self.plan.revision

    async def _counted(self, info: Info) -> list[ChangedCount]:
        return await info.context.load_of_all(counts_of_each_change, self._versions())


async def plan_diff(
    info: Info,
    plan_key: Annotated[
        strawberry.ID, strawberry.argument(description="The key of the plan asked about.")
    ],
    against: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="The key of the plan to compare it with, loaded before it or after; null:"
            " whatever was loaded just before it."
        ),
    ] = None,
    revision: Annotated[
        int | None, strawberry.argument(description="Which load of the plan; null: its latest.")
    ] = None,
    against_revision: Annotated[
        int | None,
        strawberry.argument(
            description="Which load to compare it with, of the plan `against`, or of any where that"
            " is null; null: the latest."
        ),
    ] = None,
) -> PlanDiff | None:
    """Return the difference of two loads; None where either is none that counts."""
    rows = await info.context.loads()
    after = _load(rows, plan_key, revision)
    if after is None:
        return None
    if against is None and against_revision is None:
        before = next((row for row in rows if row.number < after.number), None)
        return PlanDiff(
            plan=Plan.from_row(after), against=None if before is None else Plan.from_row(before)
        )
    before = _load(rows, against, against_revision)
    return before and PlanDiff(plan=Plan.from_row(after), against=Plan.from_row(before))


def _load(rows: Sequence[LoadRow], plan: str | None, revision: int | None) -> LoadRow | None:
    """Return the newest of the loads that is of the plan and of the revision, where given."""
    return next(
        (row for row in rows if plan in {None, row.plan} and revision in {None, row.number}),
        None,
    )
