"""What a scenario would do, before it does: counts first, then names."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated

import strawberry

from api.alternatives import Alternative, alternative
from api.connections import FIRST, After, Connection, First, Skip, part
from api.contexts import Info
from api.explanations import In
from api.impact_accounts import AccountChange, AccountChangeFilter, account_changes, parties
from api.impact_loads import DepartmentLoad
from api.impact_tallies import (
    ChangesOf,
    DepartmentTally,
    ImpactCounts,
    ImpactMove,
    KeyAccountScatter,
    OperationTotal,
    SummaryLine,
)
from api.impact_things import (
    Appearance,
    IndicatorChange,
    Missing,
    PersonMove,
    PostMove,
    Refusal,
    UnitShape,
)
from api.looks import Look
from api.ownership_diffs import TurnTotal
from api.vocabularies import Kind, Language
from graph.queries.nodes import Thing, names_of_things
from graph.reorganization.tallies import Tally
from graph.versions.trials import Trials, Tried


@strawberry.type(
    description="What a scenario would do to a revision on its first day, or did when it was"
    " applied. Ask for `counts` and `summary` first, and for names then."
)
class Impact:
    """An impact, as the schema shows one."""

    revision: int = strawberry.field(
        description="The revision that it is tried on: the state before."
    )
    day: date = strawberry.field(description="The day on which both are asked.")
    may_be_applied: bool = strawberry.field(
        description="Whether every operation can be done and nothing is forgotten."
    )
    counts: ImpactCounts = strawberry.field(description="How long the lists are.")
    look: strawberry.Private[Look]

    @strawberry.field(description="The ten worst things about it, the worst first.")
    async def summary(self, language: In = Language.EN) -> list[SummaryLine]:
        """Sum it up."""
        lines = await self.look.summary(language)
        return [SummaryLine(weight=one.weight, text=one.text) for one in lines]

    @strawberry.field(description="The operations that cannot be done, by number.")
    def refusals(self, first: First = FIRST, skip: Skip = 0) -> list[Refusal]:
        """Return a part of the refusals."""
        return Refusal.of_all(part(self.look.tried.impact.replayed.refusals, first, skip))

    @strawberry.field(description="What nobody has, by department and kind.")
    def missing(self, first: First = FIRST, skip: Skip = 0) -> list[Missing]:
        """Return a part of what is missing."""
        return Missing.of_all(part(self.look.tried.impact.missing, first, skip))

    @strawberry.field(description="How many functions of accounts take each turn; others: none.")
    async def totals(self) -> list[TurnTotal]:
        """Return the totals in the order of the turns."""
        totals = await self.look.alone(self.look.accounts.totals)
        return [TurnTotal(turn=turn, accounts=count) for turn, count in totals.items()]

    @strawberry.field(description="How many functions of accounts change by each operation.")
    async def by_operation(self, first: First = FIRST, skip: Skip = 0) -> list[OperationTotal]:
        """Return a part of the operations that change any, by number."""
        counted = await self.look.alone(self.look.accounts.by_cause)
        return [
            OperationTotal(operation=number, op=self.look.op(number), changes=count)
            for number, count in part([*counted.items()], first, skip)
        ]

    @strawberry.field(description="Who hands over what to whom, the most accounts first.")
    async def moved(self, first: First = FIRST, skip: Skip = 0) -> list[ImpactMove]:
        """Return a part of the moves."""
        return [
            ImpactMove(
                turn=one.turn,
                function=one.function,
                before=parties(self.look, one.before, after=False),
                after=parties(self.look, one.after, after=True),
                operation=one.cause,
                op=self.look.op(one.cause),
                accounts=one.accounts,
                examples=[strawberry.ID(key) for key in one.examples],
            )
            for one in part(await self.look.moves(), first, skip)
        ]

    @strawberry.field(description="What each department hands over and takes, the most first.")
    async def by_department(self, first: First = FIRST, skip: Skip = 0) -> list[DepartmentTally]:
        """Return a part of the departments."""
        return self._tallies(part(await self.look.by_department(), first, skip))

    @strawberry.field(
        description="What each region hands over and takes with all that is inside it, the most"
        " first."
    )
    async def by_region(self, first: First = FIRST, skip: Skip = 0) -> list[DepartmentTally]:
        """Return a part of the regions."""
        return self._tallies(part(await self.look.by_region(), first, skip))

    @strawberry.field(description="The key accounts that change, the most first.")
    async def by_key_account(
        self, info: Info, first: First = FIRST, skip: Skip = 0
    ) -> list[ChangesOf]:
        """Return a part of the key accounts, whose names are read at once."""
        shown = part(await self.look.by_customer(), first, skip)
        names = await self._customers(info, (key for key, _ in shown))
        return [
            ChangesOf(key=strawberry.ID(key), name=names.get(key, key), changes=count)
            for key, count in shown
        ]

    @strawberry.field(description="The industries that change, the most first.")
    async def by_industry(self, first: First = FIRST, skip: Skip = 0) -> list[ChangesOf]:
        """Return a part of the industries."""
        industries = self.look.tried.base.organization.surroundings.industries
        shown = part(await self.look.by_industry(), first, skip)
        return [
            ChangesOf(
                key=strawberry.ID(key),
                name=industries[key].name if key in industries else key,
                changes=count,
            )
            for key, count in shown
        ]

    @strawberry.field(
        description="The functions of accounts that are answered otherwise, by account key, in"
        " pages."
    )
    async def accounts(
        self,
        info: Info,
        first: First = FIRST,
        after: After = None,
        filter: AccountChangeFilter | None = None,  # noqa: A002 - the name in the schema
    ) -> Connection[AccountChange]:
        """Return a page of them."""
        return await account_changes(self.look, info, first, after, filter)

    @strawberry.field(
        description="The key accounts that change, the one that gets most scattered first."
    )
    async def scattered(
        self, info: Info, first: First = FIRST, skip: Skip = 0
    ) -> list[KeyAccountScatter]:
        """Return a part of the key accounts, whose names are read at once."""
        shown = part(await self.look.scattered(), first, skip)
        names = await self._customers(info, (one.customer for one in shown))
        return [
            KeyAccountScatter(
                customer=strawberry.ID(one.customer),
                name=names.get(one.customer, one.customer),
                owners_before=one.owners_before,
                owners_after=one.owners_after,
                regions_before=one.regions_before,
                regions_after=one.regions_after,
                presales_gaps_before=one.presales_gaps_before,
                presales_gaps_after=one.presales_gaps_after,
            )
            for one in shown
        ]

    @strawberry.field(
        description="Accounts for each person of departments where that changes, the worst first:"
        " above the capacity that the scenario states, then without people, then by growth."
    )
    async def loads(self, first: First = FIRST, skip: Skip = 0) -> list[DepartmentLoad]:
        """Return a part of the loads."""
        return DepartmentLoad.of_all(part(await self.look.loads(), first, skip), self.look)

    @strawberry.field(
        description="What would keep a customer group with its present owners; null where there is"
        " no such group."
    )
    async def alternative(
        self,
        customer: Annotated[
            strawberry.ID, strawberry.argument(description="The key of the customer group.")
        ],
    ) -> Alternative | None:
        """Return the fewest exceptions that do."""
        return await alternative(self.look, customer)

    @strawberry.field(description="Named exceptions about departments that are no more.")
    def dangling_exceptions(self, first: First = FIRST, skip: Skip = 0) -> list[Appearance]:
        """Return a part of them."""
        return Appearance.of_all(part(self.look.tried.impact.dangling_exceptions, first, skip))

    @strawberry.field(description="Named exceptions that say what the rules say anyway.")
    def redundant_exceptions(self, first: First = FIRST, skip: Skip = 0) -> list[Appearance]:
        """Return a part of them."""
        return Appearance.of_all(part(self.look.tried.impact.redundant_exceptions, first, skip))

    @strawberry.field(description="Responsibilities that no department has.")
    def orphaned_duties(self, first: First = FIRST, skip: Skip = 0) -> list[Appearance]:
        """Return a part of them."""
        return Appearance.of_all(part(self.look.tried.impact.orphaned_duties, first, skip))

    @strawberry.field(description="Steps of strategies for which nobody is responsible.")
    def unaccountable_steps(self, first: First = FIRST, skip: Skip = 0) -> list[Appearance]:
        """Return a part of them."""
        return Appearance.of_all(part(self.look.tried.impact.unaccountable_steps, first, skip))

    @strawberry.field(
        description="Departments that it touches and that have neither posts nor any inside."
    )
    def empty_units(self, first: First = FIRST, skip: Skip = 0) -> list[Appearance]:
        """Return a part of them."""
        return Appearance.of_all(part(self.look.tried.impact.empty_units, first, skip))

    @strawberry.field(
        description="Targets by indicator: the sum of all departments, then of each that changes."
    )
    def indicators(self, first: First = FIRST, skip: Skip = 0) -> list[IndicatorChange]:
        """Return a part of them."""
        found = self.look.tried.impact
        return IndicatorChange.of_all(part(found.indicators, first, skip), found.replayed.base)

    @strawberry.field(description="Posts that are elsewhere after, begin or end.")
    def posts(self, first: First = FIRST, skip: Skip = 0) -> list[PostMove]:
        """Return a part of them."""
        return PostMove.of_all(part(self.look.tried.impact.posts, first, skip))

    @strawberry.field(description="People who leave posts for others.")
    def people(self, first: First = FIRST, skip: Skip = 0) -> list[PersonMove]:
        """Return a part of them."""
        found = self.look.tried.impact
        return PersonMove.of_all(part(found.people, first, skip), found.replayed.base)

    @strawberry.field(description="Departments that become wider or deeper, the widest first.")
    def shapes(self, first: First = FIRST, skip: Skip = 0) -> list[UnitShape]:
        """Return a part of them."""
        return UnitShape.of_all(part(self.look.tried.impact.shapes, first, skip))

    @classmethod
    def of(cls, found: Tried, trials: Trials) -> "Impact":
        """Return the impact of a scenario that was tried."""
        look = Look(found, trials)
        return cls(
            revision=found.version.number,
            day=found.impact.day,
            may_be_applied=found.impact.may_be_applied,
            counts=ImpactCounts(look=look),
            look=look,
        )

    def _tallies(self, tallies: Sequence[Tally]) -> list[DepartmentTally]:
        names = self.look.latest_names([one.key for one in tallies])
        return [
            DepartmentTally(
                department=strawberry.ID(one.key),
                name=name,
                gives=one.gives,
                takes=one.takes,
                other=one.other,
            )
            for one, name in zip(tallies, names, strict=True)
        ]

    async def _customers(self, info: Info, keys: Iterable[str]) -> dict[str, str]:
        wanted = [Thing(Kind.CUSTOMER, key) for key in keys]
        if not wanted:
            return {}
        reader = await info.context.of_version(self.revision)
        return {row.key: row.name for row in await names_of_things(reader, wanted) if row}
