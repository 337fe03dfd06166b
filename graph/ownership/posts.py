"""Whom to call: the posts of a department that serve an account for a function."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from graph.model.departments import Post
    from graph.model.keys import AccountKey
    from graph.model.vocabularies import Function
    from graph.ownership.facts import Facts, KeyT


class _Fit(NamedTuple):
    """How closely a post's limits fit an account; the greater comes first."""

    account: int
    limits: int
    territory_depth: int
    industry_depth: int


def posts_serving(
    posts: Iterable[Post], facts: Facts, account: AccountKey, function: Function, day: date
) -> tuple[Post, ...]:
    """Return the posts that serve an account for a function on a day, the most specific first.

    Give one department's posts, and the account's own facts: a segment's lack what no rule looks
    at, and posts may be limited by it. A post limited to the account itself comes before one
    limited to its group, that before limits to territory and industry, the deeper first, and
    posts for anything last. Posts without a holder are among them.
    """
    found = [
        (fit, post)
        for post in posts
        if post.validity.contains(day)
        and (not post.functions or function in post.functions)
        and (fit := _fit(post, facts, account)) is not None
    ]
    found.sort(key=lambda pair: (*(-part for part in pair[0]), pair[1].key))
    return tuple(post for _, post in found)


def _fit(post: Post, facts: Facts, account: AccountKey) -> _Fit | None:
    by_account = 0
    if post.customers:
        by_account = 2 if account in post.customers else int(facts.customer in post.customers)
        if not by_account:
            return None
    territory = _depth(post.territories, facts.territories)
    industry = _depth(post.industries, facts.industries)
    if territory is None or industry is None:
        return None
    limits = bool(post.territories) + bool(post.industries)
    return _Fit(by_account, limits, territory, industry)


def _depth(limits: tuple[KeyT, ...], path: tuple[KeyT, ...]) -> int | None:
    """Return the depth of the nearest limit on the path; 0 without limits, None if none fits."""
    if not limits:
        return 0
    return next((len(path) - place for place, key in enumerate(path) if key in limits), None)
