"""Open questions: what the plan leaves open, and what that is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.queries.batches import Named, all_of_each, one_of_each
from graph.queries.nodes import LinkedThing, Thing, ThingLink, links_of_things, parameters
from graph.queries.pages import Listed, Page, Total, page_of, total_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class QuestionRow(Named):
    """An open question as stored; its name is the question."""

    assumption: str | None


@dataclass(frozen=True, slots=True)
class QuestionFilter:
    """Which questions to list: every field that is set must hold; `about` is the key of a thing."""

    about: str | None = None
    text: str | None = None


QUESTIONS_BY_KEY = query("questions/questions_by_key", QuestionRow)
PAGE_OF_QUESTIONS = query("questions/page_of_questions", Listed)
COUNT_OF_QUESTIONS = query("questions/count_of_questions", Total)
QUESTIONS_ABOUT_THINGS = query("questions/questions_about_things", ThingLink)
SUBJECTS_OF_QUESTIONS = query("questions/subjects_of_questions", LinkedThing)


async def questions_by_key(reader: Reader, keys: Sequence[str]) -> list[QuestionRow | None]:
    """Return each key's open question."""
    return one_of_each(keys, await reader.read(QUESTIONS_BY_KEY, keys=list(keys)))


async def page_of_questions(reader: Reader, page: Page, only: QuestionFilter) -> list[Listed]:
    """Return a page of the open questions that pass the filter."""
    return await page_of(reader, PAGE_OF_QUESTIONS, page, about=only.about, text=only.text)


async def count_of_questions(reader: Reader, only: QuestionFilter) -> int:
    """Return how many open questions pass the filter."""
    return await total_of(reader, COUNT_OF_QUESTIONS, about=only.about, text=only.text)


async def questions_about_things(reader: Reader, things: Sequence[Thing]) -> list[list[str]]:
    """Return the keys of the open questions about each thing, by name."""
    rows = await reader.read(QUESTIONS_ABOUT_THINGS, things=parameters(things))
    return links_of_things(things, rows)


async def subjects_of_questions(reader: Reader, keys: Sequence[str]) -> list[list[LinkedThing]]:
    """Return what each open question is about, by name."""
    return all_of_each(keys, await reader.read(SUBJECTS_OF_QUESTIONS, keys=list(keys)))
