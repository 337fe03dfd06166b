"""What is wrong with a document, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in a plan: the place, what is wrong, and what to do about it.

    `row` is the line in a CSV, YAML or JSON file or the row of a sheet (`plan.xlsx#departments`),
    counted from 1; 0 means the file as a whole. `field` is empty where no single field is at
    fault.
    """

    file: str
    row: int
    field: str
    code: str
    what: str
    remedy: str

    def __str__(self) -> str:
        place = self.file + (f":{self.row}" if self.row else "")
        field = f" [{self.field}]" if self.field else ""
        return f"{place}{field} {self.what} → {self.remedy}"
