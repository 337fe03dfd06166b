"""Posts and people that move."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.departments import Holding
from graph.model.intervals import Interval
from graph.model.keys import DepartmentKey, PersonKey, PostKey
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, department_of
from graph.reorganization.organizations import Part, holding_key
from graph.reorganization.refusals import Refused
from graph.reorganization.templates import departures
from graph.reorganization.wordings.belongings import NOT_IN_POST
from graph.reorganization.wordings.keys import NO_POST

if TYPE_CHECKING:
    from datetime import date

    from graph.model.departments import Post
    from graph.reorganization.organizations import Edit, Organization


class MovePosts(Operation):
    """Posts go to another department, with whoever holds them."""

    op: Literal["move-posts"] = "move-posts"
    posts: tuple[PostKey, ...] = Field(min_length=1, description="Which posts.")
    to: DepartmentKey = Field(description="Where to.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the posts in their new department."""
        department_of(organization, self.to)
        draft = Draft(organization)
        for key in self.posts:
            post = post_of(organization, key)
            others = tuple(one for one in post.other_departments if one != self.to)
            after = replace(post, department=self.to, other_departments=others, made_from=None)
            draft.put(Part.POSTS, key, after)
        draft.make([*departures(draft.now, draft.edits)])
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the posts, and the department that gets them, with those it has."""
        return {"posts": [*self.posts], "departments": [self.to]}


class MovePeople(Operation):
    """Somebody leaves a post for another, from the effective day on."""

    op: Literal["move-people"] = "move-people"
    person: PersonKey = Field(description="Who.")
    from_: PostKey = Field(
        validation_alias="from", serialization_alias="from", description="The post that is left."
    )
    to: PostKey = Field(description="The post that is taken.")
    acting: bool = Field(default=False, description="Stands in only.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return the holding that ends and the one that begins."""
        post_of(organization, self.to)
        held = [
            (key, one)
            for key, one in organization.holdings.items()
            if (one.person, one.post) == (self.person, self.from_) and one.validity.contains(day)
        ]
        if not held:
            raise Refused(NOT_IN_POST(person=self.person, post=self.from_, day=day), self.person)
        draft = Draft(organization)
        for key, one in held:
            draft.put(Part.HOLDINGS, key, None)
            ended = replace(one, validity=Interval(one.validity.start, day))
            if not ended.validity.is_empty():
                draft.put(Part.HOLDINGS, holding_key(ended), ended)
        begun = Holding(
            person=self.person, post=self.to, acting=self.acting, validity=Interval(day, None)
        )
        draft.put(Part.HOLDINGS, holding_key(begun), begun)
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the posts and the person."""
        return {"posts": [self.from_, self.to], "people": [self.person]}


def post_of(organization: Organization, key: str) -> Post:
    """Return a post that must be there.

    Raises:
        Refused: it is not.
    """
    found = organization.posts.get(key)
    if found is None:
        raise Refused(NO_POST(key=key), key)
    return found
