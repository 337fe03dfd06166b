"""Reports of scenarios, written to files."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from graph.ownership.phrases import EN, ZH
from graph.reorganization.reports.html_pages import html_page
from graph.reorganization.reports.markdown_texts import markdown_text
from graph.reorganization.reports.reports import handover_report, impact_report
from graph.reorganization.reports.tellings import TO_COMPUTE, TO_READ, Limits
from seed.reorganizing.handovers_shown import handed_json, handover_json
from seed.reorganizing.report_files import Form, form_of, write_whole
from seed.reorganizing.report_workbooks import write_report
from seed.reorganizing.shown import impact_json
from seed.reorganizing.tellings import told

if TYPE_CHECKING:
    from pathlib import Path

    from graph.ownership.phrases import Language
    from graph.reorganization.capacities import Capacities
    from graph.reorganization.impacts import Impact
    from graph.reorganization.reports.documents import Report

ALL_LISTS = Limits(lists=100_000, handed=None)
LONG_LISTS = Limits(rows=1_000, handed=1_000)
"""Handover lists by themselves tell more than those inside a report."""


def write_impact(  # noqa: PLR0913 - an option of the command each
    given: str,
    out: Path,
    language: Language | None,
    names: int,
    after: str | None,
    *,
    capacities: Capacities,
) -> Impact:
    """Write the impact of a scenario to a file, in the form that its ending says; return it.

    Where no language is given, people read it in Chinese, and JSON has what `--json` prints.
    `capacities` take the place of those that the scenario states.

    Raises:
        Conflict: there is no such form, or the file cannot be written.
    """
    form = form_of(out)
    limits = TO_READ if form in {Form.HTML, Form.MARKDOWN} else TO_COMPUTE
    limits = replace(limits, changes=names or limits.changes)
    details, called = told(given, limits, after=after, capacities=capacities)
    if form is Form.JSON:
        values = impact_json(
            details.found, names=limits.changes, after=after, language=language or EN
        )
        rows = details.ledger.rows if details.ledger else ()
        values["handover"] = handed_json(rows, called, details.found.day)
        _write_json(values, out)
    else:
        _write(impact_report(details, called, language or ZH), form, out)
    return details.found


def write_handover(given: str, out: Path, language: Language, only: str | None = None) -> Impact:
    """Write the handover lists of a scenario, or of one department, to a file; return its impact.

    Raises:
        Conflict: there is no such form, or the file cannot be written.
        NotFound: there is no such department.
    """
    form = form_of(out)
    limits = {Form.JSON: ALL_LISTS, Form.WORKBOOK: TO_COMPUTE}.get(form, LONG_LISTS)
    details, called = told(given, replace(limits, changes=0), only=only)
    if form is Form.JSON:
        _write_json(handover_json(details, called), out)
    else:
        _write(handover_report(details, called, language), form, out)
    return details.found


def _write(report: Report, form: Form, out: Path) -> None:
    if form is Form.WORKBOOK:
        write_whole(out, lambda file: write_report(report, file))
        return
    text = html_page(report) if form is Form.HTML else markdown_text(report)
    _write_text(text, out)


def _write_json(values: dict[str, Any], out: Path) -> None:
    _write_text(json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n", out)


def _write_text(text: str, out: Path) -> None:
    write_whole(out, lambda file: _written(text, file))


def _written(text: str, file: Path) -> None:
    file.write_text(text, encoding="utf-8", errors="replace", newline="\n")
