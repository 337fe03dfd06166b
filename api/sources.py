"""Sources: where in which document a fact or rule is stated."""

from datetime import date
from typing import ClassVar

import strawberry

from api.nodes import Named
from api.vocabularies import Kind
from graph.queries.sources import SourceRow


@strawberry.type(description="A section of a document in which a fact or a rule is stated.")
class Source(Named):
    """A source, as the schema shows one."""

    kind_of_node: ClassVar[Kind] = Kind.SOURCE
    document: str = strawberry.field(description="The document's title.")
    section: str = strawberry.field(description="The section of the document.")

    @classmethod
    def from_row(cls, row: SourceRow, day: date) -> "Source":
        """Return the source of a row."""
        return cls(
            day=day,
            key=strawberry.ID(row.key),
            name=row.name,
            name_en=row.name_en,
            illustrative=row.illustrative,
            document=row.document,
            section=row.section,
        )
