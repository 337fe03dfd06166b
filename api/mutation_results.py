"""What becomes of a mutation: the scenario, or a failure that its caller can act on."""

from collections.abc import Sequence
from typing import Annotated, TypeAlias

import strawberry

from api.connections import FIRST, First, Skip, part
from api.explanations import In
from api.impact_things import CODE, Missing, Refusal
from api.plans import Plan
from api.scenarios import Scenario
from api.vocabularies import Language
from graph.model.problems import Problem
from graph.reorganization import clashes
from graph.reorganization.impacts import Impact
from graph.reorganization.wordings.messages import Message


@strawberry.interface(description="Why a mutation did nothing, or not all that was asked.")
class Failure:
    """What every failure says."""

    message: str = strawberry.field(description="What is the matter, in words.")


@strawberry.type(description="Nothing has that key.")
class NotFound(Failure):
    """A key that nothing has."""


@strawberry.type(
    description="It cannot be done now: the scenario is not so far, its base has moved on, its"
    " author would approve it, or a load is going on. Nothing was changed."
)
class Conflict(Failure):
    """Somebody got there first, or the order is another."""


@strawberry.type(description="A part of a document that cannot be right.")
class ScenarioProblem:
    """A problem, as the schema shows one."""

    operation: int | None = strawberry.field(
        description="The number of the operation; null: it is about the scenario itself."
    )
    field: str = strawberry.field(
        description="The field, inside others with dots: `assign.department`; empty: the whole."
    )
    what: str = strawberry.field(description="What is wrong.")
    remedy: str = strawberry.field(description="What to do about it.")


@strawberry.type(description="The document is no scenario or operation. Nothing was changed.")
class InvalidScenario(Failure):
    """What is wrong with a document."""

    problems: list[ScenarioProblem] = strawberry.field(
        description="All that was found, the first hundred."
    )

    @classmethod
    def of(cls, problems: Sequence[Problem]) -> "InvalidScenario":
        """Return what is wrong; the row of a problem is the number of its operation."""
        count = f"{len(problems)} problems" if len(problems) > 1 else "1 problem"
        return cls(
            message=f"{count}: nothing was changed.",
            problems=[
                ScenarioProblem(
                    operation=one.row or None, field=one.field, what=one.what, remedy=one.remedy
                )
                for one in problems
            ],
        )


@strawberry.type(
    description="The scenario goes no further: operations cannot be done, or something of a removed"
    " department would be forgotten. Whatever it was, a check keeps it as a draft."
)
class NotPlaced(Failure):
    """What keeps a scenario from being checked, approved or applied."""

    scenario: Scenario = strawberry.field(description="The scenario, as it is kept now.")
    impact: strawberry.Private[Impact]

    @strawberry.field(description="The operations that cannot be done, by number.")
    def refusals(self, first: First = FIRST, skip: Skip = 0) -> list[Refusal]:
        """Return a part of the refusals."""
        return Refusal.of_all(part(self.impact.replayed.refusals, first, skip))

    @strawberry.field(description="What nobody has, by department and kind.")
    def missing(self, first: First = FIRST, skip: Skip = 0) -> list[Missing]:
        """Return a part of what is missing."""
        return Missing.of_all(part(self.impact.missing, first, skip))


@strawberry.type(description="An operation that meets what changed since its base.")
class Clash:
    """A clash, as the schema shows one."""

    operation: int = strawberry.field(description="The number of the operation.")
    op: str = strawberry.field(description="What it does.")
    part: str = strawberry.field(
        description="What sort of thing it meets: `rules`, `targets` …; empty: it cannot be done."
    )
    key: str = strawberry.field(description="The key of that thing.")
    code: str = strawberry.field(description=CODE)
    message: strawberry.Private[Message]

    @strawberry.field(description="What is the matter, in words.")
    def what(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.what(language)

    @strawberry.field(description="What to do about it.")
    def remedy(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.remedy(language)


@strawberry.type(
    description="The base has moved on and operations meet what changed: the scenario stays on its"
    " base. Change them, or accept the clashes (`rebaseScenario`)."
)
class Clashes(Failure):
    """Why a scenario was not brought to the newest revision."""

    scenario: Scenario = strawberry.field(description="The scenario, as it is still.")
    since: list[Plan] = strawberry.field(
        description="What was loaded or applied since its base, the latest first."
    )
    found: strawberry.Private[Sequence[clashes.Clash]]

    @strawberry.field(description="The clashes, by operation.")
    def clashes(self, first: First = FIRST, skip: Skip = 0) -> list[Clash]:
        """Return a part of the clashes."""
        return [
            Clash(
                operation=one.operation,
                op=one.op,
                part=one.part,
                key=one.key,
                code=one.message.code,
                message=one.message,
            )
            for one in part(self.found, first, skip)
        ]


@strawberry.type(
    description="It takes longer than a request may, and goes on: ask for the scenario's `state`"
    " until it is another, or send the same mutation again to wait on."
)
class UnderWay(Failure):
    """Work that goes on."""

    scenario: Scenario = strawberry.field(description="The scenario, as it is until then.")


DraftResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | InvalidScenario,
    strawberry.union("DraftResult", description="The draft, or why it was not saved."),
]
CheckResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | NotPlaced | Clashes,
    strawberry.union("CheckResult", description="The checked scenario, or what is to be settled."),
]
ApproveResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | NotPlaced,
    strawberry.union("ApproveResult", description="The approved scenario, or why it is not."),
]
ApplyResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | NotPlaced | UnderWay,
    strawberry.union("ApplyResult", description="The applied scenario, or why it is not."),
]
RollbackResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | UnderWay,
    strawberry.union("RollbackResult", description="The scenario as before, or why it is not."),
]
RebaseResult: TypeAlias = Annotated[
    Scenario | NotFound | Conflict | NotPlaced | Clashes,
    strawberry.union(
        "RebaseResult", description="The scenario, checked on the newest revision, or why not."
    ),
]
