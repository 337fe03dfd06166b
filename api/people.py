"""People and posts: who holds which position, and for what it is."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

import strawberry

from api.connections import After, Connection, First, NamedOrder, OrderBy, connection, page
from api.contexts import AsOf, Info
from api.mentions import Mention, mentions_of
from api.nodes import Named, node_of, nodes_of, nodes_or_none_of
from api.vocabularies import Function, Kind
from graph.model.intervals import Interval
from graph.queries.departments import departments_by_key
from graph.queries.nodes import Thing
from graph.queries.people import (
    HoldingRow,
    PersonRow,
    count_of_people,
    holdings_of_people,
    page_of_people,
    people_by_key,
)
from graph.queries.posts import PostRow, holdings_of_posts, limits_of_posts, posts_by_key

if TYPE_CHECKING:
    from api.departments import Department


@strawberry.type(description="Somebody who may hold posts.")
class Person(Named):
    """A person, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.PERSON

    @strawberry.field(
        description="Posts the person holds, held or will hold, the latest first; with `asOf`,"
        " only those held on that day."
    )
    async def posts(self, info: Info, as_of: date | None = None) -> list["Holding"]:
        """Load the holdings of every person in this response at once."""
        day = as_of or self.day
        rows = await info.context.load(holdings_of_people, self.key, day)
        return [Holding.from_row(row, day) for row in rows if _holds(row, as_of)]

    @classmethod
    def from_row(cls, row: PersonRow, day: date) -> "Person":
        """Return the person of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
        )


@strawberry.type(description="A position in a department; it exists without a holder.")
class Post(Named):
    """A post, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.POST
    functions: list[Function] = strawberry.field(
        description="What the post is for; empty means whatever its department does."
    )
    valid_from: date | None = strawberry.field(
        description="The first day the post exists; null: since ever."
    )
    valid_until: date | None = strawberry.field(
        description="The day the post no longer exists; null: open."
    )
    fte: float | None = strawberry.field(
        description="Its full-time equivalents; null: one, or as many as its holders'."
    )
    department_key: strawberry.Private[str | None]
    row: strawberry.Private[PostRow]

    @strawberry.field(description="The department that the post is in.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every post in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments have posts

        return await node_of(
            info, self.day, departments_by_key, self.department_key, Department.from_row
        )

    @strawberry.field(description="Other departments that the very same post is in.")
    async def other_departments(
        self, info: Info
    ) -> list[Annotated["Department", strawberry.lazy("api.departments")]]:
        """Load the departments of every post in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments have posts

        keys = self.row.other_departments
        return await nodes_of(info, self.day, departments_by_key, keys, Department.from_row)

    @strawberry.field(description="The post of its superior.")
    async def reports_to(self, info: Info) -> "Post | None":
        """Load the superiors of every post in this response at once."""
        return await node_of(info, self.day, posts_by_key, self.row.reports_to, Post.from_row)

    @strawberry.field(
        description="Who holds the post on a day; null: it is vacant. Without `asOf`: the day for"
        " which the post was asked."
    )
    async def holder(self, info: Info, as_of: date | None = None) -> Person | None:
        """Load the holders of every post in this response at once."""
        day = as_of or self.day
        rows = await info.context.load(holdings_of_posts, self.key, day)
        held = next((row for row in rows if _holds(row, day)), None)
        return await node_of(
            info, day, people_by_key, None if held is None else held.person, Person.from_row
        )

    @strawberry.field(description="Everybody who holds, held or will hold it, the latest first.")
    async def holders(self, info: Info) -> list["Holding"]:
        """Load the holdings of every post in this response at once."""
        rows = await info.context.load(holdings_of_posts, self.key, self.day)
        return [Holding.from_row(row, self.day) for row in rows]

    @strawberry.field(
        description="The accounts, industries and territories that the post serves; empty: any."
    )
    async def limited_to(self, info: Info) -> list[Mention]:
        """Load the limits of every post in this response at once."""
        linked = await info.context.load(limits_of_posts, self.key, self.day)
        return await mentions_of(
            info, self.day, [Thing(row.linked_kind, row.linked_key) for row in linked]
        )

    @classmethod
    def from_row(cls, row: PostRow, day: date) -> "Post":
        """Return the post of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            functions=row.functions,
            valid_from=row.start,
            valid_until=row.until,
            fte=row.fte,
            department_key=row.department,
            row=row,
        )


@strawberry.type(description="A person holds a post for a time.")
class Holding:
    """A holding, as the schema shows one."""

    valid_from: date | None = strawberry.field(description="The first day; null: since ever.")
    valid_until: date | None = strawberry.field(description="The day it is over; null: open.")
    acting: bool = strawberry.field(
        description="Whether the person stands in for the holder, or for nobody yet."
    )
    fte: float | None = strawberry.field(
        description="The person's part of a shared job, in full-time equivalents."
    )
    day: strawberry.Private[date]
    person_key: strawberry.Private[str]
    post_key: strawberry.Private[str]

    @strawberry.field(description="Who holds the post.")
    async def person(self, info: Info) -> Person | None:
        """Load the people of every holding in this response at once."""
        return await node_of(info, self.day, people_by_key, self.person_key, Person.from_row)

    @strawberry.field(description="The post.")
    async def post(self, info: Info) -> Post | None:
        """Load the posts of every holding in this response at once."""
        return await node_of(info, self.day, posts_by_key, self.post_key, Post.from_row)

    @classmethod
    def from_row(cls, row: HoldingRow, day: date) -> "Holding":
        """Return the holding of a row."""
        return cls(
            day=day,
            valid_from=row.start,
            valid_until=row.until,
            acting=row.acting,
            fte=row.fte,
            person_key=row.person,
            post_key=row.post,
        )


@strawberry.input(description="Which people to list: all that is given must hold.")
class PersonFilter:
    """Conditions on people."""

    name_contains: str | None = strawberry.field(
        default=None, description="Has this text in the Chinese or English name."
    )


async def people(  # noqa: PLR0913, PLR0917 - the field's arguments
    info: Info,
    first: First = 20,
    after: After = None,
    filter: PersonFilter | None = None,  # noqa: A002 - the argument's name in the schema
    order_by: OrderBy = NamedOrder.NAME,
    as_of: AsOf = None,
) -> Connection[Person]:
    """Return a page of people."""
    asked = page(first, after, order_by.value)
    text = filter.name_contains if filter else None
    day = info.context.day(as_of)
    reader = await info.context.at(day)
    return await connection(
        asked,
        await page_of_people(reader, asked, text),
        lambda keys: nodes_or_none_of(info, day, people_by_key, keys, Person.from_row),
        lambda: count_of_people(reader, text),
    )


def _holds(row: HoldingRow, day: date | None) -> bool:
    return day is None or Interval(row.start, row.until).contains(day)
