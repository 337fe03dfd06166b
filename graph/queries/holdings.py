"""What departments hold: the accounts that each owns or supports."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from graph.cypher_files import query
from graph.model.vocabularies import Role
from graph.queries.batches import all_of_each, one_of_each
from graph.queries.pages import Listed

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import date

    from graph.model.vocabularies import Function
    from graph.queries.pages import Page
    from graph.store import Reader

AnswerT = TypeVar("AnswerT")


@dataclass(frozen=True, slots=True)
class Held:
    """An account that a department (`key`) has, and the value it is sorted by."""

    key: str
    account: str
    value: str


@dataclass(frozen=True, slots=True)
class HeldTotal:
    """How many accounts a department has."""

    key: str
    total: int


PAGES = {
    Role.OWNER: query("ownership/pages_of_owned", Held),
    Role.SUPPORTER: query("ownership/pages_of_supported", Held),
}
COUNTS = {
    Role.OWNER: query("ownership/counts_of_owned", HeldTotal),
    Role.SUPPORTER: query("ownership/counts_of_supported", HeldTotal),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """What departments are asked for: their role, the function and the day."""

    role: Role
    function: Function
    on: date


@dataclass(frozen=True, slots=True)
class Asked:
    """A department that is asked, and for what; the page is left out where only a count is."""

    department: str
    terms: Terms
    page: Page | None = None


async def pages_of_held(reader: Reader, asked: Sequence[Asked]) -> list[list[Listed]]:
    """Return a page of the accounts that each department has on a day, by name.

    Departments that are asked for the same are answered by one statement.
    """

    async def pages(terms: Terms, page: Page | None, keys: list[str]) -> list[list[Listed]]:
        if page is None:
            return [[] for _ in keys]
        rows = await reader.read(
            PAGES[terms.role],
            keys=keys,
            function=terms.function.value,
            on=terms.on,
            after_value=page.after_value,
            after_key=page.after_key,
            limit=page.first + 1,
        )
        return [[Listed(row.account, row.value) for row in of] for of in all_of_each(keys, rows)]

    return await _together(asked, pages)


async def counts_of_held(reader: Reader, asked: Sequence[Asked]) -> list[int]:
    """Return how many accounts each department has on a day."""

    async def counts(terms: Terms, _: Page | None, keys: list[str]) -> list[int]:
        rows = await reader.read(
            COUNTS[terms.role], keys=keys, function=terms.function.value, on=terms.on
        )
        return [row.total if row else 0 for row in one_of_each(keys, rows)]

    return await _together(asked, counts)


async def _together(
    asked: Sequence[Asked],
    answers: Callable[[Terms, Page | None, list[str]], Awaitable[list[AnswerT]]],
) -> list[AnswerT]:
    """Return an answer for each, from one call for all departments asked for the same."""
    keys: dict[tuple[Terms, Page | None], list[str]] = {}
    for one in asked:
        keys.setdefault((one.terms, one.page), []).append(one.department)
    found = await asyncio.gather(*(answers(*same, of_same) for same, of_same in keys.items()))
    by_asked = {
        Asked(department, *same): answer
        for (same, of_same), group in zip(keys.items(), found, strict=True)
        for department, answer in zip(of_same, group, strict=True)
    }
    return [by_asked[one] for one in asked]
