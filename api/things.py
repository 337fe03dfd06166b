"""Things of any kind by kind and key: what `node(id)`, search and mentions lead to."""

from collections.abc import Awaitable, Callable
from datetime import date

from api.accounts import account_of
from api.contexts import Batch, Info
from api.departments import Department
from api.indicators import Indicator, Target
from api.industries import Industry
from api.nodes import Named, RowT, node_of
from api.people import Person, Post
from api.questions import OpenQuestion
from api.responsibilities import Responsibility
from api.rules import exception, rule
from api.sources import Source
from api.splits import RevenueSplit
from api.strategies import Step, Strategy
from api.territories import Territory
from api.vocabularies import Kind
from graph.queries.accounts import accounts_by_key
from graph.queries.departments import departments_by_key
from graph.queries.indicators import indicators_by_key, targets_by_key
from graph.queries.industries import industries_by_key
from graph.queries.nodes import Thing
from graph.queries.people import people_by_key
from graph.queries.posts import posts_by_key
from graph.queries.questions import questions_by_key
from graph.queries.responsibilities import responsibilities_by_key
from graph.queries.sources import sources_by_key
from graph.queries.strategies import splits_by_key, steps_by_key, strategies_by_key
from graph.queries.territories import territories_by_key

Lookup = Callable[[Info, date, str], Awaitable[Named | None]]


def _looked_up(batch: Batch[str, RowT | None], from_row: Callable[[RowT, date], Named]) -> Lookup:
    async def lookup(info: Info, day: date, key: str) -> Named | None:
        return await node_of(info, day, batch, key, from_row)

    return lookup


LOOKUPS: dict[Kind, Lookup] = {
    Kind.SOURCE: _looked_up(sources_by_key, Source.from_row),
    Kind.DEPARTMENT: _looked_up(departments_by_key, Department.from_row),
    Kind.INDUSTRY: _looked_up(industries_by_key, Industry.from_row),
    Kind.TERRITORY: _looked_up(territories_by_key, Territory.from_row),
    Kind.PERSON: _looked_up(people_by_key, Person.from_row),
    Kind.POST: _looked_up(posts_by_key, Post.from_row),
    Kind.STRATEGY: _looked_up(strategies_by_key, Strategy.from_row),
    Kind.STEP: _looked_up(steps_by_key, Step.from_row),
    Kind.CUSTOMER: _looked_up(accounts_by_key, account_of),
    Kind.SUBSIDIARY: _looked_up(accounts_by_key, account_of),
    Kind.RESPONSIBILITY: _looked_up(responsibilities_by_key, Responsibility.from_row),
    Kind.INDICATOR: _looked_up(indicators_by_key, Indicator.from_row),
    Kind.TARGET: _looked_up(targets_by_key, Target.from_row),
    Kind.REVENUE_SPLIT: _looked_up(splits_by_key, RevenueSplit.from_row),
    Kind.ASSIGNMENT_RULE: rule,
    Kind.NAMED_EXCEPTION: exception,
    Kind.OPEN_QUESTION: _looked_up(questions_by_key, OpenQuestion.from_row),
}
"""How a thing of each kind is looked up by key."""


async def thing_of(info: Info, day: date, thing: Thing) -> Named | None:
    """Return the thing on a day; None where it is not there."""
    return await LOOKUPS[thing.kind](info, day, thing.key)
