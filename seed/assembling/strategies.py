"""Strategies with their steps, duties, indicators, targets, splits and open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.indicators import Indicator, RevenueSplit, Share, Target
from graph.model.keys import (
    DepartmentKey,
    IndicatorKey,
    ResponsibilityKey,
    SourceKey,
    SplitKey,
    StepKey,
    StrategyKey,
    TargetKey,
)
from graph.model.patterns import target_key
from graph.model.plans import OpenQuestion, Reference
from graph.model.strategies import Party, Responsibility, StatedParty, Step, Strategy
from graph.model.vocabularies import Certainty, Kind
from seed.assembling.names import named
from seed.documents.quantities import Quantity, quantity
from seed.documents.strategies import (
    IndicatorDocument,
    OpenQuestionDocument,
    ResponsibilityDocument,
    SplitDocument,
    StrategyDocument,
    TargetDocument,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from graph.ownership.units import Units
    from seed.documents.strategies import AboutDocument, PartyDocument
    from seed.reading.entries import Entries, Found


def step_key(strategy: str, ordinal: int | str) -> StepKey:
    """Return the key of a strategy's step."""
    return StepKey(f"{strategy}/{ordinal}")


def strategies(entries: Entries) -> tuple[Strategy, ...]:
    """Return the strategies without their steps."""
    return tuple(
        Strategy(
            key=StrategyKey(strategy.key),
            **named(found, strategy),
            kind=strategy.kind,
            parent=StrategyKey(strategy.parent) if strategy.parent else None,
            purpose=strategy.purpose,
            purpose_en=strategy.purpose_en,
        )
        for found in entries.of(StrategyDocument)
        for strategy in (found.document,)
    )


def steps(entries: Entries) -> tuple[Step, ...]:
    """Return the steps of all strategies, in their order."""
    return tuple(
        Step(
            key=step_key(found.document.key, step.ordinal),
            name=step.name,
            name_en=step.name_en,
            sources=tuple(SourceKey(source) for source in step.sources or found.document.sources),
            illustrative=found.illustrative,
            folder=found.folder,
            strategy=StrategyKey(found.document.key),
            ordinal=step.ordinal,
            conditional=step.condition is not None,
            condition=step.condition,
            own_sources=bool(step.sources),
        )
        for found in entries.of(StrategyDocument)
        for step in sorted(found.document.steps, key=lambda step: step.ordinal)
    )


def responsibilities(entries: Entries, units: Units) -> tuple[Responsibility, ...]:
    """Return the duties, with relative parties as the departments they stand for."""
    return tuple(
        Responsibility(
            key=ResponsibilityKey(duty.key),
            **named(found, duty),
            step=StepKey(duty.step) if duty.step else None,
            function=duty.function,
            parties=tuple(
                dict.fromkeys(
                    Party(department=department, role=party.role)
                    for party in duty.parties
                    for department in recipients(party, units)
                )
            ),
            outside=duty.outside,
            stated=tuple(_stated(party) for party in duty.parties),
        )
        for found in entries.of(ResponsibilityDocument)
        for duty in (found.document,)
    )


def _stated(party: PartyDocument) -> StatedParty:
    return StatedParty(
        role=party.role,
        department=DepartmentKey(party.department) if party.department else None,
        within=party.within,
        specialty=party.specialty,
    )


def recipients(stated: PartyDocument | TargetDocument, units: Units) -> Sequence[DepartmentKey]:
    """Return the departments that a party or target names, or stands for."""
    if stated.department:
        return [DepartmentKey(stated.department)]
    return units.parties(stated.within, stated.specialty) if stated.within else []


def indicators(entries: Entries) -> tuple[Indicator, ...]:
    """Return the indicators."""
    return tuple(
        Indicator(
            key=IndicatorKey(found.document.key),
            **named(found, found.document),
            unit=found.document.unit,
        )
        for found in entries.of(IndicatorDocument)
    )


def targets(entries: Entries, units: Units) -> tuple[Target, ...]:
    """Return the targets; one stated for a specialty becomes one for each such department."""
    units_of = {found.document.key: found.document.unit for found in entries.of(IndicatorDocument)}
    return tuple(
        _target(found, department, units_of.get(found.document.indicator))
        for found in entries.of(TargetDocument)
        for department in recipients(found.document, units)
    )


def _target(found: Found[TargetDocument], department: DepartmentKey, unit: str | None) -> Target:
    stated = found.document
    says = quantity(stated.value) or Quantity(None, Certainty.UNKNOWN)
    return Target(
        key=TargetKey(stated.key) if stated.department else target_key(stated.key, department),
        **named(found, stated),
        indicator=IndicatorKey(stated.indicator),
        department=department,
        value=says.value,
        unit=stated.unit or unit,
        own_unit=stated.unit is not None,
        period=stated.period,
        certainty=says.certainty,
        as_written=stated.value,
        made_from=None if stated.department else TargetKey(stated.key),
    )


def splits(entries: Entries) -> tuple[RevenueSplit, ...]:
    """Return the revenue splits."""
    return tuple(
        RevenueSplit(
            key=SplitKey(split.key),
            **named(found, split),
            basis=split.basis,
            strategy=StrategyKey(split.strategy) if split.strategy else None,
            shares=tuple(
                Share(
                    percent=share.percent,
                    department=DepartmentKey(share.department) if share.department else None,
                    role=share.role,
                    function=share.function,
                )
                for share in split.shares
            ),
        )
        for found in entries.of(SplitDocument)
        for split in (found.document,)
    )


def open_questions(entries: Entries, all_targets: Sequence[Target]) -> tuple[OpenQuestion, ...]:
    """Return the open questions; one about a target stated for many is about all of them."""
    keys = [target.key for target in all_targets]
    return tuple(
        OpenQuestion(
            key=question.key,
            **named(found, question),
            about=tuple(
                reference for about in question.about for reference in _references(about, keys)
            ),
            assumption=question.assumption,
            stated=tuple(Reference(about.kind, about.key) for about in question.about),
        )
        for found in entries.of(OpenQuestionDocument)
        for question in (found.document,)
    )


def _references(about: AboutDocument, targets_: Sequence[TargetKey]) -> Iterator[Reference]:
    if about.kind is Kind.TARGET and about.key not in targets_:
        prefix = target_key(about.key, "")
        yield from (Reference(about.kind, key) for key in targets_ if key.startswith(prefix))
    else:
        yield Reference(about.kind, about.key)
