"""Whole reports: of an impact, and of handovers alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reorganization.reports.documents import Report
from graph.reorganization.reports.labels import Label
from graph.reorganization.reports.sections import consequences, overviews, ownerships
from graph.reorganization.reports.sections.accounts import accounts_section
from graph.reorganization.reports.sections.handed_over import handovers_section, ledger_sections
from graph.reorganization.reports.sections.loads import loads_section
from graph.reorganization.reports.tellings import Telling
from graph.reorganization.reports.words import Words

if TYPE_CHECKING:
    from graph.ownership.phrases import Language
    from graph.reorganization.reports.documents import Section
    from graph.reorganization.reports.labels import Names
    from graph.reorganization.reports.tellings import Counted

SECTIONS = (
    overviews.summary_section,
    overviews.placing_section,
    overviews.organization_section,
    ownerships.flows_section,
    ownerships.ownership_section,
    overviews.operations_section,
    ownerships.gaps_section,
    ownerships.scatter_section,
    loads_section,
    consequences.exceptions_section,
    consequences.duties_section,
    consequences.indicators_section,
    consequences.people_section,
    consequences.shapes_section,
    accounts_section,
)


def impact_report(counted: Counted, names: Names, language: Language) -> Report:
    """Return everything that a scenario would do, in a language."""
    telling = Telling(counted, names, Words(language))
    sections = (section(telling) for section in SECTIONS)
    return _report(telling, (*sections, *_handovers(telling)))


def handover_report(counted: Counted, names: Names, language: Language) -> Report:
    """Return the handover lists of a scenario, in a language."""
    telling = Telling(counted, names, Words(language))
    return _report(telling, _handovers(telling))


def _handovers(telling: Telling) -> tuple[Section, ...]:
    ledger = telling.counted.ledger
    return (handovers_section(telling),) if ledger is None else ledger_sections(telling, ledger)


def _report(telling: Telling, sections: tuple[Section, ...]) -> Report:
    words, found = telling.words, telling.found
    scenario = found.scenario
    if found.may_be_applied:
        state = words("may be applied", "可以执行")
    else:
        count = len(found.replayed.refusals) + len(found.missing)
        state = words(f"{count:,} to settle before it may be applied", f"执行前还须处理{count:,}项")
    facts = (
        (words("Scenario", "方案"), scenario.key),
        (words("Effective from", "生效日期"), found.day.isoformat()),
        (words("Drafted by", "起草人"), scenario.author),
        (words("Operations", "操作数"), str(len(scenario.operations))),
        (words("State", "状态"), state),
        *(((words("Why", "目的"), scenario.why),) if scenario.why else ()),
    )
    title = Label(scenario.key, scenario.name, scenario.name_en)
    return Report(language=words.language, title=title, facts=facts, sections=sections)
