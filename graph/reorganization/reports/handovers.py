"""Handover lists: what each department gives and takes, with whom to talk to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from graph.model.keys import AccountKey
from graph.reorganization.reports.contacts import Contacts
from graph.reorganization.reports.passages import passages
from graph.reorganization.reports.thing_passages import duty_passages, target_passages

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from graph.model.vocabularies import Function, Role
    from graph.reorganization.impacts import Impact
    from graph.reorganization.ownership_impacts import PeerChange
    from graph.reorganization.replays import Replay
    from graph.reorganization.reports.contacts import Contact
    from graph.reorganization.reports.passages import Passage, Place
    from graph.reorganization.reports.thing_passages import DutyPassage, TargetPassage

NAMED = 50
"""Accounts that a list names on each side, if nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class HandoverCount:
    """How many functions of accounts a department gives and takes."""

    department: str
    gives: int
    takes: int


@dataclass(frozen=True, slots=True)
class Handed:
    """One role in one function of one account that is handed over, and by which operation."""

    account: str
    customer: str
    function: Function
    role: Role
    before: Place
    after: Place
    cause: int
    old_contacts: tuple[Contact, ...]
    new_contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True)
class HandoverList:
    """All that one department gives and takes; `count` tells of accounts that are not named."""

    count: HandoverCount
    gives: tuple[Handed, ...]
    takes: tuple[Handed, ...]
    duties: tuple[DutyPassage, ...]
    targets: tuple[TargetPassage, ...]

    @property
    def department(self) -> str:
        """Whose list it is."""
        return self.count.department


@dataclass(frozen=True, slots=True)
class Ledger:
    """Everything that is handed over, each once, up to a limit; `more` counts further rows."""

    rows: tuple[Handed, ...]
    more: int
    duties: tuple[DutyPassage, ...]
    targets: tuple[TargetPassage, ...]


class Handovers:
    """Handovers of an impact.

    `staffed` is the same scenario done with the posts of all departments that give or take.
    """

    def __init__(self, found: Impact, staffed: Replay | None = None) -> None:
        self._accounts = found.accounts
        self._cells: dict[tuple[str, bool], set[int]] = {}
        self._passages: dict[int, list[tuple[Function, int, Passage]]] = {}
        self._counts: Counter[tuple[str, bool]] = Counter()
        for one in found.accounts.ownership.changes:
            for passage in passages(one.change):
                for cell in one.peers.cells:
                    of_cell = self._passages.setdefault(cell, [])
                    of_cell.append((one.change.function, one.cause, passage))
                self._place(passage, one)
        replayed = staffed or found.replayed
        self._old = Contacts(replayed.base, found.day)
        self._new = Contacts(replayed.result, found.day)
        self._duties = duty_passages(found.replayed)
        self._targets = target_passages(found.replayed)

    def departments(self) -> list[HandoverCount]:
        """Return who gives or takes anything, the most accounts first."""
        keys = {department for department, _ in self._counts}
        for duty in self._duties:
            keys.update(duty.departments)
        for target in self._targets:
            keys.update(target.departments)
        counts = [self._count(key) for key in keys]
        return sorted(counts, key=lambda one: (-one.gives - one.takes, one.department))

    def partners(self, departments: Collection[str]) -> set[str]:
        """Return these departments and all that give accounts to them or take some of theirs."""
        wanted = {*departments}
        together = (
            {one for side in passage.places for one in side.departments}
            for some in self._passages.values()
            for _, _, passage in some
        )
        return wanted.union(*(some for some in together if some & wanted))

    def list_of(self, department: str, named: int | None = NAMED) -> HandoverList:
        """Return the list of a department with so many rows on each side; None: all."""
        gives = self._handed(
            self._cells.get((department, True), ()),
            lambda passage: department in passage.before.departments,
        )
        takes = self._handed(
            self._cells.get((department, False), ()),
            lambda passage: department in passage.after.departments,
        )
        return HandoverList(
            self._count(department),
            tuple(islice(gives, named)),
            tuple(islice(takes, named)),
            tuple(one for one in self._duties if department in one.departments),
            tuple(one for one in self._targets if department in one.departments),
        )

    def ledger(self, named: int, departments: Collection[str] | None = None) -> Ledger:
        """Return so many rows of all departments, or of those that give or take among these."""

        def counts(passage: Passage) -> bool:
            return departments is None or any(
                one in departments for side in passage.places for one in side.departments
            )

        size = self._accounts.ownership.cells.cells
        total = sum(
            size[cell].size
            for cell, some in self._passages.items()
            for _, _, passage in some
            if counts(passage)
        )
        rows = tuple(islice(self._handed(self._passages, counts), named))
        return Ledger(
            rows,
            total - len(rows),
            tuple(one for one in self._duties if _among(one.departments, departments)),
            tuple(one for one in self._targets if _among(one.departments, departments)),
        )

    def _place(self, passage: Passage, one: PeerChange) -> None:
        for gives, place in ((True, passage.before), (False, passage.after)):
            for department in place.departments:
                self._counts[department, gives] += one.size
                self._cells.setdefault((department, gives), set()).update(one.peers.cells)

    def _count(self, department: str) -> HandoverCount:
        gives, takes = self._counts[department, True], self._counts[department, False]
        return HandoverCount(department, gives, takes)

    def _handed(self, cells: Iterable[int], counts: Callable[[Passage], bool]) -> Iterator[Handed]:
        frame = self._accounts.in_cells(cells)
        for row, account, customer, cell in frame.iter_rows():
            facts = self._accounts.facts(row)
            for function, cause, passage in self._passages[cell]:
                if counts(passage):
                    asked = (function, AccountKey(account), facts)
                    yield Handed(
                        *(account, customer, function, passage.role),
                        *(passage.before, passage.after, cause),
                        self._old.of(passage.before.departments, *asked),
                        self._new.of(passage.after.departments, *asked),
                    )


def _among(found: Collection[str], wanted: Collection[str] | None) -> bool:
    return wanted is None or any(one in wanted for one in found)
