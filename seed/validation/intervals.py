"""Intervals that hold no day, exceptions and holdings that overlap."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from seed.documents.accounts import AccountEntry
from seed.documents.entries import Dated
from seed.documents.kinds import ENTRIES
from seed.documents.organization import CoverageDocument, HoldingDocument
from seed.documents.rules import ExceptionDocument
from seed.reading.places import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    from graph.model.intervals import Interval
    from graph.model.problems import Problem
    from seed.reading.entries import Found
    from seed.validation.drafts import Draft

DatedT = TypeVar("DatedT", CoverageDocument, ExceptionDocument, HoldingDocument)


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield intervals that end before they begin, and what cannot hold at the same time."""
    yield from _empty(draft)
    for earlier, later in _overlapping(draft, ExceptionDocument, _decided):
        one, other = earlier.document, later.document
        what = (
            f"“{other.key}” and “{one.key}” ({_where(earlier.place)}) both decide who is"
            f" {one.function} {one.role} of {one.account} at the same time"
        )
        remedy = "end one before the other begins, or remove one"
        yield later.place.problem(("from",), "overlapping-exceptions", what, remedy)
    for earlier, later in _overlapping(draft, HoldingDocument, lambda held: held.post):
        if may_share(earlier.document, later.document):
            continue
        if later.document.person == earlier.document.person:
            what = f"{later.document.person} holds {later.document.post} twice at the same time"
        else:
            what = (
                f"{later.document.person} and {earlier.document.person}"
                f" ({_where(earlier.place)}) hold {later.document.post} at the same time"
            )
        remedy = (
            "end one holding before the other begins, give both an “fte” if they share the job,"
            " or say “acting: true” of one"
        )
        yield later.place.problem(("post",), "post-held-twice", what, remedy)


def warnings(draft: Draft) -> Iterator[Problem]:
    """Yield territories that two units of one kind cover at once: owners will conflict there."""
    kinds = {department.key: department.kind for department in draft.departments}
    for earlier, later in _overlapping(
        draft,
        CoverageDocument,
        lambda cover: (cover.territory, kinds.get(cover.department)),  # type: ignore[call-overload]
    ):
        if earlier.document.department == later.document.department:
            continue
        what = (
            f"{later.document.territory} is covered by {later.document.department} and by"
            f" {earlier.document.department} ({_where(earlier.place)}) at the same time"
        )
        remedy = "expect conflicts there, or end one of the two"
        yield later.place.problem(("territory",), "covered-twice", what, remedy)


def may_share(one: HoldingDocument, other: HoldingDocument) -> bool:
    """Tell whether both may hold the post at once: they share it, or one is acting."""
    shared = one.fte is not None and other.fte is not None
    return one.person != other.person and (shared or one.acting is not other.acting)


def _where(place: Place) -> str:
    return f"{place.file}:{place.row}"


def _empty(draft: Draft) -> Iterator[Problem]:
    if draft.header and draft.header.validity.is_empty():
        yield _ends_early(Place("plan.yaml", 1), draft.header.validity)
    for kind in ENTRIES:
        for found in draft.entries.of(kind):
            document = found.document
            if isinstance(document, Dated | AccountEntry) and document.validity.is_empty():
                yield _ends_early(found.place, document.validity)


def _ends_early(place: Place, validity: Interval) -> Problem:
    what = f"it ends on {validity.until}, which is not after {validity.start}, when it begins"
    remedy = "“until” is the first day it no longer holds: make it later than “from”"
    return place.problem(("until",), "empty-interval", what, remedy)


def _decided(exception: ExceptionDocument) -> Hashable:
    return exception.account, exception.function, exception.role


def _overlapping(
    draft: Draft, kind: type[DatedT], same: Callable[[DatedT], Hashable]
) -> Iterator[tuple[Found[DatedT], Found[DatedT]]]:
    groups: dict[Hashable, list[Found[DatedT]]] = defaultdict(list)
    for found in draft.entries.of(kind):
        if not found.document.validity.is_empty():
            groups[same(found.document)].append(found)
    for group in groups.values():
        for earlier, later in combinations(group, 2):
            if earlier.document.validity.overlaps(later.document.validity):
                yield earlier, later
