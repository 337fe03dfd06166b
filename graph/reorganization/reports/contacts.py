"""Whom to talk to about an account that is handed over: posts on both sides, and who holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.ownership.posts import posts_serving

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.model.departments import Holding, Post
    from graph.model.keys import AccountKey
    from graph.model.vocabularies import Function
    from graph.ownership.facts import Facts
    from graph.reorganization.organizations import Organization


@dataclass(frozen=True, slots=True)
class Contact:
    """A post that serves the account, and the names of those who hold it; nobody: vacant."""

    post: str
    name: str
    name_en: str | None
    people: tuple[str, ...]


class Contacts:
    """The posts of one side, by department: of those that were read."""

    def __init__(self, organization: Organization, day: date) -> None:
        self._organization = organization
        self._day = day
        self._posts: dict[str, list[Post]] = {}
        self._limited: set[str] = set()
        self._known: dict[tuple[str, Function], tuple[Contact, ...]] = {}
        for post in organization.posts.values():
            for department in (post.department, *post.other_departments):
                self._posts.setdefault(department, []).append(post)
                if post.customers or post.industries or post.territories:
                    self._limited.add(department)
        self._holdings: dict[str, list[Holding]] = {}
        for holding in organization.holdings.values():
            if holding.validity.contains(day):
                self._holdings.setdefault(holding.post, []).append(holding)

    def of(
        self, departments: Iterable[str], function: Function, account: AccountKey, facts: Facts
    ) -> tuple[Contact, ...]:
        """Return the post of each department that serves the account most closely."""
        return tuple(
            contact
            for department in departments
            for contact in self._of(department, function, account, facts)
        )

    def _of(
        self, department: str, function: Function, account: AccountKey, facts: Facts
    ) -> tuple[Contact, ...]:
        known = self._known.get((department, function))
        if known is not None:
            return known
        posts = self._posts.get(department, [])
        serving = posts_serving(posts, facts, account, function, self._day)
        found = tuple(self._contact(post) for post in serving[:1])
        if department not in self._limited:
            self._known[department, function] = found
        return found

    def _contact(self, post: Post) -> Contact:
        people = self._organization.surroundings.people
        names = sorted(
            people[one.person].name if one.person in people else one.person
            for one in self._holdings.get(post.key, ())
        )
        return Contact(post.key, post.name, post.name_en, tuple(names))
