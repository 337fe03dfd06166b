"""Standings: an account with everything its owners and supporters are answered from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.departments import Post
from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    IndustryKey,
    PostKey,
    TerritoryKey,
)
from graph.model.vocabularies import Function  # noqa: TC001 - rows are validated at run time
from graph.ownership.posts import posts_serving
from graph.ownership.why_not import Question, WhyNot, why_not
from graph.queries.accounts import AccountRow, facts_of
from graph.queries.batches import all_of_each

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from graph.ownership.answers import Answer
    from graph.ownership.books import RuleBook
    from graph.ownership.facts import Facts
    from graph.ownership.resolutions import Resolver
    from graph.queries.rule_books import RuleBooks
    from graph.queries.timelines import Pinned
    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class PostToCall:
    """A post of a department (`key`), what it serves and is limited to."""

    key: str
    post: PostKey
    name: str
    functions: tuple[Function, ...]
    customers: tuple[AccountKey, ...]
    industries: tuple[IndustryKey, ...]
    territories: tuple[TerritoryKey, ...]
    start: date | None
    until: date | None


POSTS_TO_CALL = query("ownership/posts_to_call", PostToCall)


@dataclass(frozen=True, slots=True)
class Standing:
    """One account of one version; asking it needs no more reading."""

    account: AccountRow
    facts: Facts
    resolver: Resolver

    @property
    def book(self) -> RuleBook:
        """What texts take their names from."""
        return self.resolver.book

    def answer(self, function: Function, day: date) -> Answer:
        """Return who owns and supports the account for a function on a day."""
        return self.resolver.answer(self.facts, function, day, AccountKey(self.account.key))

    def answers(self, functions: Iterable[Function] | None, day: date) -> list[Answer]:
        """Return the answers for these functions, or for all the plan has rules for."""
        key = AccountKey(self.account.key)
        return list(self.resolver.answers(self.facts, functions, day, key).values())

    def why_not(self, department: str, function: Function, day: date) -> WhyNot:
        """Return why a department does not own (or support) the account for a function."""
        key = AccountKey(self.account.key)
        asked = Question(
            facts=self.facts,
            department=DepartmentKey(department),
            function=function,
            day=day,
            account=key,
        )
        return why_not(self.resolver, asked)

    def posts(self, posts: Iterable[Post], function: Function, day: date) -> tuple[Post, ...]:
        """Return those posts of a department that serve the account, the most specific first."""
        key = AccountKey(self.account.key)
        return posts_serving(posts, self.facts, key, function, day)


async def standing(reader: Pinned, books: RuleBooks, account: AccountRow) -> Standing:
    """Return the standing of an account in the version that the reader, and the row, are of."""
    resolver = await books.resolver(reader)
    return Standing(account, facts_of(account, resolver.book), resolver)


async def posts_to_call(reader: Reader, keys: Sequence[str]) -> list[list[Post]]:
    """Return the posts of each department, with what they serve and are limited to."""
    rows = await reader.read(POSTS_TO_CALL, keys=list(keys))
    return [[_post(row) for row in group] for group in all_of_each(keys, rows)]


def _post(row: PostToCall) -> Post:
    return Post(
        key=row.post,
        name=row.name,
        department=DepartmentKey(row.key),
        functions=row.functions,
        customers=row.customers,
        industries=row.industries,
        territories=row.territories,
        validity=Interval(row.start, row.until),
    )
