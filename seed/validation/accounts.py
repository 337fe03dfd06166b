"""Subsidiaries whose parent is elsewhere, and customers that may be the same one twice."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.model.problems import Problem
    from seed.documents.entries import NamedEntry
    from seed.reading.entries import Found
    from seed.validation.drafts import Draft

ALIKE = 90
"""How alike, of 100, the names of two groups are when they may be one; 湖北/湖南 stay below."""
LEGAL_FORMS = re.compile(
    "股份有限公司|有限责任公司|有限公司|集团公司|集团|公司"
    r"|\b(?:co|corp|corporation|company|ltd|limited|inc|group|holdings?|plc)\b\.?"
)
MARKS = re.compile(r"[\W_]+")


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield subsidiaries whose parent belongs to another group."""
    groups = {
        found.document.key: found.document.customer
        for found in draft.entries.of(SubsidiaryDocument)
    }
    for found in draft.entries.of(SubsidiaryDocument):
        unit = found.document
        group = groups.get(unit.parent or "")
        if group and group != unit.customer:
            what = f"its parent {unit.parent} is in the group {group}, not in {unit.customer}"
            remedy = "correct the parent or the customer; leave the parent out if it is the group"
            yield found.place.problem(("parent",), "parent-in-other-group", what, remedy)


def warnings(draft: Draft) -> Iterator[Problem]:
    """Yield names that differ in width, case, spacing, punctuation or legal form only.

    Names of groups are also compared for misspellings.
    """
    accounts = [*draft.entries.of(CustomerDocument), *draft.entries.of(SubsidiaryDocument)]
    for same in _same(accounts).values():
        for later in same[1:]:
            yield _alike(same[0], later)
    customers = draft.entries.of(CustomerDocument)
    plain = [plain_name(found.document.name) for found in customers]
    for (one, name), (other, other_name) in combinations(zip(customers, plain, strict=True), 2):
        if name != other_name and fuzz.ratio(name, other_name) >= ALIKE:
            yield _alike(one, other)


def plain_name(name: str) -> str:
    """Return a name without what is often written in several ways."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return MARKS.sub("", LEGAL_FORMS.sub("", text)) or MARKS.sub("", text)


def _same(accounts: Sequence[Found[NamedEntry]]) -> dict[str, list[Found[NamedEntry]]]:
    groups: dict[str, list[Found[NamedEntry]]] = defaultdict(list)
    for found in accounts:
        groups[plain_name(found.document.name)].append(found)
    return groups


def _alike(one: Found[NamedEntry], other: Found[NamedEntry]) -> Problem:
    what = (
        f"“{other.document.name}” is much like “{one.document.name}”"
        f" ({one.place.file}:{one.place.row})"
    )
    remedy = "if they are the same, keep one; if not, make the names differ more"
    return other.place.problem(("name",), "similar-names", what, remedy)
