"""Why an operation cannot be done, and what would let it."""

from __future__ import annotations

from dataclasses import dataclass


class Refused(Exception):
    """Something must be otherwise before an operation can be done; `about` is its key."""

    def __init__(self, what: str, remedy: str, about: str = "") -> None:
        super().__init__(f"{what} → {remedy}")
        self.what = what
        self.remedy = remedy
        self.about = about


@dataclass(frozen=True, slots=True)
class Refusal:
    """An operation that cannot be done, by its place in the scenario, counted from 1."""

    operation: int
    op: str
    what: str
    remedy: str
    about: str = ""

    def __str__(self) -> str:
        return f"operation {self.operation} ({self.op}): {self.what} → {self.remedy}"
