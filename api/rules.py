"""Rules and named exceptions: who owns and supports what, as the plan states it."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.contexts import Info
from api.nodes import Named, node_of, nodes_of
from api.splits import RevenueSplit
from api.vocabularies import DepartmentKind, Function, Kind, Language, Role, Tier
from graph.model import rules as model
from graph.model.keys import ExceptionKey, RuleKey
from graph.ownership.books import RuleBook
from graph.ownership.clauses import conditions_clause
from graph.queries.accounts import accounts_by_key
from graph.queries.departments import departments_by_key
from graph.queries.industries import industries_by_key
from graph.queries.strategies import splits_by_key
from graph.queries.territories import territories_by_key

if TYPE_CHECKING:
    from api.accounts import Account
    from api.departments import Department
    from api.industries import Industry
    from api.territories import Territory


@strawberry.type(description="Which accounts a rule is for: all that is given must hold.")
class RuleConditions:
    """The conditions of a rule; an empty list asks for nothing."""

    tiers: list[Tier] = strawberry.field(description="Any of these tiers of the group.")
    level_from: int | None = strawberry.field(description="The first level; null: any.")
    level_to: int | None = strawberry.field(description="The last level, included; null: any.")
    tags: list[str] = strawberry.field(description="All of these tags.")
    conditions: strawberry.Private[model.Conditions]
    book: strawberry.Private[RuleBook]
    day: strawberry.Private[date]

    @strawberry.field(description="The conditions in words: “strategic accounts, level 2”.")
    def text(
        self,
        language: Annotated[
            Language, strawberry.argument(description="The language of the text.")
        ] = Language.EN,
    ) -> str:
        """Return the conditions as texts tell them."""
        return conditions_clause(self.conditions, language, self.book)

    @strawberry.field(description="Any of these customer groups or what is inside them.")
    async def customers(
        self, info: Info
    ) -> list[Annotated["Account", strawberry.lazy("api.accounts")]]:
        """Load the customers of every rule in this response at once."""
        from api.accounts import account_of  # noqa: PLC0415 - accounts lead to rules

        keys = sorted(self.conditions.customers)
        return await nodes_of(info, self.day, accounts_by_key, keys, account_of)

    @strawberry.field(description="Any of these industries or what lies inside them.")
    async def industries(
        self, info: Info
    ) -> list[Annotated["Industry", strawberry.lazy("api.industries")]]:
        """Load the industries of every rule in this response at once."""
        from api.industries import Industry  # noqa: PLC0415 - industries lead to accounts

        keys = sorted(self.conditions.industries)
        return await nodes_of(info, self.day, industries_by_key, keys, Industry.from_row)

    @strawberry.field(description="Any of these territories or what lies inside them.")
    async def territories(
        self, info: Info
    ) -> list[Annotated["Territory", strawberry.lazy("api.territories")]]:
        """Load the territories of every rule in this response at once."""
        from api.territories import Territory  # noqa: PLC0415 - territories lead to accounts

        keys = sorted(self.conditions.territories)
        return await nodes_of(info, self.day, territories_by_key, keys, Territory.from_row)


@strawberry.type(
    description="Accounts like this → that department, for a function, in a role. The department is"
    " named, or found: the one with a specialty inside the unit that covers the account's"
    " territory. Or it is nobody, on purpose."
)
class AssignmentRule(Named):
    """An assignment rule, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.ASSIGNMENT_RULE
    function: Function = strawberry.field(description="What for.")
    role: Role = strawberry.field(description="Whether the department owns or supports.")
    conditions: RuleConditions = strawberry.field(description="Which accounts it is for.")
    within: DepartmentKind | None = strawberry.field(
        description="The sort of unit in which the department is found; null: it is named."
    )
    specialty: str | None = strawberry.field(
        description="Key of the specialty that the department has inside that unit."
    )
    vacant_reason: str | None = strawberry.field(
        description="Why nobody has such accounts, on purpose; null: somebody has."
    )
    priority: int = strawberry.field(description="A higher one wins whatever the conditions.")
    valid_from: date | None = strawberry.field(description="The first day; null: since ever.")
    valid_until: date | None = strawberry.field(description="The day it is over; null: open.")
    rule: strawberry.Private[model.AssignmentRule]

    @strawberry.field(description="The department it names; null: it is found, or nobody.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every rule in this response at once."""
        target = self.rule.target
        named = target.department if isinstance(target, model.NamedTarget) else None
        return await _department(info, self.day, named)

    @strawberry.field(description="How its revenue or profit is divided, where that is stated.")
    async def split(self, info: Info) -> RevenueSplit | None:
        """Load the splits of every rule in this response at once."""
        return await node_of(info, self.day, splits_by_key, self.rule.split, RevenueSplit.from_row)

    @classmethod
    def of(cls, rule: model.AssignmentRule, book: RuleBook, day: date) -> "AssignmentRule":
        """Return a rule of a rule book as it is on a day."""
        target, conditions = rule.target, rule.conditions
        relative = target if isinstance(target, model.RelativeTarget) else None
        return cls(
            day=day,
            key=strawberry.ID(rule.key),
            name=rule.name,
            name_en=rule.name_en,
            illustrative=rule.illustrative,
            function=rule.function,
            role=rule.role,
            conditions=RuleConditions(
                tiers=sorted(conditions.tiers),
                level_from=conditions.level_from,
                level_to=conditions.level_to,
                tags=sorted(conditions.tags),
                conditions=conditions,
                book=book,
                day=day,
            ),
            within=relative.within if relative else None,
            specialty=relative.specialty if relative else None,
            vacant_reason=target.reason if isinstance(target, model.VacantTarget) else None,
            priority=rule.priority,
            valid_from=rule.validity.start,
            valid_until=rule.validity.until,
            rule=rule,
        )


@strawberry.type(
    description="One account is owned or supported otherwise than the rules say, for a reason."
)
class NamedException(Named):
    """A named exception, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.NAMED_EXCEPTION
    function: Function = strawberry.field(description="What for.")
    role: Role = strawberry.field(description="Whether the department owns or supports.")
    reason: str = strawberry.field(description="Why, as the plan has it.")
    valid_from: date | None = strawberry.field(description="The first day; null: since ever.")
    valid_until: date | None = strawberry.field(description="The day it is over; null: open.")
    exception: strawberry.Private[model.NamedException]

    @strawberry.field(description="The account it is about.")
    async def account(
        self, info: Info
    ) -> Annotated["Account", strawberry.lazy("api.accounts")] | None:
        """Load the accounts of every exception in this response at once."""
        from api.accounts import account_of  # noqa: PLC0415 - accounts lead to exceptions

        return await node_of(info, self.day, accounts_by_key, self.exception.account, account_of)

    @strawberry.field(description="Who has it; null: nobody, on purpose.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every exception in this response at once."""
        return await _department(info, self.day, self.exception.department)

    @strawberry.field(description="How its revenue or profit is divided, where that is stated.")
    async def split(self, info: Info) -> RevenueSplit | None:
        """Load the splits of every exception in this response at once."""
        split = self.exception.split
        return await node_of(info, self.day, splits_by_key, split, RevenueSplit.from_row)

    @classmethod
    def of(cls, exception: model.NamedException, day: date) -> "NamedException":
        """Return an exception of a rule book as it is on a day."""
        return cls(
            day=day,
            key=strawberry.ID(exception.key),
            name=exception.name,
            name_en=exception.name_en,
            illustrative=exception.illustrative,
            function=exception.function,
            role=exception.role,
            reason=exception.reason,
            valid_from=exception.validity.start,
            valid_until=exception.validity.until,
            exception=exception,
        )


async def rule(info: Info, day: date, key: str) -> AssignmentRule | None:
    """Return the rule with that key on a day, from the rule book that answers come from."""
    book = await _book(info, day)
    found = book.rule_by_key.get(RuleKey(key))
    return None if found is None else AssignmentRule.of(found, book, day)


async def exception(info: Info, day: date, key: str) -> NamedException | None:
    """Return the exception with that key on a day, from the rule book that answers come from."""
    found = (await _book(info, day)).exception_by_key.get(ExceptionKey(key))
    return None if found is None else NamedException.of(found, day)


async def _book(info: Info, day: date) -> RuleBook:
    return (await info.context.books.resolver(await info.context.at(day))).book


async def _department(info: Info, day: date, key: str | None) -> "Department | None":
    from api.departments import Department  # noqa: PLC0415 - departments lead to accounts

    return await node_of(info, day, departments_by_key, key, Department.from_row)
