"""The rule book of each version, read from the graph and kept for the next to ask."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from typing import TYPE_CHECKING

from graph.model.accounts import Industry, Territory
from graph.model.departments import Coverage, Department
from graph.model.entities import Entity, Source
from graph.model.indicators import RevenueSplit, Share
from graph.model.intervals import Interval
from graph.model.keys import (
    DepartmentKey,
    IndustryKey,
    TerritoryKey,
)
from graph.model.vocabularies import Function, Kind, Pattern, Role
from graph.ownership.books import RuleBook
from graph.ownership.resolutions import Resolver
from graph.queries.book_rows import (
    BOOK_COVERAGES,
    BOOK_DEPARTMENTS,
    BOOK_EXCEPTIONS,
    BOOK_NAMES,
    BOOK_PLACES,
    BOOK_RULES,
    BOOK_SPLITS,
    BookDepartment,
)

if TYPE_CHECKING:
    from graph.queries.timelines import Pinned
    from graph.store import Reader

ACCOUNTS = (Kind.CUSTOMER, Kind.SUBSIDIARY)
KEPT = 4
"""How many versions' rule books are remembered: those in force, and some that were asked about."""


class RuleBooks:
    """Remembers the resolvers of the versions asked last; one for all requests of a process.

    A version never changes, so neither does its rule book.
    """

    def __init__(self) -> None:
        self._known: dict[str, asyncio.Task[Resolver]] = {}

    async def resolver(self, reader: Pinned) -> Resolver:
        """Return the resolver of the reader's version; all who ask meanwhile wait for one."""
        known = self._known.pop(reader.stamp, None)
        if known is None or _failed(known):
            known = asyncio.create_task(_read(reader))
        self._known[reader.stamp] = known
        for stamp in list(self._known)[:-KEPT]:
            del self._known[stamp]
        return known.result() if known.done() else await asyncio.shield(known)


def _failed(reading: asyncio.Task[Resolver]) -> bool:
    return reading.done() and (reading.cancelled() or reading.exception() is not None)


async def _read(reader: Pinned) -> Resolver:
    return Resolver(await rule_book(reader))


async def rule_book(reader: Reader) -> RuleBook:
    """Return the rule book of the version that the reader is of."""
    places = await reader.read(BOOK_PLACES)
    names = await reader.read(BOOK_NAMES)
    return RuleBook(
        departments=tuple(map(_department, await reader.read(BOOK_DEPARTMENTS))),
        coverages=tuple(
            Coverage(
                department=row.department,
                territory=row.territory,
                validity=Interval(row.start, row.until),
            )
            for row in await reader.read(BOOK_COVERAGES)
        ),
        rules=tuple([row.entity() for row in await reader.read(BOOK_RULES)]),
        exceptions=tuple([row.entity() for row in await reader.read(BOOK_EXCEPTIONS)]),
        splits=tuple(
            RevenueSplit(
                key=row.key,
                name=row.name,
                name_en=row.name_en,
                basis=row.basis,
                shares=tuple(map(share, row.shares)),
            )
            for row in await reader.read(BOOK_SPLITS)
        ),
        industries=tuple(
            Industry(
                key=IndustryKey(row.key),
                name=row.name,
                name_en=row.name_en,
                parent=IndustryKey(row.parent) if row.parent else None,
            )
            for row in places
            if row.kind is Kind.INDUSTRY
        ),
        territories=tuple(
            Territory(
                key=TerritoryKey(row.key),
                name=row.name,
                name_en=row.name_en,
                parent=TerritoryKey(row.parent) if row.parent else None,
            )
            for row in places
            if row.kind is Kind.TERRITORY
        ),
        accounts=tuple(
            Entity(key=row.key, name=row.name, name_en=row.name_en)
            for row in names
            if row.kind in ACCOUNTS
        ),
        specialties=tuple(
            Entity(key=row.key, name=row.name, name_en=row.name_en)
            for row in names
            if row.kind is Pattern.SPECIALTY
        ),
        sources=tuple(
            Source(
                key=row.key,
                name=row.name,
                name_en=row.name_en,
                document=row.document or "",
                section=row.section or "",
            )
            for row in names
            if row.kind is Kind.SOURCE
        ),
    )


def share(text: str) -> Share:
    """Return a share from its stored form, such as `owner=60` or `supporter/presales=40`."""
    party, _, percent = text.rpartition("=")
    if party.startswith("department:"):
        department = DepartmentKey(party.removeprefix("department:"))
        return Share(percent=Decimal(percent), department=department)
    role, _, function = party.partition("/")
    return Share(
        percent=Decimal(percent),
        role=Role(role),
        function=Function(function) if function else None,
    )


def _department(row: BookDepartment) -> Department:
    return Department(
        key=row.key,
        name=row.name,
        name_en=row.name_en,
        kind=row.kind,
        parent=row.parent,
        functions=row.functions,
        specialties=row.specialties,
        validity=Interval(row.start, row.until),
    )
