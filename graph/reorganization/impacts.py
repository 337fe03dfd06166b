"""Everything that a scenario would do, and whether it may be applied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.keys import DepartmentKey
from graph.ownership.changes import Turn
from graph.reorganization.account_impacts import AccountImpact
from graph.reorganization.conservation import Missing, missing
from graph.reorganization.loads import LoadImpact
from graph.reorganization.operations.sign_offs import SignOffVacancy
from graph.reorganization.ownership_impacts import ownership_impact
from graph.reorganization.replays import replay
from graph.reorganization.reports.labels import Label
from graph.reorganization.thing_impacts import (
    Appearance,
    IndicatorChange,
    PostMove,
    UnitShape,
    dangling_exceptions,
    empty_units,
    indicator_changes,
    orphaned_duties,
    people_moves,
    post_moves,
    redundant_exceptions,
    shapes,
    unaccountable_steps,
)
from graph.reorganization.wordings.unplaced import ACCOUNTS_TO_NOBODY, ACCOUNTS_TO_SEVERAL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from graph.model.vocabularies import Function
    from graph.ownership.facts import Facts
    from graph.reorganization.headcounts import Headcounts
    from graph.reorganization.ownership_impacts import Base
    from graph.reorganization.replays import Replay
    from graph.reorganization.scenarios import Scenario

_LEFT_ALONE = frozenset({Turn.VACANCY_APPEARS, Turn.CONFLICT_APPEARS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What a scenario would do to its base on its first day.

    `missing` is what keeps it from being applied, beside `refusals` of operations.
    """

    scenario: Scenario
    day: date
    replayed: Replay
    accounts: AccountImpact
    loads: LoadImpact
    missing: tuple[Missing, ...]
    dangling_exceptions: tuple[Appearance, ...]
    redundant_exceptions: tuple[Appearance, ...]
    orphaned_duties: tuple[Appearance, ...]
    unaccountable_steps: tuple[Appearance, ...]
    indicators: tuple[IndicatorChange, ...]
    posts: tuple[PostMove, ...]
    people: tuple[tuple[str, str, str], ...]
    shapes: tuple[UnitShape, ...]
    empty_units: tuple[Appearance, ...]

    @property
    def may_be_applied(self) -> bool:
        """Whether every operation can be done and nothing is forgotten."""
        return not self.replayed.refusals and not self.missing


def impact(base: Base, scenario: Scenario, headcounts: Headcounts | None = None) -> Impact:
    """Do a scenario on a base, which stays as it is, and compare.

    `headcounts` are those of the base on the scenario's day; without them they are counted from its
    organization, which must have all posts and holdings then.
    """
    day = scenario.effective
    replayed = replay(base.organization, scenario.operations, day)
    ownership = ownership_impact(base, replayed, day)
    accounts = AccountImpact(base, replayed, ownership)
    loads = LoadImpact(base, replayed, ownership, scenario.capacities, headcounts)
    unowned = _unowned(replayed, accounts)
    return Impact(
        scenario=scenario,
        day=day,
        replayed=replayed,
        accounts=accounts,
        loads=loads,
        missing=(*missing(replayed), *unowned),
        dangling_exceptions=tuple(dangling_exceptions(replayed)),
        redundant_exceptions=tuple(
            redundant_exceptions(
                replayed, ownership.before, ownership.after, _facts_of_excepted(base, replayed)
            )
        ),
        orphaned_duties=tuple(orphaned_duties(replayed)),
        unaccountable_steps=tuple(unaccountable_steps(replayed)),
        indicators=tuple(indicator_changes(replayed)),
        posts=tuple(post_moves(replayed)),
        people=tuple(people_moves(replayed)),
        shapes=tuple(shapes(replayed)),
        empty_units=tuple(empty_units(replayed)),
    )


def _facts_of_excepted(base: Base, replayed: Replay) -> dict[str, Facts]:
    sides = (replayed.base, replayed.result)
    keys = {one.account for side in sides for one in side.exceptions.values()}
    return {key: base.population.facts(row) for key, row in base.population.rows_of(keys).items()}


def _unowned(replayed: Replay, accounts: AccountImpact) -> Iterator[Missing]:
    """Yield what removed departments owned and nobody owns after, unless that is signed off.

    What was inside one and goes elsewhere counts as its own: it owned for the one around it.
    """
    signed = {
        (step.operation.department, function)
        for step in replayed.steps
        if isinstance(step.operation, SignOffVacancy)
        for function in step.operation.functions
    }
    counts: dict[tuple[str, Function, Turn], int] = {}
    for one in accounts.ownership.changes:
        turns = _LEFT_ALONE.intersection(one.change.turns)
        gone = {
            removed
            for key in (one.change.before.holders if turns and one.change.before else ())
            for removed in _removed(replayed, key)
        }
        for department in gone:
            for turn in turns:
                place = (department, one.change.function, turn)
                counts[place] = counts.get(place, 0) + one.size
    for (department, function, turn), count in sorted(counts.items()):
        if (department, function) in signed:
            continue
        one = replayed.base.departments[DepartmentKey(department)]
        wording = ACCOUNTS_TO_NOBODY if turn is Turn.VACANCY_APPEARS else ACCOUNTS_TO_SEVERAL
        yield Missing(
            department=department,
            kind="accounts",
            key=function.value,
            name=one.name,
            message=wording(
                count=count, department=Label(one.key, one.name, one.name_en), function=function
            ),
            count=count,
        )


def _removed(replayed: Replay, department: str) -> list[DepartmentKey]:
    """Return the department if it is no more, or the nearest around it that is, if there is one."""
    around = (one.key for one in replayed.base.around(department))
    return [key for key in around if key not in replayed.result.departments][:1]
