"""What was found in foreign tables: where, what, under which policy, and what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.model.problems import Problem
from seed.mappings.codes import MEANINGS, Code, Policy

if TYPE_CHECKING:
    from collections.abc import Mapping

DONE = {
    Policy.ERROR: "the plan is refused",
    Policy.SKIP_ROW: "the row is left out",
}


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something seen in a row, before a policy is applied; `table` counts from 0."""

    code: Code
    table: int
    row: int
    column: str
    values: Mapping[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Something found in a row of a file, the policy applied to it, and what was done."""

    file: str
    row: int
    column: str
    code: Code
    values: tuple[tuple[str, str], ...]
    policy: Policy
    what: str
    done: str
    remedy: str

    def problem(self) -> Problem:
        """Return the finding as plans tell their problems and warnings."""
        what = self.what if self.policy is Policy.ERROR else f"{self.what}: {self.done}"
        return Problem(self.file, self.row, self.column, self.code, what, self.remedy)


def finding_of(sighting: Sighting, file: str, policy: Policy) -> Finding:
    """Return what a sighting comes to under a policy."""
    meaning = MEANINGS[sighting.code]
    return Finding(
        file=file,
        row=sighting.row,
        column=sighting.column,
        code=sighting.code,
        values=tuple(sighting.values.items()),
        policy=policy,
        what=meaning.what.format_map(sighting.values),
        done=DONE.get(policy) or meaning.modelled.format_map(sighting.values),
        remedy=meaning.remedy.format_map(sighting.values),
    )
