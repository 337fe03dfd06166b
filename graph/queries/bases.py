"""The base of a scenario: a version, its organization and all its accounts."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

import polars as pl

from graph.cypher_files import query
from graph.model.entities import Entity
from graph.model.vocabularies import Kind, Pattern
from graph.ownership.trees import UNITS
from graph.queries.batches import parts
from graph.queries.departments import posts_of_departments
from graph.queries.nodes import Thing, names_of_things
from graph.queries.rule_books import rule_book
from graph.queries.stated.edges import stated_coverages, stated_holdings
from graph.queries.stated.entities import stated_entities
from graph.queries.timelines import Pinned, refuse_undone
from graph.reorganization.organizations import (
    Organization,
    Surroundings,
    coverage_key,
    holding_key,
)
from graph.reorganization.ownership_impacts import Base
from graph.reorganization.populations import ACCOUNTS, Population

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from graph.model.departments import Holding
    from graph.ownership.books import RuleBook
    from graph.queries.timelines import LoadedVersion
    from graph.reorganization.operations.bases import Operation
    from graph.store import Reader, Store, Transaction

    EntityT = TypeVar("EntityT", bound=Entity)

AT_ONCE = 20_000
"""Accounts that are held as rows at a time."""
NAMES_AT_ONCE = 2_000


@dataclass(frozen=True, slots=True)
class SegmentAccounts:
    """The accounts of a segment, in columns; "" where one has none."""

    segment: str
    accounts: list[str]
    customers: list[str]
    tiers: list[str]
    levels: list[int]
    industries: list[str]
    territories: list[str]
    tags: list[list[str]]


POPULATION = query("accounts/population", SegmentAccounts)
COLUMNS = {
    "account": "accounts",
    "customer": "customers",
    "tier": "tiers",
    "level": "levels",
    "industry": "industries",
    "territory": "territories",
    "tags": "tags",
}
"""What a column of the population is called in a row of a segment."""


async def read_base(store: Store, version: LoadedVersion | None) -> Base:
    """Return a version as the base of scenarios; posts are read when operations ask for them.

    Raises:
        Conflict: the version was undone meanwhile.
    """
    async with store.transaction() as transaction:
        reader = Pinned(transaction, version)
        book = await rule_book(reader)
        organization = await _organization(reader, book)
        accounts = await _accounts(transaction, reader.number)
        await refuse_undone(transaction, version)
    population = Population(accounts, book.parent_industries, book.parent_territories)
    base = Base(organization, population)
    await asyncio.to_thread(base.survey, base.resolver.book, base.resolver.index)
    return base


async def with_what_is_named(reader: Reader, base: Base, operations: Sequence[Operation]) -> Base:
    """Return the base with the posts, people and accounts that operations look at.

    What it has already is not read again.
    Of a department any of whose posts are read, all are: what is empty would not be known else.
    """
    named: dict[str, set[str]] = {}
    for operation in operations:
        for kind, keys in operation.names().items():
            named.setdefault(kind, set()).update(keys)
    organization = base.organization
    asked = named.get("departments", ())
    concerned = {one for key in asked for one in _concerned(organization, key)}
    departments = sorted(concerned - base.staffed)
    found = await posts_of_departments(reader, departments)
    posts = {*named.get("posts", ()), *(key for keys in found for key in keys)}
    known = organization.surroundings.accounts
    accounts = {**known, **await account_names(reader, named.get("accounts", set()) - {*known})}
    around = replace(organization.surroundings, accounts=accounts)
    organization = replace(organization, surroundings=around)
    organization = await _staffed(reader, organization, posts, named.get("people", ()))
    homes = {organization.posts[key].department for key in posts if key in organization.posts}
    beside = sorted(homes - base.staffed.union(departments))
    organization = await with_posts_of(reader, organization, beside)
    return base.with_organization(organization, (*departments, *beside))


def _concerned(organization: Organization, key: str) -> Iterator[str]:
    """Yield the departments whose posts may change with one: it, and all inside.

    Where a template brought it to a unit, the whole unit departs from the template with it.
    """
    units = (one for one in organization.around(key) if one.kind in UNITS and one.template)
    outer = next((unit.key for unit in units), key)
    for one in (key, outer):
        yield one
        yield from (inside.key for inside in organization.inside(one))


async def with_posts_of(
    reader: Reader, organization: Organization, departments: Sequence[str]
) -> Organization:
    """Return the organization with the posts of these departments too, and who holds them."""
    found = await posts_of_departments(reader, departments)
    return await _staffed(reader, organization, {key for keys in found for key in keys})


async def account_names(reader: Reader, keys: Iterable[str]) -> dict[str, Entity]:
    """Return what groups and subsidiaries are called, by key; those that are not there lack."""
    found: dict[str, Entity] = {}
    for some in parts(sorted(keys), NAMES_AT_ONCE):
        kinds = (Kind.CUSTOMER, Kind.SUBSIDIARY)
        rows = await names_of_things(reader, [Thing(kind, key) for key in some for kind in kinds])
        found.update(
            (row.key, Entity(key=row.key, name=row.name, name_en=row.name_en))
            for row in rows
            if row is not None
        )
    return found


async def _staffed(
    reader: Reader, organization: Organization, posts: Iterable[str], people: Iterable[str] = ()
) -> Organization:
    """Return the organization with more posts, who holds them, and more people."""
    new = sorted({*posts} - {*organization.posts})
    around = organization.surroundings
    entities, (holdings, known) = await asyncio.gather(
        stated_entities(reader, Kind.POST, new), _held(reader, new, people, around.people)
    )
    return replace(
        organization,
        posts={**organization.posts, **_by_key(entities)},
        holdings={**organization.holdings, **{holding_key(one): one for one in holdings}},
        surroundings=replace(around, people=known),
    )


async def _held(
    reader: Reader, posts: Sequence[str], people: Iterable[str], known: Mapping[str, Entity]
) -> tuple[list[Holding], dict[str, Entity]]:
    """Return who holds posts, and the people that are known then: those too who were named."""
    holdings = await stated_holdings(reader, posts)
    new = {*people, *(one.person for one in holdings)} - {*known}
    return holdings, {**known, **_by_key(await stated_entities(reader, Kind.PERSON, sorted(new)))}


async def _organization(reader: Pinned, book: RuleBook) -> Organization:
    async def of(kind: Kind | Pattern) -> dict[str, Any]:
        return _by_key(await stated_entities(reader, kind))

    departments = await of(Kind.DEPARTMENT)
    coverages = await stated_coverages(reader, sorted(departments))
    return Organization(
        departments=departments,
        coverages={coverage_key(one): one for one in coverages},
        rules=await of(Kind.ASSIGNMENT_RULE),
        exceptions=await of(Kind.NAMED_EXCEPTION),
        responsibilities=await of(Kind.RESPONSIBILITY),
        targets=await of(Kind.TARGET),
        splits=await of(Kind.REVENUE_SPLIT),
        unit_targets=await of(Pattern.UNIT_TARGET),
        surroundings=Surroundings(
            industries=_by_key(book.industries),
            territories=_by_key(book.territories),
            accounts=_by_key(book.accounts),
            specialties=await of(Pattern.SPECIALTY),
            sources=_by_key(book.sources),
            indicators=await of(Kind.INDICATOR),
            steps=await of(Kind.STEP),
            templates=await of(Pattern.UNIT_TEMPLATE),
            template_departments=tuple((await of(Pattern.TEMPLATE_DEPARTMENT)).values()),
            template_posts=tuple((await of(Pattern.TEMPLATE_POST)).values()),
        ),
    )


async def _accounts(transaction: Transaction, version: int) -> pl.DataFrame:
    frames = [_frame([])]
    rows: list[SegmentAccounts] = []
    waiting = 0
    async for row in transaction.stream(POPULATION, version=version):
        rows.append(row)
        waiting += len(row.accounts)
        if waiting >= AT_ONCE:
            frames.append(_frame(rows))
            rows.clear()
            waiting = 0
    frames.append(_frame(rows))
    return await asyncio.to_thread(_together, frames)


def _together(frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    accounts = pl.concat(frames).sort("account")
    tiers = accounts.filter(pl.col("tier").is_not_null()).select("customer", of_group="tier")
    numbered = accounts.join(tiers, on="customer", how="left", maintain_order="left")
    return numbered.with_columns(
        pl.col("of_group").alias("tier"),
        pl.col("segment").rank("dense").cast(pl.UInt32) - 1,
    ).select(*ACCOUNTS)


def _frame(rows: Sequence[SegmentAccounts]) -> pl.DataFrame:
    """Return accounts as rows; a group is its own customer."""
    columns = {
        column: pl.Series(
            [value for row in rows for value in getattr(row, name)], dtype=ACCOUNTS[column]
        )
        for column, name in COLUMNS.items()
    }
    segments = [row.segment for row in rows for _ in row.accounts]
    frame = pl.DataFrame({**columns, "segment": pl.Series(segments, dtype=pl.String)})
    texts = [name for name, dtype in ACCOUNTS.items() if dtype == pl.String]
    given = frame.with_columns(pl.col(*texts).replace("", None))
    return given.with_columns(pl.coalesce("customer", "account").alias("customer"))


def _by_key(entities: Iterable[EntityT]) -> dict[str, Any]:
    return {entity.key: entity for entity in entities}
