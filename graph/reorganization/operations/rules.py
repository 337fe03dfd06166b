"""Assignment rules that are added, changed and ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.intervals import Interval
from graph.model.keys import (
    AccountKey,
    DepartmentKey,
    IndustryKey,
    RuleKey,
    SplitKey,
    TerritoryKey,
)
from graph.model.rules import (
    AssignmentRule,
    Conditions,
    NamedTarget,
    RelativeTarget,
    VacantTarget,
)
from graph.model.vocabularies import DepartmentKind, Function, Role, Tier
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Document, Operation, absent, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.belongings import RULE_ASSIGNS_ONE
from graph.reorganization.wordings.keys import (
    NO_ACCOUNT,
    NO_INDUSTRY,
    NO_RULE,
    NO_SPECIALTY,
    NO_SPLIT,
    NO_TERRITORY,
)

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from graph.model.rules import RuleTarget
    from graph.reorganization.organizations import Edit, Organization
    from graph.reorganization.wordings.messages import Wording


class When(Document):
    """Accounts like this: all fields given must hold; within one, any value (but every tag)."""

    customers: frozenset[AccountKey] = Field(
        default=frozenset(), description="Accounts of these groups."
    )
    tiers: frozenset[Tier] = Field(
        default=frozenset(), description="Of groups that are treated so."
    )
    level_from: int | None = Field(
        default=None, ge=1, description="The first level; a group is level 1."
    )
    level_to: int | None = Field(default=None, ge=1, description="The last level, included.")
    industries: frozenset[IndustryKey] = Field(
        default=frozenset(), description="In or inside these."
    )
    territories: frozenset[TerritoryKey] = Field(
        default=frozenset(), description="In or inside these."
    )
    tags: frozenset[str] = Field(default=frozenset(), description="With all of these tags.")

    def conditions(self, organization: Organization) -> Conditions:
        """Return the conditions.

        Raises:
            Refused: they name what is not there.
        """
        around = organization.surroundings
        _known(NO_ACCOUNT, self.customers, around.accounts)
        _known(NO_INDUSTRY, self.industries, around.industries)
        _known(NO_TERRITORY, self.territories, around.territories)
        return Conditions(**{name: getattr(self, name) for name in type(self).model_fields})


class Assign(Document):
    """That department, the one with a specialty within the covering unit, or nobody and why."""

    department: DepartmentKey | None = Field(default=None, description="That department.")
    within: DepartmentKind | None = Field(
        default=None, description="region or branch; with a specialty."
    )
    specialty: str | None = Field(default=None, description="Which one inside the unit.")
    vacant: str | None = Field(default=None, description="Why nobody shall have it.")

    def target(self, organization: Organization) -> RuleTarget:
        """Return the target.

        Raises:
            Refused: it is none, several at once, or names what is not there.
        """
        given = [self.department is not None, self.within is not None, self.vacant is not None]
        if sum(given) != 1 or (self.within is None) is not (self.specialty is None):
            raise Refused(RULE_ASSIGNS_ONE())
        if self.department is not None:
            return NamedTarget(department_of(organization, self.department).key)
        if self.within is not None and self.specialty is not None:
            _known(NO_SPECIALTY, [self.specialty], organization.surroundings.specialties)
            return RelativeTarget(self.within, self.specialty)
        return VacantTarget(self.vacant or "")


class AddRule(Operation):
    """A new rule: accounts like this → that department, for a function, in a role."""

    op: Literal["add-rule"] = "add-rule"
    key: RuleKey = Field(min_length=1, description="Its key: new, and never used before.")
    name: str = Field(min_length=1, description="Its name.")
    name_en: str | None = Field(default=None, description="In English.")
    function: Function = Field(description="What accounts are owned or supported for.")
    role: Role = Field(default=Role.OWNER, description="owner or supporter")
    when: When = Field(default=When(), description="Which accounts; left out, all.")
    assign: Assign = Field(description="Who shall have them.")
    priority: int = Field(default=0, description="A rule with a higher one goes before.")
    split: SplitKey | None = Field(default=None, description="How revenue is shared.")
    start: date | None = Field(
        default=None,
        validation_alias="from",
        serialization_alias="from",
        description="The first day it holds.",
    )
    until: date | None = Field(default=None, description="The first day it no longer holds.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the rule."""
        absent(organization, Part.RULES, self.key)
        draft = Draft(organization)
        made = AssignmentRule(
            key=self.key,
            name=self.name,
            name_en=self.name_en,
            function=self.function,
            role=self.role,
            conditions=self.when.conditions(organization),
            target=self.assign.target(organization),
            priority=self.priority,
            split=known_split(organization, self.split),
            validity=Interval(self.start, self.until),
        )
        draft.put(Part.RULES, self.key, made)
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the groups named."""
        return {"accounts": sorted(self.when.customers)}


class ChangeRule(Operation):
    """A rule says something else; what is left out stays."""

    op: Literal["change-rule"] = "change-rule"
    rule: RuleKey = Field(description="Which rule.")
    when: When | None = Field(default=None, description="The accounts it is about from now.")
    assign: Assign | None = Field(default=None, description="Who shall have them from now.")
    priority: int | None = Field(default=None, description="Its priority from now.")
    split: SplitKey | None = Field(default=None, description="How revenue is shared from now.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the rule as it will be."""
        found = rule_of(organization, self.rule)
        draft = Draft(organization)
        after = replace(
            found,
            conditions=self.when.conditions(organization) if self.when else found.conditions,
            target=self.assign.target(organization) if self.assign else found.target,
            priority=found.priority if self.priority is None else self.priority,
            split=known_split(organization, self.split) if self.split else found.split,
        )
        draft.put(Part.RULES, self.rule, after)
        return draft.edits

    def names(self) -> dict[str, list[str]]:
        """Return the groups named."""
        return {"accounts": sorted(self.when.customers if self.when else ())}


class EndRule(Operation):
    """A rule is no more."""

    op: Literal["end-rule"] = "end-rule"
    rule: RuleKey = Field(description="Which rule.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the rule removed."""
        rule_of(organization, self.rule)
        draft = Draft(organization)
        draft.put(Part.RULES, self.rule, None)
        return draft.edits


def rule_of(organization: Organization, key: str) -> AssignmentRule:
    """Return a rule that must be there.

    Raises:
        Refused: it is not.
    """
    found = organization.rules.get(key)
    if found is None:
        raise Refused(NO_RULE(key=key), key)
    return found


def known_split(organization: Organization, key: SplitKey | None) -> SplitKey | None:
    """Return the key of a split, which must be there.

    Raises:
        Refused: it is not.
    """
    if key is not None and key not in organization.splits:
        raise Refused(NO_SPLIT(key=key), key)
    return key


def _known(unknown: Wording, keys: Iterable[str], there: Container[str]) -> None:
    for key in sorted(keys):
        if key not in there:
            raise Refused(unknown(key=key), key)
