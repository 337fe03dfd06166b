"""Posts in two units, and jobs that several people share."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from seed.documents.organization import HoldingDocument, PostDocument

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.problems import Problem
    from seed.reading.entries import Found
    from seed.validation.drafts import Draft

ONE = Decimal(1)


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield posts that name a department twice."""
    for found in draft.entries.of(PostDocument):
        seen = {found.document.department}
        for number, department in enumerate(found.document.other_departments):
            if department in seen:
                what = f"{department} is there twice"
                yield found.place.problem(
                    ("other_departments", number), "department-twice", what, "name it once"
                )
            seen.add(department)


def warnings(draft: Draft) -> Iterator[Problem]:
    """Yield posts whose holders on some day have more or less than the whole job together."""
    whole = {
        found.document.key: found.document.fte or ONE for found in draft.entries.of(PostDocument)
    }
    shares: dict[str, list[Found[HoldingDocument]]] = defaultdict(list)
    for found in draft.entries.of(HoldingDocument):
        if found.document.fte is not None and not found.document.acting:
            shares[found.document.post].append(found)
    for post, held in shares.items():
        for found in held:
            together = [
                other.document.fte or ONE
                for other in held
                if _holds_when_it_begins(other.document, found.document)
            ]
            total = sum(together, Decimal(0))
            if len(together) > 1 and total != whole.get(post, ONE):
                what = f"{len(together)} people share {post}, {total} of {whole.get(post, ONE)}"
                remedy = "correct the “fte” of the holdings, or of the post"
                yield found.place.problem(("fte",), "job-share-total", what, remedy)
                break


def _holds_when_it_begins(other: HoldingDocument, one: HoldingDocument) -> bool:
    if one.start is None:
        return other.start is None
    return other.validity.contains(one.start)
