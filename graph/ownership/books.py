"""The rule book: everything of a plan that decides who owns and who supports."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from graph.model.plans import having

if TYPE_CHECKING:
    from graph.model.accounts import Industry, Territory
    from graph.model.departments import Coverage, Department
    from graph.model.entities import Entity, Source
    from graph.model.indicators import RevenueSplit
    from graph.model.keys import (
        AccountKey,
        DepartmentKey,
        ExceptionKey,
        IndustryKey,
        RuleKey,
        SplitKey,
        TerritoryKey,
    )
    from graph.model.plans import Plan
    from graph.model.rules import AssignmentRule, NamedException
    from graph.model.vocabularies import Function


@dataclass(frozen=True, kw_only=True)
class RuleBook:
    """Departments, coverage, rules and exceptions, in any order.

    `accounts`, `specialties` and `sources` only lend their names to texts: those that rules,
    exceptions and questions mention are enough. Industries and territories give nesting as well
    as names.
    """

    departments: tuple[Department, ...] = ()
    coverages: tuple[Coverage, ...] = ()
    rules: tuple[AssignmentRule, ...] = ()
    exceptions: tuple[NamedException, ...] = ()
    splits: tuple[RevenueSplit, ...] = ()
    industries: tuple[Industry, ...] = ()
    territories: tuple[Territory, ...] = ()
    accounts: tuple[Entity, ...] = ()
    specialties: tuple[Entity, ...] = ()
    sources: tuple[Source, ...] = ()

    @classmethod
    def from_plan(cls, plan: Plan) -> RuleBook:
        """Return the rule book of a plan, with the accounts that rules and exceptions name."""
        named: set[str] = {exception.account for exception in plan.exceptions}
        named.update(*(rule.conditions.customers for rule in plan.rules))
        return cls(
            departments=plan.departments,
            coverages=plan.coverages,
            rules=plan.rules,
            exceptions=plan.exceptions,
            splits=plan.splits,
            industries=plan.industries,
            territories=plan.territories,
            accounts=(*having(plan.customers, named), *having(plan.subsidiaries, named)),
            specialties=plan.specialties,
            sources=plan.sources,
        )

    @cached_property
    def department_by_key(self) -> dict[DepartmentKey, Department]:
        """Departments by key."""
        return {department.key: department for department in self.departments}

    @cached_property
    def rule_by_key(self) -> dict[RuleKey, AssignmentRule]:
        """Rules by key."""
        return {rule.key: rule for rule in self.rules}

    @cached_property
    def exception_by_key(self) -> dict[ExceptionKey, NamedException]:
        """Exceptions by key."""
        return {exception.key: exception for exception in self.exceptions}

    @cached_property
    def exceptions_by_account(self) -> dict[AccountKey, tuple[NamedException, ...]]:
        """Exceptions by the account they are about, ordered by key."""
        grouped: dict[AccountKey, list[NamedException]] = {}
        for exception in sorted(self.exceptions, key=lambda exception: exception.key):
            grouped.setdefault(exception.account, []).append(exception)
        return {account: tuple(exceptions) for account, exceptions in grouped.items()}

    @cached_property
    def split_by_key(self) -> dict[SplitKey, RevenueSplit]:
        """Revenue splits by key."""
        return {split.key: split for split in self.splits}

    @cached_property
    def industry_by_key(self) -> dict[IndustryKey, Industry]:
        """Industries by key."""
        return {industry.key: industry for industry in self.industries}

    @cached_property
    def territory_by_key(self) -> dict[TerritoryKey, Territory]:
        """Territories by key."""
        return {territory.key: territory for territory in self.territories}

    @cached_property
    def account_by_key(self) -> dict[str, Entity]:
        """Accounts that texts may name, by key."""
        return {account.key: account for account in self.accounts}

    @cached_property
    def specialty_by_key(self) -> dict[str, Entity]:
        """Specialties that texts may name, by key."""
        return {specialty.key: specialty for specialty in self.specialties}

    @cached_property
    def source_by_key(self) -> dict[str, Source]:
        """Sources that texts may name, by key."""
        return {source.key: source for source in self.sources}

    @cached_property
    def parent_industries(self) -> dict[IndustryKey, IndustryKey | None]:
        """The industry each industry is part of."""
        return {industry.key: industry.parent for industry in self.industries}

    @cached_property
    def parent_territories(self) -> dict[TerritoryKey, TerritoryKey | None]:
        """The territory each territory is part of."""
        return {territory.key: territory.parent for territory in self.territories}

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """The functions that any rule or exception is about, sorted."""
        return tuple(sorted({source.function for source in (*self.rules, *self.exceptions)}))

    @cached_property
    def owned_functions(self) -> frozenset[Function]:
        """The functions that have an owner at all: some owner rule or exception names them."""
        return frozenset(
            source.function for source in (*self.rules, *self.exceptions) if source.role == "owner"
        )
