"""What resolvers found out and may share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.ownership.hearings import Hearings

if TYPE_CHECKING:
    from graph.model.keys import TerritoryKey
    from graph.model.rules import NamedException
    from graph.model.vocabularies import Function, Role
    from graph.ownership.books import RuleBook
    from graph.ownership.contests import Contest
    from graph.ownership.trees import DepartmentTree

Question = tuple["Function", "Role", int, tuple["TerritoryKey", ...], tuple["NamedException", ...]]
"""Function, role, mask of rules, path of territories if any of these is relative, exceptions."""


class Memory:
    """What rules and exceptions were heard to say, and the contests between them.

    Resolvers may share it that ask by one index, of books with the same departments and coverages.
    `beside` that of a book with the same departments, it shares what does not depend on coverage.
    `tree` may be that of a book with the same departments.
    """

    def __init__(
        self, book: RuleBook, tree: DepartmentTree | None = None, beside: Memory | None = None
    ) -> None:
        self.hearings = Hearings(book, tree, beside.hearings if beside else None)
        self._located: dict[Question, Contest] = {}
        self.settled: dict[Question, Contest] = beside.settled if beside else {}

    @property
    def tree(self) -> DepartmentTree:
        """The departments."""
        return self.hearings.targets.tree

    def contests(self, path: tuple[TerritoryKey, ...]) -> dict[Question, Contest]:
        """Return where contests are remembered: those with a path depend on coverage."""
        return self._located if path else self.settled
