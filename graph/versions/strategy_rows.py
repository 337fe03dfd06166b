"""Rows of strategies, duties, indicators, targets, splits and open questions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.model.orders import in_order
from graph.versions.rows import number, row_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graph.model.indicators import Share
    from graph.model.plans import Plan
    from graph.model.strategies import StatedParty
    from graph.versions.rows import Row


def strategies(plan: Plan) -> Iterator[Row]:
    """Yield the strategies."""
    for strategy in plan.strategies:
        yield row_of(
            strategy,
            {
                "kind": strategy.kind,
                "purpose": strategy.purpose,
                "purpose_en": strategy.purpose_en,
            },
            parent=strategy.parent,
        )


def steps(plan: Plan) -> Iterator[Row]:
    """Yield the steps of all strategies."""
    for step in plan.steps:
        yield row_of(
            step,
            {
                "ordinal": step.ordinal,
                "conditional": step.conditional,
                "condition": step.condition,
                "own_sources": step.own_sources or None,
            },
            strategy=step.strategy,
        )


def responsibilities(plan: Plan) -> Iterator[Row]:
    """Yield the duties with their parties."""
    for duty in map(in_order, plan.responsibilities):
        yield row_of(
            duty,
            {
                "function": duty.function,
                "outside": [*duty.outside],
                "stated": [party_text(party) for party in duty.stated],
            },
            step=duty.step,
            parties=[
                {"department": party.department, "role": party.role} for party in duty.parties
            ],
        )


def party_text(party: StatedParty) -> str:
    """Return a party as the graph holds it: `supports=region/presales`, `plans=department:KEY`."""
    if party.department:
        return f"{party.role}=department:{party.department}"
    inside = f"/{party.specialty}" if party.specialty else ""
    return f"{party.role}={party.within}{inside}"


def indicators(plan: Plan) -> Iterator[Row]:
    """Yield the indicators."""
    for indicator in plan.indicators:
        yield row_of(indicator, {"unit": indicator.unit})


def targets(plan: Plan) -> Iterator[Row]:
    """Yield the targets."""
    for target in plan.targets:
        yield row_of(
            target,
            {
                "value": number(target.value),
                "unit": target.unit,
                "own_unit": target.own_unit or None,
                "period": target.period,
                "certainty": target.certainty,
                "as_written": target.as_written,
                "made_from": target.made_from,
            },
            indicator=target.indicator,
            department=target.department,
        )


def splits(plan: Plan) -> Iterator[Row]:
    """Yield the splits; a share is written as `owner=60` or `department:KEY=40`."""
    for split in plan.splits:
        yield row_of(
            split,
            {"basis": split.basis, "shares": [share_text(share) for share in split.shares]},
            strategy=split.strategy,
        )


def share_text(share: Share) -> str:
    """Return a share as the graph holds it, such as `owner=60` or `supporter/presales=40`."""
    percent = f"{share.percent.normalize():f}"
    if share.department:
        return f"department:{share.department}={percent}"
    function = f"/{share.function}" if share.function else ""
    return f"{share.role}{function}={percent}"


def open_questions(plan: Plan) -> Iterator[Row]:
    """Yield the open questions with what they are about."""
    for question in map(in_order, plan.open_questions):
        yield row_of(
            question,
            {
                "assumption": question.assumption,
                "stated": [f"{about.kind}:{about.key}" for about in question.stated],
            },
            about=[{"kind": about.kind, "key": about.key} for about in question.about],
        )
