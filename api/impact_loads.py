"""How many accounts departments have for each of their people, before and after a scenario."""

from collections.abc import Sequence

import strawberry

from api.looks import Look
from api.vocabularies import Function
from graph.reorganization import loads


@strawberry.type(description="The accounts that a department has for a function, and its people.")
class DepartmentLoadSide:
    """One side of a load, as the schema shows one."""

    accounts: int = strawberry.field(
        description="Accounts that it owns for the function, or supports where that is all there"
        " is."
    )
    people: int = strawberry.field(
        description="People who hold a post there on that day, each counted once."
    )
    per_person: float | None = strawberry.field(
        description="Accounts for each of them, to the hundredth; null where nobody is there."
    )
    above_capacity: bool = strawberry.field(
        description="Whether there are more accounts than they can serve; false where nobody is"
        " there."
    )

    @classmethod
    def of(cls, side: loads.Load, *, above_capacity: bool) -> "DepartmentLoadSide":
        """Return one side."""
        return cls(
            accounts=side.accounts,
            people=side.people,
            per_person=None if side.per_person is None else float(side.per_person),
            above_capacity=above_capacity,
        )


@strawberry.type(description="A department's load for a function that changes.")
class DepartmentLoad:
    """A load, as the schema shows one."""

    department: strawberry.ID = strawberry.field(description="The department's key.")
    name: str = strawberry.field(description="Its name, after or before.")
    function: Function = strawberry.field(description="What the accounts are owned for.")
    capacity: int | None = strawberry.field(
        description="How many accounts one person can serve; null: the scenario states none."
    )
    before: DepartmentLoadSide = strawberry.field(
        description="Its load before; a new department has none."
    )
    after: DepartmentLoadSide = strawberry.field(
        description="Its load after; one that is no more has none."
    )

    @classmethod
    def of_all(cls, found: Sequence[loads.LoadChange], look: Look) -> "list[DepartmentLoad]":
        """Return loads."""
        names = look.latest_names([one.department for one in found])
        return [
            cls(
                department=strawberry.ID(one.department),
                name=name,
                function=one.function,
                capacity=one.capacity,
                before=DepartmentLoadSide.of(one.before, above_capacity=one.above_before),
                after=DepartmentLoadSide.of(one.after, above_capacity=one.above_after),
            )
            for one, name in zip(found, names, strict=True)
        ]
