"""Stakes: what parents hold of accounts, and when."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.contexts import Info
from api.nodes import node_of
from graph.queries.accounts import StakeRow, accounts_by_key

if TYPE_CHECKING:
    from api.accounts import Account


@strawberry.type(description="What a parent holds of an account, and when.")
class Stake:
    """A parent's part of an account, as the schema shows one."""

    share: float | None = strawberry.field(description="In per cent; null: nobody knows.")
    valid_from: date | None = strawberry.field(description="The first day; null: open or unknown.")
    valid_until: date | None = strawberry.field(
        description="The day it is over; null: open or unknown."
    )
    valid_from_unknown: bool = strawberry.field(description="Nobody knows the first day.")
    valid_until_unknown: bool = strawberry.field(description="It is over on a day nobody knows.")
    day: strawberry.Private[date]
    parent_key: strawberry.Private[str]

    @classmethod
    def from_row(cls, row: StakeRow, day: date) -> "Stake":
        """Return the stake of a row."""
        return cls(
            day=day,
            share=row.share,
            valid_from=row.start,
            valid_until=row.until,
            valid_from_unknown=row.start_unknown,
            valid_until_unknown=row.until_unknown,
            parent_key=row.parent,
        )

    @strawberry.field(description="Who holds it.")
    async def parent(
        self, info: Info
    ) -> Annotated["Account", strawberry.lazy("api.accounts")] | None:
        """Load the parents of every account in this response at once."""
        from api.accounts import account_of  # noqa: PLC0415 - accounts have stakes

        return await node_of(info, self.day, accounts_by_key, self.parent_key, account_of)
