"""Assignments: which department owns or supports an account, whom to call, and why."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import strawberry

from api.contexts import Info
from api.explanations import Explanation, In
from api.nodes import node_of, nodes_of
from api.vocabularies import Function, Language, Role, Status, Via
from graph.ownership import answers, explanations
from graph.queries.departments import departments_by_key
from graph.queries.posts import posts_by_key
from graph.queries.standings import Standing, posts_to_call

if TYPE_CHECKING:
    from api.departments import Department
    from api.people import Post


@strawberry.type(description="A department owns or supports an account for a function.")
class Assignment:
    """One answer of the resolver."""

    function: Function = strawberry.field(description="What for.")
    role: Role = strawberry.field(description="Whether it owns or supports.")
    share: float | None = strawberry.field(
        description="Its part of the revenue or profit in per cent, where the plan states a split."
        " A share stated for a role is what all departments in that role have together."
    )
    valid_from: date | None = strawberry.field(
        description="Since when this has been the answer; null: since ever."
    )
    valid_until: date | None = strawberry.field(
        description="The day on which this is no longer the answer; null: open."
    )
    via: Via = strawberry.field(description="How the account came to it.")
    assignment: strawberry.Private[answers.Assignment]
    standing: strawberry.Private[Standing]
    day: strawberry.Private[date]

    @strawberry.field(description="The department.")
    async def department(
        self, info: Info
    ) -> Annotated["Department", strawberry.lazy("api.departments")] | None:
        """Load the departments of every assignment in this response at once."""
        from api.departments import Department  # noqa: PLC0415 - departments own accounts

        key = self.assignment.department
        return await node_of(info, self.day, departments_by_key, key, Department.from_row)

    @strawberry.field(
        description="Its posts that serve this account for this function, the most specific first;"
        " vacant ones too."
    )
    async def posts(self, info: Info) -> list[Annotated["Post", strawberry.lazy("api.people")]]:
        """Load the posts of every assignment in this response at once."""
        from api.people import Post  # noqa: PLC0415 - posts are in departments

        posts = await info.context.load(posts_to_call, str(self.assignment.department), self.day)
        serving = self.standing.posts(posts, self.assignment.function, self.day)
        return await nodes_of(
            info, self.day, posts_by_key, [post.key for post in serving], Post.from_row
        )

    @strawberry.field(description="Why this is the answer.")
    def explanation(self) -> Explanation:
        """Return the explanation."""
        return Explanation.of(self.assignment.explanation, self.standing.book, self.day)

    @classmethod
    def of(cls, assignment: answers.Assignment, standing: Standing, day: date) -> "Assignment":
        """Return an assignment of an answer for that day."""
        return cls(
            function=assignment.function,
            role=assignment.role,
            share=None if assignment.share is None else float(assignment.share),
            valid_from=assignment.validity.start,
            valid_until=assignment.validity.until,
            via=assignment.via,
            assignment=assignment,
            standing=standing,
            day=day,
        )


@strawberry.type(description="How one function of an account is covered on a day.")
class Coverage:
    """One function's answer, whatever it is."""

    function: Function = strawberry.field(description="What for.")
    status: Status = strawberry.field(description="Whether somebody has it.")
    answer: strawberry.Private[answers.Answer]
    standing: strawberry.Private[Standing]
    day: strawberry.Private[date]

    @strawberry.field(
        description="Who owns it; null unless ASSIGNED, and for what is only supported (presales)."
    )
    def owner(self) -> Assignment | None:
        """Return the owner."""
        owner = self.answer.owner
        return None if owner is None else Assignment.of(owner, self.standing, self.day)

    @strawberry.field(description="Who supports the owner, or the account itself.")
    def supporters(self) -> list[Assignment]:
        """Return the supporters."""
        return [Assignment.of(one, self.standing, self.day) for one in self.answer.supporters]

    @strawberry.field(description="In a conflict: the departments that are equally entitled.")
    def candidates(self) -> list[Assignment]:
        """Return the candidates."""
        return [Assignment.of(one, self.standing, self.day) for one in self.answer.candidates]

    @strawberry.field(description="Why it is not ASSIGNED; null if it is.")
    def reason(self, language: In = Language.EN) -> str | None:
        """Return the reason."""
        reason = self.answer.reason
        if reason is None:
            return None
        return explanations.reason_text(reason, language, self.standing.book)

    @classmethod
    def of(cls, answer: answers.Answer, standing: Standing, day: date) -> "Coverage":
        """Return the coverage that an answer tells."""
        return cls(
            function=answer.function,
            status=answer.status,
            answer=answer,
            standing=standing,
            day=day,
        )
