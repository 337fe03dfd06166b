"""What a version changes that applies a scenario: what its operations edit, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import polars as pl

from graph.model.accounts import Customer
from graph.model.keys import AccountKey
from graph.model.plans import Plan
from graph.model.vocabularies import Kind, Pattern
from graph.reorganization.organizations import Part
from graph.versions.changes import NO_KEYS, Changes, EdgeChanges, keys_of
from graph.versions.differences import Difference, KindDifference
from graph.versions.edges import (
    COVERAGES,
    HOLDINGS,
    assignment_edges,
    coverage_edges,
    exceptional_edges,
    holding_edges,
    membership_edges,
    table,
)
from graph.versions.kinds import LOADED_KINDS, LoadedKind
from graph.versions.organization_rows import coverage_row, holding_row
from graph.versions.resolved_changes import ResolvedChanges
from graph.versions.rows import ListedRows
from graph.versions.table_rows import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from graph.model.keys import PlanKey
    from graph.queries.loads import LoadRow
    from graph.reorganization.impacts import Impact
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.ownership_impacts import Base
    from graph.reorganization.replays import Replay
    from graph.versions.rows import Row

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


@dataclass(frozen=True, slots=True)
class Application:
    """What is to be written, and in which segment accounts are that change theirs."""

    difference: Difference
    memberships: pl.DataFrame


def application_of(base: Base, impact: Impact, load: LoadRow) -> Application:
    """Return what differs between a base and what a scenario makes of it.

    `load` is the one that the base is the version of.
    """
    replayed = impact.replayed
    edits = replayed.edits
    plan = _plan_of(base, replayed.result, load)
    resolved = ResolvedChanges(base, replayed.result.book(), impact.accounts.ownership)
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
                membership_edges(memberships, NO_KEYS),
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
    added = keys_of(edit.key for edit in own if edit.before is None)
    changed = keys_of(
        edit.key for edit in own if edit.before is not None and edit.after is not None
    )
    ended = keys_of(edit.key for edit in own if edit.after is None)
    held = len(replayed.base.part(part)) if part else 0
    written = pl.concat([added, changed])
    return KindDifference(
        kind,
        Changes(kind.name, added, changed, ended, held - len(changed) - len(ended)),
        rows_of(kind, plan) if len(written) else ListedRows(()),
        new=NO_KEYS,
        written=written,
        kept=written,
    )


def _edges(name: str, replayed: Replay, edits: Iterable[Edit], part: Part) -> EdgeChanges:
    own = [edit for edit in edits if edit.part is part]
    schema = COVERAGES if part is Part.COVERAGES else HOLDINGS

    def row(thing: Any) -> Row:
        return coverage_row(thing) if part is Part.COVERAGES else holding_row(thing)

    ended = table((row(edit.before) for edit in own if edit.before is not None), schema)
    added = table((row(edit.after) for edit in own if edit.after is not None), schema)
    return EdgeChanges(name, added, ended, len(replayed.base.part(part)) - len(ended))
