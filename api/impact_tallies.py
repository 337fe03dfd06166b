"""What a scenario would do to ownership, counted and summed up."""

import strawberry

from api.looks import Look
from api.ownership_diffs import MovedParty
from api.vocabularies import Function, Turn, Weight


@strawberry.type(description="A line that a director reads.")
class SummaryLine:
    """A line, as the schema shows one."""

    weight: Weight = strawberry.field(description="How bad it is.")
    text: str = strawberry.field(description="What it says.")


@strawberry.type(
    description="Accounts whose function takes the same turn, from and to the same, by one"
    " operation."
)
class ImpactMove:
    """So many accounts that move together."""

    turn: Turn = strawberry.field(description="What becomes of the function.")
    function: Function = strawberry.field(description="The function.")
    before: list[MovedParty] = strawberry.field(
        description="The owner before, all who contended, or the supporters where these change;"
        " empty: nobody."
    )
    after: list[MovedParty] = strawberry.field(
        description="The owner after, all who contend, or the supporters where these change;"
        " empty: nobody."
    )
    operation: int = strawberry.field(description="The number of the operation that it comes from.")
    op: str = strawberry.field(description="What that operation does.")
    accounts: int = strawberry.field(description="How many accounts.")
    examples: list[strawberry.ID] = strawberry.field(description="The keys of a few of them.")


@strawberry.type(description="How many functions of accounts change by one operation.")
class OperationTotal:
    """An operation's changes, counted."""

    operation: int = strawberry.field(description="The number of the operation.")
    op: str = strawberry.field(description="What it does.")
    changes: int = strawberry.field(description="How many functions of accounts.")


@strawberry.type(description="What a department, or all of a region, hands over and takes.")
class DepartmentTally:
    """A tally, as the schema shows one."""

    department: strawberry.ID = strawberry.field(description="The department's key.")
    name: str = strawberry.field(description="Its name, after or before.")
    gives: int = strawberry.field(description="Functions of accounts that it owns no longer.")
    takes: int = strawberry.field(description="Functions of accounts that it owns from then on.")
    other: int = strawberry.field(
        description="Functions that it supports from then on, or no longer."
    )


@strawberry.type(description="A key account or an industry, and how many of its answers change.")
class ChangesOf:
    """A thing with changes, counted."""

    key: strawberry.ID = strawberry.field(description="Its key.")
    name: str = strawberry.field(description="Its name.")
    changes: int = strawberry.field(description="How many functions of its accounts change.")


@strawberry.type(
    description="By how many departments and regions the accounts of a key account are owned."
)
class KeyAccountScatter:
    """How scattered a key account becomes."""

    customer: strawberry.ID = strawberry.field(description="The group's key.")
    name: str = strawberry.field(description="Its name.")
    owners_before: int = strawberry.field(description="Departments that own any of it, before.")
    owners_after: int = strawberry.field(description="Departments that own any of it, after.")
    regions_before: int = strawberry.field(description="Regions that these are in, before.")
    regions_after: int = strawberry.field(description="Regions that these are in, after.")
    presales_gaps_before: int = strawberry.field(
        description="Accounts that nobody supports before a sale, before."
    )
    presales_gaps_after: int = strawberry.field(
        description="Accounts that nobody supports before a sale, after."
    )


@strawberry.type(description="How long the lists of an impact are.")
class ImpactCounts:
    """Counts, each worked out when somebody asks."""

    look: strawberry.Private[Look]

    @strawberry.field(description="Operations that cannot be done.")
    def refusals(self) -> int:
        """Count `refusals`."""
        return len(self.look.tried.impact.replayed.refusals)

    @strawberry.field(description="Things that nobody has.")
    def missing(self) -> int:
        """Count `missing`."""
        return len(self.look.tried.impact.missing)

    @strawberry.field(description="Accounts for which anything changes.")
    def accounts(self) -> int:
        """Count accounts."""
        return self.look.accounts.accounts()

    @strawberry.field(description="Entries of `moved`.")
    async def moved(self) -> int:
        """Count `moved`."""
        return len(await self.look.moves())

    @strawberry.field(description="Entries of `byDepartment`.")
    async def departments(self) -> int:
        """Count `byDepartment`."""
        return len(await self.look.by_department())

    @strawberry.field(description="Entries of `byRegion`.")
    async def regions(self) -> int:
        """Count `byRegion`."""
        return len(await self.look.by_region())

    @strawberry.field(description="Entries of `byKeyAccount`.")
    async def key_accounts(self) -> int:
        """Count `byKeyAccount`."""
        return len(await self.look.by_customer())

    @strawberry.field(description="Entries of `byIndustry`.")
    async def industries(self) -> int:
        """Count `byIndustry`."""
        return len(await self.look.by_industry())

    @strawberry.field(description="Entries of `loads`.")
    async def loads(self) -> int:
        """Count `loads`."""
        return len(await self.look.loads())

    @strawberry.field(description="Entries of `indicators`.")
    def indicators(self) -> int:
        """Count `indicators`."""
        return len(self.look.tried.impact.indicators)

    @strawberry.field(description="Posts that move.")
    def posts(self) -> int:
        """Count `posts`."""
        return len(self.look.tried.impact.posts)

    @strawberry.field(description="People who change their posts.")
    def people(self) -> int:
        """Count `people`."""
        return len(self.look.tried.impact.people)

    @strawberry.field(description="Entries of `shapes`.")
    def shapes(self) -> int:
        """Count `shapes`."""
        return len(self.look.tried.impact.shapes)
