"""`plan.yaml`: what the plan is, and which folders beside it hold its entries."""

from __future__ import annotations

from pydantic import Field

from graph.model.intervals import Interval
from seed.documents.entries import Document
from seed.documents.fields import Day, Key, Text


class SectionDocument(Document):
    """A folder of the plan; an illustrative one holds examples the plan's source does not state."""

    folder: Key
    illustrative: bool = False


class PlanDocument(Document):
    """The plan as a whole."""

    key: Key
    name: Text
    name_en: Text | None = None
    organization: Text = Field(description="Whose plan it is.")
    start: Day = Field(alias="from", description="The first day of the plan's period.")
    until: Day | None = Field(None, description="The first day after the period.")
    sections: tuple[SectionDocument, ...] = Field(min_length=1)

    @property
    def validity(self) -> Interval:
        """The plan's period."""
        return Interval(self.start, self.until)
