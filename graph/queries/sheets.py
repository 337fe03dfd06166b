"""Answer sheets: all that is to be said of one account on a day, with names, for people to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.intervals import Interval
from graph.model.vocabularies import Kind
from graph.ownership.explanations import reason_text, text
from graph.ownership.phrases import Language
from graph.queries.accounts import accounts_by_key
from graph.queries.people import people_by_key
from graph.queries.posts import holdings_of_posts
from graph.queries.searches import accounts_by_alias, things_by_name
from graph.queries.standings import posts_to_call, standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from graph.model.departments import Post
    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer, Assignment, Status, Via
    from graph.ownership.books import RuleBook
    from graph.queries.accounts import AccountRow
    from graph.queries.nodes import NamedThing
    from graph.queries.rule_books import RuleBooks
    from graph.queries.standings import Standing
    from graph.queries.timelines import Pinned
    from graph.store import Reader

MOST = 50
"""How many accounts a name lists at most."""
ACCOUNTS = (Kind.CUSTOMER, Kind.SUBSIDIARY)


@dataclass(frozen=True, slots=True)
class Texts:
    """The same text in both languages."""

    en: str
    zh: str


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post that serves the account; `holder` is None where it is vacant."""

    key: str
    name: str
    holder: str | None


@dataclass(frozen=True, slots=True)
class AssignmentLine:
    """A department that owns or supports, whom to call there, and why. `share` is in per cent."""

    department: str
    name: str
    name_en: str | None
    posts: tuple[PostLine, ...]
    via: Via
    rule: str | None
    exception: str | None
    share: float | None
    valid_from: date | None
    valid_until: date | None
    explanation: Texts
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FunctionLine:
    """How one function is covered; `reason` is None where it is assigned."""

    function: Function
    status: Status
    owner: AssignmentLine | None
    supporters: tuple[AssignmentLine, ...]
    candidates: tuple[AssignmentLine, ...]
    reason: Texts | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole answer for one account on a day."""

    account: str
    name: str
    name_en: str | None
    kind: Kind
    level: int
    customer: str
    as_of: date
    functions: tuple[FunctionLine, ...]


async def accounts_named(reader: Reader, named: str) -> list[NamedThing | AccountRow]:
    """Return the accounts that a text names: exactly by key, alias or name, else all near."""
    [found] = await accounts_by_key(reader, [named])
    if found is not None:
        return [found]
    if aliased := await accounts_by_alias(reader, named):
        return [*aliased]
    things = await things_by_name(reader, named, MOST * 4)
    accounts = [thing for thing in things if thing.kind in ACCOUNTS]
    exactly = [one for one in accounts if named in (one.name, one.name_en)]
    return list((exactly or accounts)[:MOST])


async def sheet(
    reader: Pinned,
    books: RuleBooks,
    account: AccountRow,
    functions: Iterable[Function] | None,
    day: date,
) -> Sheet:
    """Return the answers for these functions, or for all that the plan has rules for."""
    stands = await standing(reader, books, account)
    answers = stands.answers(functions, day)
    posts = await _posts(reader, answers)
    serving = {
        (one.department, one.function): stands.posts(posts[one.department], one.function, day)
        for answer in answers
        for one in _assignments(answer)
    }
    holders = await _holders(reader, [post for found in serving.values() for post in found], day)

    def line(one: Assignment) -> AssignmentLine:
        return _line(one, stands.book, serving[one.department, one.function], holders)

    return Sheet(
        account=account.key,
        name=account.name,
        name_en=account.name_en,
        kind=account.kind,
        level=account.level,
        customer=account.customer,
        as_of=day,
        functions=tuple(
            FunctionLine(
                function=answer.function,
                status=answer.status,
                owner=None if answer.owner is None else line(answer.owner),
                supporters=tuple(map(line, answer.supporters)),
                candidates=tuple(map(line, answer.candidates)),
                reason=_reason(answer, stands),
            )
            for answer in answers
        ),
    )


def _assignments(answer: Answer) -> list[Assignment]:
    owners = [] if answer.owner is None else [answer.owner]
    return [*owners, *answer.supporters, *answer.candidates]


async def _posts(reader: Reader, answers: Sequence[Answer]) -> dict[str, list[Post]]:
    departments = {one.department: None for answer in answers for one in _assignments(answer)}
    found = await posts_to_call(reader, list(departments))
    return dict(zip(departments, found, strict=True))


async def _holders(reader: Reader, posts: Sequence[Post], day: date) -> dict[str, str]:
    keys = list(dict.fromkeys(post.key for post in posts))
    held = {
        key: row.person
        for key, rows in zip(keys, await holdings_of_posts(reader, keys), strict=True)
        for row in rows
        if Interval(row.start, row.until).contains(day)
    }
    people = list(dict.fromkeys(held.values()))
    names = {row.key: row.name for row in await people_by_key(reader, people) if row is not None}
    return {post: names[person] for post, person in held.items() if person in names}


def _line(
    one: Assignment, book: RuleBook, posts: Sequence[Post], holders: Mapping[str, str]
) -> AssignmentLine:
    department = book.department_by_key[one.department]
    sources = [book.source_by_key.get(key) for key in one.explanation.sources]
    return AssignmentLine(
        department=department.key,
        name=department.name,
        name_en=department.name_en,
        posts=tuple(PostLine(post.key, post.name, holders.get(post.key)) for post in posts),
        via=one.via,
        rule=one.rule,
        exception=one.exception,
        share=None if one.share is None else float(one.share),
        valid_from=one.validity.start,
        valid_until=one.validity.until,
        explanation=Texts(
            en=text(one.explanation, Language.EN, book), zh=text(one.explanation, Language.ZH, book)
        ),
        sources=tuple(f"{source.document} · {source.section}" for source in sources if source),
    )


def _reason(answer: Answer, stands: Standing) -> Texts | None:
    if answer.reason is None:
        return None
    return Texts(
        en=reason_text(answer.reason, Language.EN, stands.book),
        zh=reason_text(answer.reason, Language.ZH, stands.book),
    )
