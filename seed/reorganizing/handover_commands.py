"""`orgatlas scenario handover`: who hands over what to whom, as lists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path  # noqa: TC003 - typer reads annotations when it runs
from typing import Annotated

import typer

from graph.ownership.phrases import Language
from graph.reorganization.reports.handovers import Handovers
from graph.reorganization.reports.reports import handover_report
from graph.reorganization.reports.tellings import TO_READ
from graph.terminals import say
from seed.reorganizing.handovers_shown import handover_json, show_counts, show_report
from seed.reorganizing.report_files import LANGUAGE, OUT
from seed.reorganizing.reporting import ALL_LISTS, write_handover
from seed.reorganizing.shown import print_json
from seed.reorganizing.tellings import told
from seed.reorganizing.tries import File  # noqa: TC001 - typer reads annotations when it runs


def register(commands: typer.Typer) -> None:
    """Add the command to `orgatlas scenario`."""
    commands.command()(handover)


def handover(
    scenario: File,
    department: Annotated[
        str | None, typer.Option(metavar="KEY", help="The list of this department only.")
    ] = None,
    *,
    language: Annotated[Language, LANGUAGE] = Language.ZH,
    as_json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
    report: Annotated[Path | None, OUT] = None,
) -> None:
    """Show what each department gives and takes: accounts, contacts, duties, targets."""
    if report is not None:
        found = write_handover(scenario, report, language, department)
        say(f"Wrote the handover of {found.scenario.key} to {report}.")
        return
    limits = ALL_LISTS if as_json else replace(TO_READ, lists=0 if department is None else 1)
    details, names = told(scenario, replace(limits, changes=0), only=department)
    if as_json:
        print_json(handover_json(details, names))
    elif department is None:
        show_counts(Handovers(details.found).departments(), names, language)
        say("The list of one: --department KEY; all lists: --report OUT, or --json.")
    else:
        show_report(handover_report(details, names, language))
