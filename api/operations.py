"""Operations of a reorganization, as documents."""

import strawberry
from strawberry.scalars import JSON

from graph.reorganization.documents import document_of
from graph.reorganization.operations import bases


@strawberry.type(description="One step of a reorganization.")
class Operation:
    """An operation, as the schema shows one."""

    number: int = strawberry.field(description="Its place in the scenario, from 1.")
    op: str = strawberry.field(description="What it does: `merge-departments`, `add-rule` …")
    why: str | None = strawberry.field(description="The reason, kept with the change.")
    document: JSON = strawberry.field(
        description="All of it, as files of scenarios and `addOperation` have it: an object with"
        " `op` and the operation's own fields. What is left to its default is left out."
    )

    @classmethod
    def of(cls, number: int, operation: bases.Operation) -> "Operation":
        """Return an operation that has that number in its scenario."""
        return cls(
            number=number,
            op=str(getattr(operation, "op", "")),
            why=operation.why,
            document=JSON(document_of(operation)),
        )
