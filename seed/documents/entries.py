"""What the entries of plan files have in common."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from graph.model.intervals import Interval
from seed.documents.fields import Day, Key, Name, Namespace, SourceRef, parts


class Document(BaseModel):
    """One entry, or a nested part of one; a field it does not know is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Document):
    """One entry of a file; `file_kind` is the first part of the file's name."""

    file_kind: ClassVar[str]
    namespace: ClassVar[Namespace | None] = None

    def identity(self) -> str:
        """Return what no other entry of this kind may repeat."""
        raise NotImplementedError


class NamedEntry(Entry):
    """An entry with a key of its own."""

    key: Key
    name: Name = Field(description="As the plan's source writes it, often Chinese.")
    name_en: Name | None = Field(None, description="In English, where one is known.")
    sources: Annotated[tuple[SourceRef, ...], BeforeValidator(parts)] = Field(
        (), description="Keys of the sources that state this."
    )

    def identity(self) -> str:
        """Return the key."""
        return self.key


class Dated(Document):
    """Valid from a day (included) until a day (not included); both may be left out."""

    start: Day | None = Field(None, alias="from", description="The first day.")
    until: Day | None = Field(None, description="The first day it no longer holds.")

    @property
    def validity(self) -> Interval:
        """The days on which this holds."""
        return Interval(self.start, self.until)
