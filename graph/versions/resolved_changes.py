"""Segments, who is in which, who owns and supports what: wherever a scenario changes any of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from graph.model.keys import AccountKey
from graph.model.vocabularies import Kind, Role
from graph.ownership.resolutions import Resolver
from graph.ownership.segments import Eye, Segment, segment_key, segment_name
from graph.ownership.timelines import Timelines
from graph.reorganization.cell_indexes import numbers_in
from graph.versions.changes import NO_KEYS, Changes, EdgeChanges, keys_of
from graph.versions.differences import KindDifference
from graph.versions.edges import MEMBERSHIPS
from graph.versions.kinds import SEGMENTS
from graph.versions.resolved_rows import SEGMENT, assignment, assignment_table, segment_row
from graph.versions.rows import ListedRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graph.model.keys import SegmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.contests import Contest
    from graph.ownership.facts import Facts
    from graph.ownership.timelines import Span
    from graph.reorganization.ownership_impacts import Base, OwnershipImpact

    AssignmentRow = tuple[str | date | None, ...]
    SpanChange = tuple[tuple[Span, ...], tuple[Span, ...], int]
    """What comes, what goes, and how many stay."""


class ResolvedChanges:
    """Segments and edges as both sides have them, wherever a step can have changed any."""

    def __init__(self, base: Base, book: RuleBook, ownership: OwnershipImpact) -> None:
        """Find out which segments change; `book` is that of the side after."""
        self._base = base
        self._after = Resolver(book)
        self._ownership = ownership
        facts = [cell.facts for cell in ownership.cells.cells]
        eye = Eye(book)
        was, is_now = [[*map(one.sees, facts)] for one in (base.eye, eye)]
        self._was = [*map(segment_key, was)]
        self._is_now = [
            old if one == other else segment_key(other)
            for old, one, other in zip(self._was, was, is_now, strict=True)
        ]
        self._before_facts = dict(zip(self._was, was, strict=True))
        self._after_facts = dict(zip(self._is_now, is_now, strict=True))
        both = zip(self._was, self._is_now, strict=True)
        self._recut = [number for number, (old, new) in enumerate(both) if old != new]
        self._recut_keys = {side[one] for one in self._recut for side in (self._was, self._is_now)}

    def segments(self) -> KindDifference:
        """Return segments that are new, and those that have no accounts any more."""
        added = sorted({*self._after_facts} - {*self._before_facts})
        ended = {*self._before_facts} - {*self._after_facts}
        rows = [
            segment_row(
                Segment(
                    key=key,
                    name=segment_name(self._after_facts[key], self._after.book),
                    facts=self._after_facts[key],
                    size=0,
                )
            )
            for key in added
        ]
        keys = keys_of(added)
        unchanged = len(self._after_facts) - len(added)
        found = Changes(SEGMENTS.name, keys, NO_KEYS, keys_of(ended), unchanged)
        return KindDifference(
            SEGMENTS, found, ListedRows(rows), new=NO_KEYS, written=keys, kept=keys
        )

    def memberships(self) -> EdgeChanges:
        """Return the accounts whose segment is another."""
        moved = pl.DataFrame(
            {
                "cell": self._recut,
                "was": [self._was[one] for one in self._recut],
                "segment": [self._is_now[one] for one in self._recut],
            },
            schema={"cell": pl.UInt32, "was": pl.String, "segment": pl.String},
        )
        accounts = self._base.population.accounts.select("account", "customer")
        rows = accounts.with_columns(self._ownership.cells.of_account).join(moved, on="cell")
        is_group = pl.col("account") == pl.col("customer")
        kind = (
            pl.when(is_group)
            .then(pl.lit(Kind.CUSTOMER.value))
            .otherwise(pl.lit(Kind.SUBSIDIARY.value))
        )
        placed = rows.with_columns(kind=kind)
        return EdgeChanges(
            "memberships",
            placed.select(*MEMBERSHIPS),
            placed.select("account", "kind", segment="was"),
            len(accounts) - len(placed),
        )

    def assignments(self) -> EdgeChanges:
        """Return who owns and supports segments by rules otherwise."""
        spans = _SpanChanges(Timelines(self._base.resolver), Timelines(self._after))
        added: list[AssignmentRow] = []
        ended: list[AssignmentRow] = []
        unchanged = 0

        def note(change: SpanChange, key: SegmentKey) -> int:
            comes, goes, stay = change
            added.extend(assignment(span, key, SEGMENT) for span in comes)
            ended.extend(assignment(span, key, SEGMENT) for span in goes)
            return stay

        for key in sorted(self._recut_keys):
            for change in spans.of(self._before_facts.get(key), self._after_facts.get(key)):
                unchanged += note(change, key)
        first_cells: dict[SegmentKey, int] = {}
        for number, key in enumerate(self._was):
            first_cells.setdefault(key, number)
        stable = {cell: key for key, cell in first_cells.items() if key not in self._recut_keys}
        for function, group in self._ownership.survey.groups.items():
            for number in numbers_in(self._ownership.touched[function]):
                peers = group.peers[number]
                keys = [stable[cell] for cell in peers.cells if cell in stable]
                for change in spans.of_function(function, peers.cell.facts) if keys else ():
                    unchanged += sum(note(change, key) for key in keys)
        comes, goes = (assignment_table(rows).sort("held") for rows in (added, ended))
        return EdgeChanges("assignments", comes, goes, unchanged)

    def exceptional(self) -> EdgeChanges:
        """Return who owns and supports accounts by exceptions otherwise."""
        population = self._base.population
        books = (self._base.resolver.book, self._after.book)
        rows = population.rows_of({key for book in books for key in book.exceptions_by_account})
        before, after = Timelines(self._base.resolver), Timelines(self._after)

        def spans(timelines: Timelines, book: RuleBook) -> Iterator[AssignmentRow]:
            for key, row in sorted(rows.items()):
                account = AccountKey(key)
                if account not in book.exceptions_by_account:
                    continue
                facts = population.facts(row)
                kind = Kind.CUSTOMER if facts.customer == account else Kind.SUBSIDIARY
                for span in timelines.of(facts, account):
                    if span.exception:
                        yield assignment(span, account, kind)

        return _differing(
            "assignments by exception", spans(before, books[0]), spans(after, books[1])
        )


class _SpanChanges:
    """What comes and goes between two sides; what is the same for many segments is found once."""

    def __init__(self, before: Timelines, after: Timelines) -> None:
        self._before = before
        self._after = after
        self._known: dict[tuple[Contest | None, Contest | None], SpanChange] = {}

    def of(self, was: Facts | None, is_now: Facts | None) -> Iterator[SpanChange]:
        """Yield, for each function and role, what comes and what goes and how much stays."""
        before = self._before.contests(was) if was is not None else {}
        after = self._after.contests(is_now) if is_now is not None else {}
        for question in before | after:
            yield self._between(before.get(question), after.get(question))

    def of_function(self, function: Function, facts: Facts) -> Iterator[SpanChange]:
        """Yield the same for one function of accounts like this."""
        for role in Role:
            before, after = (
                side.contest(facts, function, role) for side in (self._before, self._after)
            )
            yield self._between(before, after)

    def _between(self, before: Contest | None, after: Contest | None) -> SpanChange:
        known = self._known.get((before, after))
        if known is None:
            known = self._known[before, after] = self._change(before, after)
        return known

    def _change(self, before: Contest | None, after: Contest | None) -> SpanChange:
        was = dict.fromkeys(self._before.spans(before) if before else ())
        is_now = dict.fromkeys(self._after.spans(after) if after else ())
        comes = tuple(span for span in is_now if span not in was)
        goes = tuple(span for span in was if span not in is_now)
        return comes, goes, len(is_now) - len(comes)


def _differing(
    name: str, before: Iterable[AssignmentRow], after: Iterable[AssignmentRow]
) -> EdgeChanges:
    was, is_now = dict.fromkeys(before), dict.fromkeys(after)
    return EdgeChanges(
        name,
        assignment_table(row for row in is_now if row not in was),
        assignment_table(row for row in was if row not in is_now),
        sum(row in was for row in is_now),
    )
