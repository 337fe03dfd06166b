"""Indicators before and after as rows: what is unknown is counted, never taken for 0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.reorganization.reports.cells import MINUS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from graph.model.indicators import Target
    from graph.reorganization.reports.documents import Cell
    from graph.reorganization.reports.tellings import Telling
    from graph.reorganization.thing_impacts import IndicatorChange


def indicator_rows(telling: Telling) -> list[tuple[Cell, ...]]:
    """Return the totals and departments of each indicator that has targets which change."""
    words, names = telling.words, telling.names
    base, result = telling.found.replayed.base, telling.found.replayed.result
    rows: list[tuple[Cell, ...]] = []
    for one in telling.found.indicators:
        all_of_them = words("all departments", "全部部门")
        department = all_of_them if one.department is None else names.department(one.department)
        known = (
            _known(one, base.targets.values()),
            _known(one, result.targets.values()),
        )
        rows.append(
            (
                *(names.indicator(one.indicator), department),
                _side(telling, one.before, known[0], one.unknown_before),
                _side(telling, one.after, known[1], one.unknown_after),
                _difference(telling, one, known),
            )
        )
    return rows


def amount(telling: Telling, target: Target) -> Cell:
    """Return the value of one target; one without a certain number as it is written."""
    if target.value is not None:
        return target.value
    words = telling.words
    return words(
        f"unknown ({target.as_written})" if target.as_written else "unknown",
        f"未知（{target.as_written}）" if target.as_written else "未知",
    )


def _known(one: IndicatorChange, targets: Iterable[Target]) -> int:
    return sum(
        target.indicator == one.indicator
        and one.department in {None, target.department}
        and target.value is not None
        for target in targets
    )


def _side(telling: Telling, total: Decimal, known: int, unknown: int) -> Cell:
    if not unknown:
        return total if known else None
    told = telling.words(f"{unknown:,} unknown", f"{unknown:,}项未知")
    return f"{total:,f} + {told}" if known else told


def _difference(telling: Telling, one: IndicatorChange, known: tuple[int, int]) -> Cell:
    more = one.unknown_after - one.unknown_before
    if not more:
        return one.difference if any(known) else None
    told = telling.words(f"{more:+,} unknown", f"{more:+,}项未知")
    whole = f"{one.difference:+,f} / {told}" if any(known) else told
    return whole.replace("-", MINUS)
