"""What one loaded plan changes of who owns and who supports which accounts."""

from collections.abc import Iterable
from datetime import date

import strawberry

from api.connections import FIRST, First, checked_first
from api.vocabularies import Function, Kind, Turn
from graph.model.keys import DepartmentKey
from graph.ownership.moves import OwnershipChanges
from graph.queries.nodes import NamedThing, Thing, names_of_things
from graph.queries.timelines import Pinned


@strawberry.type(description="How many functions of accounts take a turn.")
class TurnTotal:
    """A turn, counted."""

    turn: Turn = strawberry.field(description="What becomes of them.")
    accounts: int = strawberry.field(
        description="How many; an account counts once for each of its functions."
    )


@strawberry.type(description="A department that owns, contends for, or supports accounts.")
class MovedParty:
    """A department of one side, by name."""

    department: strawberry.ID = strawberry.field(description="The department's key.")
    name: str = strawberry.field(description="Its name in that version.")
    name_en: str | None = strawberry.field(description="Its English name, where one is known.")


@strawberry.type(description="Accounts whose function takes the same turn, from and to the same.")
class OwnershipMove:
    """So many accounts that move together."""

    turn: Turn = strawberry.field(description="What becomes of the function.")
    function: Function = strawberry.field(description="The function.")
    before: list[MovedParty] = strawberry.field(
        description="The owner before, all who contended, or the supporters where these change;"
        " empty: nobody, or the accounts were not there."
    )
    after: list[MovedParty] = strawberry.field(
        description="The owner after, all who contend, or the supporters where these change;"
        " empty: nobody."
    )
    accounts: int = strawberry.field(description="How many accounts.")
    examples: list[strawberry.ID] = strawberry.field(description="The keys of a few of them.")


@strawberry.type(description="What one plan changes of ownership, on a day.")
class OwnershipDiff:
    """The answers of two versions on the same day, compared."""

    day: date = strawberry.field(description="The day on which both are asked.")
    before: strawberry.Private[Pinned]
    after: strawberry.Private[Pinned]
    changes: strawberry.Private[OwnershipChanges]

    @strawberry.field(description="How many functions of accounts take each turn; others: none.")
    def totals(self) -> list[TurnTotal]:
        """Return the totals in the order of the turns."""
        return [
            TurnTotal(turn=turn, accounts=count) for turn, count in self.changes.totals().items()
        ]

    @strawberry.field(description="How many entries `moved` has in all.")
    def moved_count(self) -> int:
        """Return how many groups of accounts move."""
        return len(self.changes.moved)

    @strawberry.field(description="Who hands over what to whom, the most accounts first.")
    async def moved(self, first: First = FIRST) -> list[OwnershipMove]:
        """Return the largest moves; the departments of each side are read at once."""
        shown = self.changes.moved[: checked_first(first)]
        were = await _names(self.before, (key for one in shown for key in one.before))
        will_be = await _names(self.after, (key for one in shown for key in one.after))
        return [
            OwnershipMove(
                turn=one.turn,
                function=one.function,
                before=_parties(one.before, were),
                after=_parties(one.after, will_be),
                accounts=one.accounts,
                examples=[strawberry.ID(key) for key in one.examples],
            )
            for one in shown
        ]


async def _names(reader: Pinned, keys: Iterable[DepartmentKey]) -> dict[str, NamedThing]:
    wanted = [Thing(Kind.DEPARTMENT, key) for key in sorted({*keys})]
    if not wanted:
        return {}
    return {row.key: row for row in await names_of_things(reader, wanted) if row is not None}


def _parties(keys: Iterable[DepartmentKey], names: dict[str, NamedThing]) -> list[MovedParty]:
    found = (names[key] for key in keys if key in names)
    return [
        MovedParty(department=strawberry.ID(row.key), name=row.name, name_en=row.name_en)
        for row in found
    ]
