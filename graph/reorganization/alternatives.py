"""What would keep a key account with its present owners: the fewest exceptions that do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey
from graph.model.vocabularies import Role
from graph.reorganization.operations.exceptions import AddException, ChangeException

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.reorganization.account_impacts import AccountChange
    from graph.reorganization.impacts import Impact


@dataclass(frozen=True, slots=True)
class Alternative:
    """Operations to put after a scenario's, and what no exception can keep.

    `lost` are accounts and functions whose present owner is no more, as `account function`.
    """

    operations: tuple[AddException | ChangeException, ...]
    lost: tuple[str, ...]


def alternative(found: Impact, customer: str) -> Alternative:
    """Return the fewest exceptions by which the accounts of a group keep their present owners.

    An exception is about one account and function, so each of these that gets another owner needs
    one, and no other does.
    """
    there = found.replayed.result.departments
    made: list[AddException | ChangeException] = []
    lost: list[str] = []
    for one in found.accounts.changes_of(customer):
        was = one.before.owner if one.before else None
        if was is None or (one.after and one.after.owner == was):
            continue
        if was not in there:
            lost.append(f"{one.account} {one.function}")
            continue
        made += _keeping(found, one, DepartmentKey(was))
    return Alternative(tuple(made), tuple(lost))


def _keeping(
    found: Impact, one: AccountChange, owner: DepartmentKey
) -> Iterator[AddException | ChangeException]:
    """Yield what lets a department go on owning an account: exceptions that stand are changed."""
    standing = [
        exception
        for exception in found.replayed.result.exceptions.values()
        if (exception.account, exception.function) == (one.account, one.function)
        and exception.role is Role.OWNER
        and exception.validity.contains(found.day)
    ]
    reason = f"kept out of {found.scenario.key}"
    for exception in standing:
        yield ChangeException(exception=exception.key, department=owner, reason=reason)
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
