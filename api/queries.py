"""The root of all queries: each kind by key, in pages, by search, or by global ID."""

from typing import Annotated

import strawberry

from api.account_lists import customers, subsidiaries
from api.accounts import Customer, Subsidiary, customer, subsidiary
from api.audit_logs import AuditEntry, audit_log
from api.comparisons import ScenarioComparison, compare_scenarios
from api.connections import Connection
from api.contexts import AsOf, Info
from api.departments import Department, departments
from api.gaps import Gap, coverage_gaps
from api.indicators import Indicator, indicators
from api.industries import Industry, industries
from api.mentions import Mention
from api.nodes import Node, node_of, thing_of_id
from api.people import Person, Post, people
from api.plan_diffs import PlanDiff, plan_diff
from api.plans import Plan, plan, plans
from api.questions import OpenQuestion, open_questions
from api.rules import AssignmentRule, NamedException, exception, rule
from api.scenarios import Scenario, scenario, scenarios
from api.search import search
from api.strategies import Strategy, strategies
from api.territories import Territory, territories
from api.things import thing_of
from graph.queries.departments import departments_by_key
from graph.queries.indicators import indicators_by_key
from graph.queries.industries import industries_by_key
from graph.queries.people import people_by_key
from graph.queries.posts import posts_by_key
from graph.queries.strategies import strategies_by_key
from graph.queries.territories import territories_by_key

Key = Annotated[strawberry.ID, strawberry.argument(description="The plan's key of it.")]


@strawberry.type(description="What the plan says. A key that the plan does not have gives null.")
class Query:
    """Every question the API answers."""

    plan: Plan | None = strawberry.field(
        resolver=plan, description="The plan all answers come from; null before the first load."
    )
    plans: list[Plan] = strawberry.field(
        resolver=plans,
        description="Every load that counts, the newest first, with its plan as it was then.",
    )
    plan_diff: PlanDiff | None = strawberry.field(
        resolver=plan_diff,
        description="What one loaded plan changes of another; null where either is not loaded.",
    )
    search: list[Mention] = strawberry.field(
        resolver=search,
        description="Everything of any kind that a text names: exactly that key or name first.",
    )
    customers: Connection[Customer] = strawberry.field(
        resolver=customers, description="Customer groups, in pages."
    )
    subsidiaries: Connection[Subsidiary] = strawberry.field(
        resolver=subsidiaries, description="Subsidiaries of customer groups, in pages."
    )
    coverage_gaps: Connection[Gap] = strawberry.field(
        resolver=coverage_gaps,
        description="Functions of accounts that nobody covers on a day, or several contend for: by"
        " account name, in pages.",
    )
    departments: Connection[Department] = strawberry.field(
        resolver=departments, description="Departments of ours, in pages."
    )
    people: Connection[Person] = strawberry.field(
        resolver=people, description="People who may hold posts, in pages."
    )
    industries: Connection[Industry] = strawberry.field(
        resolver=industries, description="Industries, in pages."
    )
    territories: Connection[Territory] = strawberry.field(
        resolver=territories, description="Territories, in pages."
    )
    strategies: Connection[Strategy] = strawberry.field(
        resolver=strategies, description="Strategies, in pages."
    )
    indicators: Connection[Indicator] = strawberry.field(
        resolver=indicators, description="Indicators, in pages."
    )
    open_questions: Connection[OpenQuestion] = strawberry.field(
        resolver=open_questions, description="What the plan leaves open, in pages."
    )

    scenarios: list[Scenario] = strawberry.field(
        resolver=scenarios, description="All draft reorganizations, the latest effective first."
    )
    compare_scenarios: ScenarioComparison | None = strawberry.field(
        resolver=compare_scenarios,
        description="Scenarios side by side; null where one of them, or the revision, is not there."
        " Nothing is changed.",
    )
    audit_log: Connection[AuditEntry] = strawberry.field(
        resolver=audit_log, description="What was done to scenarios, the latest first, in pages."
    )

    @strawberry.field(description="A draft reorganization.")
    async def scenario(self, info: Info, key: Key) -> Scenario | None:
        """Return the scenario with that key."""
        return await scenario(info, key)

    @strawberry.field(description="A customer group.")
    async def customer(self, info: Info, key: Key, as_of: AsOf = None) -> Customer | None:
        """Return the customer group with that key."""
        return await customer(info, key, info.context.day(as_of))

    @strawberry.field(description="A subsidiary of a customer group.")
    async def subsidiary(self, info: Info, key: Key, as_of: AsOf = None) -> Subsidiary | None:
        """Return the subsidiary with that key."""
        return await subsidiary(info, key, info.context.day(as_of))

    @strawberry.field(description="A department of ours.")
    async def department(self, info: Info, key: Key, as_of: AsOf = None) -> Department | None:
        """Return the department with that key."""
        return await node_of(
            info, info.context.day(as_of), departments_by_key, key, Department.from_row
        )

    @strawberry.field(description="A person.")
    async def person(self, info: Info, key: Key, as_of: AsOf = None) -> Person | None:
        """Return the person with that key."""
        return await node_of(info, info.context.day(as_of), people_by_key, key, Person.from_row)

    @strawberry.field(description="A post.")
    async def post(self, info: Info, key: Key, as_of: AsOf = None) -> Post | None:
        """Return the post with that key."""
        return await node_of(info, info.context.day(as_of), posts_by_key, key, Post.from_row)

    @strawberry.field(description="An industry.")
    async def industry(self, info: Info, key: Key, as_of: AsOf = None) -> Industry | None:
        """Return the industry with that key."""
        return await node_of(
            info, info.context.day(as_of), industries_by_key, key, Industry.from_row
        )

    @strawberry.field(description="A territory.")
    async def territory(self, info: Info, key: Key, as_of: AsOf = None) -> Territory | None:
        """Return the territory with that key."""
        return await node_of(
            info, info.context.day(as_of), territories_by_key, key, Territory.from_row
        )

    @strawberry.field(description="A strategy.")
    async def strategy(self, info: Info, key: Key, as_of: AsOf = None) -> Strategy | None:
        """Return the strategy with that key."""
        return await node_of(
            info, info.context.day(as_of), strategies_by_key, key, Strategy.from_row
        )

    @strawberry.field(description="An indicator.")
    async def indicator(self, info: Info, key: Key, as_of: AsOf = None) -> Indicator | None:
        """Return the indicator with that key."""
        return await node_of(
            info, info.context.day(as_of), indicators_by_key, key, Indicator.from_row
        )

    @strawberry.field(description="An assignment rule.")
    async def rule(self, info: Info, key: Key, as_of: AsOf = None) -> AssignmentRule | None:
        """Return the rule with that key."""
        return await rule(info, info.context.day(as_of), key)

    @strawberry.field(description="A named exception.")
    async def exception(self, info: Info, key: Key, as_of: AsOf = None) -> NamedException | None:
        """Return the exception with that key."""
        return await exception(info, info.context.day(as_of), key)

    @strawberry.field(description="Anything by its global ID.")
    async def node(
        self,
        info: Info,
        id: Annotated[  # noqa: A002 - the argument's name in the schema
            strawberry.ID, strawberry.argument(description="The `id` that a node had.")
        ],
        as_of: AsOf = None,
    ) -> Node | None:
        """Return the thing that the ID names."""
        return await thing_of(info, info.context.day(as_of), thing_of_id(id))
