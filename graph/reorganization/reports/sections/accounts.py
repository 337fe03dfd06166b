"""Accounts that change, by name, each with its cause and why it is so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.vocabularies import Role
from graph.ownership.changes import FunctionChange
from graph.ownership.explanations import reason_text, text
from graph.reorganization.reports.documents import Reference, Section, Table, Text, Tone, Why
from graph.reorganization.reports.passages import passages
from graph.reorganization.reports.places import place_cell
from graph.reorganization.reports.sections.overviews import operation_told
from graph.reorganization.reports.words import PARTIES, STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.vocabularies import Function
    from graph.ownership.answers import Answer
    from graph.ownership.changes import Outcome, Side
    from graph.reorganization.account_impacts import AccountChange
    from graph.reorganization.reports.documents import Cell
    from graph.reorganization.reports.tellings import Telling


def accounts_section(telling: Telling) -> Section:
    """Return the changed accounts of the page that the report tells."""
    words, counted = telling.words, telling.counted
    title = words("Accounts by name", "变化的客户")
    if not counted.changes:
        told = words("No account changes.", "没有客户发生变化。")
        return Section("accounts", title, (Text(told, Tone.GOOD),))
    reasons = _Reasons(telling)
    rows = [row for one in counted.changes for row in _rows(telling, one, reasons.note(one))]
    columns = (
        *(words("Account", "客户"), words("Group", "所属集团"), words("Function", "职能")),
        *(words("From", "移交方"), words("To", "接收方"), words("Operation", "操作")),
        words("Why", "依据"),
    )
    table = Table(
        columns=columns, rows=tuple(rows), rest=counted.more_changes, notes=tuple(reasons.notes)
    )
    return Section("accounts", title, (table,))


def _rows(telling: Telling, one: AccountChange, note: int) -> Iterator[tuple[Cell, ...]]:
    words, names = telling.words, telling.names
    account = names.account(one.account)
    customer = "" if one.customer == one.account else names.group(one.customer)
    function = words.function(one.function)
    cause = operation_told(telling, one.cause)
    passing = [*passages(FunctionChange(one.function, one.before, one.after))]
    for passage in passing:
        role = PARTIES[passage.role][telling.language]
        told = (
            function
            if passage.role is Role.OWNER
            else words(f"{function}, {role}", f"{function}（{role}）")
        )
        yield (
            *(account, customer, told),
            place_cell(telling, passage.before, passage.role, former=True),
            place_cell(telling, passage.after, passage.role),
            *(cause, Reference(note)),
        )
    if not passing:
        was, will_be = _status(telling, one.before), _status(telling, one.after)
        yield account, customer, function, was, will_be, cause, Reference(note)


def _status(telling: Telling, side: Outcome | None) -> str:
    return STATUSES[side.status][telling.language] if side else ""


class _Reasons:
    """Explanations before and after; accounts that are alike share them, and so do equal ones."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._ownership = telling.found.accounts.ownership
        self._numbers: dict[Why, int] = {}
        self._known: dict[tuple[int, Function], int] = {}

    @property
    def notes(self) -> list[Why]:
        """All explanations in the order of their numbers."""
        return [*self._numbers]

    def note(self, one: AccountChange) -> int:
        """Return the number of the explanations of a change, counted from 1."""
        place = (one.cell, one.function)
        known = self._known.get(place)
        if known is None:
            why = self._why(one)
            known = self._known[place] = self._numbers.setdefault(why, len(self._numbers) + 1)
        return known

    def _why(self, one: AccountChange) -> Why:
        was = one.before.supporters if one.before else frozenset[str]()
        will_be = one.after.supporters if one.after else frozenset[str]()
        owned = _owning(one.before) != _owning(one.after)
        come = (will_be - was or will_be) if was != will_be else frozenset[str]()
        return Why(
            self._told(self._ownership.before, one, was - will_be, owned=owned),
            self._told(self._ownership.after, one, come, owned=owned),
        )

    def _told(
        self, side: Side, one: AccountChange, supporters: frozenset[str], *, owned: bool
    ) -> str:
        language, book = self._telling.language, side.resolver.book
        cell = self._ownership.cells.cells[one.cell]
        answer = side.resolver.answer(cell.facts, one.function, side.day, cell.account)
        told: list[str] = []
        if owned:
            told += _owner_told(answer, self._telling, side)
        told += [
            text(support.explanation, language, book)
            for support in answer.supporters
            if support.department in supporters
        ]
        if not told and answer.reason is not None:
            told.append(reason_text(answer.reason, language, book))
        words = self._telling.words
        return words(" ", "").join(told) or words("Nobody.", "无。")


def _owning(side: Outcome | None) -> tuple[object, ...] | None:
    return (side.status, side.owner, side.candidates) if side else None


def _owner_told(answer: Answer, telling: Telling, side: Side) -> Iterator[str]:
    language, book = telling.language, side.resolver.book
    if answer.reason is not None:
        yield reason_text(answer.reason, language, book)
    elif answer.owner is not None:
        yield text(answer.owner.explanation, language, book)
