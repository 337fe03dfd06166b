"""The scenarios of seed/scenarios, and others, tried on the real plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from graph.reorganization.impacts import impact
from graph.reorganization.organizations import organization_of
from graph.reorganization.ownership_impacts import Base
from graph.reorganization.populations import Population
from graph.reorganization.reports.documents import Table
from graph.reorganization.reports.labels import Names
from graph.reorganization.reports.reports import impact_report
from graph.reorganization.reports.tellings import TO_READ, counted
from graph.reorganization.scenarios import Scenario
from seed.reorganizing.files import read_scenario

if TYPE_CHECKING:
    from graph.model.plans import Plan
    from graph.ownership.phrases import Language
    from graph.reorganization.impacts import Impact
    from graph.reorganization.operations.bases import Operation
    from graph.reorganization.reports.documents import Report, Section
    from graph.reorganization.reports.tellings import Limits

SCENARIOS = Path(__file__).parents[3] / "seed" / "scenarios"
EFFECTIVE = date(2026, 7, 1)


def base_of(plan: Plan) -> Base:
    organization = organization_of(plan)
    return Base(organization, Population.of_plan(plan, organization.book()))


def example(base: Base, name: str) -> Impact:
    """Return the impact of a scenario of seed/scenarios."""
    return impact(base, read_scenario(SCENARIOS / f"{name}.yaml"))


def tried(base: Base, *operations: Operation, name: str = "草案") -> Impact:
    """Return the impact of operations."""
    scenario = Scenario.model_validate(
        {
            "key": "draft",
            "name": name,
            "author": "李雷",
            "effective": EFFECTIVE,
            "operations": [one.model_dump(by_alias=True) for one in operations],
        }
    )
    return impact(base, scenario)


def report_of(found: Impact, language: Language, limits: Limits = TO_READ) -> Report:
    return impact_report(counted(found, limits), Names(found), language)


def section_of(report: Report, key: str) -> Section:
    return next(section for section in report.sections if section.key == key)


def tables_of(report: Report, key: str) -> list[Table]:
    return [block for block in section_of(report, key).blocks if isinstance(block, Table)]
