"""Open questions: what the plan leaves open, and what was assumed meanwhile."""

from datetime import date
from typing import ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.mentions import Mention, mentions_of
from api.nodes import Named, nodes_or_none_of
from api.vocabularies import Kind
from graph.queries.nodes import Thing
from graph.queries.questions import (
    QuestionFilter,
    QuestionRow,
    count_of_questions,
    page_of_questions,
    questions_by_key,
    subjects_of_questions,
)


@strawberry.type(description="Something that the plan leaves open; `name` is the question.")
class OpenQuestion(Named):
    """An open question, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.OPEN_QUESTION
    assumption: str | None = strawberry.field(
        description="What the plan's rules assume until the question is settled."
    )

    @strawberry.field(description="The things that the question is about.")
    async def about(self, info: Info) -> list[Mention]:
        """Load the subjects of every question in this response at once."""
        linked = await info.context.load(subjects_of_questions, self.key, self.day)
        return await mentions_of(
            info, self.day, [Thing(row.linked_kind, row.linked_key) for row in linked]
        )

    @classmethod
    def from_row(cls, row: QuestionRow, day: date) -> "OpenQuestion":
        """Return the open question of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            assumption=row.assumption,
        )


@strawberry.input(description="Which open questions to list: all that is given must hold.")
class OpenQuestionFilter:
    """Conditions on open questions."""

    about: strawberry.ID | None = strawberry.field(
        default=None, description="Is about the thing with this key."
    )
    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in its Chinese or English wording."
    )


async def open_questions(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: OpenQuestionFilter | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[OpenQuestion]:
    """Return a page of open questions."""
    asked = page(first, after, order_by.value)
    only = QuestionFilter(
        about=filter.about if filter else None, text=filter.name_contains if filter else None
    )
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_questions(reader, asked, only),
        lambda keys: nodes_or_none_of(info, day, questions_by_key, keys, OpenQuestion.from_row),
        lambda: count_of_questions(reader, only),
    )
