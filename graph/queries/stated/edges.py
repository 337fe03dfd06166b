"""Who covers what and who holds which post, as a version states it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date  # noqa: TC003 - rows are validated at run time
from typing import TYPE_CHECKING

from graph.cypher_files import query
from graph.model.departments import Coverage, Holding
from graph.model.intervals import Interval
from graph.model.keys import (  # noqa: TC001 - rows are validated at run time
    DepartmentKey,
    PersonKey,
    PostKey,
    TerritoryKey,
)
from graph.queries.batches import parts
from graph.queries.stated.names import stored_number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.store import Reader


@dataclass(frozen=True, slots=True)
class StatedCoverage:
    """A department covers a territory."""

    department: DepartmentKey
    territory: TerritoryKey
    start: date | None
    until: date | None
    illustrative: bool
    folder: str | None


@dataclass(frozen=True, slots=True)
class StatedHolding:
    """A person holds a post."""

    person: PersonKey
    post: PostKey
    start: date | None
    until: date | None
    acting: bool
    fte: float | None
    illustrative: bool
    folder: str | None


AT_ONCE = 5_000
"""Posts whose holders are read by one statement."""
STATED_COVERAGES = query("stated/coverages", StatedCoverage, packed=True)
STATED_HOLDINGS = query("stated/holdings", StatedHolding, packed=True)


async def stated_coverages(reader: Reader, departments: Sequence[str]) -> list[Coverage]:
    """Return what these departments cover, sorted by department, territory and start."""
    rows = await reader.read(STATED_COVERAGES, keys=[*departments])
    return [
        Coverage(
            department=row.department,
            territory=row.territory,
            validity=Interval(row.start, row.until),
            illustrative=row.illustrative,
            folder=row.folder,
        )
        for row in rows
    ]


async def stated_holdings(reader: Reader, posts: Sequence[str]) -> list[Holding]:
    """Return who holds these posts, sorted by post, person and start."""
    return [
        Holding(
            person=row.person,
            post=row.post,
            acting=row.acting,
            fte=stored_number(row.fte),
            validity=Interval(row.start, row.until),
            illustrative=row.illustrative,
            folder=row.folder,
        )
        for some in parts(sorted({*posts}), AT_ONCE)
        for row in await reader.read(STATED_HOLDINGS, keys=some)
    ]
