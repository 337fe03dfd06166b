"""Indicators, and the targets that departments have on them."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.vocabularies import Certainty, Kind
from graph.queries.departments import departments_by_key
from graph.queries.indicators import (
    IndicatorRow,
    TargetRow,
    count_of_indicators,
    indicators_by_key,
    page_of_indicators,
    targets_by_key,
    targets_of_indicators,
)

if TYPE_CHECKING:
    from api.departments import Department


@strawberry.type(description="What is measured.")
class Indicator(Named):
    """An indicator, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.INDICATOR
    unit: str | None = strawberry.field(description="In what it is measured.")

    @strawberry.field(description="What departments shall reach on it, by name.")
    async def targets(self, info: Info) -> list["Target"]:
        """Load the targets of every indicator in this response at once."""
        keys = await info.context.load(targets_of_indicators, self.key, self.day)
        return await nodes_of(info, self.day, targets_by_key, keys, Target.from_row)

    @classmethod
    def from_row(cls, row: IndicatorRow, day: date) -> "Indicator":
        """Return the indicator of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            unit=row.unit,
        )


@strawberry.type(description="What a department shall reach on an indicator.")
class Target(Named):
    """A target, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.TARGET
    value: float | None = strawberry.field(
        description="The value; null unless the plan states one for certain."
    )
    unit: str | None = strawberry.field(description="In what the value is given.")
    period: str | None = strawberry.field(description="For which time.")
    certainty: Certainty = strawberry.field(description="How sure the value is.")
    as_written: str | None = strawberry.field(
        description='The value as the plan writes it, e.g. "20?" or "?".'
    )
    indicator_key: strawberry.Private[str | None]
    department_key: strawberry.Private[str | None]

    @strawberry.field(description="What is measured.")
    async def indicator(self, info: Info) -> Indicator | None:
        """Load the indicators of every target in this response at once."""
        return await node_of(
            info, self.day, indicators_by_key, self.indicator_key, Indicator.from_row
        )

    @strawberry.field(description="Who shall reach it.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every target in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments have targets

        return await node_of(
            info, self.day, departments_by_key, self.department_key, Department.from_row
        )

    @classmethod
    def from_row(cls, row: TargetRow, day: date) -> "Target":
        """Return the target of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            value=row.value,
            unit=row.unit,
            period=row.period,
            certainty=row.certainty,
            as_written=row.as_written,
            indicator_key=row.indicator,
            department_key=row.department,
        )


@strawberry.input(description="Which indicators to list: all that is given must hold.")
class IndicatorFilter:
    """Conditions on indicators."""

    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


async def indicators(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: IndicatorFilter | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Indicator]:
    """Return a page of indicators."""
    asked = page(first, after, order_by.value)
    text = filter.name_contains if filter else None
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_indicators(reader, asked, text),
        lambda keys: nodes_or_none_of(info, day, indicators_by_key, keys, Indicator.from_row),
        lambda: count_of_indicators(reader, text),
    )
