"""What would keep a key account with its present owners, beside a scenario."""

import strawberry

from api.connections import FIRST, First, Skip, part
from api.looks import Look
from api.operations import Operation
from api.ownership_diffs import MovedParty
from api.vocabularies import Function
from graph.reorganization import alternatives


@strawberry.type(description="A function of an account whose present owner is no more.")
class LostOwner:
    """What no exception can keep."""

    account: strawberry.ID = strawberry.field(description="The account's key.")
    function: Function = strawberry.field(description="The function.")
    owner: MovedParty = strawberry.field(description="The department that owns it at present.")


@strawberry.type(
    description="The fewest named exceptions that keep the accounts of a group with their present"
    " owners: put these operations last (`addOperation`)."
)
class Alternative:
    """A way around, as the schema shows one."""

    look: strawberry.Private[Look]
    found: strawberry.Private[alternatives.Alternative]

    @strawberry.field(description="How many operations it takes.")
    def operation_count(self) -> int:
        """Count them."""
        return len(self.found.operations)

    @strawberry.field(
        description="The operations, by account, numbered as they are when put last in the"
        " scenario."
    )
    def operations(self, first: First = FIRST, skip: Skip = 0) -> list[Operation]:
        """Return a part of the operations."""
        end = len(self.look.tried.impact.scenario.operations)
        shown = part(self.found.operations, first, skip)
        return [Operation.of(number, one) for number, one in enumerate(shown, start=end + skip + 1)]

    @strawberry.field(description="How many functions of accounts no exception can keep.")
    def lost_count(self) -> int:
        """Count them."""
        return len(self.found.lost)

    @strawberry.field(description="What no exception can keep, by account.")
    def lost(self, first: First = FIRST, skip: Skip = 0) -> list[LostOwner]:
        """Return a part of what is lost."""
        shown = part(self.found.lost, first, skip)
        owners = self.look.names([one.owner for one in shown], after=False)
        return [
            LostOwner(
                account=strawberry.ID(one.account),
                function=one.function,
                owner=MovedParty(department=strawberry.ID(key), name=name, name_en=name_en),
            )
            for one, (key, name, name_en) in zip(shown, owners, strict=True)
        ]


async def alternative(look: Look, customer: str) -> Alternative | None:
    """Return the way around for a group; None where there is no such group."""
    if not await look.alone(lambda: look.tried.base.population.has_group(customer)):
        return None
    found = await look.alone(lambda: alternatives.alternative(look.tried.impact, customer))
    return Alternative(look=look, found=found)
