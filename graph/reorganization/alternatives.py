"""What would keep a key account with its present owners: the fewest exceptions that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey
from graph.model.vocabularies import Function, Role
from graph.reorganization.operations.exceptions import AddException, ChangeException

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.reorganization.account_impacts import AccountChange
    from graph.reorganization.impacts import Impact


@dataclass(frozen=True, slots=True)
class Lost:
    """A function of an account whose present owner is no more."""

    account: str
    function: Function
    owner: str

    def __str__(self) -> str:
        return f"{self.account} {self.function}"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Operations to put after a scenario's, and what no exception can keep."""

    operations: tuple[AddException | ChangeException, ...]
    lost: tuple[Lost, ...]


def alternative(found: Impact, customer: str) -> Alternative:
    """Return the fewest exceptions by which the accounts of a group keep their present owners.

    An exception is about one account and function, so each of these that gets another owner needs
    one, and no other does.
    """
    there = found.replayed.result.departments
    made: list[AddException | ChangeException] = []
    lost: list[Lost] = []
    standing = _standing(found)
    for one in found.accounts.changes_of(customer):
        was = one.before.owner if one.before else None
        if was is None or (one.after and one.after.owner == was):
            continue
        if was not in there:
            lost.append(Lost(one.account, one.function, was))
            continue
        exceptions = standing.get((one.account, one.function), ())
        made += _keeping(found, one, DepartmentKey(was), exceptions)
    return Alternative(tuple(made), tuple(lost))


def _standing(found: Impact) -> dict[tuple[str, Function], list[ExceptionKey]]:
    """Return the exceptions about owners that hold after, by account and function."""
    standing: dict[tuple[str, Function], list[ExceptionKey]] = {}
    for one in found.replayed.result.exceptions.values():
        if one.role is Role.OWNER and one.validity.contains(found.day):
            standing.setdefault((one.account, one.function), []).append(one.key)
    return standing


def _keeping(
    found: Impact, one: AccountChange, owner: DepartmentKey, standing: Sequence[ExceptionKey]
) -> Iterator[AddException | ChangeException]:
    """Yield what lets a department go on owning an account: exceptions that stand are changed."""
    reason = f"kept out of {found.scenario.key}"
    for key in standing:
        yield ChangeException(exception=key, department=owner, reason=reason)
    if not standing:
        yield AddException(
            key=ExceptionKey(f"keep/{one.account}/{one.function}"),
            name="保持现有归属",
            name_en="Kept with its present owner",
            account=AccountKey(one.account),
            function=one.function,
            role=Role.OWNER,
            department=owner,
            reason=reason,
            start=found.day,
        )
