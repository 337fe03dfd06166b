"""Customers and subsidiaries that change hands."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.intervals import Interval
from graph.model.keys import AccountKey, DepartmentKey, ExceptionKey, RuleKey
from graph.model.rules import AssignmentRule, Conditions, NamedException, NamedTarget
from graph.model.vocabularies import Function, Role
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Operation, absent, department_of
from graph.reorganization.operations.exceptions import known_account
from graph.reorganization.operations.rules import When
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.belongings import SUBSIDIARIES_OR_WHERE

if TYPE_CHECKING:
    from graph.reorganization.organizations import Edit, Organization

BEFORE_OTHERS = 100
"""The priority of a rule that hands accounts over: before those that plans state."""


class _Transfer(Operation):
    """Accounts go to a department for some functions."""

    key: str = Field(
        min_length=1, description="New: the keys of the rules or exceptions begin with it."
    )
    name: str = Field(min_length=1, description="What the rules or exceptions are called.")
    name_en: str | None = Field(default=None, description="In English.")
    to: DepartmentKey = Field(description="Who shall have them.")
    functions: tuple[Function, ...] = Field(min_length=1, description="What for.")
    role: Role = Field(default=Role.OWNER, description="owner or supporter")
    until: date | None = Field(default=None, description="The first day it no longer holds.")

    def _by_rules(
        self, organization: Organization, conditions: Conditions, priority: int
    ) -> list[Edit]:
        department_of(organization, self.to)
        draft = Draft(organization)
        for function in self.functions:
            key = RuleKey(f"{self.key}/{function}")
            absent(draft.now, Part.RULES, key)
            made = AssignmentRule(
                key=key,
                name=self.name,
                name_en=self.name_en,
                function=function,
                role=self.role,
                conditions=conditions,
                target=NamedTarget(self.to),
                priority=priority,
                validity=Interval(None, self.until),
            )
            draft.put(Part.RULES, key, made)
        return draft.edits


class TransferCustomers(_Transfer):
    """Customer groups, with all their subsidiaries, go to a department.

    It makes a rule for each function, with a priority before those that plans state. Exceptions
    about single accounts hold on.
    """

    op: Literal["transfer-customers"] = "transfer-customers"
    customers: frozenset[AccountKey] = Field(min_length=1, description="Which groups.")
    priority: int = Field(default=BEFORE_OTHERS, description="Of the rules that it makes.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the rules that say so."""
        for customer in sorted(self.customers):
            known_account(organization, customer)
        return self._by_rules(organization, Conditions(customers=self.customers), self.priority)

    def names(self) -> dict[str, list[str]]:
        """Return the groups."""
        return {"accounts": sorted(self.customers)}


class TransferSubsidiaries(_Transfer):
    """Accounts, named one by one or by what they are like, go to a department.

    Named ones go by an exception each: one that stands for the same function and role is changed.
    `where` makes a rule for each function.
    """

    op: Literal["transfer-subsidiaries"] = "transfer-subsidiaries"
    subsidiaries: frozenset[AccountKey] = Field(default=frozenset(), description="Which accounts.")
    where: When | None = Field(default=None, description="Or all accounts like this.")
    reason: str = Field(min_length=1, description="Why; exceptions state it.")
    priority: int = Field(default=BEFORE_OTHERS, description="Of the rules that `where` makes.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:
        """Return the exceptions or rules that say so."""
        if bool(self.subsidiaries) is (self.where is not None):
            raise Refused(SUBSIDIARIES_OR_WHERE())
        if self.where is not None:
            return self._by_rules(organization, self.where.conditions(organization), self.priority)
        department_of(organization, self.to)
        draft = Draft(organization)
        for account in sorted(self.subsidiaries):
            known_account(organization, account)
            for function in self.functions:
                self._except(draft, account, function, day)
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the accounts."""
        groups = self.where.customers if self.where else frozenset[AccountKey]()
        return {"accounts": sorted({*self.subsidiaries, *groups})}

    def _except(self, draft: Draft, account: AccountKey, function: Function, day: date) -> None:
        standing = [
            one
            for one in draft.now.exceptions.values()
            if (one.account, one.function, one.role) == (account, function, self.role)
            and one.validity.contains(day)
        ]
        if standing:
            for one in standing:
                until = one.validity.until if self.until is None else self.until
                after = replace(
                    one,
                    department=self.to,
                    reason=self.reason,
                    validity=Interval(one.validity.start, until),
                )
                draft.put(Part.EXCEPTIONS, one.key, after)
            return
        key = ExceptionKey(f"{self.key}/{account}/{function}")
        absent(draft.now, Part.EXCEPTIONS, key)
        made = NamedException(
            key=key,
            name=self.name,
            name_en=self.name_en,
            account=account,
            function=function,
            role=self.role,
            department=self.to,
            reason=self.reason,
            validity=Interval(None, self.until),
        )
        draft.put(Part.EXCEPTIONS, key, made)
