"""Explanations: which rule or exception decided, what it beat, and why not another department."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.contexts import Info
from api.nodes import node_of, nodes_of
from api.sources import Source
from api.vocabularies import Language, WhyNotKind
from graph.model.keys import ExceptionKey, RuleKey
from graph.ownership import answers, explanations, why_not
from graph.ownership.books import RuleBook
from graph.ownership.refusals import why_not_text
from graph.queries.sources import sources_by_key

if TYPE_CHECKING:
    from api.rules import AssignmentRule, NamedException

In = Annotated[Language, strawberry.argument(description="The language of the text.")]


@strawberry.type(description="A rule or exception that concerns the account and did not win.")
class Beaten:
    """What lost, and why."""

    rule: strawberry.ID | None = strawberry.field(
        description="The rule's key; null: it is an exception."
    )
    exception: strawberry.ID | None = strawberry.field(
        description="The exception's key; null: it is a rule."
    )
    departments: list[strawberry.ID] = strawberry.field(
        description="Keys of the departments it would have given; empty where it gave no answer."
    )
    beaten: strawberry.Private[answers.Beaten]
    book: strawberry.Private[RuleBook]
    day: strawberry.Private[date]

    @strawberry.field(description="The rule itself; null: it is an exception.")
    def assignment_rule(
        self,
    ) -> Annotated["AssignmentRule", strawberry.lazy("api.rules")] | None:
        """Return the rule from the rule book that the answer comes from."""
        return _rule(self.beaten.rule, self.book, self.day)

    @strawberry.field(description="The exception itself; null: it is a rule.")
    def named_exception(
        self,
    ) -> Annotated["NamedException", strawberry.lazy("api.rules")] | None:
        """Return the exception from the rule book that the answer comes from."""
        return _exception(self.beaten.exception, self.book, self.day)

    @strawberry.field(description="What decided against it, in words.")
    def reason(self, language: In = Language.EN) -> str:
        """Return the reason."""
        return explanations.beaten_text(self.beaten, language, self.book)

    @classmethod
    def of(cls, beaten: answers.Beaten, book: RuleBook, day: date) -> "Beaten":
        """Return one of the beaten of an answer on a day."""
        return cls(
            rule=_id(beaten.rule),
            exception=_id(beaten.exception),
            departments=[strawberry.ID(key) for key in beaten.departments],
            beaten=beaten,
            book=book,
            day=day,
        )


@strawberry.type(description="Why an assignment is the answer.")
class Explanation:
    """What decided."""

    rule: strawberry.ID | None = strawberry.field(
        description="The key of the rule that won; null: an exception did."
    )
    exception: strawberry.ID | None = strawberry.field(
        description="The key of the exception that won; null: a rule did."
    )
    agreeing: list[strawberry.ID] = strawberry.field(
        description="Keys of rules or exceptions as strong as it that give the same answer."
    )
    valid_from: date | None = strawberry.field(
        description="The first day of the rule or exception itself; null: since ever."
    )
    valid_until: date | None = strawberry.field(description="The day it is over; null: open.")
    explanation: strawberry.Private[answers.Explanation]
    book: strawberry.Private[RuleBook]
    day: strawberry.Private[date]

    @strawberry.field(description="The whole explanation in words.")
    def text(self, language: In = Language.EN) -> str:
        """Return the explanation."""
        return explanations.text(self.explanation, language, self.book)

    @strawberry.field(description="The rule that won, itself; null: an exception did.")
    def assignment_rule(
        self,
    ) -> Annotated["AssignmentRule", strawberry.lazy("api.rules")] | None:
        """Return the rule from the rule book that the answer comes from."""
        return _rule(self.explanation.rule, self.book, self.day)

    @strawberry.field(description="The exception that won, itself; null: a rule did.")
    def named_exception(
        self,
    ) -> Annotated["NamedException", strawberry.lazy("api.rules")] | None:
        """Return the exception from the rule book that the answer comes from."""
        return _exception(self.explanation.exception, self.book, self.day)

    @strawberry.field(description="Where the rule or exception is stated: the first place.")
    async def source(self, info: Info) -> Source | None:
        """Load the sources of every explanation in this response at once."""
        keys = self.explanation.sources
        return await node_of(
            info, self.day, sources_by_key, keys[0] if keys else None, Source.from_row
        )

    @strawberry.field(description="Every place in which the rule or exception is stated.")
    async def sources(self, info: Info) -> list[Source]:
        """Load the sources of every explanation in this response at once."""
        return await nodes_of(
            info, self.day, sources_by_key, list(self.explanation.sources), Source.from_row
        )

    @strawberry.field(description="The rules and exceptions it beat, the strongest first.")
    def beaten(self) -> list[Beaten]:
        """Return what lost."""
        return [Beaten.of(one, self.book, self.day) for one in self.explanation.beaten]

    @classmethod
    def of(cls, explanation: answers.Explanation, book: RuleBook, day: date) -> "Explanation":
        """Return the explanation of an assignment on a day."""
        return cls(
            rule=_id(explanation.rule),
            exception=_id(explanation.exception),
            agreeing=[strawberry.ID(key) for key in explanation.agreeing],
            valid_from=explanation.validity.start,
            valid_until=explanation.validity.until,
            explanation=explanation,
            book=book,
            day=day,
        )


@strawberry.type(description="Why a department does not own an account (or does, after all).")
class WhyNot:
    """The answer to "why not that department?"."""

    kind: WhyNotKind = strawberry.field(description="Why, in one word.")
    found: strawberry.Private[why_not.WhyNot]
    book: strawberry.Private[RuleBook]

    @strawberry.field(description="Why, in words: who has it instead, and what would be needed.")
    def text(self, language: In = Language.EN) -> str:
        """Return the answer."""
        return why_not_text(self.found, language, self.book)

    @strawberry.field(description="The department's own rules and exceptions that lost.")
    def beaten(self) -> list[Beaten]:
        """Return what lost."""
        day = self.found.question.day
        return [Beaten.of(one, self.book, day) for one in self.found.beaten]


def _id(key: str | None) -> strawberry.ID | None:
    return None if key is None else strawberry.ID(key)


def _rule(key: RuleKey | None, book: RuleBook, day: date) -> "AssignmentRule | None":
    from api.rules import AssignmentRule  # noqa: PLC0415 - rules lead to accounts

    found = None if key is None else book.rule_by_key.get(key)
    return None if found is None else AssignmentRule.of(found, book, day)


def _exception(key: ExceptionKey | None, book: RuleBook, day: date) -> "NamedException | None":
    from api.rules import NamedException  # noqa: PLC0415 - exceptions lead to accounts

    found = None if key is None else book.exception_by_key.get(key)
    return None if found is None else NamedException.of(found, day)
