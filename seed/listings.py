"""Problems, warnings and findings on the terminal, and the reports of findings."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

import typer

from graph.terminals import say_error
from seed.mappings.reports import counts_of, write_report

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from graph.model.problems import Problem
    from seed.mappings.findings import Finding

REPORT = typer.Option(help="Write what was found in mapped tables to this name, .csv and .json.")


def list_problems(problems: Sequence[Problem], what: str, folder: Path) -> None:
    """Print problems, or warnings, by their files."""
    if not problems:
        return
    say_error(f"{_count(len(problems), what)} in {folder}:")
    for file, of_file in groupby(problems, lambda problem: problem.file):
        say_error(f"  {file}")
        for problem in of_file:
            row = f"row {problem.row}" if problem.row else "the whole file"
            field = f", {problem.field}" if problem.field else ""
            say_error(f"    {row}{field}: {problem.what} → {problem.remedy}")


def tell_findings(findings: Sequence[Finding], report: Path | None) -> None:
    """Print how much was found in foreign tables; write the report of it, and say where."""
    if findings:
        found = _count(len(findings), "finding")
        say_error(f"{found} in mapped tables: {', '.join(counts_of(findings))}.")
    if report:
        say_error(f"Report: {' and '.join(map(str, write_report(findings, report)))}")
    elif findings:
        say_error("To have them in files: --report NAME")


def _count(number: int, what: str) -> str:
    return f"{number} {what}" + ("" if number == 1 else "s")
