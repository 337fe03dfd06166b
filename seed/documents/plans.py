"""`plan.yaml`: what the plan is, and which folders beside it hold its entries."""

from __future__ import annotations

from pydantic import Field

from graph.model.intervals import Interval
from seed.documents.entries import Document
from seed.documents.fields import Day, Key, Name, Text


class SectionDocument(Document):
    """A folder of the plan; an illustrative one holds examples the plan's source does not state."""

    folder: Key = Field(description="The name of a folder beside plan.yaml.")
    illustrative: bool = Field(
        False, description="Whether it holds examples that the plan's source does not state."
    )


class PlanDocument(Document):
    """The plan as a whole."""

    key: Key
    name: Name = Field(description="As people call it.")
    name_en: Name | None = Field(None, description="In English, where one is known.")
    organization: Text = Field(description="Whose plan it is.")
    start: Day = Field(alias="from", description="The first day of the plan's period.")
    until: Day | None = Field(None, description="The first day after the period.")
    sections: tuple[SectionDocument, ...] = Field(
        min_length=1, description="The folders that hold the plan's entries."
    )

    @property
    def validity(self) -> Interval:
        """The plan's period."""
        return Interval(self.start, self.until)
