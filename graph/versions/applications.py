"""What a version changes that applies a scenario: what its operations edit, and what follows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from graph.model.accounts import Customer
from graph.model.keys import AccountKey
from graph.model.plans import Plan
from graph.model.vocabularies import Kind, Pattern, Role
from graph.ownership.indexes import RuleIndex
from graph.ownership.resolutions import Resolver
from graph.ownership.segments import Eye, Segment, segment_key, segment_name
from graph.ownership.timelines import Timelines
from graph.reorganization.cell_indexes import numbers_in
from graph.reorganization.organizations import Part
from graph.reorganization.ownership_impacts import all_that_ever_was, touches_of
from graph.reorganization.peers import peer_groups
from graph.versions.changes import Changes, EdgeChanges
from graph.versions.differences import Difference, KindDifference
from graph.versions.edges import (
    COVERAGES,
    HOLDINGS,
    MEMBERSHIPS,
    assignment_edges,
    coverage_edges,
    exceptional_edges,
    holding_edges,
    membership_edges,
    table,
)
from graph.versions.kinds import LOADED_KINDS, SEGMENTS, LoadedKind
from graph.versions.organization_rows import coverage_row, holding_row
from graph.versions.resolved_rows import SEGMENT, assignment, assignment_table, segment_row
from graph.versions.rows import ListedRows
from graph.versions.table_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from graph.model.keys import PlanKey, SegmentKey
    from graph.model.vocabularies import Function
    from graph.ownership.books import RuleBook
    from graph.ownership.contests import Contest
    from graph.ownership.facts import Facts
    from graph.ownership.timelines import Span
    from graph.queries.loads import LoadRow
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.ownership_impacts import Base
    from graph.reorganization.replays import Replay
    from graph.versions.rows import Row

    AssignmentRow = tuple[str | date | None, ...]
    SpanChange = tuple[tuple[Span, ...], tuple[Span, ...], int]
    """What comes, what goes, and how many stay."""

KINDS = {
    Part.DEPARTMENTS: Kind.DEPARTMENT,
    Part.POSTS: Kind.POST,
    Part.RULES: Kind.ASSIGNMENT_RULE,
    Part.EXCEPTIONS: Kind.NAMED_EXCEPTION,
    Part.RESPONSIBILITIES: Kind.RESPONSIBILITY,
    Part.TARGETS: Kind.TARGET,
    Part.SPLITS: Kind.REVENUE_SPLIT,
    Part.UNIT_TARGETS: Pattern.UNIT_TARGET,
}
_NO_KEYS = pl.Series("key", [], pl.String)


@dataclass(frozen=True, slots=True)
class Application:
    """What is to be written, and in which segment accounts are that change theirs."""

    difference: Difference
    memberships: pl.DataFrame


def application_of(base: Base, replayed: Replay, load: LoadRow) -> Application:
    """Return what differs between a base and what a scenario makes of it.

    `load` is the one that the base is the version of.
    """
    edits = replayed.edits
    plan = _plan_of(base, replayed.result, load)
    resolved = _Resolved(base, replayed)
    memberships = resolved.memberships()
    kinds = [_kind(kind, plan, replayed, edits) for kind in LOADED_KINDS]
    return Application(
        Difference(
            kinds=kinds,
            segments=resolved.segments(),
            stated=[
                coverage_edges(_edges("coverage", replayed, edits, Part.COVERAGES)),
                holding_edges(_edges("holdings", replayed, edits, Part.HOLDINGS)),
            ],
            resolved=[
                membership_edges(memberships, _NO_KEYS),
                assignment_edges(resolved.assignments()),
                exceptional_edges(resolved.exceptional()),
            ],
        ),
        memberships.added,
    )


def _plan_of(base: Base, result: Organization, load: LoadRow) -> Plan:
    """Return the plan that rows of changed things are made from: all that they may name."""
    around = result.surroundings
    limits = (one for post in result.posts.values() for one in post.customers)
    named = {*limits, *(one.account for one in result.exceptions.values())}
    key: PlanKey = load.plan  # type: ignore[assignment]
    return Plan(
        key=key,
        name=load.name,
        name_en=load.name_en,
        organization=load.organization,
        start=load.start,
        until=load.until,
        customers=tuple(_groups(base, named)),
        departments=tuple(result.departments.values()),
        posts=tuple(result.posts.values()),
        rules=tuple(result.rules.values()),
        exceptions=tuple(result.exceptions.values()),
        responsibilities=tuple(result.responsibilities.values()),
        targets=tuple(result.targets.values()),
        splits=tuple(result.splits.values()),
        unit_targets=tuple(result.unit_targets.values()),
        indicators=tuple(around.indicators.values()),
        industries=tuple(around.industries.values()),
        territories=tuple(around.territories.values()),
    )


def _groups(base: Base, keys: Iterable[str]) -> Iterator[Customer]:
    """Yield those of the accounts that are groups: links to them are made as to groups."""
    for key, row in sorted(base.population.rows_of({*keys}).items()):
        facts = base.population.facts(row)
        if facts.customer == key and facts.tier is not None:
            yield Customer(key=AccountKey(key), name=key, tier=facts.tier)


def _kind(kind: LoadedKind, plan: Plan, replayed: Replay, edits: Iterable[Edit]) -> KindDifference:
    part = next((part for part, label in KINDS.items() if label == kind.label), None)
    own = [edit for edit in edits if edit.part is part]
    added = _keys(edit.key for edit in own if edit.before is None)
    changed = _keys(edit.key for edit in own if edit.before is not None and edit.after is not None)
    ended = _keys(edit.key for edit in own if edit.after is None)
    held = len(replayed.base.part(part)) if part else 0
    written = pl.concat([added, changed])
    return KindDifference(
        kind,
        Changes(kind.name, added, changed, ended, held - len(changed) - len(ended)),
        rows_of(kind, plan) if len(written) else ListedRows(()),
        new=_NO_KEYS,
        written=written,
        kept=written,
    )


def _keys(keys: Iterable[str]) -> pl.Series:
    return pl.Series("key", sorted(keys), pl.String)


def _edges(name: str, replayed: Replay, edits: Iterable[Edit], part: Part) -> EdgeChanges:
    own = [edit for edit in edits if edit.part is part]
    schema = COVERAGES if part is Part.COVERAGES else HOLDINGS

    def row(thing: Any) -> Row:
        return coverage_row(thing) if part is Part.COVERAGES else holding_row(thing)

    ended = table((row(edit.before) for edit in own if edit.before is not None), schema)
    added = table((row(edit.after) for edit in own if edit.after is not None), schema)
    return EdgeChanges(name, added, ended, len(replayed.base.part(part)) - len(ended))


class _Resolved:
    """Segments and edges as both sides have them, wherever a step can have changed any."""

    def __init__(self, base: Base, replayed: Replay) -> None:
        self._base = base
        self._replayed = replayed
        self._after = Resolver(replayed.result.book())
        eye = Eye(self._after.book)
        ever = all_that_ever_was(replayed)
        self._cells = base.population.cut(base.eye, Eye(ever), ())
        facts = [cell.facts for cell in self._cells.cells]
        self._groups = peer_groups(self._cells.cells, ever, RuleIndex(ever))
        self._touched: Counter[Function] = Counter()
        for touch in touches_of(replayed, self._groups):
            for function, mask in touch.masks.items():
                self._touched[function] |= mask
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
        ended = sorted({*self._before_facts} - {*self._after_facts})
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
        keys = pl.Series("key", added, pl.String)
        unchanged = len(self._after_facts) - len(added)
        found = Changes(
            SEGMENTS.name, keys, _NO_KEYS, pl.Series("key", ended, pl.String), unchanged
        )
        return KindDifference(
            SEGMENTS, found, ListedRows(rows), new=_NO_KEYS, written=keys, kept=keys
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
        rows = accounts.with_columns(self._cells.of_account).join(moved, on="cell")
        is_group = pl.col("account") == pl.col("customer")
        kind = pl.when(is_group).then(pl.lit(Kind.CUSTOMER.value)).otherwise(pl.lit("Subsidiary"))
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
        for function, group in self._groups.items():
            for number in numbers_in(self._touched[function]):
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
