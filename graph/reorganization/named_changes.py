"""Accounts that change hands, one by one: counted, named in pages, and explained."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import polars as pl

from graph.ownership.explanations import answer_text, text
from graph.ownership.phrases import EN
from graph.reorganization.account_impacts import AccountChange

if TYPE_CHECKING:
    from collections.abc import Callable

    from graph.model.vocabularies import Function
    from graph.ownership.changes import Side
    from graph.ownership.phrases import Language
    from graph.reorganization.account_impacts import AccountImpact
    from graph.reorganization.ownership_impacts import OwnershipImpact, PeerChange
    from graph.reorganization.populations import Cell

    Only = Callable[[PeerChange], bool]


def count_of_changes(ownership: OwnershipImpact, only: Only) -> int:
    """Return how many functions of accounts change so."""
    return sum(one.size for one in ownership.changes if only(one))


def page_of_changes(
    accounts: AccountImpact, only: Only, first: int, after: tuple[str, str] = ("", "")
) -> list[AccountChange]:
    """Return the changes that are so, by account and function, after those last seen."""
    wanted: dict[int, list[PeerChange]] = {}
    for one in filter(only, accounts.ownership.changes):
        for cell in one.peers.cells:
            wanted.setdefault(cell, []).append(one)
    rows = (
        accounts.accounts_in(wanted)
        .filter(pl.col("account") >= after[0])
        .select("account", "customer", "cell")
        .bottom_k(first + 1, by="account")
        .sort("account")
    )
    found = (
        AccountChange.of(account, customer, cell, one)
        for account, customer, cell in rows.iter_rows()
        for one in wanted[cell]
        if (account, one.change.function.value) > after
    )
    return [*islice(found, first)]


def explained(cell: Cell, function: Function, side: Side, language: Language) -> str:
    """Return why a function of a cell is answered so on one side, in sentences."""
    book = side.resolver.book
    answer = side.resolver.answer(cell.facts, function, side.day, cell.account)
    told = [answer_text(answer, language, book)]
    if answer.owner is not None or answer.reason is not None:
        told += (text(one.explanation, language, book) for one in answer.supporters)
    return (" " if language is EN else "").join(told)
