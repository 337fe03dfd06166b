"""Keys: our own stable names of things, one type for each kind."""

from __future__ import annotations

import re
from typing import NewType

KEY = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)*(?:/[a-z0-9]+(?:[._-][a-z0-9]+)*)*")
"""What a key may be."""
TARGET_KEY = re.compile(rf"{KEY.pattern}(?:@{KEY.pattern})?")
"""What the key of a target may be: one that was stated for many keeps `key@department`."""

AccountKey = NewType("AccountKey", str)
"""The key of a customer group or of a subsidiary: whatever can be owned."""
DepartmentKey = NewType("DepartmentKey", str)
ExceptionKey = NewType("ExceptionKey", str)
IndicatorKey = NewType("IndicatorKey", str)
IndustryKey = NewType("IndustryKey", str)
OpenQuestionKey = NewType("OpenQuestionKey", str)
PersonKey = NewType("PersonKey", str)
PlanKey = NewType("PlanKey", str)
PostKey = NewType("PostKey", str)
ResponsibilityKey = NewType("ResponsibilityKey", str)
RuleKey = NewType("RuleKey", str)
SegmentKey = NewType("SegmentKey", str)
SourceKey = NewType("SourceKey", str)
SplitKey = NewType("SplitKey", str)
StepKey = NewType("StepKey", str)
StrategyKey = NewType("StrategyKey", str)
TargetKey = NewType("TargetKey", str)
TerritoryKey = NewType("TerritoryKey", str)
