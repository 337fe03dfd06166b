"""What a scenario would do beside ownership: what is left, targets, posts, people and shapes."""

from collections.abc import Sequence

import strawberry

from api.explanations import In
from api.vocabularies import Language
from graph.reorganization import conservation, refusals, thing_impacts
from graph.reorganization.organizations import Organization
from graph.reorganization.wordings.messages import Message

CODE = "What sort of matter it is, for programs: the same in every language, and it stays."


@strawberry.type(description="An operation that cannot be done.")
class Refusal:
    """A refusal, as the schema shows one."""

    operation: int = strawberry.field(description="The number of the operation.")
    op: str = strawberry.field(description="What it would do.")
    code: str = strawberry.field(description=CODE)
    about: str = strawberry.field(description="The key of what it is about, where it is one thing.")
    message: strawberry.Private[Message]

    @strawberry.field(description="Why it cannot be done, in words.")
    def what(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.what(language)

    @strawberry.field(description="What would let it.")
    def remedy(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.remedy(language)

    @classmethod
    def of_all(cls, found: Sequence[refusals.Refusal]) -> "list[Refusal]":
        """Return refusals."""
        return [
            cls(
                operation=one.operation,
                op=one.op,
                code=one.message.code,
                about=one.about,
                message=one.message,
            )
            for one in found
        ]


@strawberry.type(
    description="Something of a removed department that nobody has, and that keeps a scenario from"
    " being applied."
)
class Missing:
    """What is missing, as the schema shows it."""

    kind: str = strawberry.field(
        description="What it is: `target`, `post`, `rule`, … or `accounts` that nobody would own."
    )
    key: str = strawberry.field(
        description="Its key; of coverage, the territory's; of accounts, the function."
    )
    name: str = strawberry.field(description="What it is called.")
    department: strawberry.ID = strawberry.field(description="The department that had it.")
    code: str = strawberry.field(description=CODE)
    count: int = strawberry.field(description="How many accounts, for those; else 1.")
    message: strawberry.Private[Message]

    @strawberry.field(description="What is the matter, in words.")
    def what(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.what(language)

    @strawberry.field(description="The operations that would settle it.")
    def remedy(self, language: In = Language.EN) -> str:
        """Tell it."""
        return self.message.remedy(language)

    @classmethod
    def of_all(cls, found: Sequence[conservation.Missing]) -> "list[Missing]":
        """Return what is missing."""
        return [
            cls(
                kind=one.kind,
                key=one.key,
                name=one.name,
                department=strawberry.ID(one.department),
                code=one.message.code,
                count=one.count,
                message=one.message,
            )
            for one in found
        ]


@strawberry.type(description="Something that is so only after, or only before.")
class Appearance:
    """An appearance, as the schema shows one."""

    key: strawberry.ID = strawberry.field(description="Its key.")
    name: str = strawberry.field(description="Its name.")
    appears: bool = strawberry.field(
        description="Whether it is so after and was not before; false: it was so, and is no longer."
    )

    @classmethod
    def of_all(cls, found: Sequence[thing_impacts.Appearance]) -> "list[Appearance]":
        """Return appearances."""
        return [
            cls(key=strawberry.ID(one.key), name=one.name, appears=one.appears) for one in found
        ]


@strawberry.type(description="What the targets of an indicator are together, before and after.")
class IndicatorChange:
    """A sum of targets, as the schema shows one."""

    indicator: strawberry.ID = strawberry.field(description="The indicator's key.")
    name: str = strawberry.field(description="Its name.")
    department: strawberry.ID | None = strawberry.field(
        description="Whose targets; null: those of all departments."
    )
    before: float = strawberry.field(description="The sum before, of what is stated for certain.")
    after: float = strawberry.field(description="The sum after.")
    unknown_before: int = strawberry.field(
        description="How many targets before have no certain number; they are in no sum."
    )
    unknown_after: int = strawberry.field(description="How many after.")

    @classmethod
    def of_all(
        cls, found: Sequence[thing_impacts.IndicatorChange], organization: Organization
    ) -> "list[IndicatorChange]":
        """Return the changes of indicators."""
        indicators = organization.surroundings.indicators
        return [
            cls(
                indicator=strawberry.ID(one.indicator),
                name=indicators[one.indicator].name if one.indicator in indicators else "",
                department=None if one.department is None else strawberry.ID(one.department),
                before=float(one.before),
                after=float(one.after),
                unknown_before=one.unknown_before,
                unknown_after=one.unknown_after,
            )
            for one in found
        ]


@strawberry.type(description="A post that is elsewhere after, begins or ends.")
class PostMove:
    """A post's move, as the schema shows one."""

    post: strawberry.ID = strawberry.field(description="The post's key.")
    name: str = strawberry.field(description="Its name.")
    before: strawberry.ID | None = strawberry.field(
        description="The department it is in before; null: it is new."
    )
    after: strawberry.ID | None = strawberry.field(
        description="The department it is in after; null: it is no more."
    )
    people: list[strawberry.ID] = strawberry.field(description="Who holds it.")

    @classmethod
    def of_all(cls, found: Sequence[thing_impacts.PostMove]) -> "list[PostMove]":
        """Return the moves of posts."""
        return [
            cls(
                post=strawberry.ID(one.post),
                name=one.name,
                before=None if one.before is None else strawberry.ID(one.before),
                after=None if one.after is None else strawberry.ID(one.after),
                people=[strawberry.ID(key) for key in one.people],
            )
            for one in found
        ]


@strawberry.type(description="Somebody who leaves posts for others.")
class PersonMove:
    """A person's move, as the schema shows one."""

    person: strawberry.ID = strawberry.field(description="The person's key.")
    name: str = strawberry.field(description="Their name.")
    left: list[strawberry.ID] = strawberry.field(description="The posts that they leave.")
    taken: list[strawberry.ID] = strawberry.field(description="The posts that they take.")

    @classmethod
    def of_all(
        cls, found: Sequence[tuple[str, str, str]], organization: Organization
    ) -> "list[PersonMove]":
        """Return the moves of people, whose posts are listed with commas."""
        people = organization.surroundings.people
        return [
            cls(
                person=strawberry.ID(person),
                name=people[person].name if person in people else person,
                left=_listed(left),
                taken=_listed(taken),
            )
            for person, left, taken in found
        ]


@strawberry.type(description="A department that becomes wider or lies deeper, or the other way.")
class UnitShape:
    """A department's shape, as the schema shows one."""

    department: strawberry.ID = strawberry.field(description="The department's key.")
    name: str = strawberry.field(description="Its name.")
    span_before: int = strawberry.field(description="How many were directly inside it.")
    span_after: int = strawberry.field(description="How many will be.")
    depth_before: int = strawberry.field(description="How many were around it.")
    depth_after: int = strawberry.field(description="How many will be.")

    @classmethod
    def of_all(cls, found: Sequence[thing_impacts.UnitShape]) -> "list[UnitShape]":
        """Return the shapes that change."""
        return [
            cls(
                department=strawberry.ID(one.department),
                name=one.name,
                span_before=one.span_before,
                span_after=one.span_after,
                depth_before=one.depth_before,
                depth_after=one.depth_after,
            )
            for one in found
        ]


def _listed(keys: str) -> list[strawberry.ID]:
    return [strawberry.ID(key) for key in keys.split(", ") if key]
