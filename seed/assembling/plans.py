"""The whole plan, put together from its documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.entities import Source
from graph.model.keys import PlanKey, SourceKey
from graph.model.plans import Plan, Section
from graph.ownership.units import Units
from seed.assembling import accounts, departments, patterns, rules, strategies, tables
from seed.assembling.names import named
from seed.documents.organization import SourceDocument

if TYPE_CHECKING:
    from seed.documents.plans import PlanDocument
    from seed.reading.entries import Entries


def plan_of(header: PlanDocument, entries: Entries) -> Plan:
    """Return the plan that the entries make; the tables among them give up their rows to it.

    Entries without a document are left out and cycles are cut: of a folder with problems, the
    plan is only good for looking for more of them.
    """
    all_departments = departments.departments(entries)
    units = Units(all_departments)
    targets = strategies.targets(entries, units)
    customers = tables.customers(entries)
    return Plan(
        key=PlanKey(header.key),
        name=header.name,
        name_en=header.name_en,
        organization=header.organization,
        start=header.start,
        until=header.until,
        sections=tuple(
            Section(section.folder, section.illustrative) for section in header.sections
        ),
        specialties=patterns.specialties(entries),
        templates=patterns.templates(entries),
        template_departments=patterns.template_departments(entries),
        template_posts=patterns.template_posts(entries),
        unit_targets=patterns.unit_targets(entries),
        sources=_sources(entries),
        departments=all_departments,
        coverages=departments.coverages(entries),
        people=tables.people(entries),
        posts=tables.posts(entries),
        holdings=tables.holdings(entries),
        industries=accounts.industries(entries),
        territories=accounts.territories(entries),
        customers=customers,
        subsidiaries=tables.subsidiaries(entries, customers),
        strategies=strategies.strategies(entries),
        steps=strategies.steps(entries),
        responsibilities=strategies.responsibilities(entries, units),
        indicators=strategies.indicators(entries),
        targets=targets,
        splits=strategies.splits(entries),
        rules=rules.rules(entries),
        exceptions=rules.exceptions(entries),
        open_questions=strategies.open_questions(entries, targets),
    )


def _sources(entries: Entries) -> tuple[Source, ...]:
    return tuple(
        Source(
            key=SourceKey(found.document.key),
            **named(found, found.document),
            document=found.document.document,
            section=found.document.section,
        )
        for found in entries.of(SourceDocument)
    )
