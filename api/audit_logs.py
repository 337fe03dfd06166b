"""What was done to scenarios: by whom, when, why, and what came of it."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.connections import FIRST, After, Connection, First, Order, connection, page
from api.contexts import Info
from api.vocabularies import AuditStep
from graph.queries.pages import Listed
from graph.queries.scenarios import ChangeRow, count_of_audit_log, page_of_audit_log

if TYPE_CHECKING:
    from api.scenarios import Scenario

BY_KEY = Order("key", descending=True)


@strawberry.type(
    description="Something that was done to a scenario. It stays when the scenario is rolled back."
)
class AuditEntry:
    """A change, as the schema shows one."""

    scenario_key: strawberry.ID = strawberry.field(description="Which scenario.")
    step: AuditStep = strawberry.field(description="What was done.")
    number: int | None = strawberry.field(
        description="The number of the operation, of one that was applied."
    )
    op: str | None = strawberry.field(description="What that operation does: `merge-departments` …")
    who: str = strawberry.field(description="By whom, as given then: there is no sign-in yet.")
    what: str = strawberry.field(
        description="What exactly, in words; of an operation, all of it as JSON."
    )
    why: str | None = strawberry.field(description="The reason given for it.")
    revision: int | None = strawberry.field(
        description="The revision that came of it, of what a scenario was applied by."
    )
    at: datetime = strawberry.field(description="When.")

    @strawberry.field(description="The scenario as it is now.")
    async def scenario(
        self, info: Info
    ) -> Annotated["Scenario", strawberry.lazy("api.scenarios")] | None:
        """Return the scenario from those that are looked up once."""
        from api.scenarios import scenario  # noqa: PLC0415 - scenarios have changes

        return await scenario(info, self.scenario_key)

    @classmethod
    def from_row(cls, row: ChangeRow) -> "AuditEntry":
        """Return the entry of a row."""
        return cls(
            scenario_key=strawberry.ID(row.scenario),
            step=AuditStep(row.step),
            number=row.number,
            op=row.op,
            who=row.who,
            what=row.what,
            why=row.why,
            revision=row.load,
            at=row.at,
        )


async def audit_log(
    info: Info,
    about: Annotated[
        strawberry.ID | None,
        strawberry.argument(
            description="The key of a scenario; or of a department: the operations that ended it or"
            " that it came from, and the steps of their scenarios. Null: all."
        ),
    ] = None,
    since: Annotated[
        datetime | None,
        strawberry.argument(
            description="Only what was done then or later; without a time zone, UTC."
        ),
    ] = None,
    first: First = FIRST,
    after: After = None,
) -> Connection[AuditEntry]:
    """Return a page of what was done, the latest first."""
    asked = page(first, after, BY_KEY)
    moment = since.replace(tzinfo=UTC) if since is not None and since.tzinfo is None else since
    store = info.context.store
    rows = await page_of_audit_log(store, about, moment, asked.after_key, first)

    async def nodes(keys: list[str]) -> list[AuditEntry | None]:
        return [AuditEntry.from_row(row) for row in rows[: len(keys)]]

    async def total() -> int:
        return await count_of_audit_log(store, about, moment)

    listed = [Listed(key=row.key, value=row.at.isoformat()) for row in rows]
    return await connection(asked, listed, nodes, total)
