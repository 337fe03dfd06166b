"""Indicators, their targets, and how shared revenue is split."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph.model.entities import Entity

if TYPE_CHECKING:
    from decimal import Decimal

    from graph.model.keys import DepartmentKey, IndicatorKey, SplitKey, StrategyKey, TargetKey
    from graph.model.vocabularies import Certainty, Function, Role, SplitBasis


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator(Entity):
    """What is measured."""

    key: IndicatorKey
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Target(Entity):
    """What a department shall reach on an indicator.

    `value` is a number only where the plan states one for certain: "20?" keeps `value` None,
    `certainty` uncertain and `as_written` "20?". `unit` is the indicator's where the plan gives
    none of its own, see `own_unit`. One that is stated for many is `made_from` their `UnitTarget`.
    """

    key: TargetKey
    indicator: IndicatorKey
    department: DepartmentKey
    value: Decimal | None = None
    unit: str | None = None
    own_unit: bool = False
    period: str | None = None
    certainty: Certainty
    as_written: str | None = None
    made_from: TargetKey | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One party's part of a split, in per cent: a department, or whoever has a role.

    Exactly one of `department` and `role` is set; `function` narrows a role.
    """

    percent: Decimal
    department: DepartmentKey | None = None
    role: Role | None = None
    function: Function | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevenueSplit(Entity):
    """Shares with an explicit basis, 100 % in all; no shares where the plan states none."""

    key: SplitKey
    basis: SplitBasis
    strategy: StrategyKey | None = None
    shares: tuple[Share, ...] = ()
