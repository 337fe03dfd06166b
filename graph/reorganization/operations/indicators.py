"""Targets and revenue splits that are shared out anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from pydantic import Field

from graph.model.indicators import Share
from graph.model.keys import DepartmentKey, SplitKey, TargetKey
from graph.model.vocabularies import Function, Role
from graph.reorganization.drafts import Draft
from graph.reorganization.operations.bases import Document, Operation, absent, department_of
from graph.reorganization.organizations import Part
from graph.reorganization.refusals import Refused
from graph.reorganization.wordings.belongings import (
    SPLIT_NOT_WHOLE,
    SPLIT_SHARE_OF,
    TARGET_SHARED_TWICE,
    TARGET_SHARES_DIFFER,
    TARGET_TO_OR_SHARES,
    TARGET_WITHOUT_NUMBER,
)
from graph.reorganization.wordings.keys import NO_SPLIT, NO_TARGET
from graph.reorganization.wordings.messages import Phrase

if TYPE_CHECKING:
    from datetime import date

    from graph.model.indicators import Target
    from graph.reorganization.organizations import Edit, Organization

WHOLE = Decimal(100)


class TargetShare(Document):
    """A department's part of a target."""

    department: DepartmentKey = Field(description="Who.")
    value: Decimal = Field(description="How much of the target's value.")


class ReallocateTarget(Operation):
    """A target goes to another department, or is shared out among several, to the last of it."""

    op: Literal["reallocate-target"] = "reallocate-target"
    target: TargetKey = Field(description="Which target.")
    to: DepartmentKey | None = Field(default=None, description="Who shall reach it, if one does.")
    shares: tuple[TargetShare, ...] = Field(
        default=(), description="Or who shall reach how much of it."
    )

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the target with its department, or as several that add up to it."""
        found = organization.targets.get(self.target)
        if found is None:
            raise Refused(NO_TARGET(key=self.target), self.target)
        if bool(self.shares) is (self.to is not None):
            raise Refused(TARGET_TO_OR_SHARES(key=self.target), self.target)
        for department in (self.to, *(share.department for share in self.shares)):
            if department is not None:
                department_of(organization, department)
        draft = Draft(organization)
        if found.made_from is not None and found.department in organization.departments:
            _state_each(draft, found.made_from)
        if self.to is not None:
            after = replace(found, department=self.to, made_from=None)
            draft.put(Part.TARGETS, self.target, after)
            return draft.edits
        self._refuse_other_sum(found)
        draft.put(Part.TARGETS, self.target, None)
        for share in self.shares:
            key = TargetKey(f"{self.target}/{share.department}")
            absent(draft.now, Part.TARGETS, key)
            part = replace(
                found,
                key=key,
                department=share.department,
                value=share.value,
                as_written=str(share.value),
                made_from=None,
            )
            draft.put(Part.TARGETS, key, part)
        return draft.edits

    def _refuse_other_sum(self, found: Target) -> None:
        if found.value is None:
            written = found.as_written or Phrase("nothing", "未填写")
            raise Refused(TARGET_WITHOUT_NUMBER(key=self.target, written=written), self.target)
        total = sum((share.value for share in self.shares), Decimal(0))
        if total != found.value:
            raise Refused(
                TARGET_SHARES_DIFFER(key=self.target, total=total, value=found.value), self.target
            )
        for department, shares in Counter(one.department for one in self.shares).items():
            if shares > 1:
                raise Refused(
                    TARGET_SHARED_TWICE(department=department, key=self.target), self.target
                )


class SplitShare(Document):
    """A party's part of a revenue split: a department's, or a role's."""

    percent: Decimal = Field(gt=0, le=100, description="Of 100.")
    department: DepartmentKey | None = Field(default=None, description="A department.")
    role: Role | None = Field(default=None, description="Or whoever has this role.")
    function: Function | None = Field(default=None, description="For this function.")


class ReallocateSplit(Operation):
    """A revenue split gets other shares, 100 % in all."""

    op: Literal["reallocate-split"] = "reallocate-split"
    split: SplitKey = Field(description="Which split.")
    shares: tuple[SplitShare, ...] = Field(min_length=1, description="All shares from now.")

    def edits(self, organization: Organization, day: date) -> list[Edit]:  # noqa: ARG002
        """Return the split with its new shares."""
        found = organization.splits.get(self.split)
        if found is None:
            raise Refused(NO_SPLIT(key=self.split), self.split)
        total = sum((share.percent for share in self.shares), Decimal(0))
        if total != WHOLE:
            raise Refused(SPLIT_NOT_WHOLE(key=self.split, total=total), self.split)
        for share in self.shares:
            if (share.department is None) is (share.role is None):
                raise Refused(SPLIT_SHARE_OF(key=self.split), self.split)
            if share.department is not None:
                department_of(organization, share.department)
        draft = Draft(organization)
        shares = tuple(
            Share(
                percent=share.percent,
                department=share.department,
                role=share.role,
                function=share.function,
            )
            for share in self.shares
        )
        draft.put(Part.SPLITS, self.split, replace(found, shares=shares))
        return draft.edits


def _state_each(draft: Draft, key: TargetKey) -> None:
    """Let what was stated once for many be stated for each: one of them will be otherwise."""
    draft.put(Part.UNIT_TARGETS, key, None)
    for target in draft.now.targets.values():
        if target.made_from == key:
            draft.put(Part.TARGETS, target.key, replace(target, made_from=None))
