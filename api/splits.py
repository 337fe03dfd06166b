"""Revenue splits: who has which share of what."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.contexts import Info
from api.nodes import Named, node_of
from api.vocabularies import Function, Kind, Role, SplitBasis
from graph.queries.departments import departments_by_key
from graph.queries.strategies import SplitRow, strategies_by_key

if TYPE_CHECKING:
    from api.departments import Department
    from api.strategies import Strategy


@strawberry.type(description="One party's part of a split.")
class Share:
    """A share, as the schema shows one: of a department, or of whoever has a role."""

    percent: float = strawberry.field(description="The part, in per cent of the basis.")
    role: Role | None = strawberry.field(description="The share is for whoever has this role.")
    function: Function | None = strawberry.field(description="… for this function.")
    day: strawberry.Private[date]
    department_key: strawberry.Private[str | None]

    @strawberry.field(description="The share is for this department.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every share in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments have strategies

        return await node_of(
            info, self.day, departments_by_key, self.department_key, Department.from_row
        )

    @classmethod
    def from_text(cls, text: str, day: date) -> "Share":
        """Return the share of a text: "department:KEY=60", "owner=60", "supporter/presales=40"."""
        party, _, percent = text.rpartition("=")
        department = party.removeprefix("department:")
        if department != party:
            return cls(
                day=day,
                percent=float(percent),
                role=None,
                function=None,
                department_key=department,
            )
        role, _, function = party.partition("/")
        return cls(
            day=day,
            percent=float(percent),
            role=Role(role),
            function=Function(function) if function else None,
            department_key=None,
        )


@strawberry.type(description="How revenue or profit is divided; no shares where none are stated.")
class RevenueSplit(Named):
    """A revenue split, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.REVENUE_SPLIT
    basis: SplitBasis = strawberry.field(description="What is divided.")
    shares: list[Share] = strawberry.field(description="The parts, 100 % in all, or none.")
    strategy_key: strawberry.Private[str | None]

    @strawberry.field(description="The strategy whose revenue is split.")
    async def strategy(
        self, info: Info
    ) -> Annotated["Strategy", strawberry.lazy("api.strategies")] | None:
        """Load the strategies of every split in this response at once."""
        from api.strategies import Strategy  # noqa: PLC0415 - strategies have splits

        return await node_of(
            info, self.day, strategies_by_key, self.strategy_key, Strategy.from_row
        )

    @classmethod
    def from_row(cls, row: SplitRow, day: date) -> "RevenueSplit":
        """Return the split of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            basis=row.basis,
            shares=[Share.from_text(text, day) for text in row.shares],
            strategy_key=row.strategy,
        )
