"""Plan folders, read and validated whole."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.errors import ModelError
from seed.columns.bulk_rows import BULK_KINDS
from seed.columns.suspects import expose, expose_references
from seed.mappings.codes import Policy
from seed.reading.folders import reading_of
from seed.validation.catalogues import catalogue_of
from seed.validation.drafts import Draft
from seed.validation.plans import problems_and_warnings

if TYPE_CHECKING:
    from pathlib import Path

    from graph.model.plans import Plan
    from graph.model.problems import Problem
    from seed.documents.entries import Entry
    from seed.mappings.findings import Finding


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a plan folder holds, and what is wrong with it.

    `plan` is None where there are problems. `warnings` never keep a plan from being loaded. Both
    are sorted by file, row and field. `findings` are those of foreign tables, which are problems or
    warnings, too.
    """

    plan: Plan | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    files: int
    findings: tuple[Finding, ...] = ()


def inspected(folder: Path, bulk: frozenset[type[Entry]] = BULK_KINDS) -> Inspection:
    """Read and check a plan folder; nothing that is wrong with it is raised.

    Tables of the `bulk` kinds are checked as columns; what is found does not depend on it.
    """
    reading = reading_of(folder, bulk)
    found = [*reading.problems, *expose(reading.entries)]
    found += expose_references(reading.entries, catalogue_of(reading.entries))
    draft = Draft(reading.header, reading.entries)
    refused = [one.problem() for one in reading.findings if one.policy is Policy.ERROR]
    said = [one.problem() for one in reading.findings if one.policy is not Policy.ERROR]
    wrong, doubtful = problems_and_warnings(draft)
    problems = sorted({*found, *refused, *wrong})
    warnings = sorted({*said, *doubtful})
    plan = draft.plan if draft.header and not problems else None
    return Inspection(
        plan, tuple(problems), tuple(warnings), reading.files, tuple(sorted(reading.findings))
    )


def read_plan(folder: Path) -> Plan:
    """Return the plan of a folder, valid in itself.

    Raises:
        ModelError: it is not; the error carries every problem found.
    """
    inspection = inspected(folder)
    if inspection.plan is None:
        raise ModelError(inspection.problems)
    return inspection.plan
