"""What accounts say of each other beyond their parent: further parents, successors, aliases."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from seed.documents.accounts import CustomerDocument, SubsidiaryDocument
from seed.validation.cycles import cycles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from graph.model.problems import Problem
    from seed.documents.accounts import AccountEntry
    from seed.reading.entries import Found
    from seed.reading.places import Place
    from seed.validation.drafts import Draft

WHOLE = Decimal(100)


def problems(draft: Draft) -> Iterator[Problem]:
    """Yield parents named twice, shares over 100 %, successors and aliases that cannot be."""
    accounts: list[Found[AccountEntry]] = [
        *draft.entries.of(CustomerDocument),
        *draft.entries.of(SubsidiaryDocument),
    ]
    places = {found.document.key: found.place for found in accounts}
    for found in accounts:
        if found.document.other_parents:
            yield from _parents(found)
        if isinstance(found.document, SubsidiaryDocument) and found.document.share_from:
            yield from _share(found.document, found.place)
        if found.document.successor:
            yield from _successor(found)
    yield from _successions(accounts, places)
    yield from _aliases(accounts, places)


def _parents(found: Found[AccountEntry]) -> Iterator[Problem]:
    account = found.document
    seen = {account.key: "it is itself"}
    total = Decimal(0)
    if isinstance(account, SubsidiaryDocument):
        seen[account.parent or account.customer] = "that is its first parent already"
        total = account.share or total
    for number, stake in enumerate(account.other_parents):
        if said := seen.get(stake.parent):
            what = f"{stake.parent} cannot be a further parent: {said}"
            yield found.place.problem(
                ("other_parents", number), "parent-twice", what, "remove it from other_parents"
            )
        if stake.validity.is_empty():
            what = f"{stake.parent} holds it until {stake.validity.until}, before it begins to"
            yield found.place.problem(
                ("other_parents", number), "empty-interval", what, "correct the days"
            )
        seen[stake.parent] = "it is there twice"
        total += stake.share or 0
    dated = any(stake.validity.borders() for stake in account.other_parents)
    if total > WHOLE and not dated:
        what = f"its parents hold {total} % in all"
        yield found.place.problem(
            ("other_parents",), "shares-over-100", what, "correct the shares, or give their days"
        )


def _share(subsidiary: SubsidiaryDocument, place: Place) -> Iterator[Problem]:
    if subsidiary.share_validity.is_empty():
        what = f"its parent's share ends on {subsidiary.share_until}, before it begins"
        yield place.problem(("share_until",), "empty-interval", what, "correct the days")


def _successor(found: Found[AccountEntry]) -> Iterator[Problem]:
    if found.document.until is None:
        what = f"it is followed by {found.document.successor}, but never ends"
        remedy = "give “until”, the first day it no longer exists, or until: unknown"
        yield found.place.problem(("until",), "successor-of-open", what, remedy)


def _successions(
    accounts: list[Found[AccountEntry]], places: Mapping[str, Place]
) -> Iterator[Problem]:
    successors = {
        found.document.key: found.document.successor
        for found in accounts
        if found.document.successor
    }
    for cycle in cycles(successors):
        what = f"a cycle of successors: {' → '.join([*cycle, cycle[0]])}"
        remedy = "name another successor of one of them, or none"
        yield places[cycle[0]].problem(("successor",), "cycle", what, remedy)


def _aliases(accounts: list[Found[AccountEntry]], places: Mapping[str, Place]) -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for found in accounts:
        for number, alias in enumerate(found.document.aliases):
            key = found.document.key
            owner = alias if alias in places else owners.setdefault(alias, key)
            if owner != key:
                what = f"“{alias}” is {owner} ({places[owner].file}:{places[owner].row}) already"
                remedy = "an alias leads to one entity: remove it from one of them"
                yield found.place.problem(("aliases", number), "alias-taken", what, remedy)
