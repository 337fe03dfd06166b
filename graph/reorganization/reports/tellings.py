"""What the sections of a report are made of: an impact, what was counted of it, names, words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.reorganization.reports.documents import Table
from graph.reorganization.reports.handovers import NAMED, Handovers

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graph.ownership.phrases import Language
    from graph.reorganization.account_impacts import AccountChange, Move
    from graph.reorganization.impacts import Impact
    from graph.reorganization.replays import Replay
    from graph.reorganization.reports.documents import Cell
    from graph.reorganization.reports.handovers import HandoverList, Ledger
    from graph.reorganization.reports.labels import Names
    from graph.reorganization.reports.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much a report tells one by one; the rest is counted.

    `changes` of accounts by name; `rows` of any other table; `lists` of handover, with `handed`
    rows on each side of one; or instead of lists, one `ledger` with so many rows.
    """

    changes: int = 500
    rows: int = 100
    lists: int = 60
    handed: int | None = NAMED
    ledger: int = 0


TO_READ = Limits()
"""A report that people read."""
TO_COMPUTE = Limits(changes=100_000, rows=100_000, lists=0, ledger=200_000)
"""A report whose tables people work with."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted of an impact once, before it is told: nothing here needs names."""

    found: Impact
    limits: Limits
    moves: tuple[Move, ...]
    changes: tuple[AccountChange, ...]
    more_changes: int
    lists: tuple[HandoverList, ...]
    more_lists: int
    ledger: Ledger | None

    def accounts(self) -> set[str]:
        """Return the keys of all accounts that the report names."""
        named = {key for one in self.changes for key in (one.account, one.customer)}
        named.update(key for move in self.moves[: self.limits.rows] for key in move.examples)
        named.update(key for key, _ in self.found.accounts.by_customer())
        rows = self.ledger.rows if self.ledger else ()
        listed = (handed for one in self.lists for handed in (*one.gives, *one.takes))
        named.update(key for one in (*rows, *listed) for key in (one.account, one.customer))
        return named


def counted(
    found: Impact,
    limits: Limits = TO_READ,
    *,
    staffed: Replay | None = None,
    after: str | None = None,
    only: str | None = None,
) -> Counted:
    """Count an impact; changes of accounts are those after the account last seen.

    `staffed` is the same scenario done with the posts of all departments that give or take.
    Handovers may be those of one department `only`.
    """
    handovers = Handovers(found, staffed)
    departments = [one.department for one in handovers.departments()] if only is None else [only]
    lists = (handovers.list_of(one, limits.handed) for one in departments[: limits.lists])
    changes = found.accounts.page(limits.changes, after)
    return Counted(
        found,
        limits,
        tuple(found.accounts.moves),
        tuple(changes),
        found.accounts.changes(changes[-1].account if changes else after),
        tuple(lists),
        max(len(departments) - limits.lists, 0),
        handovers.ledger(limits.ledger, only and {only}) if limits.ledger else None,
    )


@dataclass(frozen=True, slots=True)
class Telling:
    """All that a section is made of."""

    counted: Counted
    names: Names
    words: Words

    @property
    def found(self) -> Impact:
        """The impact."""
        return self.counted.found

    @property
    def language(self) -> Language:
        """The language it is told in."""
        return self.words.language

    def table(
        self, columns: Sequence[str], rows: Sequence[tuple[Cell, ...]], title: str = ""
    ) -> Table:
        """Return a table with as many rows as the report tells."""
        most = self.counted.limits.rows
        return Table(
            title=title,
            columns=tuple(columns),
            rows=tuple(rows[:most]),
            rest=max(len(rows) - most, 0),
        )
