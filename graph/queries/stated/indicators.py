"""Indicators, targets and revenue splits as a version states them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from graph.cypher_files import query
from graph.model.indicators import Indicator, RevenueSplit, Target
from graph.model.keys import (
    DepartmentKey,
    IndicatorKey,
    SplitKey,
    StrategyKey,
    TargetKey,
)
from graph.model.vocabularies import (  # noqa: TC001 - rows are validated at run time
    Certainty,
    SplitBasis,
)
from graph.queries.rule_books import share
from graph.queries.stated.names import NamedRow


@dataclass(frozen=True, slots=True)
class StatedIndicator(NamedRow):
    """An indicator."""

    unit: str | None

    def entity(self) -> Indicator:
        """Return it as the model has it."""
        return Indicator(key=IndicatorKey(self.key), **self.named(), unit=self.unit)


@dataclass(frozen=True, slots=True)
class StatedTarget(NamedRow):
    """A target; its value is a number that the graph holds as a float."""

    indicator: IndicatorKey
    department: DepartmentKey
    value: float | None
    unit: str | None
    own_unit: bool
    period: str | None
    certainty: Certainty
    as_written: str | None
    made_from: TargetKey | None

    def entity(self) -> Target:
        """Return it as the model has it; the value is the very number that was written."""
        number = None if self.value is None else self.as_written or str(self.value)
        return Target(
            key=TargetKey(self.key),
            **self.named(),
            indicator=self.indicator,
            department=self.department,
            value=None if number is None else Decimal(number),
            unit=self.unit,
            own_unit=self.own_unit,
            period=self.period,
            certainty=self.certainty,
            as_written=self.as_written,
            made_from=self.made_from,
        )


@dataclass(frozen=True, slots=True)
class StatedSplit(NamedRow):
    """A revenue split, its shares as texts."""

    basis: SplitBasis
    strategy: StrategyKey | None
    shares: tuple[str, ...]

    def entity(self) -> RevenueSplit:
        """Return it as the model has it."""
        return RevenueSplit(
            key=SplitKey(self.key),
            **self.named(),
            basis=self.basis,
            strategy=self.strategy,
            shares=tuple(map(share, self.shares)),
        )


STATED_INDICATORS = query("stated/indicators", StatedIndicator, packed=True)
STATED_TARGETS = query("stated/targets", StatedTarget, packed=True)
STATED_SPLITS = query("stated/splits", StatedSplit, packed=True)
