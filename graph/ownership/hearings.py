"""What one rule or exception says on a day: a claim, or why it says nothing."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from graph.model.rules import AssignmentRule, NamedTarget, RelativeTarget, VacantTarget
from graph.ownership.answers import Ground
from graph.ownership.precedence import Claim, beaten
from graph.ownership.targets import Targets

if TYPE_CHECKING:
    from datetime import date

    from graph.model.intervals import Interval
    from graph.model.keys import TerritoryKey
    from graph.model.rules import NamedException, RuleTarget
    from graph.ownership.answers import Beaten
    from graph.ownership.books import RuleBook
    from graph.ownership.conditions import Score
    from graph.ownership.trees import DepartmentTree

Path = tuple["TerritoryKey", ...]


class Voice:
    """A rule or exception, as accounts with the same territories hear it.

    `borders` are the days on which what it says changes. What was said once is remembered.
    """

    def __init__(
        self,
        source: AssignmentRule | NamedException,
        score: Score | None,
        path: Path,
        targets: Targets,
    ) -> None:
        self.borders = sorted(
            targets.borders(target_of(source), path).union(source.validity.borders())
        )
        self._source = source
        self._score = score
        self._path = path
        self._targets = targets
        self._said: dict[int, Claim | Beaten] = {}

    def says(self, day: date) -> Claim | Beaten:
        """Return its claim on a day, or itself as beaten where it gives no answer."""
        stretch = bisect_right(self.borders, day)
        said = self._said.get(stretch)
        if said is None:
            said = self._said[stretch] = self._speak(day)
        return said

    def _speak(self, day: date) -> Claim | Beaten:
        source = self._source
        if not source.validity.contains(day):
            return beaten(source, untimely(source.validity, day))
        target = target_of(source)
        found = self._targets.found(target, self._path, day)
        if found.ground is None:
            return Claim(source, self._score, found.places, isinstance(target, VacantTarget))
        named = (target.department,) if isinstance(target, NamedTarget) else ()
        return beaten(source, found.ground, departments=named, trace=found.trace)


class Hearings:
    """The voices of a book; accounts that hear the same share them.

    Books with the same departments and coverages may share them, whatever rules they have. Where
    only the departments are the same, `beside` shares what does not depend on coverage.
    """

    def __init__(
        self, book: RuleBook, tree: DepartmentTree | None = None, beside: Hearings | None = None
    ) -> None:
        self.targets = Targets(book, beside.targets.tree if beside else tree)
        self._voices: dict[tuple[int, Path], Voice] = {}
        self.settled: dict[int, Voice] = beside.settled if beside else {}

    def of_rule(self, rule: AssignmentRule, score: Score, path: Path) -> Voice:
        """Return a rule's voice for accounts with these territories."""
        if not isinstance(rule.target, RelativeTarget):
            return self._of(rule, score)
        voice = self._voices.get((id(rule), path))
        if voice is None:
            voice = self._voices[id(rule), path] = Voice(rule, score, path, self.targets)
        return voice

    def of_exception(self, exception: NamedException) -> Voice:
        """Return an exception's voice."""
        return self._of(exception, None)

    def _of(self, source: AssignmentRule | NamedException, score: Score | None) -> Voice:
        voice = self.settled.get(id(source))
        if voice is None:
            voice = self.settled[id(source)] = Voice(source, score, (), self.targets)
        return voice


def target_of(source: AssignmentRule | NamedException) -> RuleTarget:
    """Return what a rule or exception points at."""
    if isinstance(source, AssignmentRule):
        return source.target
    if source.department is None:
        return VacantTarget(source.reason)
    return NamedTarget(source.department)


def untimely(validity: Interval, day: date) -> Ground:
    """Return whether a validity that does not contain the day is over or still to come."""
    over = validity.is_empty() or (validity.until is not None and validity.until <= day)
    return Ground.EXPIRED if over else Ground.NOT_YET_VALID
