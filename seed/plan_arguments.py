"""The plan that a command is given: its folder, read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.bulk import uncollected
from graph.terminals import say_error
from seed.listings import REPORT, list_problems, tell_findings
from seed.plan_folders import inspected

if TYPE_CHECKING:
    from graph.model.plans import Plan

Folder = Annotated[Path, typer.Argument(help="The plan's folder, or its plan.yaml.")]
Report = Annotated[Path | None, REPORT]


def valid_plan(path: Path, then: str = "", report: Path | None = None) -> Plan:
    """Read a plan and return it; or list its problems, say what follows, and exit."""
    folder = folder_of(path)
    with uncollected():
        inspection = inspected(folder)
    list_problems(inspection.warnings, "warning", folder)
    list_problems(inspection.problems, "problem", folder)
    tell_findings(inspection.findings, report)
    if inspection.plan is None:
        if then:
            say_error(then)
        raise typer.Exit(1)
    return inspection.plan


def folder_of(path: Path) -> Path:
    """Return the folder that a path names, itself or by its plan.yaml."""
    return path.parent if path.name == "plan.yaml" else path
