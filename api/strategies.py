"""Strategies: what they are for, their steps in order, and how their revenue is split."""

from datetime import date
from typing import ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.responsibilities import Duty, duties_of
from api.splits import RevenueSplit
from api.vocabularies import Kind, StrategyKind
from graph.queries.responsibilities import responsibilities_of_steps
from graph.queries.strategies import (
    StepRow,
    StrategyFilter,
    StrategyRow,
    children_of_strategies,
    count_of_strategies,
    page_of_strategies,
    splits_by_key,
    splits_of_strategies,
    steps_by_key,
    steps_of_strategies,
    strategies_by_key,
)


@strawberry.type(description="A way of doing business, in ordered steps.")
class Strategy(Named):
    """A strategy, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.STRATEGY
    kind: StrategyKind = strawberry.field(
        description="A strategy itself, its simplified procedure, or a collaboration on it."
    )
    purpose: str | None = strawberry.field(description="What it is for, as the plan has it.")
    purpose_en: str | None = strawberry.field(description="What it is for, in English.")
    parent_key: strawberry.Private[str | None]

    @strawberry.field(description="The strategy that it is part of.")
    async def parent(self, info: Info) -> "Strategy | None":
        """Load the parents of every strategy in this response at once."""
        return await node_of(info, self.day, strategies_by_key, self.parent_key, Strategy.from_row)

    @strawberry.field(description="Its simplified procedures and collaborations, by name.")
    async def children(self, info: Info) -> list["Strategy"]:
        """Load the children of every strategy in this response at once."""
        keys = await info.context.load(children_of_strategies, self.key, self.day)
        return await nodes_of(info, self.day, strategies_by_key, keys, Strategy.from_row)

    @strawberry.field(description="Its steps, in their order.")
    async def steps(self, info: Info) -> list["Step"]:
        """Load the steps of every strategy in this response at once."""
        keys = await info.context.load(steps_of_strategies, self.key, self.day)
        return await nodes_of(info, self.day, steps_by_key, keys, Step.from_row)

    @strawberry.field(description="How its revenue or profit is split, by name.")
    async def splits(self, info: Info) -> list[RevenueSplit]:
        """Load the splits of every strategy in this response at once."""
        keys = await info.context.load(splits_of_strategies, self.key, self.day)
        return await nodes_of(info, self.day, splits_by_key, keys, RevenueSplit.from_row)

    @classmethod
    def from_row(cls, row: StrategyRow, day: date) -> "Strategy":
        """Return the strategy of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            kind=row.kind,
            purpose=row.purpose,
            purpose_en=row.purpose_en,
            parent_key=row.parent,
        )


@strawberry.type(description="One step of a strategy.")
class Step(Named):
    """A step, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.STEP
    ordinal: int = strawberry.field(description="Its place among the steps, from 1.")
    conditional: bool = strawberry.field(description="Whether it is taken only at times.")
    condition: str | None = strawberry.field(description="When a conditional step is taken.")
    strategy_key: strawberry.Private[str | None]

    @strawberry.field(description="The strategy it is a step of.")
    async def strategy(self, info: Info) -> Strategy | None:
        """Load the strategies of every step in this response at once."""
        return await node_of(
            info, self.day, strategies_by_key, self.strategy_key, Strategy.from_row
        )

    @strawberry.field(description="Who does what in it: departments, then outside parties.")
    async def responsibilities(self, info: Info) -> list[Duty]:
        """Load the responsibilities of every step in this response at once."""
        keys = await info.context.load(responsibilities_of_steps, self.key, self.day)
        return await duties_of(info, self.day, keys)

    @classmethod
    def from_row(cls, row: StepRow, day: date) -> "Step":
        """Return the step of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            ordinal=row.ordinal,
            conditional=row.conditional,
            condition=row.condition,
            strategy_key=row.strategy,
        )


@strawberry.input(
    name="StrategyFilter", description="Which strategies to list: all that is given must hold."
)
class StrategyChoice:
    """Conditions on strategies."""

    kinds: list[StrategyKind] | None = strawberry.field(
        default=None, description="Is of one of these kinds."
    )
    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


async def strategies(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: StrategyChoice | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Strategy]:
    """Return a page of strategies."""
    asked = page(first, after, order_by.value)
    choice = filter or StrategyChoice()
    only = StrategyFilter(
        kinds=None if choice.kinds is None else tuple(choice.kinds), text=choice.name_contains
    )
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_strategies(reader, asked, only),
        lambda keys: nodes_or_none_of(info, day, strategies_by_key, keys, Strategy.from_row),
        lambda: count_of_strategies(reader, only),
    )
