"""Plan folders, read and validated whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import ModelError
from seed.assembling.plans import plan_of
from seed.reading.folders import reading_of
from seed.validation.drafts import Draft
from seed.validation.plans import problems_of, warnings_of

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.model.problems import Problem


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a plan folder holds, and what is wrong with it.

    `plan` is None where there are problems. `warnings` never keep a plan from being loaded. Both
    are sorted by file, row and field.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    files: int


def inspected(folder: Path) -> Inspection:
    """Read and check a plan folder; nothing that is wrong with it is raised."""
    reading = reading_of(folder)
    draft = Draft(reading.header, reading.entries)
    problems = sorted({*reading.problems, *problems_of(draft)})
    plan = plan_of(draft.header, draft.entries) if draft.header and not problems else None
    return Inspection(plan, tuple(problems), tuple(sorted({*warnings_of(draft)})), reading.files)


def read_plan(folder: Path) -> Plan:
    """Return the plan of a folder, valid in itself.

    Raises:
        ModelError: it is not; the error carries every problem found.
    """
    inspection = inspected(folder)
    if inspection.plan is None:
        raise ModelError(inspection.problems)
    return inspection.plan
